"""Which noise may have made a noisy point of known data, and the way back from it.

A noisy point x = √ᾱ x₀ + √(1 - ᾱ) ε fits every x₀ of the data, each with an ε of its own. How
likely each pair is follows from how likely its ε is; the mean ε gives the slope of log p(x).
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, each, is_recorded, numbers, points, scalar
from gaussians.core.diffusion import diffuse


def noise_weights(x: npt.ArrayLike, data: npt.ArrayLike, alpha_bar: npt.ArrayLike) -> Array:
    """Chances that a noisy point was each of the data: w_i in proportion to exp(-‖ε_i‖²/2).

    Parameters
    ----------
    x
        Noisy points, shape (..., n).
    data
        What x₀ may be, all equally likely, shape (m, n).
    alpha_bar
        ᾱ, one number in [0, 1): the share of the variance that is still signal.

    Returns
    -------
    ndarray
        Weights, shape (..., m), that sum to 1.

    Raises
    ------
    ValueError
        If a shape does not fit, a number is not finite, or `alpha_bar` is outside [0, 1).

    Examples
    --------
    >>> noise_weights([0.1], [[-1.0], [1.0]], 0.25).round(3)
    array([0.467, 0.533])
    """
    weights, _ = _weights(*_checked(x, data, alpha_bar))
    total = weights.sum(axis=-1)
    shares: Array = weights / _beside(total)
    return shares


def expected_noise(x: npt.ArrayLike, data: npt.ArrayLike, alpha_bar: npt.ArrayLike) -> Array:
    """Mean E[ε | x] of the noise that is compatible with a noisy point, shape (..., n).

    It is what a network that predicts noise is trained to give; see `score_from_noise`. Parameters
    and errors are those of `noise_weights`.

    References
    ----------
    Ho, Jain and Abbeel, Denoising Diffusion Probabilistic Models, 2020, equation 12.

    Examples
    --------
    >>> expected_noise([0.1], [[-1.0], [1.0]], 0.25).round(3)
    array([0.077])
    """
    place, known, share = _checked(x, data, alpha_bar)
    weights, _ = _weights(place, known, share)
    mean = (weights[..., None] * known).sum(axis=-2) / _beside(weights.sum(axis=-1))
    noise: Array = (place - np.sqrt(share) * mean) / np.sqrt(1.0 - share)
    return noise


def noisy_logpdf(x: npt.ArrayLike, data: npt.ArrayLike, alpha_bar: npt.ArrayLike) -> Array:
    """Log density of noisy points of known data, shape (...); finite far out.

    It is that of a mixture of round Gaussians of sd √(1 - ᾱ) around √ᾱ x₀. Parameters and errors
    are those of `noise_weights`.

    Examples
    --------
    >>> float(noisy_logpdf([0.0], [[0.0]], 0.75).round(3))  # the bell of sd 1/2, at its mean
    -0.226
    """
    place, known, share = _checked(x, data, alpha_bar)
    weights, least = _weights(place, known, share)
    variance = 1.0 - share
    scale = np.log(2 * np.pi * variance) * (known.shape[-1] / 2)
    log_mean = each(np.log, weights.sum(axis=-1) / known.shape[0])
    density: Array = log_mean - least / (2 * variance) - scale
    return density


def step_back(
    x: npt.ArrayLike, eps: npt.ArrayLike, alpha_bar: npt.ArrayLike, to: npt.ArrayLike
) -> Array:
    """Go from one noise level to a lower one: guess x₀ from predicted noise, diffuse it less.

    No new noise comes in, so points move along smooth ways; of many small steps these are the
    flow that carries the law of x_t from one time to another.

    Parameters
    ----------
    x
        Noisy points, shape (..., n).
    eps
        Predicted noise E[ε | x], of the same shape.
    alpha_bar, to
        ᾱ where the points are, in (0, 1], and where they go, in [0, 1].

    Returns
    -------
    ndarray
        Points, shape (..., n).

    Raises
    ------
    ValueError
        If a share is out of its range, a shape does not fit, or a number is not finite.

    References
    ----------
    Song, Meng and Ermon, Denoising Diffusion Implicit Models, 2021, equation 12 with σ = 0.

    Examples
    --------
    >>> step_back([1.1, 1.3], [0.5, -0.5], 0.64, 1.0).round(12)
    array([1., 2.])
    """
    share = scalar("alpha_bar", alpha_bar)
    if not is_recorded(np.asarray(share)) and not 0 < share <= 1:
        raise ValueError(f"`alpha_bar` must be in (0, 1], got {share}")
    place, noise = numbers("x", x), numbers("eps", eps)
    if place.shape != noise.shape:
        raise ValueError(f"`eps` must have shape {place.shape}, got {noise.shape}")
    guess = (place - np.sqrt(1.0 - share) * noise) / np.sqrt(share)
    return diffuse(guess, noise, to)


def _checked(x: npt.ArrayLike, data: npt.ArrayLike, alpha_bar: npt.ArrayLike) -> Any:
    known = numbers("data", data)
    if known.ndim != 2 or 0 in known.shape:
        raise ValueError(f"`data` must have shape (m, n), got {known.shape}")
    share = scalar("alpha_bar", alpha_bar)
    if not is_recorded(np.asarray(share)) and not 0 <= share < 1:
        raise ValueError(f"`alpha_bar` must be in [0, 1), got {share}")
    return points("x", x, known.shape[-1]), known, share


def _weights(place: Any, known: Any, share: Any) -> tuple[Any, Any]:
    """Return exp(-‖ε_i‖²/2) of each pair, the largest taken as 1, and the least (1 - ᾱ)‖ε_i‖²."""
    apart = ((place[..., None, :] - np.sqrt(share) * known) ** 2).sum(axis=-1)
    least = apart.min(axis=-1)
    return each(np.exp, (_beside(least) - apart) / (2 * (1.0 - share))), least


def _beside(number: Any) -> Any:
    """Return numbers with an axis for all data; one number needs none."""
    return number[..., None] if getattr(number, "ndim", 0) else number
