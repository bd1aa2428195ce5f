"""Numbers rolled one at a time from the bell: two make a point of the plane."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.kit.lesson import Array, Scene
from gaussians.kit.noise import MOST
from gaussians.kit.squares import f_at

ALL = 2 * MOST  # rolls: two for each point
MORE = (1, 100)  # rolls at a time
_FEWEST = 100  # rolls for bars that are not chance alone
_FAR = 10.0  # beyond the plane
BIN = 0.4


def rolls(count: Any, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Roll so many numbers: s₁ and s₂ of the first point, of the second one, and so on.

    Parameters
    ----------
    count
        How many were rolled, at least 1.
    noise
        The points, shape (MOST, 2).
    fixed
        The standard `bell`, numbers of points from 1, `index`, and edges of bars, `rolled_edges`.
    """
    index, edges = fixed["index"][:, 0], fixed["rolled_edges"][:, 0]
    both, one = 2 * index <= count, 2 * index - 1 <= count
    s1, s2 = noise.T
    first, second = _latest(s1, 2 * index - 1, count), _latest(s2, 2 * index, count)
    points = np.floor(count / 2)
    single = count > 2 * points  # s₂ is still to be rolled
    partner = _latest(s1, 2 * index, count)
    across = np.where(single, first, partner)
    there = np.where(single, np.nan, 1.0)
    up = there * second
    newest = np.where(single, first, second)
    counted = [
        np.histogram(np.where(come, s, np.nan), edges)[0] for come, s in ((one, s1), (both, s2))
    ]
    heights = (counted[0] + counted[1]) / count / np.diff(edges)
    high = f_at(newest)
    marks = {
        "points": np.where(both[:, None], noise, np.nan),
        "first": np.array([[across, -_FAR], [across, _FAR]]),
        "second": np.array([[there * -_FAR, up], [there * _FAR, up]]),
        "newest": np.array([[there * across, up]]),
        "rolled": np.stack([edges[:-1], np.where(count >= _FEWEST, heights, 0)], axis=1),
        "bell": fixed["bell"],
        "latest": np.array([[newest, high]]),
        "fall": np.array([[newest, 0.0], [newest, high]]),
    }
    readouts = {
        "rolled": count, "points": points,
        "single": 1 * single, "newest": newest,
        "across": across, "up": up,
        **{f"more{k}": np.minimum(count + k, ALL) for k in MORE}, "all": ALL,
    }  # fmt: skip
    return Scene(marks, readouts)


def _latest(s: Array, number: Array, count: Any) -> Any:
    """Return the coordinate that was rolled as the last one, or 0."""
    return np.where(number == count, s, 0.0).sum()


def rolled_edges() -> Array:
    """Return edges of bars, shape (k, 1)."""
    return BIN * np.arange(-10.0, 11)[:, None]
