import numpy as np
import pytest
from grid import Floats, assert_same_law, every_gaussian, random_gaussian
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import AffineMap, Gaussian, LinearGaussian, OffSupportError


def kernel(n: int, m: int, seed: int = 0) -> LinearGaussian:
    rng = np.random.default_rng([n, m, seed])
    return LinearGaussian(rng.standard_normal((m, n)), random_gaussian(m, m, m, seed))


@every_gaussian
def test_joint_has_prior_chain_and_kernel_as_its_parts(g: Gaussian) -> None:
    k = kernel(g.dim, 2)
    joint = k.joint(g)
    n = g.dim
    assert_same_law(joint.marginal(range(n)), g)
    assert_same_law(joint.marginal(range(n, n + 2)), k.chain(g))
    assert_allclose(joint.cov[:n, n:], g.cov @ k.matrix.T, atol=1e-11)
    x = g.sample(np.random.default_rng(0))
    found = joint.given(range(n), x).marginal(range(n, n + 2))
    assert_allclose(found.mean, k.at(x).mean, atol=1e-9)
    assert_allclose(found.cov, k.at(x).cov, atol=1e-9)


@every_gaussian
def test_chain_moments(g: Gaussian) -> None:
    k = kernel(g.dim, 3)
    y = k.chain(g)
    assert_allclose(y.mean, k.matrix @ g.mean + k.noise.mean, atol=1e-12)
    assert_allclose(y.cov, k.matrix @ g.cov @ k.matrix.T + k.noise.cov, atol=1e-11)


@every_gaussian
def test_a_chain_without_noise_is_a_push(g: Gaussian) -> None:
    matrix = kernel(g.dim, 2).matrix
    shift = np.array([1.0, 2.0])
    silent = LinearGaussian(matrix, Gaussian(np.zeros((2, 0)), shift))
    assert_same_law(silent.chain(g), g.push(AffineMap(matrix, shift)))


@pytest.mark.parametrize(("n", "m"), [(1, 1), (2, 1), (1, 3), (3, 2), (2, 4)])
def test_posterior_is_bayes_rule_for_densities(n: int, m: int) -> None:
    prior, k = random_gaussian(n, n + 1, n, 1), kernel(n, m, 1)
    x = prior.sample(np.random.default_rng(0))
    y = k.at(x).sample(np.random.default_rng(1))
    bayes = prior.logpdf(x) + k.at(x).logpdf(y) - k.chain(prior).logpdf(y)
    assert_allclose(k.posterior(prior, y).logpdf(x), bayes, rtol=1e-8)


@pytest.mark.parametrize("seed", range(4))
def test_posterior_agrees_with_kalman(seed: int) -> None:
    prior, k = random_gaussian(4, 6, 3, seed), kernel(4, 2, seed)
    y = k.chain(prior).sample(np.random.default_rng(seed))
    spread = k.matrix @ prior.cov @ k.matrix.T + k.noise.cov
    gain: Floats = np.linalg.solve(spread, k.matrix @ prior.cov).T
    found = k.posterior(prior, y)
    expected = prior.mean + gain @ (y - k.matrix @ prior.mean - k.noise.mean)
    assert_allclose(found.mean, expected, atol=1e-10)
    assert_allclose(found.cov, prior.cov - gain @ k.matrix @ prior.cov, atol=1e-10)


def test_a_perfect_measurement() -> None:
    k = LinearGaussian([[1, 1]], Gaussian([[0]], [0]))
    found = k.posterior(Gaussian.standard(2), [3])
    assert_allclose(found.mean, [1.5, 1.5])
    assert_allclose(found.cov, [[0.5, -0.5], [-0.5, 0.5]], atol=1e-15)
    with pytest.raises(OffSupportError, match="`y` cannot occur"):
        k.posterior(Gaussian(np.zeros((2, 2)), [0, 0]), [3])


def test_two_measurements_in_either_order_or_at_once() -> None:
    prior = random_gaussian(2, 2, 2, 3)
    first = LinearGaussian([[1, 2]], Gaussian([[0.5]], [0]))
    second = LinearGaussian([[3, -1]], Gaussian([[0.2]], [1]))
    both = LinearGaussian([[1, 2], [3, -1]], Gaussian.diagonal([0, 1], [0.5, 0.2]))
    expected = both.posterior(prior, [0.3, -0.4])
    assert_same_law(second.posterior(first.posterior(prior, [0.3]), [-0.4]), expected)
    assert_same_law(first.posterior(second.posterior(prior, [-0.4]), [0.3]), expected)


def test_a_filter_does_not_carry_all_noise_along() -> None:
    law, step = Gaussian.standard(2), LinearGaussian(np.eye(2), Gaussian.standard(2))
    for _ in range(5):
        law = LinearGaussian([[1, 0]], Gaussian([[1]], [0])).posterior(step.chain(law), [0])
    assert law.noise_dim <= 3


def test_it_is_frozen() -> None:
    k = kernel(2, 2)
    with pytest.raises(AttributeError):
        k.noise = Gaussian.standard(2)  # type: ignore[misc]
    with pytest.raises(ValueError, match="read-only"):
        k.matrix[0, 0] = 1
    at = k.at([1, 2])
    assert_array_equal(at.factor, k.noise.factor)
