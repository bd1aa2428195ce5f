"""Marks as paths of SVG, for portraits and for the first picture of a figure.

`script/sketch.js` writes the same paths; tests/browser/test_sketch_live.py compares the two.
"""

import numpy as np

from gaussians.kit.lesson import Array
from gaussians.kit.parts import Plane


def placed(plane: Plane, points: Array, size: float) -> Array:
    """Move points from the plane to a picture of some size, whose second coordinate goes down."""
    (left, right), (low, high) = plane.x, plane.y
    share = (points - [left, low]) / [right - left, high - low]
    moved: Array = size * (share * [1, -1] + [0, 1])
    return moved


def dots(points: Array) -> str:
    """Draw each point that is there as a line of no length, which round ends make a dot."""
    return "".join(f"M{_pair(point)}h0" for point in points[_seen(points)])


def line(points: Array) -> str:
    """Go through the points that are there, with the pen up over those that are not."""
    seen = _seen(points)
    pens = np.where(np.diff(seen, prepend=False), "M", "L")
    steps = zip(pens[seen], points[seen], strict=True)
    return "".join(f"{pen}{_pair(point)}" for pen, point in steps)


def contour(bars: Array, base: float) -> Array:
    """Go around bars, given by where each begins and how high it is, up from a base and back to it.

    A bar of no height that is a number is missing.

    >>> contour(np.array([[0, 7], [1, 8]]), 9).T
    array([[0., 0., 1., 1., 2., 2.],
           [9., 7., 7., 8., 8., 9.]])
    """
    left, high = bars.T
    ends = np.append(left[1:], 2 * left[-1:] - left[-2:-1])  # of one bar alone it is not known
    corners: list[tuple[float, float]] = []
    for start, end, top in zip(left, ends, high, strict=False):
        if not np.isfinite(start + end + top):
            corners.append((np.nan, np.nan))
            continue
        if corners and corners[-1] == (start, base):
            corners.pop()
        else:
            corners.append((start, base))
        corners += [(start, top), (end, top), (end, base)]
    return np.array(corners, dtype=float).reshape(-1, 2)


def ground(plane: Plane, size: float) -> float:
    """Return where the height 0 is in a picture of some size."""
    down: float = placed(plane, np.zeros((1, 2)), size)[0, 1]
    return round(down, 1)


def _seen(points: Array) -> Array:
    return np.asarray(np.isfinite(points).all(axis=1))


def _pair(point: Array) -> str:
    x, y = np.round(point, 1)
    return f"{x:g} {y:g}"
