"""What the bell lesson's figures are drawn along, and lines that they have in common."""

from typing import Any

import numpy as np

from gaussians.kit.curves import joined
from gaussians.kit.lesson import Array

REACH = 5.2  # as far out as the figures go


def places() -> Array:
    """Return places along the axis, 0 among them, for the tip of a curve may be there."""
    return np.arange(-260, 261)[:, None] / 50


def curve(line: Array, height: Array) -> Array:
    """Return a curve with a height at each place of the axis."""
    return np.stack([line[:, 0], height], axis=1)


def upright(x: Any, low: Any, high: Any) -> Array:
    """Return a line that stands at x."""
    return np.array([[x, low], [x, high]])


def segment(x: Any, y: Any, slope: Any, reach: float) -> Array:
    """Return a straight line through a place, so far to both sides."""
    ends = np.array([-reach, reach])
    return np.stack([x + ends, y + slope * ends], axis=1)


def diamonds(x: Any, left: Any, right: Any, size: tuple[float, float]) -> Array:
    """Return a diamond at -x and one at x, at heights of their own, to be filled."""
    rim = np.array([[-1.0, 0], [0, 1], [1, 0], [0, -1], [-1, 0]]) * size
    return joined(rim + np.array([-x, left]), rim + np.array([x, right]))
