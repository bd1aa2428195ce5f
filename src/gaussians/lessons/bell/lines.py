"""What the bell lesson's figures are drawn along, and the pieces that its areas are summed from."""

from typing import Any

import numpy as np

from gaussians.kit.curves import joined
from gaussians.kit.lesson import Array

REACH = 5.2  # as far out as the figures go
_PIECES = 60  # whose sums have all their digits, for curves as smooth as these


def places() -> Array:
    """Return places along the axis, 0 among them, for the tip of a curve may be there."""
    return np.arange(-260, 261)[:, None] / 50


def pieces() -> Array:
    """Return Gauss's pieces of (-1, 1): a place in each, and how wide it is; shape (m, 2)."""
    return np.stack(np.polynomial.legendre.leggauss(_PIECES), axis=1)


def curve(line: Array, height: Array) -> Array:
    """Return a curve with a height at each place of the axis."""
    return np.stack([line[:, 0], height], axis=1)


def summed(heights: Array, pieces: Array, reach: Any) -> Any:
    """Add up pieces of an area from -reach to reach: heights, one in each piece, times widths."""
    return (heights * pieces[:, 1]).sum() * reach


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
