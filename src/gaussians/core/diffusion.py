"""Diffusion: the reparameterization trick with a mean and a variance that depend on time."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import (
    Array,
    checked,
    count,
    each,
    frozen,
    is_recorded,
    numbers,
    scalar,
)


@dataclass(frozen=True, eq=False)
class NoiseSchedule:
    """How much noise each of T steps adds: x_t = √(1 - β_t) x_{t-1} + √β_t ε.

    Each step shrinks what there is by as much as it adds, so that variance 1 stays variance 1.

    Parameters
    ----------
    beta
        Variance of the noise of each step, shape (T,), in [0, 1].

    Raises
    ------
    ValueError
        If a value is outside [0, 1].

    References
    ----------
    Ho, Jain and Abbeel, Denoising Diffusion Probabilistic Models, 2020, equations 2 and 4.

    Examples
    --------
    >>> NoiseSchedule([0.5, 0.5, 1.0]).alpha_bar
    array([0.5 , 0.25, 0.  ])
    >>> NoiseSchedule.linear(1000).alpha_bar[-1].round(6)
    np.float64(4e-05)
    """

    beta: Array

    def __init__(self, beta: npt.ArrayLike) -> None:
        object.__setattr__(self, "beta", checked("beta", beta, ("T",)))
        _check_share("beta", self.beta)

    @classmethod
    def linear(cls, steps: int, first: float = 1e-4, last: float = 0.02) -> "NoiseSchedule":
        """Variances that grow evenly from `first` to `last`; the defaults suit 1,000 steps."""
        ends = scalar("first", first), scalar("last", last)
        return cls(np.linspace(*ends, count("steps", steps, least=1)))

    @classmethod
    def cosine(cls, steps: int, offset: float = 0.008) -> "NoiseSchedule":
        """Variances for which ᾱ falls as a squared cosine: slowly at both ends.

        References
        ----------
        Nichol and Dhariwal, Improved Denoising Diffusion Probabilistic Models, 2021, equation 17.
        """
        if not scalar("offset", offset) >= 0:
            raise ValueError(f"`offset` must be at least 0, got {offset}")
        time = np.linspace(0, 1, count("steps", steps, least=1) + 1)
        kept = np.cos((time + offset) / (1 + offset) * np.pi / 2) ** 2
        return cls(np.clip(1 - kept[1:] / kept[:-1], 0, 0.999))

    @property
    def alpha_bar(self) -> Array:
        """Share of the variance that is still signal after each step: the product of 1 - β."""
        return frozen(np.cumprod(1 - self.beta))


def diffuse(x0: npt.ArrayLike, eps: npt.ArrayLike, alpha_bar: npt.ArrayLike) -> Array:
    """Jump to a noise level at once: x_t = √ᾱ x₀ + √(1 - ᾱ) ε.

    Parameters
    ----------
    x0
        Data, shape (..., n).
    eps
        Standard noise, of a shape that broadcasts with `x0`.
    alpha_bar
        ᾱ, the share of variance that is still signal, in [0, 1]; one number, or an array that
        broadcasts with the points, such as shape (T, 1, 1).

    Returns
    -------
    ndarray
        Noisy points, of the common shape.

    Raises
    ------
    ValueError
        If `alpha_bar` is outside [0, 1], or a number is not finite.

    Examples
    --------
    >>> diffuse([1.0, 2.0], [0.5, -0.5], 0.64).round(12)
    array([1.1, 1.3])
    """
    share = numbers("alpha_bar", alpha_bar)
    _check_share("alpha_bar", share)
    signal, noise = numbers("x0", x0), numbers("eps", eps)
    _check_shapes(x0=signal, eps=noise, alpha_bar=share)
    noisy: Array = each(np.sqrt, share) * signal + each(np.sqrt, 1.0 - share) * noise
    return noisy


def score_from_noise(eps: npt.ArrayLike, alpha_bar: npt.ArrayLike) -> Array:
    """Score ∇ log p(x_t) from predicted noise: -E[ε | x_t] / √(1 - ᾱ).

    It holds for the mean of the noise that is compatible with x_t, which is what a network that
    predicts noise is trained to give; a single ε gives the score of p(x_t | x₀) instead.

    Parameters
    ----------
    eps
        Predicted noise E[ε | x_t], shape (..., n).
    alpha_bar
        ᾱ, in [0, 1): without noise there is no score. Shapes as in `diffuse`.

    Returns
    -------
    ndarray
        Scores, of the common shape.

    Raises
    ------
    ValueError
        If `alpha_bar` is outside [0, 1), or a number is not finite.

    References
    ----------
    Vincent, A connection between score matching and denoising autoencoders, 2011.

    Examples
    --------
    >>> score_from_noise([0.6, -0.3], 0.64).round(12)
    array([-1. ,  0.5])
    """
    share = numbers("alpha_bar", alpha_bar)
    _check_share("alpha_bar", share)
    if not is_recorded(share) and (share == 1).any():
        raise ValueError("`alpha_bar` must be less than 1: without noise there is no score")
    noise = numbers("eps", eps)
    _check_shapes(eps=noise, alpha_bar=share)
    score: Array = -noise / each(np.sqrt, 1.0 - share)
    return score


def _check_share(name: str, share: Array) -> None:
    if not is_recorded(share) and ((share < 0) | (share > 1)).any():
        raise ValueError(f"`{name}` must be in [0, 1], got {share.min()} to {share.max()}")


def _check_shapes(**arrays: Array) -> None:
    known = {name: array for name, array in arrays.items() if isinstance(array, np.ndarray)}
    shapes = {f"`{name}`": array.shape for name, array in known.items()}
    try:
        np.broadcast_shapes(*shapes.values())
    except ValueError:
        raise ValueError(
            f"{', '.join(shapes)} must have shapes that broadcast, got {list(shapes.values())}"
        ) from None
