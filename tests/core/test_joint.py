import numpy as np
from grid import assert_same_law, every_gaussian, random_gaussian
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import Gaussian, LinearGaussian, add_independent, concatenate


@every_gaussian
def test_concatenate(g: Gaussian) -> None:
    h = random_gaussian(2, 3, 2, 7)
    both = concatenate(g, h, g)
    assert (both.dim, both.noise_dim) == (2 * g.dim + 2, 2 * g.noise_dim + 3)
    n = g.dim
    assert_same_law(both.marginal(range(n)), g)
    assert_same_law(both.marginal(range(n, n + 2)), h)
    assert_same_law(both.marginal(range(n + 2, 2 * n + 2)), g)
    assert_array_equal(both.cov[:n, n:], np.zeros((n, n + 2)))
    assert both.rank == 2 * g.rank + 2


def test_independent_densities_multiply() -> None:
    g, h = random_gaussian(2, 2, 2, 0), random_gaussian(3, 3, 3, 0)
    x = np.random.default_rng(0).standard_normal((10, 5))
    assert_allclose(concatenate(g, h).logpdf(x), g.logpdf(x[:, :2]) + h.logpdf(x[:, 2:]))


def test_concatenate_nothing_or_one() -> None:
    assert concatenate().dim == 0
    g = random_gaussian(3, 7, 2, 0)
    assert_array_equal(concatenate(g).factor, g.factor)


@every_gaussian
def test_a_sum_is_a_chain_with_the_identity(g: Gaussian) -> None:
    noise = random_gaussian(g.dim, 3, 1, 9)
    assert_same_law(add_independent(g, noise), LinearGaussian(np.eye(g.dim), noise).chain(g))


@every_gaussian
def test_means_and_covariances_add(g: Gaussian) -> None:
    h = random_gaussian(g.dim, 4, 1, 8)
    total = add_independent(g, h, h)
    assert_allclose(total.mean, g.mean + 2 * h.mean, atol=1e-13)
    assert_allclose(total.cov, g.cov + 2 * h.cov, atol=1e-12)
    assert total.noise_dim == g.noise_dim + 8


@every_gaussian
def test_each_keeps_its_own_noise(g: Gaussian) -> None:
    h = random_gaussian(g.dim, 4, 1, 8)
    eps = np.random.default_rng(0).standard_normal((5, g.noise_dim + 4))
    expected = g.transform(eps[:, : g.noise_dim]) + h.transform(eps[:, g.noise_dim :])
    assert_allclose(add_independent(g, h).transform(eps), expected, atol=1e-12)
