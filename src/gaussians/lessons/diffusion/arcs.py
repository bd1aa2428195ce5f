"""One jump: each point is on an arc from where it was to its own noise."""

from typing import Any

import numpy as np

from gaussians.core import diffuse
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.diffusion.schedule import Moment

EVERY = 12  # point has its arc drawn
_PIECES = 12  # of such an arc
_CLEAR = 0.7  # a name needs so much room
_AWAY = 0.42  # and is so far from its dot


def row(points: Array, index: Array, number: Any) -> Array:
    """Return one of the points, shape (k,), by its number from 1."""
    one: Array = np.where(index == number, points, 0.0).sum(axis=0)
    return one


def arcs(at: Moment, data: Array, noise: Array, followed: Array, quarter: Array) -> Scene:
    """Mix data and noise at a time, and draw the ways of some points.

    Parameters
    ----------
    at
        The schedule now.
    data, noise
        Points x₀, and the noise s of each, shape (n, 2).
    followed
        One of the points, and its noise, in the rows of an array (2, 2).
    quarter
        Numbers that go evenly from 0 to 1, shape (m, 1).
    """
    angle = np.arctan2(at.noise, at.signal)
    cloud = diffuse(data, noise, at.abar)
    start, own = followed
    here = at.signal * start + at.noise * own
    few = np.concatenate(
        [
            np.cos(share * angle) * data[::EVERY] + np.sin(share * angle) * noise[::EVERY]
            for share in np.linspace(0, 1, _PIECES)
        ]
        + [np.nan * data[::EVERY]],
        axis=1,
    ).reshape(-1, 2)
    gone, left = quarter * angle, angle + quarter * (np.pi / 2 - angle)
    marks = {
        "data": data,
        "cloud": cloud,
        "few": cloud[::EVERY],
        "arcs": few,
        "arc": np.cos(gone) * start + np.sin(gone) * own,
        "arc_ahead": np.cos(left) * start + np.sin(left) * own,
        "one_data": start[None, :],
        "one_noise": own[None, :],
        "one": here[None, :],
    }
    readouts = {"angle": np.degrees(angle), "signal": at.signal, "noise_weight": at.noise}
    return Scene(marks | names(start, own, here), readouts)


def names(start: Array, own: Array, here: Array) -> dict[str, Array]:
    """Name a point, its noise and where it is now, unless two names were at one place."""
    alone = apart(here, start) & apart(here, own)
    return {
        "name_data": outside(start)[None, :],
        "name_noise": np.where(apart(start, own), outside(own), np.nan)[None, :],
        "name_one": np.where(alone, outside(here), np.nan)[None, :],
    }


def apart(a: Array, b: Array) -> Any:
    """Tell whether two places are so far from each other that both can have a name."""
    step = a - b
    return np.hypot(step[0], step[1]) > _CLEAR


def outside(place: Array) -> Array:
    """Return where a name is clear of an arc around the origin that passes a place."""
    beside: Array = place * (1 + _AWAY / np.maximum(np.hypot(place[0], place[1]), _AWAY))
    return beside
