"""Places for names in the plane, clear of what is there: without branches, as scenes need them.

A name has a circle of places to be at. What is near makes them worse, and so does a direction other
than the wanted one; the name goes where the good ones are, and so moves smoothly. Sizes are in
units of a plane 12 wide, which has 290 pixels on a small phone: there names are largest.
"""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.curves import RADII
from gaussians.kit.lesson import Array

HIGH = 0.92  # of a line of text
NAME, SHARE = 0.85, 1.7  # widths of a₁, and of 39 %
BESIDE = 1.2  # distance of a name from the middle of what it names, a handle perhaps
_SKEW = np.array([-0.8, -0.6])  # of two opposite places one is better: no rounding decides
_CHOOSY = 64  # or two good places would make a bad one between them
_WANTED = (0.9, 0.2, -0.5)  # angles, one for each radius
_APART = 0.5  # are places of two radii, at least, from the mean


class Thing(NamedTuple):
    """Something that names keep clear of, as wide and high as it is."""

    place: Array
    wide: float
    high: float


def dot(place: Array, size: float = 1.4) -> Thing:
    """Return a handle or a large dot."""
    return Thing(place, size, size)


def name(place: Array, wide: float = NAME) -> Thing:
    """Return a name that has its place."""
    return Thing(place, wide, HIGH)


def beside(
    point: Array, toward: Array, ways: Array, things: list[Thing], *,
    distance: float = BESIDE, reach: float = 6, wide: float = NAME,
) -> Array:  # fmt: skip
    """Return a place for a name beside a point.

    Parameters
    ----------
    point
        What is named, shape (2,).
    toward
        The direction to go to if there is room, shape (2,).
    ways
        Unit vectors all around, shape (n, 2).
    things
        What to keep clear of.
    distance
        How far from the point.
    reach
        Where the plane ends on all sides.
    wide
        Width of the name.
    """
    places = point + distance * ways
    way = _best(ways, places, _off(ways, _unit(toward)), things, wide, reach)
    return np.asarray(point + distance * way)


def of_columns(
    law: Gaussian, ways: Array, others: list[Thing], reach: float = 6
) -> tuple[Array, list[Thing]]:
    """Return places for a₁, a₂ and t, shape (3, 2), and what later names keep clear of."""
    t, (first, second) = law.mean, law.factor.T
    things = [*others, *(dot(place) for place in (t, t + first, t + second))]
    middles = [dot(t + column / 2, 0.4) for column in (first, second)]
    named: list[Array] = []
    for point, toward in ((t, -first - second), (t + first, first), (t + second, second)):
        named.append(beside(point, toward, ways, [*things, *middles], reach=reach))
        things.append(name(named[-1]))
    return np.array([*named[1:], named[0]]), things


def on_ellipses(
    matrix: Array, mean: Array, ways: Array, things: list[Thing], *, nearest: float = 1
) -> Array:
    """Return a place on the ellipse of each radius for its mass, shape (3, 2).

    If that is nearer to the mean than it may be the place is outside, farther for larger radii.
    """
    found: list[Array] = []
    for radius, angle in zip(RADII, _WANTED, strict=True):
        least = nearest + _APART * (radius - 1)
        scaled = radius * matrix
        toward = np.array([np.cos(angle), np.sin(angle)])
        others = [*things, *(name(place, SHARE) for place in found)]
        steps = ways @ scaled.T
        pushed = _outwards(steps[:, 0], steps[:, 1], least)
        places, bad = (
            mean + steps * pushed[:, None],
            _off(ways, toward) + 0.25 * np.minimum(pushed - 1, 9),
        )
        step = scaled @ _best(ways, places, bad, others, SHARE, 6)
        found.append(mean + step * _outwards(step[0], step[1], least))
    return np.array(found)


def _best(
    ways: Array, places: Array, bad: Array, things: list[Thing], wide: float, reach: float
) -> Array:
    """Return a mean of ways, for the most part of those that lead to good places."""
    crowd = 0.05 + bad + 0.008 * (1 + ways @ _SKEW)
    for thing in things:
        both = np.array([wide + thing.wide, HIGH + thing.high]) / 2
        squares = np.square(places / both - thing.place / both)
        apart = (squares * squares).sum(axis=1)
        crowd = crowd + 1 / (apart * apart + 0.01)
    over = np.clip(abs(places) - np.array([reach - wide / 2, reach - HIGH / 2]), 0, 9)
    crowd = crowd + 4 * (over * over).sum(axis=1)
    weights = np.exp(-_CHOOSY * np.log(crowd))
    return _unit((weights[:, None] * ways).sum(axis=0) / weights.sum())


def _off(ways: Array, toward: Array) -> Array:
    """Return how bad it is not to go where one is wanted."""
    bad: Array = 0.15 * (1 - ways @ toward)
    return bad


def _outwards(across: Any, up: Any, least: float) -> Any:
    """Return by how much to stretch a step that is too short; names need more room across."""
    away = np.sqrt(across * across / 2.25 + up * up) + 1e-9
    return np.maximum(away, least) / away


def _unit(vector: Array) -> Array:
    return np.asarray(vector / np.maximum(np.sqrt(vector @ vector), 1e-300))
