"""Counts in bins of 1 cm: merged into wider ones, and set beside a bell."""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core import standard_cdf
from gaussians.kit.lesson import Array
from gaussians.lessons.histogram.people import BEFORE, FIRST

WIDEST = 20  # cm
# Enough edges for all bins, however narrow they are and wherever they begin.
INDEX = np.arange(WIDEST + 88.0)[:, None]


def merged(counts: Array, bins: Array, index: Array, width: Any, start: Any) -> tuple[Array, Array]:
    """Merge bins of 1 cm, a whole number each; return where the wider ones begin, and their counts.

    Narrower bins than those of 1 cm would have to be invented.
    """
    edges = FIRST - BEFORE - WIDEST + start + width * index[:, 0]
    return edges[:-1], np.histogram(bins[:, 0], edges, weights=counts)[0]


def bars(left: Array, shares: Array, width: Any) -> Array:
    """Return bars whose areas are shares; none where nobody is."""
    return np.stack([left, np.where(shares > 0, shares / width, np.nan)], axis=1)


def peaks(heights: Array, index: Array) -> Any:
    """Count how often neighbouring bars rise and then fall, with or without a level between."""
    step, at = np.diff(heights), index[1:-1, 0]
    rises = np.where(step != 0, 2 * at + (step > 0), 0)  # odd where it rises
    latest = np.maximum.accumulate(rises)
    rose = latest - 2 * np.floor(latest / 2)
    return (rose[:-1] * (step[1:] < 0)).sum()


class Comparison(NamedTuple):
    """Counts beside a bell: the share of each that is below the end of each bin."""

    counted: Array
    exact: Array
    gap: Any  # the largest difference between them
    where: Array  # a line from the bell's share to the counted one, there


def compare(counts: Array, bins: Array, mean: Any, sd: Any) -> Comparison:
    """Find where counted and exact shares differ most."""
    ends = bins[:, 1]
    counted, exact = np.cumsum(counts) / counts.sum(), standard_cdf((ends - mean) / sd)
    apart = np.abs(counted - exact)
    gap = apart.max()
    place, low, high = (np.where(apart == gap, x, -1).max() for x in (ends, exact, counted))
    return Comparison(
        np.stack([ends, counted], axis=1),
        np.stack([ends, exact], axis=1),
        gap,
        np.array([[place, low], [place, high]]),
    )


def gaps(counts: Array, bins: Array) -> Array:
    """Return the largest gap of samples to the women's bell, one for each column of counts."""
    shares = np.cumsum(counts, axis=0) / counts.sum(axis=0)
    found: Array = np.abs(shares - bins[:, 2][:, None]).max(axis=0)
    return found


def skewness_and_excess(counts: Array, bins: Array) -> tuple[Any, Any]:
    """Measure how lopsided counts are, and how far out their tails go: both are 0 of a bell."""
    size = counts.sum()
    away = bins[:, 0] - (counts * bins[:, 0]).sum() / size
    square, cube, fourth = ((counts * away**k).sum() / size for k in (2, 3, 4))
    return cube / square / np.sqrt(square), fourth / square**2 - 3
