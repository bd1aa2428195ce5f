"""The density over the plane, seen in space: a bell, turned about the origin, and a cut."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.areas import along, between
from gaussians.kit.curves import circle, joined
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.space import Eye, cos_sin, turned
from gaussians.kit.squares import f, f_at

EYE = Eye(above=20.0)
REACH = 3.0  # from the middle of the floor to its edge
_FLOOR, _HIGH = -1.5, 23.0  # where the floor is, and how high a density of 1 stands on it
_RINGS = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0)  # radii
_PLANE = Gaussian.standard(2)


def surface(angle: Any, r: Any, turn: Any, tilt: Any, fixed: Mapping[str, Array]) -> Scene:
    """Draw the surface of f(s₁) f(s₂) and a cut through it, along a line at an angle.

    Parameters
    ----------
    angle
        Of the line, in degrees.
    r
        How far along the line a place is, below 0 on its other side.
    turn, tilt
        How the picture is turned, in degrees.
    fixed
        The `floor` and `rings` of the surface in space, a `strip`, a fine `circle`, places `along`.
    """
    Q, way = turned(turn, tilt), np.array(cos_sin(angle))
    strip, ring = fixed["strip"], r * fixed["circle"]
    sides = along(strip, -REACH, REACH)
    wall = between(strip, sides, product(np.stack([way[0] * sides, way[1] * sides], axis=1)))
    heights, (x, y) = product(ring), r * way
    h1, h2 = f_at(x), f_at(y)
    places = fixed["places"][:, 0]
    line = np.stack([way[0] * places, way[1] * places], axis=1)
    marks = {
        "floor": EYE.sees(fixed["floor"] @ Q.T),
        "rings": EYE.sees(fixed["rings"] @ Q.T),
        "ribs": EYE.sees(fixed["ribs"] @ Q.T),
        "cut": EYE.sees(raised(way[0] * wall[:, 0], way[1] * wall[:, 0], wall[:, 1]) @ Q.T),
        "edge": EYE.sees(raised(way[0] * places, way[1] * places, product(line)) @ Q.T),
        "ring": EYE.sees(raised(ring[:, 0], ring[:, 1], heights) @ Q.T),
        "spot": EYE.sees(np.array([[x, y, _FLOOR + _HIGH * h1 * h2]]) @ Q.T),
        "profile": np.stack([places, product(line)], axis=1),
        "at": np.array([[r, h1 * h2]]),
        "upright": np.array([[r, 0 * r], [r, h1 * h2]]),
    }
    readouts = {
        "r": r, "angle": angle, "x": x, "y": y, "h1": h1, "h2": h2, "h": h1 * h2, "unlike": h1 - h2,
        "round": np.exp(-r * r / 2) / (2 * np.pi), "low": heights.min(), "high": heights.max(),
        "spread": heights.max() - heights.min(),
        "off": np.abs(heights - _PLANE.pdf(np.array([r, 0 * r]))).max(),
        "turned": turn, "above": EYE.above + tilt,
    }  # fmt: skip
    return Scene(marks, readouts)


def product(points: Array) -> Array:
    """Return f(s₁) f(s₂) at points of the plane, shape (n,)."""
    found: Array = f(points[:, 0]) * f(points[:, 1])
    return found


def raised(x: Array, y: Array, heights: Array) -> Array:
    """Return points above the floor, by a density each, shape (n, 3)."""
    return np.stack([x, y, _FLOOR + _HIGH * heights], axis=1)


def floor() -> Array:
    """Return the lines of the floor in space, one in each whole number."""
    ends = np.array([-REACH, REACH])
    lines = [np.array([ends, [at, at]]).T for at in range(-3, 4)]
    return joined(*(_flat(each) for line in lines for each in (line, line[:, ::-1])))


def rings() -> Array:
    """Return circles of the surface, above those of the plane."""
    return joined(*(_above(radius * circle(49)) for radius in _RINGS))


def ribs(count: int = 6) -> Array:
    """Return cuts through the surface at angles all around."""
    r = np.linspace(-REACH, REACH, 31)
    ways = (np.array(cos_sin(180 / count * k)) for k in range(count))
    return joined(*(_above(r[:, None] * way) for way in ways))


def _above(points: Array) -> Array:
    return raised(points[:, 0], points[:, 1], _PLANE.pdf(points))


def _flat(points: Array) -> Array:
    return raised(points[:, 0], points[:, 1], 0 * points[:, 0])
