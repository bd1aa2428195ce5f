"""Functions f to choose, each with its slope, and with E f of a Gaussian on the line."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from gaussians.core import Gaussian, standard_cdf
from gaussians.core.checks import each
from gaussians.kit.lesson import Array


class Function(NamedTuple):
    """A function of points (..., 1), and what it comes to on average, by mean and sd."""

    of: Callable[[Array], Array]  # numbers (...)
    slope: Callable[[Array], Array]  # points (..., 1)
    mean: Callable[[Any, Any], Any]  # E f
    in_mean: Callable[[Any, Any], Any]  # how fast that changes with the mean
    in_sd: Callable[[Any, Any], Any]  # and with the sd
    size: str = "tall"  # or low: planes for it are
    jumps: bool = False


def line(mean: Any, sd: Any) -> Gaussian:
    """Return a Gaussian on a line."""
    return Gaussian(np.array([[sd]]), np.array([mean]))


def _is_positive(x: Array) -> Array:
    positive: Array = 1.0 * each(np.greater, x, 0.0)
    return positive


def _at_jump(mean: Any, sd: Any) -> Any:
    return line(mean, sd).pdf(np.array([0.0]))


FUNCTIONS = {
    "square": Function(
        lambda x: x[..., 0] ** 2,
        lambda x: 2 * x,
        lambda mu, sigma: mu**2 + sigma**2,
        lambda mu, sigma: 2 * mu,
        lambda mu, sigma: 2 * sigma,
    ),
    "wave": Function(
        lambda x: np.cos(5 * x[..., 0]),
        lambda x: -5 * np.sin(5 * x),
        lambda mu, sigma: np.exp(-12.5 * sigma**2) * np.cos(5 * mu),
        lambda mu, sigma: -5 * np.exp(-12.5 * sigma**2) * np.sin(5 * mu),
        lambda mu, sigma: -25 * sigma * np.exp(-12.5 * sigma**2) * np.cos(5 * mu),
        size="low",
    ),
    "wells": Function(
        lambda x: (x[..., 0] ** 2 - 4) ** 2 / 4,
        lambda x: x**3 - 4 * x,
        lambda mu, sigma: (
            (mu**2 * (mu**2 + 6 * sigma**2 - 8) + sigma**2 * (3 * sigma**2 - 8)) / 4 + 4
        ),
        lambda mu, sigma: mu * (mu**2 + 3 * sigma**2 - 4),
        lambda mu, sigma: sigma * (3 * mu**2 + 3 * sigma**2 - 4),
    ),
    "step": Function(
        lambda x: _is_positive(x[..., 0]),
        lambda x: 0 * x,
        lambda mu, sigma: standard_cdf(mu / sigma),
        _at_jump,
        lambda mu, sigma: -mu / sigma * _at_jump(mu, sigma),
        size="low",
        jumps=True,
    ),
}
