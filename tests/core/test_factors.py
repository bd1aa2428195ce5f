import numpy as np
import pytest
import scipy.linalg
from grid import every_full_gaussian, every_gaussian
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import Gaussian, NotPositiveSemidefiniteError
from gaussians.core.factors import (
    cholesky,
    lower_triangular,
    orthogonalized,
    row_lengths,
    row_scales,
)


def assert_is_cholesky(lower: np.ndarray, cov: np.ndarray, rank: int) -> None:
    scales = np.sqrt(np.diagonal(cov))
    unit = np.outer(scales, scales)
    assert_array_equal(lower, np.tril(lower))
    assert (np.diagonal(lower) >= 0).all()
    assert np.all(np.abs(lower @ lower.T - cov) <= 1e-13 * unit)
    lost = np.diagonal(lower) == 0
    assert lost.sum() == len(cov) - rank
    assert (lower[:, lost] == 0).all()


@every_gaussian
def test_lower_triangular_is_a_generalized_cholesky_factor(g: Gaussian) -> None:
    assert_is_cholesky(lower_triangular(g.factor), g.cov, g.rank)


@every_gaussian
def test_cholesky_of_any_covariance(g: Gaussian) -> None:
    assert_is_cholesky(cholesky(g.cov), g.cov, g.rank)


@every_full_gaussian
def test_both_are_the_cholesky_factor_where_there_is_only_one(g: Gaussian) -> None:
    expected = scipy.linalg.cholesky(g.cov, lower=True)
    assert_allclose(lower_triangular(g.factor), expected, rtol=1e-9, atol=1e-12)
    assert_allclose(cholesky(g.cov), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("lost", [(0,), (1,), (3,), (0, 2), (1, 2), (0, 1, 2, 3)])
def test_rank_may_be_lost_in_any_place(lost: tuple[int, ...]) -> None:
    rng = np.random.default_rng(0)
    expected = np.tril(rng.uniform(0.5, 2, (4, 4)))
    expected[:, lost] = 0
    assert_allclose(cholesky(expected @ expected.T), expected, atol=1e-12)
    turned = expected @ np.linalg.qr(rng.standard_normal((4, 4)))[0]
    assert_allclose(lower_triangular(turned), expected, atol=1e-12)


def test_small_is_not_singular() -> None:
    lower = lower_triangular(np.array([[1.0, 0.0], [1.0, 1e-9]]))
    assert_allclose(lower, [[1.0, 0], [1, 1e-9]], rtol=1e-6)


@pytest.mark.parametrize("seed", range(5))
def test_nearly_equal_rows_do_not_spoil_those_after_them(seed: int) -> None:
    """Orthogonalized once only, rows that differ by 1e-8 leave a basis that is not orthogonal."""
    rng = np.random.default_rng(seed)
    factor = rng.standard_normal((4, 4))
    factor[1] = factor[0] + 1e-8 * factor[1]
    triangle = np.linalg.qr(factor.T)[1].T
    expected = triangle * np.sign(np.diagonal(triangle))
    assert_allclose(lower_triangular(factor), expected, rtol=1e-6, atol=1e-14)
    assert_is_cholesky(lower_triangular(factor), factor @ factor.T, 4)


@pytest.mark.parametrize("scale", [1e-200, 1e-100, 1e100, 1e200])
def test_factors_at_extreme_scales(scale: float) -> None:
    factor = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 1.0], [1.0, 3.0, 1.0]])  # third = sum of others
    expected = lower_triangular(factor)
    assert_allclose(lower_triangular(scale * factor), scale * expected, rtol=1e-13)
    assert expected[2, 2] == 0


@pytest.mark.parametrize("scale", [1e-200, 1e200])
def test_cholesky_at_extreme_scales(scale: float) -> None:
    cov = np.array([[4.0, 2.0], [2.0, 1.0]])
    assert_allclose(cholesky(scale * cov), np.sqrt(scale) * np.array([[2, 0], [1, 0]]), rtol=1e-12)


def test_cholesky_in_mixed_units() -> None:
    units = np.array([1e-100, 1.0, 1e100])
    lower = np.array([[1.0, 0, 0], [2, 0, 0], [1, 0, 3]])
    cov = units[:, None] * (lower @ lower.T) * units
    assert_allclose(cholesky(cov) / units[:, None], lower, atol=1e-12)


@pytest.mark.parametrize(
    ("cov", "smallest"),
    [
        ([[1.0, 2.0], [2.0, 1.0]], "-1$"),
        ([[0.0, 1.0], [1.0, 0.0]], "-1$"),
        ([[1.0, 0.0], [0.0, -1e-9]], "-1e-09$"),
        ([[1.0, 0.0], [0.0, -1e-20]], "-1e-20$"),  # in units of its own it may be large
        ([[1e-20, 2e-20], [2e-20, 1e-20]], "-1e-20$"),
        ([[1.0, 1.0, 0.0], [1.0, 1.0, 1e-3], [0.0, 1e-3, 1.0]], "-5e-07$"),
    ],
)
def test_indefinite_matrices_are_refused(cov: list[list[float]], smallest: str) -> None:
    with pytest.raises(NotPositiveSemidefiniteError, match=smallest):
        cholesky(np.array(cov))


def test_row_scales_are_powers_of_two_and_lengths_do_not_overflow() -> None:
    matrix = np.array([[3e200, 4e200], [3e-200, -4e-200], [0, 0], [5e-324, 0], [1.7e308, 0]])
    exponents = np.log2(row_scales(matrix))
    assert_array_equal(exponents, np.round(exponents))
    assert_allclose(row_lengths(matrix), [5e200, 5e-200, 0, 5e-324, 1.7e308], rtol=1e-14)
    assert_array_equal(row_lengths(np.zeros((2, 0))), [0, 0])


def test_rows_are_a_lower_triangular_mix_of_orthonormal_ones() -> None:
    factor = np.array([[3.0, 0, 4, 0], [3, 1e-7, 4, 0], [6, 0, 8, 0], [0, 0, 1, 1]])
    lower, basis = orthogonalized(factor)
    assert_allclose(lower @ basis, factor, atol=1e-15)
    assert_allclose(basis @ basis.T, np.diag([1.0, 1, 0, 1]), atol=1e-15)  # the third is no new one
