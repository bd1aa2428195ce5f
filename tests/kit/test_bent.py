"""Bent noise has the mean and covariance of noise, and is not Gaussian."""

import numpy as np
import pytest
from numpy.polynomial.hermite_e import hermegauss

from gaussians.kit import bend, draw_noise


@pytest.mark.parametrize("much", [0.0, 0.35, 0.9, 1.0])
def test_mean_and_covariance_stay_those_of_noise(much: float) -> None:
    node, weight = hermegauss(12)  # exact for such polynomials
    noise = np.stack(np.meshgrid(node, node), axis=2).reshape(-1, 2)
    weights = np.outer(weight, weight).ravel() / (2 * np.pi)
    bent = bend(noise, much)
    np.testing.assert_array_equal(bent[:, 0], noise[:, 0])
    np.testing.assert_allclose(weights @ bent, 0, atol=1e-12)
    np.testing.assert_allclose((bent * weights[:, None]).T @ bent, np.eye(2), atol=1e-12)
    skew = weights @ bent[:, 1] ** 3
    assert skew == pytest.approx(2 * np.sqrt(2) * much**3, abs=1e-12)


def test_noise_that_is_not_bent_stays() -> None:
    np.testing.assert_array_equal(bend(draw_noise(1), 0), draw_noise(1))
