"""Every root of a covariance is a root, and any two differ by a rotation."""

import numpy as np
import pytest
from scipy import linalg

from gaussians import Gaussian
from gaussians.kit.roots import ROOTS

COVARIANCES = [
    Gaussian.from_scales([0, 0], [s1, s2], rho).cov
    for s1 in (0.1, 1, 2.5)
    for s2 in (0.1, 1, 2.5)
    for rho in (-0.99, -0.5, 0, 0.3, 0.99)
]
every_cov = pytest.mark.parametrize("cov", COVARIANCES)


@every_cov
@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("turn", [-180, -30, 0, 77])
def test_a_root_squares_to_the_covariance_and_differs_from_cholesky_by_a_rotation(
    cov: np.ndarray, root: str, turn: float
) -> None:
    L = linalg.cholesky(cov, lower=True)
    A = ROOTS[root].of(L, cov, turn)
    np.testing.assert_allclose(A @ A.T, cov, rtol=1e-12, atol=1e-14)
    Q = linalg.solve(L, A)
    np.testing.assert_allclose(Q @ Q.T, np.eye(2), atol=1e-11)
    assert linalg.det(Q) == pytest.approx(1)


@every_cov
def test_the_symmetric_root_is_scipys(cov: np.ndarray) -> None:
    A = ROOTS["symmetric"].of(linalg.cholesky(cov, lower=True), cov, 0)
    np.testing.assert_allclose(A, linalg.sqrtm(cov), atol=1e-9)


@every_cov
def test_the_eigen_root_has_the_axes_of_the_ellipse_longest_first(cov: np.ndarray) -> None:
    A = ROOTS["eigen"].of(linalg.cholesky(cov, lower=True), cov, 0)
    lengths = np.hypot(A[0], A[1])
    np.testing.assert_allclose(lengths[::-1] ** 2, linalg.eigvalsh(cov), rtol=1e-10)
    assert A[:, 0] @ A[:, 1] == pytest.approx(0, abs=1e-12)
