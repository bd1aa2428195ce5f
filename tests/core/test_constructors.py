from fractions import Fraction

import numpy as np
import pytest
from grid import every_gaussian
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import Gaussian


def test_standard() -> None:
    g = Gaussian.standard(np.int32(3))  # type: ignore[arg-type]
    assert_array_equal(g.factor, np.eye(3))
    assert_array_equal(g.mean, np.zeros(3))
    assert Gaussian.standard(0).dim == 0


@every_gaussian
def test_from_cov_keeps_the_law(g: Gaussian) -> None:
    again = Gaussian.from_cov(g.mean, g.cov)
    assert_array_equal(again.mean, g.mean)
    assert_allclose(again.cov, g.cov, atol=1e-13)
    assert again.rank == g.rank
    assert_array_equal(again.factor, np.tril(again.factor))


@settings(derandomize=True, deadline=None, max_examples=40)
@given(arrays(float, (3, 3), elements=st.integers(-3, 3).map(float)))
def test_any_gram_matrix_is_a_covariance(factor: np.ndarray) -> None:
    cov = factor @ factor.T
    g = Gaussian.from_cov(np.zeros(3), cov)
    assert_allclose(g.cov, cov, atol=1e-12)
    assert g.rank == np.linalg.matrix_rank(factor)


def test_from_cov_takes_a_matrix_that_is_symmetric_to_rounding() -> None:
    low, high = [[1, 0.5], [0.5 + 1e-12, 1]], [[1, 0.5 + 1e-12], [0.5, 1]]
    assert_array_equal(Gaussian.from_cov([0, 0], low).cov, Gaussian.from_cov([0, 0], high).cov)


@pytest.mark.parametrize("rho", [-1, -0.3, 0, 0.6, 1, 1 - 1e-12])
def test_from_scales_in_two_dimensions(rho: float) -> None:
    g = Gaussian.from_scales([1, 2], [3, 4], rho)
    assert_allclose(g.cov, [[9, 12 * rho], [12 * rho, 16]], rtol=1e-14)
    assert_array_equal(g.factor, np.tril(g.factor))
    assert g.rank == (1 if abs(rho) == 1 else 2)
    by_matrix = Gaussian.from_scales([1, 2], [3, 4], [[1, rho], [rho, 1]])
    assert_allclose(by_matrix.cov, g.cov, rtol=1e-14)
    assert by_matrix.rank == g.rank


@pytest.mark.parametrize("rho", [1 - 1e-12, -1 + 1e-12, 1 - 1e-7, -1 + 3e-6, 0.99999])
def test_a_correlation_near_one_keeps_its_digits(rho: float) -> None:
    left = Gaussian.from_scales([0, 0], [1, 1], rho).factor[1, 1]
    assert_allclose(left**2, float(1 - Fraction(rho) ** 2), rtol=1e-15)


def test_from_scales_with_a_matrix() -> None:
    corr = np.array([[1, 0.5, -0.2], [0.5, 1, 0.3], [-0.2, 0.3, 1]])
    scales = np.array([1e-100, 2, 1e100])
    g = Gaussian.from_scales([0, 0, 0], scales, corr)
    assert_allclose(g.corr, corr, atol=1e-14)
    assert_allclose(g.std, scales, rtol=1e-14)


def test_from_scales_with_a_singular_matrix_and_a_scale_of_zero() -> None:
    corr = [[1, -1, 0.5], [-1, 1, -0.5], [0.5, -0.5, 1]]
    g = Gaussian.from_scales([0, 0, 0], [1, 2, 0], corr)
    assert g.rank == 1
    assert_allclose(g.cov, [[1, -2, 0], [-2, 4, 0], [0, 0, 0]], atol=1e-14)


def test_from_scales_without_correlation() -> None:
    for n in (0, 1, 2, 4):
        g = Gaussian.from_scales(np.zeros(n), np.arange(1.0, n + 1))
        assert_array_equal(g.factor, np.diag(np.arange(1.0, n + 1)))


def test_spherical_and_diagonal() -> None:
    assert_array_equal(Gaussian.spherical([1, 2], 3).factor, 3 * np.eye(2))
    assert_array_equal(Gaussian.spherical([1, 2], 0).cov, np.zeros((2, 2)))
    assert_array_equal(Gaussian.diagonal([1, 2], [3, 0]).factor, [[3, 0], [0, 0]])
    assert Gaussian.spherical([1, 2], 3).family == "spherical"
    assert Gaussian.diagonal([1, 2], [3, 1]).family == "diagonal"
