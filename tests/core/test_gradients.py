import math

import numpy as np
import pytest
from grid import Floats, every_full_gaussian, every_gaussian
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import Gaussian, reparameterized_gradient, score_function_gradient

COUNT = 40_000


class Quadratic:
    """f(x) = x·Qx/2 + c·x, for which E f and its gradients are known."""

    def __init__(self, n: int) -> None:
        rng = np.random.default_rng(n)
        root = rng.standard_normal((n, n))
        self.q, self.c = root + root.T, rng.standard_normal(n)

    def __call__(self, x: Floats) -> Floats:
        return np.asarray(np.einsum("...i,ij,...j", x, self.q, x) / 2 + x @ self.c)

    def gradient(self, x: Floats) -> Floats:
        return np.asarray(x @ self.q + self.c)

    def exact(self, g: Gaussian) -> tuple[Floats, Floats]:
        return self.q @ g.mean + self.c, self.q @ g.factor


def assert_unbiased(samples: Floats, exact: Floats) -> None:
    error = samples.std(axis=0) / math.sqrt(len(samples))
    assert np.all(np.abs(samples.mean(axis=0) - exact) <= 5 * error + 1e-10)


@every_gaussian
def test_pathwise_gradients_are_unbiased(g: Gaussian) -> None:
    f = Quadratic(g.dim)
    eps = np.random.default_rng(0).standard_normal((COUNT, g.noise_dim))
    found = reparameterized_gradient(g, f.gradient, eps)
    in_mean, in_factor = f.exact(g)
    assert_unbiased(found.mean, in_mean)
    assert_unbiased(found.factor, in_factor)


@every_full_gaussian
def test_score_function_gradients_are_unbiased(g: Gaussian) -> None:
    f = Quadratic(g.dim)
    eps = np.random.default_rng(0).standard_normal((COUNT, g.noise_dim))
    found = score_function_gradient(g, f, eps)
    in_mean, in_factor = f.exact(g)
    assert_unbiased(found.mean, in_mean)
    assert_unbiased(found.factor, in_factor)


@every_full_gaussian
def test_each_score_is_the_derivative_of_logpdf(g: Gaussian) -> None:
    eps = np.random.default_rng(0).standard_normal(g.noise_dim)
    x = g.transform(eps)
    score = score_function_gradient(g, lambda x: np.ones(x.shape[:-1]), eps)
    h = 1e-6
    for i in range(g.dim):
        step = h * np.eye(g.dim)[i]
        ahead, behind = (Gaussian(g.factor, g.mean + s).logpdf(x) for s in (step, -step))
        assert_allclose(score.mean[i], (ahead - behind) / (2 * h), rtol=1e-3, atol=1e-4)
        for j in range(g.noise_dim):
            bump = np.outer(step, np.eye(g.noise_dim)[j])
            ahead, behind = (Gaussian(g.factor + s, g.mean).logpdf(x) for s in (bump, -bump))
            assert_allclose(score.factor[i, j], (ahead - behind) / (2 * h), rtol=1e-3, atol=1e-4)


def test_the_famous_variances() -> None:
    """For f(x) = x² at mean 1.5, σ = 1: 4 against μ⁴ + 14 μ² + 15 = 51.5625."""
    g = Gaussian([[1]], [1.5])
    eps = np.random.default_rng(0).standard_normal((COUNT, 1))
    pathwise = reparameterized_gradient(g, lambda x: 2 * x, eps).mean
    score = score_function_gradient(g, lambda x: x[..., 0] ** 2, eps).mean
    assert_unbiased(pathwise, np.array([3.0]))
    assert_unbiased(score, np.array([3.0]))
    for samples, variance in ((pathwise, 4.0), (score, 51.5625)):
        squares = (samples - samples.mean()) ** 2
        assert abs(squares.mean() - variance) < 5 * squares.std() / math.sqrt(COUNT)


def test_a_step_makes_the_pathwise_estimate_wrong() -> None:
    """P(x > 0) changes with the mean by the density at 0; the path's derivative is 0."""
    g = Gaussian([[1]], [0.5])
    eps = np.random.default_rng(0).standard_normal((COUNT, 1))
    exact = g.pdf([0])
    assert exact > 0.3
    assert_unbiased(score_function_gradient(g, lambda x: x[..., 0] > 0, eps).mean, exact)
    assert_array_equal(reparameterized_gradient(g, np.zeros_like, eps).mean, np.zeros((COUNT, 1)))


def test_shapes() -> None:
    g = Gaussian([[1, 2, 0], [0, 1, 1]], [0, 0])
    for shape in [(), (4,), (4, 5)]:
        eps = np.zeros((*shape, 3))
        for found in (
            reparameterized_gradient(g, lambda x: x, eps),
            score_function_gradient(g, lambda x: x.sum(axis=-1), eps),
        ):
            assert found.mean.shape == (*shape, 2)
            assert found.factor.shape == (*shape, 2, 3)


@pytest.mark.parametrize("scale", [1e-100, 1e100])
def test_scores_in_extreme_units(scale: float) -> None:
    factor = np.array([[1.0, 2.0], [0.0, 1.0]])
    eps = np.random.default_rng(0).standard_normal((5, 2))
    one = score_function_gradient(Gaussian(factor, [0, 0]), lambda x: np.ones(5), eps)
    far = Gaussian(scale * factor, [0, 1e9 * scale])  # the place must not cost digits
    found = score_function_gradient(far, lambda x: np.ones(5), eps)
    assert_allclose(scale * found.mean, one.mean, rtol=1e-12)
    assert_allclose(scale * found.factor, one.factor, rtol=1e-12, atol=1e-13)
