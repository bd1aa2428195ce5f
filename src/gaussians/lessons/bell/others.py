"""Two other densities of area 1 and standard deviation 1, whose shapes are not the bell's."""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core import mass_within, standard_cdf
from gaussians.kit.areas import along, between, pieces, summed
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.squares import STANDARD, f
from gaussians.lessons.bell.lines import curve, diamonds, upright

S = np.sqrt(3) / np.pi  # scale of the logistic with standard deviation 1
B = np.sqrt(0.5)  # scale of the Laplace with standard deviation 1
_ALL = 60.0  # beyond, no digit of a sum is


class Law(NamedTuple):
    """A density that is the same on both sides of 0."""

    density: Any
    within: Any  # the share from -L to L
    beyond: Any  # the rest, small as it may be
    inflection: float  # NaN if it has none
    corner: float  # NaN if it has none


LAWS = {
    "logistic": Law(
        lambda x: 1 / (4 * S * np.cosh(x / (2 * S)) ** 2),
        lambda limit: np.tanh(limit / (2 * S)),
        lambda limit: 2 * np.exp(-limit / S) / (1 + np.exp(-limit / S)),
        S * np.log(2 + np.sqrt(3)),
        np.nan,
    ),
    "laplace": Law(
        lambda x: np.exp(-np.abs(x) / B) / (2 * B),
        lambda limit: -np.expm1(-limit / B),
        lambda limit: np.exp(-limit / B),
        np.nan,
        1 / (2 * B),
    ),
}


def others(name: str, limit: float, fixed: dict[str, Array]) -> Scene:
    """Draw the bell and another density of the same standard deviation, and compare areas.

    Parameters
    ----------
    name
        Which other one.
    limit
        L: areas go from -L to L.
    fixed
        The arrays of the lesson: line and strip.
    """
    law, line, strip = LAWS[name], fixed["line"], fixed["strip"]
    n, x = line[:, 0], along(strip, -limit, limit)
    bell_side, side = STANDARD.pdf(np.array([1.0])), law.density(law.inflection)
    marks = {
        "bell_area": between(strip, x, f(x)),
        "other_area": between(strip, x, law.density(x)),
        "bell_curve": curve(line, f(n)),
        "other_curve": curve(line, law.density(n)),
        "other_left": upright(-limit, 0.0, 0.74),
        "other_right": upright(limit, 0.0, 0.74),
        "bell_diamonds": diamonds(1.0, bell_side, bell_side, (0.14, 0.028)),
        "other_diamonds": diamonds(law.inflection, side, side, (0.14, 0.028)),
        "corner": np.array([[0 * law.corner, law.corner]]),
    }
    readouts = {
        "other": [*LAWS].index(name),
        "other_top": law.density(0.0), "bell_top": STANDARD.pdf(np.array([0.0])),
        "other_inflection": law.inflection, "other_sd": np.sqrt(_second_moment(law)),
        "bell_within": mass_within(limit, 1), "other_within": law.within(limit),
        "bell_beyond": 2 * standard_cdf(np.array([-limit]))[0], "other_beyond": law.beyond(limit),
    }  # fmt: skip
    return Scene(marks, readouts)


def _second_moment(law: Law) -> float:
    """Add up x² times the density, from 0 on because of corners, and double it."""
    fixed = pieces()
    x = _ALL / 2 * (1 + fixed[:, 0])
    total: float = 2 * summed(x * x * law.density(x), fixed, _ALL / 2)
    return total
