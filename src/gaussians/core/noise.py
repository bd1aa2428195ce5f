"""The reparameterization x = A ε + t, its inverse, and samples: where noise becomes points."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gaussians.core.affine import apply
from gaussians.core.checks import Array, either, generator, leading_shape, points
from gaussians.core.errors import DegenerateGaussianError, OffSupportError
from gaussians.core.support import reaches

if TYPE_CHECKING:
    from gaussians.core.gaussian import Gaussian


def transform(gaussian: "Gaussian", eps: npt.ArrayLike) -> Array:
    """Reparameterize: turn standard noise into draws of this Gaussian, x = A ε + t.

    All randomness is in ε and all parameters are in the map, which is differentiable in them. In a
    lesson's scene ε may be a single point, the lesson's noise, or a fixed curve with its gaps.

    Parameters
    ----------
    eps
        Noise, shape (..., k); where it is NaN there is no point, before or after.

    Returns
    -------
    ndarray
        Points, shape (..., n).

    Raises
    ------
    ValueError
        If `eps` has another last axis than k, or holds infinity.

    References
    ----------
    Kingma and Welling, Auto-Encoding Variational Bayes, 2014, section 2.4.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian([[2, 0], [1, 1]], [10, 20]).transform([1, 1])
    array([12., 22.])
    """
    return apply(gaussian.factor, gaussian.mean, points("eps", eps, gaussian.noise_dim, gaps=True))


def whiten(gaussian: "Gaussian", x: npt.ArrayLike, *, degenerate: str = "raise") -> Array:
    """Undo `transform`: the shortest noise vector that is mapped to `x`.

    Where the factor is square and invertible this is the noise behind `x`, A⁻¹(x - t).

    Parameters
    ----------
    x
        Points, shape (..., n), NaN for no point.
    degenerate
        "raise", or "nan" for NaN wherever the support is not the whole space: as in a lesson's
        scene, where a slider may flatten the law and recorded numbers cannot raise.

    Returns
    -------
    ndarray
        Noise, shape (..., k), with ``transform(whiten(x))`` equal to `x`.

    Raises
    ------
    OffSupportError
        If no noise reaches a point, which happens only to a degenerate Gaussian.
    ValueError
        If `x` has another last axis than n, or holds infinity.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian([[2, 0], [1, 1]], [10, 20]).whiten([12, 22]).round(12)
    array([1., 1.])
    >>> Gaussian([[2, 0], [1, 0]], [10, 20]).whiten([12, 22], degenerate="nan")
    array([nan, nan])
    """
    either("degenerate", degenerate, allowed=("raise", "nan"))
    displacement = points("x", x, gaussian.dim, gaps=True) - gaussian.mean
    if gaussian._solved:
        return displacement @ gaussian._whitening.T
    if degenerate == "nan" and gaussian.is_degenerate:
        return np.nan * (displacement @ np.ones((gaussian.dim, gaussian.noise_dim)))
    gaps = np.isnan(displacement).any(axis=-1)
    if not np.all(gaps | reaches(gaussian._support, gaussian._slack, displacement)):
        raise OffSupportError(
            f"`x` must lie on the support, a subspace of dimension {gaussian.rank} "
            f"in {gaussian.dim} dimensions"
        )
    return displacement @ gaussian._whitening.T @ gaussian._support.right


def sample(
    gaussian: "Gaussian", rng: np.random.Generator, size: int | tuple[int, ...] = ()
) -> Array:
    """Draw points: draw standard noise, then transform it.

    Parameters
    ----------
    rng
        Source of the noise; the same generator state gives the same points.
    size
        How many points: an integer, or the leading shape; () for a single point.

    Returns
    -------
    ndarray
        Points, shape (*size, n).

    Raises
    ------
    TypeError
        If `rng` is no ``numpy.random.Generator``.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian.standard(2).sample(np.random.default_rng(0), 3).shape
    (3, 2)
    """
    eps = generator(rng).standard_normal((*leading_shape(size), gaussian.noise_dim))
    return apply(gaussian.factor, gaussian.mean, eps)


def invertible(gaussian: "Gaussian") -> "Gaussian":
    """Find a square, invertible factor of the same law: every Gaussian of full support has one.

    By the singular value decomposition A = U S Vᵀ. Noise turned by V is standard noise still, and
    the columns of S that are zero ignore theirs, so U times the square part of S does the same.

    Returns
    -------
    Gaussian
        The same law with a factor of shape (n, n); itself, if its factor is square already.

    Raises
    ------
    DegenerateGaussianError
        If the support is not the whole space.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> wide = Gaussian([[1, 1, 0], [0, 1, 1]], [0, 0])
    >>> wide.invertible().factor.shape, bool(np.allclose(wide.invertible().cov, wide.cov))
    ((2, 2), True)
    """
    if gaussian.is_degenerate:
        raise DegenerateGaussianError(
            f"a Gaussian of rank {gaussian.rank} in {gaussian.dim} dimensions "
            "has no invertible factor"
        )
    if gaussian.noise_dim == gaussian.dim:
        return gaussian
    return type(gaussian)(gaussian._support.factor, gaussian.mean)
