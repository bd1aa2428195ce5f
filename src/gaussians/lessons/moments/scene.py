"""The mean: points come one by one, and their average is mapped as each of them is."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.curves import joined
from gaussians.kit.geometry import arrow, largest
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.moments.funnel import WIDTH, funnel, level, walk


def stream(law: Gaussian, noise: Array, n: Any, fixed: Mapping[str, Array]) -> Scene:
    """Let n points come, and draw the way of their average; its height once more, over N.

    Parameters
    ----------
    law
        N(t, A Aᵀ) in the plane.
    noise
        Noise of all points, shape (MOST, 2).
    n
        How many have come.
    fixed
        Numbers of points, `index`, and a `strip`.
    """
    index, points = fixed["index"], law.transform(noise)
    come = index <= n
    averages = np.cumsum(points, axis=0) / index
    path, end = walk(points[:, 1], n, index[:, 0])
    mean, sd = average(points, n, index), law.std
    away = mean - law.mean
    marks = {
        "cloud": np.where(come, points, np.nan),
        "way": np.where(come, averages, np.nan),
        "mean": mean[None, :],
        "shift": law.mean[None, :],
        "funnel_area": funnel(law.mean[1], sd[1], fixed["strip"]),
        "level": level(law.mean[1]),
        "path": path,
        "path_end": end,
    }
    error = sd / np.sqrt(n)
    off = away / np.array([np.where(one > 0, one, np.nan) for one in error])
    is_in = (np.abs(away[1]) <= WIDTH * error[1]) | (error[1] == 0)
    readouts = {
        "n": n, "t1": law.mean[0], "t2": law.mean[1], "mean1": mean[0], "mean2": mean[1],
        "sd1": sd[0], "sd2": sd[1], "error1": error[0], "error2": error[1],
        "off1": off[0], "off2": off[1], "in_funnel": 1 * is_in,
    }  # fmt: skip
    return Scene(marks, readouts)


def average(points: Array, n: Any, index: Array) -> Array:
    """Average the first n points, shape (MOST, k)."""
    mean: Array = np.where(index <= n, points, 0.0).sum(axis=0) / n
    return mean


def two_ways(law: Gaussian, noise: Array, n: Any, index: Array) -> Scene:
    """Average noise and map the average, or map noise and average its image.

    So too with products: the average of (x - t)(x - t)ᵀ is A times that of s sᵀ times Aᵀ.
    """
    points, A = law.transform(noise), law.factor
    before, after = average(noise, n, index), average(points, n, index)
    mapped = law.transform(before)
    of_noise, of_points = products(noise, n, index), products(points - law.mean, n, index)
    marks = {
        "noise": np.where(index <= n, noise, np.nan),
        "noise_mean": before[None, :],
        "image": np.where(index <= n, points, np.nan),
        "image_mean": after[None, :],
        "mapped": cross(mapped),
        "columns": joined(*(arrow(law.mean, law.mean + column) for column in A.T)),
        "tip1": (law.mean + A[:, 0])[None, :],
        "tip2": (law.mean + A[:, 1])[None, :],
        "shift_image": law.mean[None, :],
    }
    readouts = {
        "noise1": before[0], "noise2": before[1], "mapped1": mapped[0], "mapped2": mapped[1],
        "apart": largest((mapped - after)[None, :]),
        "products_apart": largest(A @ of_noise @ A.T - of_points),
        **{f"v{i + 1}{j + 1}": of_noise[i, j] for i, j in ((0, 0), (0, 1), (1, 1))},
    }  # fmt: skip
    return Scene(marks, readouts)


def products(off: Array, n: Any, index: Array) -> Array:
    """Average the products of coordinates of the first n rows, shape (2, 2)."""
    x, y = off.T
    three = average(np.stack([x * x, x * y, y * y], axis=1), n, index)
    return np.array([three[:2], three[1:]])


def cross(place: Array, size: float = 0.45) -> Array:
    """Return an upright cross over a place, as one curve."""
    across, up = np.array([size, 0.0]), np.array([0.0, size])
    return joined(np.array([place - across, place + across]), np.array([place - up, place + up]))
