"""Two bells in one histogram: their sum, its slope, and where the slope changes its sign."""

from typing import Any

import numpy as np

from gaussians.core import Gaussian, Mixture
from gaussians.kit.curves import PEAK, bell_of, slope_of
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.histogram.bins import bars, merged
from gaussians.lessons.histogram.people import N_MEN, N_WOMEN

MIDDLE, SD = 169.25, 6.5  # cm: between two equal bells, and of each
GRID = np.linspace(130, 205, 400)[:, None]


def mix(women: Gaussian, men: Gaussian, share: Any, grid: Array, bell: Array) -> Scene:
    """Add two bells, the second one with a share of all people, and count the sum's peaks."""
    law = Mixture(np.array([1 - share, share]), [women, men])
    x = grid[:, 0]
    slope = (1 - share) * slope_of(women, x) + share * slope_of(men, x)
    turns = slope[1:] * slope[:-1] < 0
    between = (grid[1:, 0] + grid[:-1, 0]) / 2
    changes = turns.sum()
    (low, high), (sd, other) = (women.mean[0], men.mean[0]), (women.std[0], men.std[0])
    marks = {
        "bell_women": bell_of(low, sd, bell) * np.array([1, 1 - share]),
        "bell_men": bell_of(high, other, bell) * np.array([1, share]),
        "sum": np.stack([grid[:, 0], law.pdf(grid)], axis=1),
        "steepness": np.stack([grid[:, 0], slope], axis=1),
        "turns": np.stack([np.where(turns, between, np.nan), 0 * between], axis=1),
    }
    readouts = {
        "changes": changes,
        "peaks": (changes + 1) / 2,
        "two": (changes - 1) / 2,
        "cm_apart": high - low,
        "sds_apart": (high - low) / np.sqrt((sd**2 + other**2) / 2),
    }
    return Scene(marks, readouts)


def equal(distance: Any, grid: Array, bell: Array) -> Scene:
    """Add two bells of one sd, half of all people each, some sd apart."""
    away = distance * SD / 2
    low, high = (Gaussian([[SD]], np.stack([MIDDLE + side * away])) for side in (-1, 1))
    marks, readouts = mix(low, high, 0.5, grid, bell)
    return Scene(marks | {"top": np.array([[MIDDLE + away, PEAK / SD / 2]])}, readouts)


def everybody(bins: Array, index: Array, width: Any, start: Any, share: Any) -> Array:
    """Return bars of women and men together, of whom men are a share."""
    left, women = merged(bins[:, 3], bins, index, width, start)
    _, men = merged(bins[:, 4], bins, index, width, start)
    return bars(left, (1 - share) * women / N_WOMEN + share * men / N_MEN, width)
