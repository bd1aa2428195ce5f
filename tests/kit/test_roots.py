"""Every root of a covariance is a root, and any two differ by a rotation."""

from itertools import product

import numpy as np
import pytest
from scipy import linalg

from gaussians import Gaussian
from gaussians.kit.roots import ROOTS

SCALES = (0.1, 1, 2.5)
CORRELATIONS = (-0.99, -0.5, 0, 0.3, 0.99)


def law(sigma1: float, sigma2: float, rho: float) -> Gaussian:
    return Gaussian.from_scales([3, -4], [sigma1, sigma2], rho)


LAWS = [law(*place) for place in product(SCALES, SCALES, CORRELATIONS)]
every_law = pytest.mark.parametrize("law", LAWS)


@every_law
@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("turn", [-180, -30, 0, 77])
def test_a_root_squares_to_the_covariance_and_differs_from_cholesky_by_a_rotation(
    law: Gaussian, root: str, turn: float
) -> None:
    A = ROOTS[root].of(law, turn)
    np.testing.assert_allclose(A @ A.T, law.cov, rtol=1e-12, atol=1e-14)
    Q = linalg.solve(linalg.cholesky(law.cov, lower=True), A)
    np.testing.assert_allclose(Q @ Q.T, np.eye(2), atol=1e-11)
    assert linalg.det(Q) == pytest.approx(1)


@every_law
def test_the_symmetric_root_is_scipys(law: Gaussian) -> None:
    np.testing.assert_allclose(ROOTS["symmetric"].of(law, 0), linalg.sqrtm(law.cov), atol=1e-9)


@every_law
def test_the_eigen_root_has_the_axes_of_the_ellipse_longest_first(law: Gaussian) -> None:
    A = ROOTS["eigen"].of(law, 0)
    lengths = np.hypot(A[0], A[1])
    np.testing.assert_allclose(lengths[::-1] ** 2, linalg.eigvalsh(law.cov), rtol=1e-10)
    assert A[:, 0] @ A[:, 1] == pytest.approx(0, abs=1e-12)
    assert A[0, 0] > -1e-12


NEAR = 1e-7


def jump(root: str, one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Return by how much a root differs between two laws, given σ₁, σ₂ and ρ of each."""
    here, there = (ROOTS[root].of(law(*place), 33) for place in (one, other))
    return float(np.abs(here - there).max())


@pytest.mark.parametrize("root", ROOTS)
def test_only_the_eigen_root_jumps_and_only_at_rho_0_with_sigma1_not_the_larger(root: str) -> None:
    scales, correlations = (0.1, 0.4, 0.9, 1, 1.7, 2.5), (-0.9, -0.3, -0.1, 0, 0.1, 0.3, 0.9)
    for sigma1, sigma2, rho in product(scales, scales, correlations):
        found = max(
            jump(root, (sigma1 - NEAR, sigma2, rho), (sigma1 + NEAR, sigma2, rho)),
            jump(root, (sigma1, sigma2, rho - NEAR), (sigma1, sigma2, rho + NEAR)),
        )
        jumps = root == "eigen" and rho == 0 and sigma1 <= sigma2
        assert (found > 0.1) == jumps, (sigma1, sigma2, rho)


def test_the_dial_turns_anticlockwise_by_degrees() -> None:
    A = ROOTS["turned"].of(law(1, 2, 0), 90)
    np.testing.assert_allclose(A, [[0, -1], [2, 0]], atol=1e-15)
