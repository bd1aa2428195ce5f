"""The two estimates 200 times over, each from N draws, beside the exact slope."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.gradient.estimates import (
    Law,
    error_of_variance,
    laws,
    of_average,
    path,
    weight,
)
from gaussians.lessons.gradient.functions import Function, line
from gaussians.lessons.gradient.points import twice

SEEDS, MOST = 200, 100  # and draws of each
EDGES = {"tall": (-24.0, 36.0), "low": (-7.0, 7.0)}  # of planes, by the heights of f
ROWS = {"path": 2.0, "weight": 1.0}
_WIDE = 0.5  # a row of dots
_UNDER = 0.36  # its middle, how far from its mean and sd
_GOLDEN = (np.sqrt(5) - 1) / 2


def aside() -> Array:
    """Return how far each seed's dot is from the middle of its row, evenly; (SEEDS, 1)."""
    spread: Array = _WIDE * ((np.arange(SEEDS) * _GOLDEN) % 1 - 0.5)
    return spread[:, None]


def seeds(
    f: Function, mu: float, sigma: float, noise: Array, n: Any, fixed: Mapping[str, Array]
) -> Scene:
    """Estimate the slope of E f in μ from the first n draws of each seed, in both ways.

    Parameters
    ----------
    f
        The function to average.
    mu, sigma
        Mean and sd of x.
    noise
        The noise of all seeds, shape (SEEDS, MOST).
    n
        How many draws of each seed are averaged.
    fixed
        The `nodes` of sums, and how far dots are `aside`.
    """
    law, exact = line(mu, sigma), f.in_mean(mu, sigma)
    one = laws(f, law, fixed["nodes"])
    come, each = np.arange(MOST) < n, noise[..., None]
    marks = twice("slope", np.array([[exact, 0.0], [exact, 9.0]]))
    low, high = EDGES[f.size]
    readouts: dict[str, Any] = {
        "n": n,
        "several": 1 * (n > 1),
        "of_x": sigma**2,
        "once": 2 * sigma**2,
    }
    for name, estimate in (("path", path), ("weight", weight)):
        averages = np.where(come, estimate(f, law, each), 0.0).sum(axis=1) / n
        places = np.stack([averages, ROWS[name] + fixed["aside"][:, 0]], axis=1)
        marks |= twice(f"{name}_dots", places)
        marks |= twice(f"{name}_sd", _bar(one[name], n, ROWS[name] - _UNDER))
        readouts[f"{name}_beyond"] = ((averages < low) | (averages > high)).sum()
        readouts |= _measured(name, averages, one[name], n)
    wide, narrow = readouts["weight_one"], readouts["path_one"]
    smaller = 1 + (wide < narrow)
    readouts |= {
        "smaller": smaller, "other": 3 - smaller,
        "ratio": np.where(narrow > 0, wide / np.where(narrow > 0, narrow, 1.0), np.nan),
    }  # fmt: skip
    return Scene(marks, readouts)


def _bar(one: Law, n: Any, height: float) -> Array:
    """Return a line that is one sd long to each side of the mean."""
    sd = np.sqrt(one.variance / n)
    return np.array([[one.mean - sd, height], [one.mean + sd, height]])


def _measured(name: str, averages: Array, one: Law, n: Any) -> dict[str, Any]:
    """Measure mean and variance of the seeds' averages, beside what they should be."""
    average = of_average(one, n)
    mean = averages.mean()
    return {
        f"{name}_one": one.variance,
        f"{name}_mean": mean, f"{name}_mean_error": np.sqrt(average.variance / SEEDS),
        f"{name}_variance": average.variance,
        f"{name}_measured": ((averages - mean) ** 2).sum() / (SEEDS - 1),
        f"{name}_error": error_of_variance(average, SEEDS),
    }  # fmt: skip
