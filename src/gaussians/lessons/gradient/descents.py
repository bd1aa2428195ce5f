"""Two descents from one start, by one estimate each, beside the one by the exact slope."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from gaussians.kit import runs
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.gradient.estimates import path, weight
from gaussians.lessons.gradient.functions import Function, line
from gaussians.lessons.gradient.points import curve, twice

STEPS = 60
WALL = 3.0  # nobody goes farther
HEIGHTS = {"tall": (-1.8, 20.0), "low": (-1.5, 1.5)}  # of planes of f


def descents(
    f: Function, start: float, sigma: float, rate: float, k: Any, noise: Array,
    fixed: Mapping[str, Array],
) -> Scene:  # fmt: skip
    """Walk μ downhill, k steps against a slope times the rate, and stop at walls.

    Parameters
    ----------
    f
        The function whose average is to become small.
    start
        Where μ is at first.
    sigma
        The sd of x, which stays.
    rate
        The learning rate.
    k
        How many steps are taken.
    noise
        One draw for each step, shape (STEPS, 1): the same for both estimates.
    fixed
        The `line` to draw f at, and the `number` of each state, from 0.
    """
    x, number = fixed["line"], fixed["number"][:, 0]
    slopes: dict[str, Callable[[Any, Any], Any]] = {
        "exact": lambda mu, s: f.in_mean(mu, sigma),
        "path": lambda mu, s: path(f, line(mu, sigma), s),
        "weight": lambda mu, s: weight(f, line(mu, sigma), s),
    }
    walks = {
        name: runs.path(_downhill(slope, rate), start, noise) for name, slope in slopes.items()
    }
    reached = {name: np.where(number == k, walk, 0.0).sum() for name, walk in walks.items()}
    marks = {
        **twice("f_under", curve(f, x)),
        **twice("average", np.stack([x[:, 0], f.mean(x[:, 0], sigma)], axis=1)),
    }
    readouts: dict[str, Any] = {"k": k, "rate": rate, "start": start}
    for name, mu in reached.items():
        way = np.where(number <= k, walks[name], np.nan)
        marks |= {
            f"{name}_way": np.stack([number, way], axis=1),
            f"{name}_end": np.array([[k, mu]]),
        }
        marks |= twice(f"{name}_ball", np.array([[mu, f.mean(mu, sigma)]]))
        readouts |= {f"{name}_at": mu, f"{name}_height": f.mean(mu, sigma)}
        if name != "exact":
            away = np.where(number <= k, walks[name] - walks["exact"], 0.0)
            readouts[f"{name}_away"] = np.sqrt((away * away).sum() / np.maximum(k, 1))
    high = np.maximum(readouts["path_height"], readouts["weight_height"]) > HEIGHTS[f.size][1]
    readouts["high"] = 1 * high
    marks["begin"] = np.array([[0 * start, start]])
    return Scene(marks, readouts)


def _downhill(slope: Callable[[Any, Any], Any], rate: Any) -> runs.Step:
    return lambda mu, s: np.clip(mu - rate * slope(mu, s), -WALL, WALL)
