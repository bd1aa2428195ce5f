"""Factors of a covariance: the matrices A with A Aᵀ = Σ, and how to find them without jitter."""

import numpy as np

from gaussians.core.checks import Array, each, is_recorded
from gaussians.core.errors import NotPositiveSemidefiniteError


def units(sizes: Array) -> Array:
    """Sizes of coordinates, rounded down to powers of two; 1 where the size is 0.

    Divided by its unit, a coordinate in metres and one in nanometres weigh the same, so that a
    decision about rank does not depend on the units chosen. To divide by a power of two is exact.
    """
    return np.where(sizes > 0, np.ldexp(1.0, np.frexp(sizes)[1] - 1), 1.0)


def row_scales(matrix: Array) -> Array:
    """Size of each row's largest entry, as a unit (see `units`); recorded numbers have no size."""
    if is_recorded(matrix):
        return np.ones(len(matrix))
    return units(np.abs(matrix).max(axis=1, initial=0.0))


def row_lengths(matrix: Array) -> Array:
    """Euclidean length of each row, shape (n,), by squares that neither overflow nor vanish."""
    if is_recorded(matrix):
        return np.asarray(each(np.sqrt, (matrix * matrix).sum(axis=1)))
    scales = row_scales(matrix)
    scaled = matrix / scales[:, None]
    return np.asarray(scales * np.sqrt((scaled * scaled).sum(axis=1)))


def rounding(matrix: Array) -> float:
    """Return what counts as rounding error, relative to a matrix (n, k): 8 max(n, k) · 2.2e-16."""
    return float(8 * max(matrix.shape) * np.finfo(np.float64).eps)


def lower_triangular(factor: Array) -> Array:
    """Turn a factor (n, k) into the lower triangular one (n, n) with diagonal >= 0."""
    return orthogonalized(factor)[0]


def orthogonalized(factor: Array) -> tuple[Array, Array]:
    """Return L, lower triangular (n, n) with diagonal >= 0, and orthonormal Q: factor = L Q.

    Rows are orthogonalized one after the other (Gram-Schmidt, each twice, which is as exact as
    Householder's reflections): row i of L holds the coordinates of row i of A in the basis found.
    A row that adds no new direction gets a zero on the diagonal and leaves its column of L and its
    row of Q zero, so a singular covariance needs no jitter.
    """
    n, k = factor.shape
    recorded = is_recorded(factor)
    scales = row_scales(factor)
    basis = np.zeros((n, k), factor.dtype)
    lower = np.zeros((n, n), factor.dtype)
    tolerance = rounding(factor)
    for i, row in enumerate(factor if recorded else factor / scales[:, None]):
        rest = row
        for _ in range(2):
            overlap = basis[:i] @ rest
            lower[i, :i] += overlap
            rest = rest - overlap @ basis[:i]
        length = np.sqrt(rest @ rest)
        adds = length > tolerance * np.sqrt(row @ row)  # recorded numbers have no `if`
        lower[i, i] = np.where(adds, length, 0.0)
        basis[i] = np.where(adds, rest, 0.0) / np.where(adds, length, 1.0)
    return lower if recorded else scales[:, None] * lower, basis


def cholesky(cov: Array, name: str = "cov") -> Array:
    """Lower triangular factor (n, n) of a covariance, exact for singular ones too.

    Raises
    ------
    NotPositiveSemidefiniteError
        If an eigenvalue is negative beyond rounding error.
    """
    if is_recorded(cov):
        return _cholesky_entries(cov)
    variances = np.diagonal(cov)
    try:
        lower = np.linalg.cholesky(cov)
    except np.linalg.LinAlgError:
        pass
    else:
        pivots = np.diagonal(lower) ** 2
        if (pivots > rounding(cov) * variances).all():
            return lower
    # Singular or indefinite: the eigenvalues of the correlations tell, whatever the units.
    scales = np.sqrt(np.where(variances > 0, variances, 1.0))
    values, vectors = np.linalg.eigh(cov / scales[:, None] / scales)
    tolerance = rounding(cov) * max(values.max(initial=0.0), 1.0)
    if (variances < 0).any() or values.min(initial=0.0) < -tolerance:
        smallest = np.linalg.eigvalsh(cov).min()
        raise NotPositiveSemidefiniteError(
            f"`{name}` must have no negative eigenvalue, got smallest eigenvalue {smallest:.3g}"
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
