import math
from fractions import Fraction

import numpy as np
import pytest
from grid import (
    every_degenerate_gaussian,
    every_full_gaussian,
    every_gaussian,
    every_random_gaussian,
    random_gaussian,
)
from numpy.testing import assert_allclose, assert_array_equal
from scipy.stats import multivariate_normal

from gaussians import AffineMap, DegenerateGaussianError, Gaussian


@every_full_gaussian
def test_logpdf_agrees_with_scipy(g: Gaussian) -> None:
    x = 3 * np.random.default_rng(0).standard_normal((50, g.dim))
    expected = multivariate_normal(g.mean, g.cov).logpdf(x)
    assert_allclose(g.logpdf(x), expected, rtol=1e-9, atol=1e-9)
    assert_allclose(g.pdf(x), np.exp(expected), rtol=1e-8)
    assert_allclose(g.logpdf_on_support(x), g.logpdf(x), rtol=1e-13)


@every_random_gaussian
def test_logpdf_on_support_agrees_with_scipy(g: Gaussian) -> None:
    x = g.sample(np.random.default_rng(0), 50)
    expected = multivariate_normal(g.mean, g.cov, allow_singular=True).logpdf(x)
    assert_allclose(g.logpdf_on_support(x), expected, rtol=1e-9, atol=1e-9)


@every_degenerate_gaussian
def test_a_degenerate_gaussian_has_a_density_on_its_support_only(g: Gaussian) -> None:
    aside = g.mean + np.random.default_rng(2).standard_normal((3, g.dim))
    assert_array_equal(g.logpdf_on_support(aside), [-math.inf] * 3)
    assert_array_equal(g.mahalanobis(aside), [math.inf] * 3)
    assert g.entropy() == -math.inf
    message = f"rank {g.rank} in {g.dim} dimensions.*logpdf_on_support"
    with pytest.raises(DegenerateGaussianError, match=message):
        g.logpdf(aside)
    with pytest.raises(DegenerateGaussianError, match=message):
        g.pdf(aside)


def test_a_point_mass() -> None:
    g = Gaussian(np.zeros((2, 2)), [1, 2])
    assert g.logpdf_on_support([1, 2]) == 0
    assert g.mahalanobis([1, 2]) == 0
    assert g.logpdf_on_support([1, 2.001]) == -math.inf


@every_gaussian
def test_mahalanobis_is_the_length_of_the_noise(g: Gaussian) -> None:
    x = g.sample(np.random.default_rng(0), (3, 4))
    assert_allclose(g.mahalanobis(x), np.linalg.norm(g.whiten(x), axis=-1), atol=1e-11)


@pytest.mark.parametrize("n", [1, 3])
def test_any_leading_shape(n: int) -> None:
    g = random_gaussian(n, n, n, 0)
    x = np.random.default_rng(0).standard_normal((2, 3, 4, n))
    for density in (g.logpdf, g.pdf, g.mahalanobis, g.logpdf_on_support):
        whole = density(x)
        assert whole.shape == (2, 3, 4)
        assert_allclose(whole[1, 2], density(x[1, 2]), rtol=1e-13)
        assert density(x[:0]).shape == (0, 3, 4)
        single = density(x[1, 2, 3])
        assert isinstance(single, np.float64)
        assert_allclose(single, whole[1, 2, 3], rtol=1e-13)
        assert_allclose(density(x.swapaxes(0, 2)), whole.swapaxes(0, 2), rtol=1e-13)
        stretched = np.broadcast_to(x[0, 0, 0], (5, n))
        assert_allclose(density(stretched), np.full(5, whole[0, 0, 0]), rtol=1e-13)


def test_integer_points_and_lists_and_float32() -> None:
    g = random_gaussian(2, 2, 2, 0)
    expected = g.logpdf(np.array([[1.0, 2.0], [3.0, 4.0]]))
    assert_array_equal(g.logpdf([[1, 2], [3, 4]]), expected)
    assert_array_equal(g.logpdf(np.array([[1, 2], [3, 4]], np.int8)), expected)
    assert_array_equal(g.logpdf(np.array([[1, 2], [3, 4]], np.float32)), expected)


def test_the_points_are_not_changed() -> None:
    x = np.ones((3, 2))
    Gaussian.standard(2).logpdf(x)
    assert_array_equal(x, np.ones((3, 2)))


def test_many_points_are_worked_on_in_blocks() -> None:
    g = random_gaussian(2, 2, 2, 0)
    x = g.sample(np.random.default_rng(0), 40_001)
    one_by_one = [g.logpdf(x[i]) for i in (0, 16_383, 16_384, 32_768, 40_000)]
    assert_allclose(g.logpdf(x)[[0, 16_383, 16_384, 32_768, 40_000]], one_by_one, rtol=1e-13)


@pytest.mark.parametrize("power", [-200, -100, 100, 200])
def test_covariances_of_extreme_size(power: int) -> None:
    g = random_gaussian(4, 4, 4, 0)
    x = g.sample(np.random.default_rng(1), 20)
    unit = 10.0 ** (power / 2)
    scaled = Gaussian(unit * g.factor, unit * g.mean)
    expected = g.logpdf(x) - 4 * math.log(unit)
    assert_allclose(scaled.logpdf(unit * x), expected, rtol=1e-12)
    assert_allclose(scaled.mahalanobis(unit * x), g.mahalanobis(x), rtol=1e-12)
    from_cov = Gaussian.from_cov(scaled.mean, scaled.cov)
    assert_allclose(from_cov.logpdf(unit * x), expected, rtol=1e-9)
    assert_allclose(scaled.entropy(), g.entropy() + 4 * math.log(unit), rtol=1e-12)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_mixed_units(order: tuple[int, ...]) -> None:
    g = random_gaussian(3, 3, 3, 0)
    x = g.sample(np.random.default_rng(1), 20)
    units = np.array([1e-100, 1.0, 1e100])[list(order)]
    scaled = g.push(AffineMap(np.diag(units), np.zeros(3)))
    assert scaled.rank == 3
    assert_allclose(scaled.logpdf(units * x), g.logpdf(x), rtol=1e-11)
    from_cov = Gaussian.from_cov(scaled.mean, scaled.cov)
    assert_allclose(from_cov.logpdf(units * x), g.logpdf(x), rtol=1e-9)


def test_many_dimensions() -> None:
    """So many that the determinant of the covariance is beyond all floats."""
    n = 150
    rng = np.random.default_rng(0)
    g = Gaussian(np.eye(n) + 0.1 * rng.standard_normal((n, n)), rng.standard_normal(n))
    x = g.sample(np.random.default_rng(1), 5)
    assert_allclose(g.logpdf(x), multivariate_normal(g.mean, g.cov).logpdf(x), rtol=1e-9)
    small = Gaussian(1e-100 * g.factor, np.zeros(n))
    assert_allclose(
        small.logpdf(1e-100 * (x - g.mean)), g.logpdf(x) + n * math.log(1e100), rtol=1e-11
    )


def near_one_oracle(rho: float, x: tuple[float, float]) -> float:
    r, a, b = Fraction(rho), Fraction(x[0]), Fraction(x[1])
    det = 1 - r * r
    squared = (a * a - 2 * r * a * b + b * b) / det
    return float(-squared / 2) - math.log(det) / 2 - math.log(2 * math.pi)


@pytest.mark.parametrize("rho", [1 - 1e-12, -1 + 1e-12, 0.999, 1 - 2.0**-53])
def test_correlations_close_to_one(rho: float) -> None:
    g = Gaussian.from_scales([0, 0], [1, 1], rho)
    sign = math.copysign(1, rho)
    for x in ((1.0, sign), (1.0, sign * (1 + 1e-6)), (0.5, -sign)):
        assert_allclose(g.logpdf(x), near_one_oracle(rho, x), rtol=1e-7)


def test_nearly_singular_covariance_matrix() -> None:
    rho = 1 - 1e-9
    g = Gaussian.from_cov([0, 0], [[1, rho], [rho, 1]])
    for x in ((1.0, 1.0), (1.0, 1 + 1e-5)):
        assert_allclose(g.logpdf(x), near_one_oracle(rho, x), rtol=1e-6)


@pytest.mark.parametrize("rho", [1, -1])
def test_correlations_of_one(rho: int) -> None:
    g = Gaussian.from_scales([1, 2], [3, 4], rho)
    assert g.rank == 1
    assert_allclose(g.mahalanobis([4, 2 + 4 * rho]), 1)
    assert_allclose(g.logpdf_on_support([1, 2]), -math.log(5 * math.sqrt(2 * math.pi)))
    assert g.mahalanobis([4, 2 - 4 * rho]) == math.inf


@every_full_gaussian
def test_entropy_agrees_with_scipy(g: Gaussian) -> None:
    assert_allclose(g.entropy(), multivariate_normal(g.mean, g.cov).entropy(), rtol=1e-9)
