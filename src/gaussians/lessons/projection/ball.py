"""The picture of space: a ball of noise above a floor, its shadow, and one point and its shadow."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.kit.curves import joined
from gaussians.kit.geometry import arrow, only
from gaussians.kit.lesson import Array
from gaussians.kit.names import beside, dot, name
from gaussians.kit.space import Eye, by_depth
from gaussians.lessons.projection.planes import REACH

EYE = Eye(above=22.0)
FLOOR = -3.2  # below the middle of the ball
_TILES = 3.5  # from the middle of the floor to its edge


def ball(Q: Array, noise: Array, point: Array, fixed: Mapping[str, Array]) -> dict[str, Array]:
    """Draw noise that is turned by Q, and its shadow below it.

    Parameters
    ----------
    Q
        A rotation of space.
    noise
        Shape (n, 3).
    point
        One of its points, shape (3,).
    fixed
        The unit `circle`, the lines of the `floor`, and `ways` all around.
    """
    turned, shadow = noise @ Q.T, noise @ Q[:2].T
    lengths, fallen = (noise**2).sum(axis=1), (shadow**2).sum(axis=1)
    inside, below = lengths < 1, fallen < 1
    over = below & np.logical_not(inside)
    seen, ground = EYE.sees(turned), EYE.sees(on_floor(shadow))
    far, middle, near = by_depth(seen, EYE.nearness(turned))
    edge = EYE.sees(on_floor(fixed["circle"]))
    tips = EYE.sees(Q.T)
    place = Q @ point
    followed = EYE.sees(place[None, :])
    its_shadow = EYE.sees(np.array([[place[0], place[1], FLOOR]]))
    names = arrow_names(tips, fixed["ways"], REACH, followed)
    both = {
        "floor": fixed["floor"], "disc": edge, "edge": edge, "axes": arrows(tips),
        "outline": EYE.outline(1.0, fixed["circle"]), "axis_names": names,
    }  # fmt: skip
    return {
        **both, **{f"counted_{name}": mark for name, mark in both.items()},
        "shadows": ground,
        "their_shadows": only(inside, ground),
        "over_shadows": only(over, ground),
        "others": only(np.logical_not(below), seen),
        "over": only(over, seen),
        "inside": only(inside, seen),
        "far": far, "middle": middle, "near": near,
        "axis_shadows": joined(*(EYE.sees(on_floor(np.array([0 * tip, tip]))) for tip in Q[:2].T)),
        "followed": followed,
        "fallen": its_shadow,
        "fall": np.concatenate([followed, its_shadow]),
    }  # fmt: skip


def on_floor(points: Array) -> Array:
    """Return points of the plane as points of the floor, shape (n, 3)."""
    return np.stack([points[:, 0], points[:, 1], FLOOR + 0 * points[:, 0]], axis=1)


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


def tiles() -> Array:
    """Return the lines of the floor as the eye sees them."""
    ends = np.linspace(-_TILES, _TILES, 8)
    lines = [np.array([[end, -_TILES], [end, _TILES]]) for end in ends]
    return joined(*(EYE.sees(on_floor(each)) for line in lines for each in (line, line[:, ::-1])))
