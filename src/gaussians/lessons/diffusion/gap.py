"""How far a blurred picture is from standard noise: a sum over a grid, and a bell's own gap."""

from typing import Any

import numpy as np

from gaussians.core import noisy_grid_pdf, standard_divergence
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.diffusion.schedule import Moment
from gaussians.lessons.diffusion.shares import Moments

LEAST = -7.3  # power of 10 that is drawn
REACH, CELLS = 5.0, 64  # of the grid, to each side and in all
CELL = 2 * REACH / CELLS
_SHARP = 0.018  # a variance below which bells are too narrow for the grid
_LEAST = 1e-12  # so that a bell of no width has a height
_NOTHING = 1e-6  # a gap that the grid's edge and rounding may make


def gap(at: Moment, data: Array, of: Moments, cells: Array) -> Scene:
    """Draw the density of noisy points, and measure its gap to that of noise.

    Parameters
    ----------
    at
        The schedule now.
    data
        Points x₀, shape (n, 2).
    of
        Their mean and covariance.
    cells
        The middles of the grid's cells along an axis, shape (CELLS, 1).
    """
    wide = np.maximum(1 - at.abar, _SHARP)
    density = noisy_grid_pdf(cells[:, 0], cells[:, 0], data, 1 - wide)
    distance = np.hypot(of.mean[0], of.mean[1])
    bells = bell_gap(of, distance, at.levels)
    bell = bell_gap(of, distance, at.abar)
    more = divergence(density, cells) - bell
    more = np.where(more > _NOTHING, more, 0.0)
    own = np.where(1 - at.abar < _SHARP, np.nan, bell + more)
    marks = {
        "density": np.sqrt(density / density.max()),
        "gap_curve": np.stack([at.times, powers(bells)], axis=1),
        "gap_line": np.array([[at.t, -9.0], [at.t, 3]]),
        "gap_bell": np.array([[at.t, powers(bell)]]),
        "gap_own": np.array([[at.t, powers(own)]]),
    }
    low = 1.0 * (powers(bell) < LEAST)
    return Scene(marks, {"own": own, "bell": bell, "more": own - bell, "low": low})


def powers(gaps: Any) -> Any:
    """Return the powers of 10 that gaps are; below all that is drawn they have few digits."""
    return np.log10(np.maximum(gaps, 1e-8))


def divergence(density: Any, cells: Array) -> Any:
    """Sum p log(p/f) - p + f over the cells, with the density f of noise: no term is below 0."""
    squares = cells[:, 0] * cells[:, 0]
    noise = np.exp(-(squares[:, None] + squares) / 2) / (2 * np.pi)
    surprise = np.log(np.maximum(density, 1e-300)) + (squares[:, None] + squares) / 2
    terms = density * (surprise + np.log(2 * np.pi)) - density + noise
    return terms.sum() * CELL**2


def bell_gap(of: Moments, distance: Any, share: Any) -> Any:
    """Return the gap of the bell that has the points' mean and covariance, at a ᾱ or at many."""
    surplus = [np.maximum(share * (v - 1), _LEAST - 1) for v in of.axes]
    return standard_divergence(np.sqrt(share) * distance, *surplus)
