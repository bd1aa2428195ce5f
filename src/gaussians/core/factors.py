"""Factors of a covariance: the matrices A with A Aᵀ = Σ, and how to find them without jitter."""

import numpy as np

from gaussians.core.checks import Array, is_recorded
from gaussians.core.errors import NotPositiveSemidefiniteError

EPS = float(np.finfo(np.float64).eps)


def row_scales(matrix: Array) -> Array:
    """Largest absolute entry of each row, and 1 for a row of zeros: the units of a coordinate.

    Divided by its unit, a coordinate in metres and one in nanometres weigh the same, so that a
    decision about rank does not depend on the units chosen.
    """
    largest = np.abs(matrix).max(axis=1, initial=0.0)
    return np.where(largest > 0, largest, 1.0)


def rank_of(singular_values: Array, shape: tuple[int, ...]) -> int:
    """Count the singular values above rounding error: max(n, k) · 2.2e-16 times the largest."""
    largest = singular_values.max(initial=0.0)
    return int((singular_values > max(shape) * EPS * largest).sum())


def lower_triangular(factor: Array) -> Array:
    """Turn a factor (n, k) into the lower triangular one (n, n) with diagonal >= 0.

    Rows are orthogonalized one after the other (Gram-Schmidt, each twice, which is as exact as
    Householder's reflections): row i of L holds the coordinates of row i of A in the basis found.
    A row that adds no new direction gets a zero on the diagonal and leaves its column zero, so a
    singular covariance needs no jitter. Recorded numbers cannot be asked whether they are zero:
    there the factor must have full row rank.
    """
    n, k = factor.shape
    recorded = is_recorded(factor)
    basis = np.zeros((n, k), factor.dtype)
    lower = np.zeros((n, n), factor.dtype)
    tolerance = 8 * max(n, k) * EPS
    for i, row in enumerate(factor):
        unit = 1.0 if recorded else np.abs(row).max(initial=0.0) or 1.0  # squares may overflow
        rest = row / unit
        size = None if recorded else np.sqrt(rest @ rest)
        for _ in range(2):
            overlap = basis[:i] @ rest
            lower[i, :i] += unit * overlap
            rest = rest - overlap @ basis[:i]
        length = np.sqrt(rest @ rest)
        if recorded or length > tolerance * size:
            lower[i, i] = unit * length
            basis[i] = rest / length
    return lower


def cholesky(cov: Array) -> Array:
    """Lower triangular factor (n, n) of a covariance, exact for singular ones too.

    Raises
    ------
    NotPositiveSemidefiniteError
        If an eigenvalue is negative beyond rounding error.
    """
    if is_recorded(cov):
        return _cholesky_entries(cov)
    n = len(cov)
    variances = np.diagonal(cov)
    try:
        lower = np.linalg.cholesky(cov)
    except np.linalg.LinAlgError:
        pass
    else:
        if (np.diagonal(lower) ** 2 > 8 * n * EPS * variances).all():  # no pivot is rounding error
            return lower
    # Singular or indefinite: the eigenvalues of the correlations tell, in no one's units.
    scales = np.sqrt(np.where(variances > 0, variances, 1.0))
    values, vectors = np.linalg.eigh(cov / scales[:, None] / scales)
    tolerance = 8 * n * EPS * max(values.max(initial=0.0), 1.0)
    if (variances < 0).any() or values.min(initial=0.0) < -tolerance:
        smallest = np.linalg.eigvalsh(cov).min()
        raise NotPositiveSemidefiniteError(
            f"`cov` must have no negative eigenvalue, got smallest eigenvalue {smallest:.3g}"
        )
    kept = values > tolerance
    return lower_triangular(scales[:, None] * (vectors[:, kept] * np.sqrt(values[kept])))


def _cholesky_entries(cov: Array) -> Array:
    """Cholesky's recurrence written out, for recorded numbers, which numpy.linalg refuses."""
    lower = np.zeros(cov.shape, object)
    for i in range(len(cov)):
        for j in range(i + 1):
            rest = cov[i, j] - lower[i, :j] @ lower[j, :j]
            lower[i, j] = np.sqrt(rest) if i == j else rest / lower[j, j]
    return lower
