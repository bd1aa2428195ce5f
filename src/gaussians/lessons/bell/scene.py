"""The curve h exp(-a x²) made a density: how wide it is, and how much area is under it."""

import numpy as np

from gaussians.core import standard_normalizer
from gaussians.kit.areas import along, between, summed
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.squares import f
from gaussians.lessons.bell.lines import REACH, curve, diamonds

NEAR = 0.003  # to the height that makes the area 1: it locks there
_Z = standard_normalizer(1)
_DIMENSIONS = (1, 2, 3, 10, 100)
_ALL = 9.0  # standard deviations, beyond which no digit of an area is


def width(a: float, height: float, fixed: dict[str, Array]) -> Scene:
    """Draw h exp(-a x²), where it is steepest, and the area under it.

    Parameters
    ----------
    a
        How fast it falls.
    height
        In the middle; near the one that makes the area 1, it is that one.
    fixed
        The arrays of the lesson: line, strip and pieces.
    """
    wide = 1 / np.sqrt(2 * a)  # the standard deviation of the density of this shape
    right = 1 / (wide * _Z)
    locked = np.abs(height - right) < NEAR
    standard = locked & (np.abs(a - 0.5) < 1e-9)
    h = np.where(locked, right, height)
    side, area = h * np.exp(-0.5), h * wide * _Z
    n, pieces = fixed["line"][:, 0], fixed["pieces"]
    x = along(fixed["strip"], -REACH, REACH)
    s = _ALL * wide * pieces[:, 0]
    summed_area = summed(h * np.exp(-a * s * s), pieces, _ALL * wide)
    marks = {
        "under": between(fixed["strip"], x, h * np.exp(-a * x * x)),
        "targets": np.array([[-1.0, 0.0], [-1, 1.1], [np.nan, np.nan], [1, 0], [1, 1.1]]),
        "hill": curve(fixed["line"], h * np.exp(-a * n * n)),
        "standard_hill": np.where(standard, curve(fixed["line"], f(n)), np.nan),
        "diamonds": diamonds(wide, side, side, (0.13, 0.03)),
        "top": np.array([[0.0, h]]),
    }
    readouts = {
        "a": a, "h": h, "wide": wide, "side": side, "area": area, "right": right,
        "summed_area": summed_area, "area_apart": np.abs(summed_area - area),
        "standard": standard, "side_share": side / h,
        "flat": (4 * a * a * wide * wide - 2 * a) * side,
    }  # fmt: skip
    return Scene(marks, readouts | {f"z{dim}": standard_normalizer(dim) for dim in _DIMENSIONS})
