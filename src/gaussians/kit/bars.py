"""Draws measured: as bars of a histogram, beside a law at places of a grid, in a few numbers."""

from typing import Any

import numpy as np

from gaussians.kit.lesson import Array

_REACH = 4  # sds
GRID = np.linspace(-_REACH, _REACH, 401)[:, None]  # of places to compare shares at, around a mean
TYPICAL = 0.82  # of √n times the largest gap there, by chance; at every place it is .87


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
        The places, in sd as well: `GRID`, shape (k,).
    exact
        The share below each of them, shape (k,).
    """
    first = (standardized < -_REACH).sum()
    counted = (first + np.cumsum(np.histogram(standardized, grid)[0])) / standardized.shape[0]
    return np.abs(counted - exact[1:]).max()


def mean_and_sd(draws: Array) -> tuple[Any, Any]:
    """Measure draws, shape (n,), which are a sample of many more."""
    mean = draws.mean()
    return mean, np.sqrt(((draws - mean) ** 2).sum() / (draws.shape[0] - 1))


def covariance(one: Array, other: Array) -> tuple[Any, Any]:
    """Measure the covariance of two draws of each pair, and its chance error, shape (n,) each.

    The error is measured on the same draws, so it holds for any law.
    """
    count = one.shape[0]
    products = (one - one.mean()) * (other - other.mean())
    mean = products.mean()
    error = np.sqrt(((products - mean) ** 2).mean() / count)
    return products.sum() / (count - 1), error


def correlation(one: Array, other: Array) -> Any:
    """Measure how two draws of each pair go together, shape (n,) each."""
    x, y = one - one.mean(), other - other.mean()
    return (x * y).sum() / np.sqrt((x * x).sum() * (y * y).sum())
