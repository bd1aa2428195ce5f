"""Mardia's two numbers against his own formula, pair by pair, and against chance."""

import numpy as np
import pytest
from scipy import stats

from gaussians import mardia


def pair_by_pair(points: np.ndarray) -> tuple[float, float]:
    """Return them as he wrote them: by products of all pairs, and an inverse."""
    centered = points - points.mean(axis=0)
    inner = centered @ np.linalg.inv(np.cov(points.T, bias=True).reshape(2 * [points.shape[1]]))
    products = inner @ centered.T
    return float((products**3).mean()), float((np.diag(products) ** 2).mean())


@pytest.mark.parametrize("dim", [1, 2, 3, 5])
def test_they_are_what_mardia_wrote(dim: int) -> None:
    rng = np.random.default_rng(dim)
    points = rng.exponential(size=(200, dim)) @ rng.standard_normal((dim, dim)) + 7
    np.testing.assert_allclose(mardia(points), pair_by_pair(points), rtol=1e-10)


def test_in_one_dimension_they_are_the_usual_ones() -> None:
    x = np.random.default_rng(0).gamma(2, size=500)
    found = mardia(x[:, None])
    assert found.skewness == pytest.approx(stats.skew(x) ** 2)
    assert found.kurtosis == pytest.approx(stats.kurtosis(x, fisher=False))


def test_an_affine_map_with_an_inverse_changes_neither() -> None:
    rng = np.random.default_rng(3)
    points = np.tanh(rng.standard_normal((1000, 2)) * [2, 1] + [0.5, 0])
    for scale, far in ((1.0, 3.0), (1e-120, 0.0), (1e120, 0.0), (1.0, 1e6)):
        matrix = scale * np.array([[1.0, 2.0], [-0.5, 1e-3 + 1]])
        rtol = 1e-12 if far < 10 else 1e-8  # digits are lost before the mean is taken off
        np.testing.assert_allclose(mardia(points @ matrix.T + far), mardia(points), rtol=rtol)


def test_a_narrow_cloud_has_them_and_a_line_has_not() -> None:
    noise = np.random.default_rng(4).standard_normal((1000, 2))
    narrow = noise @ np.array([[1, 1], [0, 1e-6]])
    np.testing.assert_allclose(mardia(narrow), mardia(noise), rtol=1e-8)
    for flat in (noise @ [[1, 0.3], [2, 0.6]] + 1, noise * [1, 0], 0 * noise + 5, noise[:1]):
        assert np.isnan(mardia(flat)).all()


def test_chance_moves_them_as_it_is_said_to() -> None:
    rng, n = np.random.default_rng(5), 1000
    found = np.array([mardia(rng.standard_normal((n, 2))) for _ in range(400)])
    assert stats.kstest(n / 6 * found[:, 0], stats.chi2(4).cdf).pvalue > 0.01
    assert found[:, 1].mean() == pytest.approx(8, abs=0.08)
    assert found[:, 1].std() == pytest.approx(np.sqrt(64 / n), rel=0.12)


def test_what_is_no_sample_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"`points` must have shape \(n, dim\), got 1 axes"):
        mardia([1, 2, 3])
    with pytest.raises(ValueError, match=r"`points` must not be empty, got shape \(0, 2\)"):
        mardia(np.empty((0, 2)))
    with pytest.raises(ValueError, match="`points` must hold finite numbers, got NaN"):
        mardia([[1, np.nan]])
