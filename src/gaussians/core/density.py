"""Densities by change of variables: pull a point back to the noise, divide by the volume factor.

The covariance is never inverted and its determinant never formed: distances and volumes are read
off the singular values of the factor, so nothing overflows or cancels.
"""

import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, each, either, is_recorded, points
from gaussians.core.errors import DegenerateGaussianError
from gaussians.core.support import reaches

if TYPE_CHECKING:
    from gaussians.core.gaussian import Gaussian

LOG_2PI = math.log(2 * math.pi)
BLOCK = 1 << 16  # numbers worked on at a time: half a megabyte


def mahalanobis(gaussian: "Gaussian", x: npt.ArrayLike) -> Array:
    """Length of the shortest noise vector that is mapped to `x`: distance in standard deviations.

    Parameters
    ----------
    x
        Points, shape (..., n).

    Returns
    -------
    ndarray
        Distances, shape (...); infinity where no noise reaches the point (off the support).

    Raises
    ------
    ValueError
        If `x` has another last axis than n, or holds NaN or infinity.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian.spherical([0, 0], sigma=2).mahalanobis([[0, 2], [6, 8]])
    array([1., 5.])
    """
    place = points("x", x, gaussian.dim)
    distance = np.sqrt(_squared_distance(gaussian, place))
    on_support = reaches(gaussian._support, gaussian._slack, place - gaussian.mean)
    return np.where(on_support, distance, np.inf)[()]


def logpdf(gaussian: "Gaussian", x: npt.ArrayLike, *, degenerate: str = "raise") -> Array:
    """Log density: -‖ε‖²/2 at the noise ε behind `x`, less log |det A| and (n/2) log 2π.

    Parameters
    ----------
    x
        Points, shape (..., n), NaN for no point.
    degenerate
        "raise", or "nan" for NaN if there is no density: as in a lesson's scene, where a slider
        may flatten the law and recorded numbers cannot raise.

    Returns
    -------
    ndarray
        Natural logarithms of the density, shape (...).

    Raises
    ------
    DegenerateGaussianError
        If the Gaussian fills only a subspace; `logpdf_on_support` has a density there.
    ValueError
        If `x` has another last axis than n, or holds infinity.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> bool(Gaussian.standard(1).logpdf([0.0]) == -math.log(2 * math.pi) / 2)
    True
    """
    either("degenerate", degenerate, allowed=("raise", "nan"))
    place = points("x", x, gaussian.dim, gaps=True)
    if not gaussian._solved and gaussian.is_degenerate:
        if degenerate == "nan":
            return np.asarray(np.nan * place.sum(axis=-1))[()]
        raise DegenerateGaussianError(
            f"a Gaussian of rank {gaussian.rank} in {gaussian.dim} dimensions has no density "
            "there; see `logpdf_on_support`"
        )
    log_normalizer = gaussian._log_volume + gaussian.dim * LOG_2PI / 2
    if is_recorded(place, gaussian.factor, gaussian.mean):
        noise = (place - gaussian.mean) @ gaussian._whitening.T
        found: Array = -0.5 * (noise * noise).sum(axis=-1) - log_normalizer
        return found
    squared = _squared_distance(gaussian, place)
    squared *= -0.5
    squared -= log_normalizer
    return squared[()]


def pdf(gaussian: "Gaussian", x: npt.ArrayLike, *, degenerate: str = "raise") -> Array:
    """Density, ``exp(logpdf(x))``; parameters, shapes and errors as in `logpdf`.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> float(Gaussian.standard(2).pdf([0, 0]) * 2 * math.pi)
    1.0
    """
    density: Array = each(np.exp, logpdf(gaussian, x, degenerate=degenerate))
    return density


def logpdf_on_support(gaussian: "Gaussian", x: npt.ArrayLike) -> Array:
    """Log density with respect to length, area, ... within the subspace that the Gaussian fills.

    The same as `logpdf` where the rank is full. Otherwise the volume factor is the product of the
    singular values of A that are not zero (the pseudo-determinant).

    Parameters
    ----------
    x
        Points, shape (..., n).

    Returns
    -------
    ndarray
        Natural logarithms, shape (...); minus infinity off the support. A point mass has log
        density 0 at its point.

    Raises
    ------
    ValueError
        If `x` has another last axis than n, or holds NaN or infinity.

    Examples
    --------
    A bell of width 5 on the line through (0, 0) and (3, 4):

    >>> from gaussians import Gaussian
    >>> line = Gaussian([[3], [4]], [0, 0])
    >>> line.logpdf_on_support([[3, 4], [4, 3]]).round(4)
    array([-3.0284,    -inf])
    """
    place = points("x", x, gaussian.dim)
    log_density = -0.5 * _squared_distance(gaussian, place)
    log_density -= gaussian._log_volume + gaussian.rank * LOG_2PI / 2
    on_support = reaches(gaussian._support, gaussian._slack, place - gaussian.mean)
    return np.where(on_support, log_density, -np.inf)[()]


def entropy(gaussian: "Gaussian") -> float:
    """Differential entropy in nats, (n/2) log 2πe + log |det A|; minus infinity if degenerate.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> round(Gaussian.standard(1).entropy(), 6)
    1.418939
    """
    if gaussian.is_degenerate:
        return -math.inf
    return float(gaussian.dim * (LOG_2PI + 1) / 2 + gaussian._log_volume)


def _squared_distance(gaussian: "Gaussian", x: Array) -> Array:
    """Return ‖ε‖² for points (..., n), shape (...); blocks that fit the cache are 1.5x as fast."""
    count = math.prod(x.shape[:-1])
    rows, squared = x.reshape(count, gaussian.dim), np.empty(count)
    whitening = gaussian._whitening
    step = max(1, BLOCK // max(1, gaussian.dim))
    for start in range(0, count, step):
        block = slice(start, start + step)
        noise = whitening @ (rows[block] - gaussian.mean).T
        np.einsum("i...,i...", noise, noise, out=squared[block])
    return squared.reshape(x.shape[:-1])
