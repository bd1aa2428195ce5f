"""Arrows from the origin, of a picture of space for example, and names beside their tips."""

from typing import Any

import numpy as np

from gaussians.kit.curves import joined
from gaussians.kit.geometry import arrow
from gaussians.kit.lesson import Array
from gaussians.kit.names import beside, dot, name


def arrows(tips: Array) -> Array:
    """Return arrows from the origin, with smaller heads than others, as one curve."""
    return joined(*(arrow(np.zeros(2), 2 * tip) / 2 for tip in tips))


def arrow_names(tips: Array, ways: Array, reach: float, point: Array | None = None) -> Array:
    """Return places for names of arrows from the origin, beside their tips, shape (k, 2).

    The plane goes as far as `reach` on all sides; a large dot may be at `point`, shape (1, 2).
    """
    unit = 6 / reach  # of a plane as names know it
    ends = unit * tips
    things: list[Any] = [*(dot(end, 0.5) for end in ends), *(dot(end / 2, 0.5) for end in ends)]
    things.append(dot(np.zeros(2), 0.5))
    if point is not None:
        things.append(dot(unit * point[0], 0.9))
    found: list[Array] = []
    for end in ends:
        found.append(beside(end, end, ways, things, distance=0.9))
        things.append(name(found[-1]))
    return np.array(found) / unit
