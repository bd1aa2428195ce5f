import math
from fractions import Fraction

import numpy as np
import pytest
import scipy.integrate
from grid import every_full_gaussian, every_gaussian, every_random_gaussian, random_gaussian
from numpy.testing import assert_allclose

from gaussians import AffineMap, Gaussian, kl_divergence
from gaussians.core import standard_divergence


def test_it_agrees_with_quadrature() -> None:
    p, q = Gaussian([[0.8]], [1]), Gaussian([[1.7]], [-0.5])
    value, _ = scipy.integrate.quad(
        lambda x: float(p.pdf([x]) * (p.logpdf([x]) - q.logpdf([x]))), -8, 10
    )
    assert_allclose(kl_divergence(p, q), value, rtol=1e-8)


@every_full_gaussian
def test_it_agrees_with_the_formula(g: Gaussian) -> None:
    q = random_gaussian(g.dim, g.dim, g.dim, 5)
    inverse, offset = np.linalg.inv(q.cov), q.mean - g.mean
    expected = 0.5 * (
        np.trace(inverse @ g.cov)
        + offset @ inverse @ offset
        - g.dim
        + np.linalg.slogdet(q.cov)[1]
        - np.linalg.slogdet(g.cov)[1]
    )
    assert_allclose(kl_divergence(g, q), expected, rtol=1e-7)


@every_gaussian
def test_nothing_diverges_from_itself(g: Gaussian) -> None:
    turn = np.linalg.qr(np.random.default_rng(0).standard_normal((g.noise_dim, g.noise_dim)))[0]
    assert kl_divergence(g, g) == pytest.approx(0, abs=1e-11)
    assert kl_divergence(Gaussian(g.factor @ turn, g.mean), g) == pytest.approx(0, abs=1e-11)


@every_random_gaussian
def test_columns_of_rounding_error_are_not_a_direction(g: Gaussian) -> None:
    origin = np.zeros(g.dim)
    turned = Gaussian(g.factor @ np.linalg.svd(g.factor)[2].T, origin)
    there = kl_divergence(turned, Gaussian(g.factor, origin))
    back = kl_divergence(Gaussian(g.factor, origin), turned)
    assert [there, back] == pytest.approx([0, 0], abs=1e-11)


@pytest.mark.parametrize("units", [[1, 1, 1], [1e-100, 1, 1e100], [1e-120, 1e-120, 1e-120]])
def test_it_does_not_depend_on_coordinates(units: list[float]) -> None:
    p, q = random_gaussian(3, 3, 3, 1), random_gaussian(3, 3, 3, 2)
    turn = AffineMap(np.diag(units), np.zeros(3))
    assert_allclose(kl_divergence(p.push(turn), q.push(turn)), kl_divergence(p, q), rtol=1e-10)


@pytest.mark.parametrize("shape", [(3, 2), (5, 2), (4, 1)])
def test_within_a_common_subspace_it_is_that_of_the_noise(shape: tuple[int, int]) -> None:
    n, r = shape
    p, q = random_gaussian(r, r, r, 1), random_gaussian(r, r, r, 2)
    rng = np.random.default_rng(0)
    lift = AffineMap(rng.standard_normal((n, r)), rng.standard_normal(n))
    found = kl_divergence(p.push(lift), q.push(lift))
    assert_allclose(found, kl_divergence(p, q), rtol=1e-9)


@pytest.mark.parametrize("gap", [1e-3, 1e-6, 1e-8, 1e-100])
def test_nearly_equal_laws(gap: float) -> None:
    """A divergence is of second order, and the first must not leave its rounding errors."""
    for n in (1, 3):
        q = Gaussian(random_gaussian(n, n, n, 1).factor, np.zeros(n))
        aside = Gaussian(q.factor, q.transform(gap * np.ones(n)))
        assert_allclose(kl_divergence(aside, q), n * gap**2 / 2, rtol=1e-12)
    wider, wide = Gaussian([[1 + gap]], [0]), Gaussian([[1, 0]], [0])
    u = 2 * Fraction(wider.factor[0, 0] - 1) + Fraction(wider.factor[0, 0] - 1) ** 2
    series = sum((-u) ** n / n for n in range(2, 9))
    assert_allclose(kl_divergence(wider, wide), float(series) / 2, rtol=1e-12)


def test_the_two_ways_to_it_meet() -> None:
    """Variances near 1 are summed otherwise than those far from it."""
    for variance in (0.5, 0.5 + 1e-12, 1.5 - 1e-12, 1.5):
        p = Gaussian.diagonal([0, 0], [math.sqrt(variance), 1])
        expected = (variance - 1 - math.log(variance)) / 2
        assert_allclose(kl_divergence(p, Gaussian.standard(2)), expected, rtol=1e-12)


LINE = Gaussian([[1], [1]], [0, 0])


@pytest.mark.parametrize(
    ("p", "q"),
    [
        (LINE, Gaussian.standard(2)),
        (Gaussian.standard(2), LINE),
        (LINE, Gaussian([[1], [-1]], [0, 0])),
        (LINE, Gaussian([[1.0], [1 + 1e-6]], [0, 0])),
        (LINE, Gaussian([[1], [1]], [0, 1])),
        (Gaussian([[0]], [0]), Gaussian([[0]], [1])),
        (Gaussian([[1], [0]], [0, 0]), Gaussian([[1], [0]], [0, 1])),
        (Gaussian([[1.0], [1e-3]], [0, 0]), Gaussian([[1], [0]], [0, 0])),
    ],
)
def test_it_is_infinite_between_different_subspaces(p: Gaussian, q: Gaussian) -> None:
    assert kl_divergence(p, q) == math.inf


def test_points() -> None:
    assert kl_divergence(Gaussian([[0]], [2]), Gaussian([[0]], [2])) == 0
    assert kl_divergence(Gaussian(np.zeros((0, 0)), []), Gaussian(np.zeros((0, 2)), [])) == 0


@every_full_gaussian
def test_to_standard_noise_what_it_has_along_axes_are_enough(g: Gaussian) -> None:
    found = standard_divergence(np.linalg.norm(g.mean), *np.linalg.eigvalsh(g.cov) - 1)
    assert_allclose(found, kl_divergence(g, Gaussian.standard(g.dim)), rtol=1e-7, atol=1e-12)


def test_a_law_without_width_has_no_divergence_along_its_axes() -> None:
    with pytest.raises(ValueError, match="`surplus` must be above -1, got -1"):
        standard_divergence(1.0, 0.0, -1.0)
