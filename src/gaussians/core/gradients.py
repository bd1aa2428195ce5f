"""Two ways to differentiate E f(x) when the parameters of x ~ N(t, A Aᵀ) are what is learnt.

Both return one value per noise vector. Their means agree; their variances are why the
reparameterization trick is famous.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, instance, is_recorded, numbers, points
from gaussians.core.errors import DegenerateGaussianError
from gaussians.core.gaussian import Gaussian


class GradientSamples(NamedTuple):
    """Per-sample estimates of the gradient of E f(x) in the two parameters of a Gaussian."""

    mean: Array  # (..., n), in t
    factor: Array  # (..., n, k), in A


def reparameterized_gradient(
    gaussian: Gaussian, gradient: Callable[[Array], npt.ArrayLike], eps: npt.ArrayLike
) -> GradientSamples:
    """Pathwise estimates: follow f along x = A ε + t, so ∇f(x) for t and ∇f(x) εᵀ for A.

    Needs f to be absolutely continuous along each line, the integral of its own derivative, and
    that derivative to have a mean: kinks do no harm, but across a jump (or on a devil's staircase)
    the derivative is 0 where f changes, and the estimate is wrong.

    Parameters
    ----------
    gaussian
        The law of x, with any factor (n, k).
    gradient
        ∇f, from points (..., n) to gradients (..., n).
    eps
        Standard noise, shape (..., k).

    Returns
    -------
    GradientSamples
        Unbiased estimates, one for each noise vector.

    Raises
    ------
    TypeError
        If `gradient` is no function, or a Gaussian is none.
    ValueError
        If `eps`, or what `gradient` returns, has a shape that does not fit.

    References
    ----------
    Kingma and Welling, Auto-Encoding Variational Bayes, 2014.

    Examples
    --------
    For f(x) = x² at mean 1.5 the exact gradient in the mean is 3, and the variance is 4:

    >>> eps = np.random.default_rng(0).standard_normal((100_000, 1))
    >>> estimate = reparameterized_gradient(Gaussian([[1]], [1.5]), lambda x: 2 * x, eps).mean
    >>> float(estimate.mean().round(1)), float(estimate.var().round(1))
    (3.0, 4.0)
    """
    instance("gaussian", gaussian, Gaussian)
    instance("gradient", gradient, Callable)
    noise = points("eps", eps, gaussian.noise_dim)
    x = gaussian.transform(noise)
    slope = points("gradient(x)", gradient(x), gaussian.dim)
    _check_shape("gradient(x)", slope, x.shape)
    return GradientSamples(slope, slope[..., :, None] * noise[..., None, :])


def score_function_gradient(
    gaussian: Gaussian, f: Callable[[Array], npt.ArrayLike], eps: npt.ArrayLike
) -> GradientSamples:
    """Score-function estimates (REINFORCE): f(x) times the gradient of log p(x).

    Needs no derivative of f, not even continuity, and pays with variance. The score is
    Σ⁻¹(x - t) for t, and (Σ⁻¹(x - t)(x - t)ᵀ - I) Σ⁻¹ A for A.

    Parameters
    ----------
    gaussian
        The law of x, of full support.
    f
        The function, from points (..., n) to numbers (...).
    eps
        Standard noise, shape (..., k).

    Returns
    -------
    GradientSamples
        Unbiased estimates, one for each noise vector.

    Raises
    ------
    DegenerateGaussianError
        If the Gaussian has no density to differentiate.
    TypeError
        If `f` is no function, or a Gaussian is none.
    ValueError
        If `eps`, or what `f` returns, has a shape that does not fit.

    References
    ----------
    Williams, Simple statistical gradient-following algorithms, 1992.

    Examples
    --------
    The same gradient as above, from the same noise, with a variance near 51.6:

    >>> eps = np.random.default_rng(0).standard_normal((100_000, 1))
    >>> g = Gaussian([[1]], [1.5])
    >>> estimate = score_function_gradient(g, lambda x: x[..., 0] ** 2, eps).mean
    >>> float(estimate.mean().round(1)), float(estimate.var().round())
    (3.0, 52.0)
    """
    instance("gaussian", gaussian, Gaussian)
    instance("f", f, Callable)
    if not is_recorded(gaussian.factor) and gaussian.is_degenerate:
        raise DegenerateGaussianError(
            f"a Gaussian of rank {gaussian.rank} in {gaussian.dim} dimensions has no density, "
            "so no score; see `reparameterized_gradient`"
        )
    noise = points("eps", eps, gaussian.noise_dim)
    x = gaussian.transform(noise)
    found = f(x)
    if isinstance(found, bool) or getattr(found, "dtype", None) == np.bool:
        found = np.asarray(found, dtype=np.float64)  # of a step function, True is 1
    height = numbers("f(x)", found)
    _check_shape("f(x)", height, x.shape[:-1])
    dual, heard = _dual(gaussian), _heard(gaussian, noise)
    in_mean = noise @ dual.T
    in_factor = in_mean[..., :, None] * heard[..., None, :] - dual
    return GradientSamples(height[..., None] * in_mean, height[..., None, None] * in_factor)


def _dual(gaussian: Gaussian) -> Array:
    """Return Σ⁻¹ A, the transpose of A's inverse; of recorded numbers NaN where there is none."""
    if is_recorded(gaussian.factor):
        return gaussian._whitening.T
    return gaussian._support.whitening @ gaussian._support.right


def _heard(gaussian: Gaussian, noise: Array) -> Array:
    """Return the part of noise that A does not ignore: all of it, if A is square and regular."""
    if is_recorded(gaussian.factor):
        return noise
    right = gaussian._support.right
    return noise @ right.T @ right


def _check_shape(name: str, found: Array, shape: tuple[int, ...]) -> None:
    if found.shape != shape:
        raise ValueError(f"`{name}` must have shape {shape}, got {found.shape}")
