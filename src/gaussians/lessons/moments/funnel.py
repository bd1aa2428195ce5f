"""Averages of the first N points, as N grows: a path, and the funnel that chance leaves it."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import mass_within
from gaussians.kit.areas import along, between
from gaussians.kit.lesson import Array, Scene

MOST = 1000  # points
DECADES = 3.0  # from 1 to MOST
STREAMS = 200
WIDTH = 2  # of the funnel to each side, in sd ÷ √N
INSIDE = mass_within(WIDTH, 1)
_GOLDEN = (np.sqrt(5) - 1) / 2


def funnel(center: Any, sd: Any, sides: Array) -> Array:
    """Return the area between center ± 2 sd ÷ √N, over the logarithm of N; shape (m, 2)."""
    decades = along(sides, 0.0, DECADES)
    reach = WIDTH * sd * 10 ** (-decades / 2)
    return between(sides, decades, center + reach, center - reach)


def level(height: Any) -> Array:
    """Return the line that a funnel closes in on."""
    return np.array([[-1.0, height], [DECADES + 1, height]])


def walk(values: Array, n: Any, index: Array) -> tuple[Array, Array]:
    """Return the average of the first 1, 2, ... n values over the logarithm of their number.

    Parameters
    ----------
    values
        What is averaged, shape (MOST,).
    n
        How many of them have come.
    index
        Their numbers from 1, shape (MOST,).

    Returns
    -------
    path, end
        Shapes (MOST, 2), with NaN for what is still to come, and (1, 2).
    """
    average = np.cumsum(values) / index
    path = np.stack([np.log10(index), np.where(index <= n, average, np.nan)], axis=1)
    return path, np.array([[np.log10(n), np.where(index == n, average, 0.0).sum()]])


def streams(center: Any, sd: Any, noise: Array, n: Any, fixed: Mapping[str, Array]) -> Scene:
    """Average the first n numbers of many streams, and count how many averages are in the funnel.

    Parameters
    ----------
    center, sd
        The mean and the sd of a number.
    noise
        The numbers before they are stretched and moved, shape (STREAMS, MOST).
    n
        How many of each have come.
    fixed
        The `strip`, and `aside`: how far each stream is drawn beside the others.
    """
    error = sd / np.sqrt(n)
    come = np.arange(MOST) < n
    averages = np.where(come, noise, 0.0).sum(axis=1) / n
    away = np.sqrt(n) * averages * np.where(sd > 0, 1, np.nan)  # in sd ÷ √N
    is_in, due = (np.abs(away) <= WIDTH) | (sd == 0), np.where(sd > 0, INSIDE, 1.0)
    x = np.log10(n) + fixed["aside"][:, 0]
    marks = {
        "funnel_again": funnel(center, sd, fixed["strip"]),
        "level_again": level(center),
        "band": np.array([[-1.0, -WIDTH], [-1.0, WIDTH], [DECADES + 1, WIDTH],
                          [DECADES + 1, -WIDTH]]),
    }  # fmt: skip
    for name, heights in (("average", center + sd * averages), ("away", away)):
        marks[f"{name}_in"] = np.stack([x, np.where(is_in, heights, np.nan)], axis=1)
        marks[f"{name}_out"] = np.stack([x, np.where(is_in, np.nan, heights)], axis=1)
    count = is_in.sum()
    readouts = {
        "inside": count, "outside": STREAMS - count, "expected": STREAMS * due,
        "give_or_take": np.sqrt(STREAMS * due * (1 - due)), "reach": WIDTH * error,
        "spread": np.sqrt((away * away).mean()),
    }  # fmt: skip
    return Scene(marks, readouts)


def aside() -> Array:
    """Return how far streams are drawn beside each other, evenly, shape (STREAMS, 1)."""
    spread: Array = 0.16 * ((np.arange(STREAMS) * _GOLDEN) % 1 - 0.5)
    return spread[:, None]
