"""Areas under curves and between two of them, whose limits sliders may set, without branches.

A strip is fixed: it says how far along each corner is, and whether it is on the upper side.

>>> sides = strip(3)
>>> x = along(sides, 0.0, 2.0)
>>> between(sides, x, x**2)
array([[0., 0.],
       [1., 1.],
       [2., 4.],
       [2., 0.],
       [1., 0.],
       [0., 0.]])
"""

from typing import Any

import numpy as np

from gaussians.kit.lesson import Array

_PIECES = 60  # whose sums have all their digits, for curves as smooth as a bell


def strip(points: int = 121) -> Array:
    """Return a fixed array for areas: there above and back below, shape (2 * points, 2)."""
    there = np.linspace(0, 1, points)
    upper = np.stack([there, np.ones(points)], axis=1)
    return np.concatenate([upper, upper[::-1] * [1, 0]])


def along(sides: Array, left: Any, right: Any) -> Array:
    """Return where each corner of a strip is between two limits, shape (m,)."""
    x: Array = left + (right - left) * sides[:, 0]
    return x


def between(sides: Array, x: Array, upper: Array, lower: Any = 0.0) -> Array:
    """Return the corners of an area, shape (m, 2).

    Parameters
    ----------
    sides
        A strip.
    x
        Where its corners are.
    upper, lower
        The heights there of the curves that it is between; 0 is the axis.
    """
    return np.stack([x, lower + (upper - lower) * sides[:, 1]], axis=1)


def pieces() -> Array:
    """Return Gauss's pieces of (-1, 1): a place in each, and how wide it is; shape (m, 2)."""
    return np.stack(np.polynomial.legendre.leggauss(_PIECES), axis=1)


def summed(heights: Array, pieces: Array, reach: Any) -> Any:
    """Add up pieces of an area from -reach to reach: heights, one in each piece, times widths."""
    return (heights * pieces[:, 1]).sum() * reach
