"""Named ways to a Gaussian; each finds a factor and calls ``Gaussian(factor, mean)``."""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, checked, count, is_recorded, numbers, scalar
from gaussians.core.factors import cholesky

if TYPE_CHECKING:
    from gaussians.core.gaussian import Gaussian

SYMMETRY_TOLERANCE = 1e-9  # relative to the standard deviations: two halves this close are equal


def standard(cls: "type[Gaussian]", dim: int) -> "Gaussian":
    """Build standard noise itself: independent coordinates with mean 0 and standard deviation 1.

    Raises
    ------
    ValueError
        If `dim` is not an integer of at least 0.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian.standard(2).cov
    array([[1., 0.],
           [0., 1.]])
    """
    size = count("dim", dim)
    return cls(np.eye(size), np.zeros(size))


def from_cov(cls: "type[Gaussian]", mean: npt.ArrayLike, cov: npt.ArrayLike) -> "Gaussian":
    """N(mean, cov), with the lower triangular Cholesky factor: every covariance has one.

    Parameters
    ----------
    mean
        Shape (n,).
    cov
        Σ, shape (n, n), symmetric, without negative eigenvalues; singular ones are welcome.

    Raises
    ------
    NotPositiveSemidefiniteError
        If an eigenvalue is negative beyond rounding error; the message states it.
    ValueError
        If `cov` is not symmetric, a shape does not fit, or a number is not finite.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian.from_cov([0, 0], [[4, 2], [2, 1]]).factor
    array([[2., 0.],
           [1., 0.]])
    """
    center = checked("mean", mean, ("n",))
    n = len(center)
    sigma = checked("cov", cov, (n, n))
    return cls(cholesky(_symmetric("cov", sigma)), center)


def from_scales(
    cls: "type[Gaussian]",
    mean: npt.ArrayLike,
    scales: npt.ArrayLike,
    corr: npt.ArrayLike = 0.0,
) -> "Gaussian":
    """N(mean, S C S) from standard deviations and correlations: two separate decisions.

    Parameters
    ----------
    mean
        Shape (n,).
    scales
        Standard deviations, the diagonal of S, shape (n,), at least 0.
    corr
        Correlations C, shape (n, n) with a diagonal of ones; in two dimensions also the single
        number ρ, and 0 in any. All of [-1, 1] is allowed, ends included.

    Raises
    ------
    NotPositiveSemidefiniteError
        If no data can have these correlations.
    ValueError
        If a scale is negative, a correlation is beyond ±1, or a shape does not fit.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian.from_scales([0, 0], [1, 2], 0.6).factor
    array([[1. , 0. ],
           [1.2, 1.6]])
    >>> Gaussian.from_scales([0, 0], [1, 2], -1).factor
    array([[ 1.,  0.],
           [-2.,  0.]])
    """
    center = checked("mean", mean, ("n",))
    n = len(center)
    sizes = _scales(scales, n)
    correlations = numbers("corr", corr)
    if correlations.ndim == 0:
        return cls(sizes[:, None] * _root_of_rho(correlations[()], n), center)
    correlations = checked("corr", corr, (n, n))
    if not is_recorded(correlations):
        correlations = _correlations(correlations)
    return cls(sizes[:, None] * cholesky(correlations, "corr"), center)


def spherical(cls: "type[Gaussian]", mean: npt.ArrayLike, sigma: float) -> "Gaussian":
    """N(mean, σ² I): the same spread in every direction, so its contours are spheres.

    Parameters
    ----------
    mean
        Shape (n,).
    sigma
        Standard deviation of each coordinate, at least 0.

    Raises
    ------
    ValueError
        If `sigma` is negative, a shape does not fit, or a number is not finite.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian.spherical([1, 2, 3], 0.5).std
    array([0.5, 0.5, 0.5])
    """
    center = checked("mean", mean, ("n",))
    size = scalar("sigma", sigma)
    _check_not_negative("sigma", np.array([size]))
    return cls(np.diag([size] * len(center)), center)


def diagonal(cls: "type[Gaussian]", mean: npt.ArrayLike, scales: npt.ArrayLike) -> "Gaussian":
    """N(mean, diag(scales²)): independent coordinates, each with its own spread.

    Parameters
    ----------
    mean
        Shape (n,).
    scales
        Standard deviations, shape (n,), at least 0.

    Raises
    ------
    ValueError
        If a scale is negative, a shape does not fit, or a number is not finite.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian.diagonal([0, 0], [1, 3]).cov
    array([[1., 0.],
           [0., 9.]])
    """
    center = checked("mean", mean, ("n",))
    return cls(np.diag(_scales(scales, len(center))), center)


def _root_of_rho(rho: Any, n: int) -> Array:
    """Cholesky factor of [[1, ρ], [ρ, 1]]; (1-ρ)(1+ρ) keeps the digits that 1-ρ² loses."""
    if n != 2:
        if isinstance(rho, float) and rho == 0:
            return np.eye(n)
        raise ValueError(f"`corr` must have shape ({n}, {n}): one number says it all in 2-D only")
    if isinstance(rho, float) and abs(rho) > 1:
        raise ValueError(f"`corr` must be in [-1, 1], got {rho}")
    return np.array([[1.0, 0.0], [rho, np.sqrt((1 - rho) * (1 + rho))]])


def _scales(scales: npt.ArrayLike, n: int) -> Array:
    sizes = checked("scales", scales, (n,))
    _check_not_negative("scales", sizes)
    return sizes


def _check_not_negative(name: str, sizes: Array) -> None:
    if not is_recorded(sizes) and (sizes < 0).any():
        raise ValueError(f"`{name}` must not be negative, got {sizes.min()}")


def _correlations(corr: Array) -> Array:
    if (np.abs(np.diagonal(corr) - 1) > SYMMETRY_TOLERANCE).any():
        raise ValueError(f"`corr` must have a diagonal of ones, got {np.diagonal(corr)}")
    if (np.abs(corr) > 1 + SYMMETRY_TOLERANCE).any():
        raise ValueError(f"`corr` must be in [-1, 1], got {corr.flat[np.abs(corr).argmax()]}")
    return _symmetric("corr", corr)


def _symmetric(name: str, matrix: Array) -> Array:
    """Return the mean of a matrix and its mirror image, if they differ by rounding only."""
    if is_recorded(matrix):
        return matrix
    size = np.sqrt(np.abs(np.diagonal(matrix)))
    differs = np.abs(matrix - matrix.T) > SYMMETRY_TOLERANCE * size[:, None] * size
    if differs.any():
        i, j = np.argwhere(differs)[0]
        raise ValueError(
            f"`{name}` must be symmetric, got {matrix[i, j]} at [{i}, {j}] "
            f"and {matrix[j, i]} at [{j}, {i}]"
        )
    return matrix / 2 + matrix.T / 2
