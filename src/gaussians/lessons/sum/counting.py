"""Draws counted: into bars of a histogram, and up to each place of a grid."""

from typing import Any

import numpy as np

from gaussians.kit.lesson import Array

REACH = 4  # sds from the mean: how far the grid goes on both sides
TYPICAL = 0.82  # of √n times the largest gap on such a grid, by chance alone


def bars(draws: Array, edges: Array, shift: Any = 0.0) -> Array:
    """Count draws between edges, as bars whose areas are shares; shape (k, 2).

    The bars stand where edges and draws are, moved by `shift`.
    """
    shares = np.histogram(draws, edges)[0] / draws.shape[0]
    return np.stack([shift + edges[:-1], shares / np.diff(edges)], axis=1)


def largest_gap(standardized: Array, grid: Array, exact: Array) -> Any:
    """Compare the share of draws below each place of a grid with what it should be.

    Parameters
    ----------
    standardized
        The draws, counted in sd from their law's mean, shape (n,).
    grid
        Places, from -REACH on, shape (k,).
    exact
        The share below each of them, shape (k,).
    """
    first = (standardized < -REACH).sum()
    counted = (first + np.cumsum(np.histogram(standardized, grid)[0])) / standardized.shape[0]
    return np.abs(counted - exact[1:]).max()


def mean_and_sd(draws: Array) -> tuple[Any, Any]:
    """Measure draws, shape (n,)."""
    mean = draws.mean()
    return mean, np.sqrt(((draws - mean) ** 2).mean())


def bell_of(mean: Any, sd: Any, bell: Array) -> Array:
    """Return the standard bell moved to a mean and stretched to an sd, with its area."""
    number, height = bell.T
    return np.stack([mean + sd * number, height / sd], axis=1)
