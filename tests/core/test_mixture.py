import math

import numpy as np
import pytest
import scipy.integrate
from grid import random_gaussian
from numpy.testing import assert_allclose, assert_array_equal
from scipy.special import logsumexp

from gaussians import Gaussian, Mixture, add_independent

WEIGHTS = np.array([0.2, 0.5, 0.3])
PARTS = [random_gaussian(2, k, 2, seed) for k, seed in ((2, 0), (3, 1), (5, 2))]
MIXTURE = Mixture(WEIGHTS, PARTS)
COUNT = 100_000


def test_density_is_the_weighted_sum() -> None:
    x = 2 * np.random.default_rng(0).standard_normal((3, 4, 2))
    expected = sum(w * g.pdf(x) for w, g in zip(WEIGHTS, PARTS, strict=True))
    assert_allclose(MIXTURE.pdf(x), expected, rtol=1e-12)
    assert_allclose(MIXTURE.logpdf(x), np.log(expected), rtol=1e-12, atol=1e-12)
    assert_allclose(MIXTURE.logpdf(x[0, 0]), np.log(expected[0, 0]), atol=1e-12)
    assert MIXTURE.pdf(x).shape == (3, 4)


def test_log_density_far_out() -> None:
    x = np.array([1e6, -1e6])
    terms = [g.logpdf(x) for g in PARTS]
    assert max(terms) < -1e6
    assert_allclose(MIXTURE.logpdf(x), logsumexp(terms, b=WEIGHTS), rtol=1e-14)
    assert MIXTURE.pdf(x) == 0


def test_moments_by_quadrature() -> None:
    mixture = Mixture([0.25, 0.75], [Gaussian([[1]], [-2]), Gaussian([[0.5]], [1])])

    def moment(power: int) -> float:
        return float(scipy.integrate.quad(lambda x: x**power * mixture.pdf([x]), -12, 8)[0])

    assert_allclose(moment(0), 1, rtol=1e-8)
    assert_allclose(mixture.mean, [moment(1)], rtol=1e-7)
    assert_allclose(mixture.cov, [[moment(2) - moment(1) ** 2]], rtol=1e-7)


def test_samples_have_its_moments_and_its_shares() -> None:
    x = MIXTURE.sample(np.random.default_rng(0), COUNT)
    error = np.sqrt(np.diagonal(MIXTURE.cov) / COUNT)
    assert np.all(np.abs(x.mean(axis=0) - MIXTURE.mean) < 5 * error)
    products = np.einsum("ij,ik->ijk", x - MIXTURE.mean, x - MIXTURE.mean)
    off = np.abs(products.mean(axis=0) - MIXTURE.cov)
    assert np.all(off < 5 * products.std(axis=0) / math.sqrt(COUNT))
    apart = Mixture([0.2, 0.8], [Gaussian([[1]], [-50]), Gaussian([[1]], [50])])
    share = (apart.sample(np.random.default_rng(1), COUNT) < 0).mean()
    assert abs(share - 0.2) < 5 * math.sqrt(0.16 / COUNT)


def test_sample_shapes() -> None:
    rng = np.random.default_rng(0)
    assert MIXTURE.sample(rng).shape == (2,)
    assert MIXTURE.sample(rng, 3).shape == (3, 2)
    assert MIXTURE.sample(rng, (4, 5)).shape == (4, 5, 2)
    assert MIXTURE.sample(rng, 0).shape == (0, 2)
    again = MIXTURE.sample(np.random.default_rng(9), 5)
    assert_array_equal(MIXTURE.sample(np.random.default_rng(9), 5), again)


def test_a_component_of_weight_zero_does_not_matter() -> None:
    point = Gaussian(np.zeros((2, 2)), [0, 0])
    mixture = Mixture([1, 0], [PARTS[0], point])
    assert_array_equal(mixture.logpdf([[1, 2]]), PARTS[0].logpdf([[1, 2]]))


def test_it_is_not_a_sum() -> None:
    far, near = Gaussian([[1]], [4]), Gaussian([[1]], [-4])
    mixture, total = Mixture([0.5, 0.5], [far, near]), add_independent(far, near)
    assert_allclose([mixture.mean, total.mean], [[0], [0]])
    assert_allclose([mixture.cov, total.cov], [[[17]], [[2]]])
    assert mixture.pdf([0]) < 0.01 * total.pdf([0])


def test_it_is_frozen() -> None:
    for array in (MIXTURE.weights, MIXTURE.mean, MIXTURE.cov):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
    with pytest.raises(AttributeError):
        MIXTURE.weights = WEIGHTS  # type: ignore[misc]
