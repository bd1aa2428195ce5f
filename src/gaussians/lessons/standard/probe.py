"""A strip along a line through the origin, turned: how many points it has, at every angle."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import mass_within
from gaussians.kit.areas import along, between
from gaussians.kit.curves import joined
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.space import cos_sin
from gaussians.lessons.standard.laws import LAWS

HALF = 0.25  # of the strip's width
WITHIN = mass_within(HALF, 1)
_FAR = 12.0  # beyond the plane


def probe(angle: Any, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Turn a strip over noise, and count what is in it, there and at other angles.

    Parameters
    ----------
    angle
        Of the strip, in degrees.
    noise
        The points, shape (n, 2).
    fixed
        Angles to count at, as degrees, cosine and sine: `angles`; and a `strip` for areas.
    """
    at = along(fixed["strip"], 0.0, 180.0)
    return _turned("", angle, noise, WITHIN, fixed, at, WITHIN + 0 * at)


def others(name: str, angle: Any, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Do the same to points whose coordinates have another law of the sd 1."""
    law, at = LAWS[name], along(fixed["strip"], 0.0, 180.0)
    drawn = np.stack([law.drawn(noise[:, 0]), law.drawn(noise[:, 1])], axis=1)
    points = drawn[0:]  # what a slice is taken of is kept: no frame draws it anew
    exact = law.within(angle, HALF)
    scene = _turned("other_", angle, points, exact, fixed, at, law.within(at, HALF))
    marks = {"other_levels": joined(*(size * law.level for size in law.sizes))}
    readouts = {
        "other_law": [*LAWS].index(name),
        "other_straight": law.within(0.0, HALF), "other_slanting": law.within(45.0, HALF),
        "other_sd1": np.sqrt((points[:, 0] ** 2).mean()),
        "other_sd2": np.sqrt((points[:, 1] ** 2).mean()),
    }  # fmt: skip
    return Scene.of(scene, Scene(marks, readouts))


def _turned(
    prefix: str, angle: Any, points: Array, share: Any, fixed: Mapping[str, Array], at: Array,
    exact: Array,
) -> Scene:  # fmt: skip
    """Draw points with a strip, and beside it its share over the angle, counted and exact.

    Parameters
    ----------
    share
        The exact share at this angle.
    at, exact
        Angles of the corners of an area, and the exact shares there.
    """
    count, (c, s) = points.shape[0], cos_sin(angle)
    across, along_it = np.array([-s, c]), np.array([c, s])
    is_in = np.abs(points @ across) < HALF
    counted = is_in.mean()
    chance = np.sqrt(exact * (1 - exact) / count)
    degrees, cosine, sine = fixed["angles"].T
    counted_at = (np.abs(points[:, 1:] * cosine - points[:, :1] * sine) < HALF).mean(axis=0)
    ends = np.array([along_it * _FAR, -along_it * _FAR])
    marks = {
        "cloud": points,
        "strip": np.concatenate([ends + HALF * across, ends[::-1] - HALF * across]),
        "inside": np.where(is_in[:, None], points, np.nan),
        "line": ends,
        "band": between(fixed["strip"], at, exact + chance, exact - chance),
        "counted": np.stack([degrees, counted_at], axis=1),
        "now": np.array([[angle, counted]]),
    }
    readouts = {
        "share": counted, "within": share, "chance": np.sqrt(share * (1 - share) / count),
        "inside": is_in.sum(), "fewest": counted_at.min(), "most": counted_at.max(),
    }  # fmt: skip
    return Scene(
        {prefix + name: mark for name, mark in marks.items()},
        {prefix + name: value for name, value in readouts.items()},
    )


def angles(every: float = 3.0) -> Array:
    """Return angles of half a turn with their cosine and sine, shape (k, 3)."""
    degrees = np.arange(0, 180 + every, every)
    return np.stack([degrees, *cos_sin(degrees)], axis=1)
