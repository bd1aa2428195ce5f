"""From a plane to a line: y = m₁ x₁ + m₂ x₂ is one number, and has one bell."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import AffineMap, Gaussian, standard_cdf
from gaussians.kit.bars import bars, covariance, largest_gap
from gaussians.kit.curves import PEAK, bell_of
from gaussians.kit.geometry import arrow
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.names import BESIDE

LOW, HIGH = -0.3, 0.8  # of the plane of densities
_LANES = (-0.09, -0.21)  # where m₁ and m₂ are, below the axis
_FLAT = np.array([1, (HIGH - LOW) / 12 / 0.85])  # brings an arrow's head into that plane
EDGES = np.arange(-6, 6.125, 0.25)[:, None]  # of bars
# Ends of lines with the same y: which number that is, and how far along the line; gaps between.
LEVELS = np.concatenate([[[k, -20.0], [k, 20.0], [np.nan, np.nan]] for k in range(-24, 25)])


def onto_a_line(law: Gaussian, row: Array, x: Array, fixed: Mapping[str, Array]) -> Scene:
    """Send x to one number, y = M x, where M is one row.

    Parameters
    ----------
    law
        The law that x has if it is Gaussian.
    row
        M, shape (2,); if it is 0 so is every y, and there is no bell.
    x
        The points, shape (n, 2).
    fixed
        The standard `bell`, `circles`, a `line_grid` of places, `edges` of bars, and `levels`.
    """
    onward = AffineMap(row[None, :], np.zeros(1))
    pushed, count = law.push(onward), x.shape[0]
    (mean,), ((variance,),) = pushed.mean, pushed.cov
    sd = np.where(variance > 0, pushed.std[0], np.nan)
    y = onward(x)[:, 0]
    grid = fixed["line_grid"][:, 0]
    drawn, error = covariance(y, y)
    peak = PEAK / sd
    ends = [np.array([[end, 0 * end + lane]]) for end, lane in zip(row, _LANES, strict=True)]
    marks = {
        "levels": levels(row, fixed["levels"]),
        "given_cloud": x,
        "given_ellipses": law.transform(fixed["circles"]),
        "given_center": law.mean[None, :],
        "bars": bars(y, fixed["edges"][:, 0]),
        "bell": bell_of(mean, sd, fixed["bell"]),
        "arrows": np.concatenate([
            _lane(row[0], _LANES[0]), np.full((1, 2), np.nan), _lane(row[1], _LANES[1]),
        ]),
        "end1": ends[0],
        "end2": ends[1],
        "ends": np.concatenate([
            end + np.array([np.where(number < 0, -BESIDE, BESIDE), 0])
            for end, number in zip(ends, row, strict=True)
        ]),
    }  # fmt: skip
    readouts = {
        "r1": row[0], "r2": row[1], "mean": mean, "var": variance, **slips(law, row, variance),
        "drawn_mean": y.mean(), "mean_error": np.sqrt(drawn / count),
        "drawn_var": drawn, "var_error": error, "cut": (peak > HIGH) | (np.abs(mean) + 2 * sd > 6),
        "line_gap": np.sqrt(count) * largest_gap((y - mean) / sd, grid, standard_cdf(grid))
        * np.where(variance > 0, 1, np.nan),
        "drops": np.where(row[1] == 0, np.where(row[0] == 0, 2, 1), 0),
    }  # fmt: skip
    return Scene(marks, readouts)


def levels(row: Array, lines: Array) -> Array:
    """Return the lines of the plane on which y is a whole number; none if M is 0."""
    squared = row @ row
    across = row / np.where(squared > 0, squared, np.nan)
    along = np.array([-row[1], row[0]]) / np.sqrt(np.where(squared > 0, squared, np.nan))
    found: Array = lines[:, 0][:, None] * across + lines[:, 1][:, None] * along
    return found


def slips(law: Gaussian, row: Array, variance: Any) -> dict[str, Any]:
    """Return what is easily answered instead of the variance of y."""
    first, second = row * law.std
    both = row[0] * row[1] * law.cov[0, 1]
    alone = first * first + second * second
    return {
        "no_cov": alone, "once": alone + both, "turned": alone - 2 * both,
        "root": np.sqrt(variance), "sds": (np.abs(first) + np.abs(second)) ** 2,
    }  # fmt: skip


def _lane(end: Any, height: float) -> Array:
    drawn: Array = arrow(np.zeros(2), np.array([end, 0 * end])) * _FLAT + np.array([0, height])
    return drawn
