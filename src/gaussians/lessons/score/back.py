"""The way back: from noise, a few steps along the field, to data."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import expected_noise, step_back
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.runs import end, path
from gaussians.lessons.score.field import field_at

MOST_POINTS = 60
MOST = 40  # steps
_FIRST = 0.03  # angle at which the way begins: ᾱ = 0.0009, next to nothing but noise
_LATEST = 0.96  # of the way: where the field is looked at last, for there is none at the end


def level(share: Any) -> Any:
    """Return ᾱ at a share of the way: √ᾱ and √(1 - ᾱ) are sine and cosine of an even angle."""
    return np.sin(_FIRST + (np.pi / 2 - _FIRST) * share) ** 2


def back(
    x: Array, walkers: Array, data: Array, pace: tuple[Any, Any], one: tuple[Any, Array],
    fixed: Mapping[str, Array],
) -> Scene:  # fmt: skip
    """Walk back from noise.

    Parameters
    ----------
    x, walkers
        A start to follow, shape (2,), and others, shape (n, 2).
    data
        What x₀ may be, shape (m, 2).
    pace
        How many steps there are, and which share of the way is done.
    one
        Whether to follow the noise of one of the data, instead of the mean; and which, shape (2,).
    fixed
        The `steps` from 0, and the `places` of arrows.
    """
    (many, done), (alone, chosen) = pace, one

    def noise(point: Any, a: Any) -> Any:
        single = (point - np.sqrt(a) * chosen) / np.sqrt(1 - a)
        return np.where(alone > 0, single, expected_noise(point, data, a))

    def step(point: Any, number: Any) -> Any:
        here, there = (np.minimum(k / many, done) for k in (number, number + 1))
        after = step_back(point, noise(point, level(here)), level(here), level(there))
        return np.where(number / many < done, after, point)

    taken = fixed["steps"][:many, 0]
    walked, way = end(step, walkers, taken), path(step, x, taken)
    now = level(np.minimum(done, _LATEST))
    at = fixed["places"]
    single = (at - np.sqrt(now) * chosen) / np.sqrt(1 - now)
    marks = {
        "pictured": data,
        "flow": field_at(at, expected_noise(at, data, now), now),
        "one_flow": np.where(alone > 0, field_at(at, single, now), np.nan),
        "one_dot": np.where(alone > 0, chosen, np.nan)[None, :],
        "walkers": walked,
        "way": way,
        "stops": way,
        "start": x[None, :],
    }
    spread = walked - walked.mean(axis=0)
    readouts = {
        "n": walkers.shape[0], "level": level(done), "many": many, "done": done,
        "alone": alone, "single": many == 1,
        "distance": nearest(walked, data).mean(), "before": nearest(walkers, data).mean(),
        "spread": np.sqrt((spread * spread).sum(axis=1).mean()),
    }  # fmt: skip
    return Scene(marks, readouts)


def nearest(points: Array, data: Array) -> Array:
    """Return how far each point is from the nearest of the data."""
    squared = ((points[:, None] - data[None]) ** 2).sum(axis=2).min(axis=1)
    found: Array = np.sqrt(squared)
    return found
