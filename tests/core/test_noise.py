import numpy as np
import pytest
from grid import (
    assert_same_law,
    every_degenerate_gaussian,
    every_full_gaussian,
    every_gaussian,
    random_gaussian,
)
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import DegenerateGaussianError, Gaussian, OffSupportError

COUNT = 100_000


@every_gaussian
def test_transform_undoes_whiten(g: Gaussian) -> None:
    x = g.sample(np.random.default_rng(0), (4, 5))
    eps = g.whiten(x)
    assert eps.shape == (4, 5, g.noise_dim)
    assert_allclose(g.transform(eps), x, atol=1e-11)


@every_full_gaussian
def test_whiten_undoes_transform_where_the_factor_is_square(g: Gaussian) -> None:
    square = g.invertible()
    eps = np.random.default_rng(0).standard_normal((10, g.dim))
    assert_allclose(square.whiten(square.transform(eps)), eps, atol=1e-11)


@every_gaussian
def test_whiten_finds_the_shortest_noise(g: Gaussian) -> None:
    eps = np.random.default_rng(1).standard_normal((10, g.noise_dim))
    expected = eps @ (np.linalg.pinv(g.factor) @ g.factor).T if g.rank else 0 * eps
    assert_allclose(g.whiten(g.transform(eps)), expected, atol=1e-11)


@every_degenerate_gaussian
def test_whiten_refuses_points_off_the_support(g: Gaussian) -> None:
    aside = g.mean + np.random.default_rng(2).standard_normal((3, g.dim))
    with pytest.raises(OffSupportError, match=f"`x` .* dimension {g.rank} in {g.dim}"):
        g.whiten(aside)


@every_gaussian
def test_sample_moments(g: Gaussian) -> None:
    x = g.sample(np.random.default_rng(42), COUNT)
    off = np.abs(x.mean(axis=0) - g.mean)
    assert np.all(off <= 5 * g.std / np.sqrt(COUNT) + 1e-10)
    variances = g.std**2
    error = np.sqrt((np.outer(variances, variances) + g.cov**2) / COUNT)
    centered = x - g.mean
    assert np.all(np.abs(centered.T @ centered / COUNT - g.cov) <= 5 * error + 1e-10)


def test_samples_repeat_with_the_seed_and_have_the_shape_asked_for() -> None:
    g = random_gaussian(3, 7, 2, 0)
    rng = np.random.default_rng
    assert g.sample(rng(0)).shape == (3,)
    assert g.sample(rng(0), 0).shape == (0, 3)
    assert g.sample(rng(0), np.int64(4)).shape == (4, 3)  # type: ignore[arg-type]
    assert g.sample(rng(0), (2, 4)).shape == (2, 4, 3)
    assert_array_equal(g.sample(rng(7), 5), g.sample(rng(7), 5))
    assert_array_equal(g.sample(rng(7), 5), g.transform(rng(7).standard_normal((5, 7))))


@every_full_gaussian
def test_invertible_has_the_same_law_and_a_square_factor(g: Gaussian) -> None:
    square = g.invertible()
    assert square.factor.shape == (g.dim, g.dim)
    assert square.noise_dim == np.linalg.matrix_rank(square.factor)
    assert_same_law(square, g)
    assert (square is g) == (g.noise_dim == g.dim)


@every_degenerate_gaussian
def test_a_degenerate_gaussian_has_no_invertible_factor(g: Gaussian) -> None:
    with pytest.raises(DegenerateGaussianError, match=f"rank {g.rank} in {g.dim} dimensions"):
        g.invertible()


@pytest.mark.parametrize("scale", [1e-100, 1e100])
def test_whiten_at_extreme_scales(scale: float) -> None:
    g = random_gaussian(4, 4, 4, 0)
    eps = np.random.default_rng(3).standard_normal((6, 4))
    assert_allclose(g.whiten(g.transform(eps)), eps, atol=1e-12)
    mixed = Gaussian(np.array([scale, 1, 1 / scale, 1])[:, None] * g.factor, np.zeros(4))
    assert_allclose(mixed.whiten(mixed.transform(eps)), eps, atol=1e-12)
