"""Two other laws of a coordinate, of mean 0 and sd 1: how they are drawn, and shares of strips."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from gaussians.core import standard_cdf
from gaussians.kit.lesson import Array
from gaussians.kit.space import cos_sin

_B = np.sqrt(0.5)  # scale of the Laplace with standard deviation 1
SIDE = np.sqrt(3)  # the uniform one goes from -SIDE to SIDE
_LEAST = 1e-9  # a width that is nothing beside others


class Law(NamedTuple):
    """A law of both coordinates."""

    drawn: Callable[[Array], Array]  # from standard noise, each number by itself
    within: Callable[[Any, float], Any]  # share of a strip along an angle, by half its width
    level: Array  # where the density is the same: corners around the origin
    sizes: tuple[float, ...]  # of such that are drawn


def _laplace_drawn(s: Array) -> Array:
    """Go from the share that is farther out in the bell to where it is so of the tent."""
    drawn: Array = -np.sign(s) * _B * np.log(2 * standard_cdf(-np.abs(s)))
    return drawn


def _uniform_drawn(s: Array) -> Array:
    drawn: Array = SIDE * (2 * standard_cdf(s) - 1)
    return drawn


def _laplace_within(angle: Any, half: float) -> Any:
    """Return the share of a sum of two Laplace numbers, of the scales a ≥ b, from -half to half.

    1 - (a² e^(-half/a) - b² e^(-half/b)) / (a² - b²), written so that a may be b, and b nearly 0.
    """
    a, b = _two(angle, _B)
    u = np.maximum(half * (a - b) / (a * b), 1e-12)
    beyond = np.exp(-half / b) - np.exp(-half / a) * np.expm1(-u) / u * half * a / (b * (a + b))
    return 1 - beyond


def _uniform_within(angle: Any, half: float) -> Any:
    """Return the share of a sum of two uniform numbers, to ±a and to ±b, from -half to half."""
    a, b = _two(angle, SIDE)
    return half / a - np.maximum(half - a + b, 0) ** 2 / (4 * a * b)


def _two(angle: Any, size: float) -> tuple[Any, Any]:
    """Return how wide each coordinate is across a line, larger first."""
    sizes = [size * np.abs(part) for part in cos_sin(angle)]
    return np.maximum(*sizes), np.maximum(np.minimum(*sizes), _LEAST)


_DIAMOND = np.array([[1.0, 0], [0, 1], [-1, 0], [0, -1], [1, 0]])
_SQUARE = np.array([[1.0, 1], [-1, 1], [-1, -1], [1, -1], [1, 1]])

LAWS = {
    "laplace": Law(_laplace_drawn, _laplace_within, _DIAMOND, (1, 2, 3)),
    "uniform": Law(_uniform_drawn, _uniform_within, SIDE * _SQUARE, (1,)),
}
