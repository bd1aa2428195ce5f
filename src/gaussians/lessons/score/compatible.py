"""All pairs of data and noise that make one noisy point, shown by how likely they are."""

from typing import Any

import numpy as np

from gaussians.core import expected_noise, noise_weights
from gaussians.kit.arrows import segments
from gaussians.kit.geometry import arrow, only
from gaussians.kit.lesson import Array, Scene

FROM = (0.5, 0.1, 0.01)  # of the largest weight: what is drawn strong, weaker, and faint
FAR = 4.0  # where the plane of noise ends
_ORIGIN = np.zeros(2)


def compatible(x: Array, data: Array, number: Array, a: Any, circles: Array) -> Scene:
    """Show where a noisy point x, shape (2,), may be from, and the noise of each pair.

    Parameters
    ----------
    x
        The noisy point.
    data, number
        What x₀ may be, shape (m, 2), and numbers of these rows from 1, shape (m,).
    a
        ᾱ, the share of the variance that is signal.
    circles
        Circles around the origin, as a curve.
    """
    root = np.sqrt(1 - a)
    there = np.sqrt(a) * data
    noise = (x - there) / root
    weights, mean = noise_weights(x, data, a), expected_noise(x, data, a)
    lengths = np.sqrt((noise * noise).sum(axis=1))
    middle = x - root * mean
    marks = {
        "data": data,
        "middle": middle[None, :],
        "mean": arrow(2 * middle, 2 * x) / 2,
        "noisy": x[None, :],
        "rings": circles,
        "expected": arrow(_ORIGIN, mean),
    }
    relative = weights / weights.max()
    for k, (low, high) in enumerate(zip((*FROM, -1.0), (2.0, *FROM), strict=True)):
        chosen = (relative >= low) & (relative < high)
        marks |= {f"dots{k}": only(chosen, there), f"noise{k}": only(chosen, noise)}
        if low > 0:
            marks[f"lines{k}"] = segments(only(chosen, there), x + 0 * there)
    first, second = (np.where((number == k)[:, None], noise, 0).sum(axis=0) for k in (1, 2))
    both = first + second
    readouts = {
        "alike": 1 / (weights * weights).sum(), "largest": weights.max(),
        "first1": first[0], "first2": first[1], "second1": second[0], "second2": second[1],
        "weight1": np.where(number == 1, weights, 0).sum(),
        "weight2": np.where(number == 2, weights, 0).sum(),
        "far": np.maximum(np.abs(mean[0]), np.abs(mean[1])) > FAR,
        # What is easily answered instead of the length of the mean.
        "lengths": (weights * lengths).sum(), "drawn": root * np.sqrt(mean @ mean),
        "both": np.sqrt(both @ both), "none": 0.0 * a,
    }  # fmt: skip
    return Scene(marks, readouts)
