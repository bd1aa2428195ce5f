"""The pictures of the histogram lesson: women and their bell, samples of any size, and the men."""

from typing import Any

import numpy as np

from gaussians.kit.counts import SIZES
from gaussians.kit.curves import PEAK, bell_of
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.histogram.bins import (
    bars,
    compare,
    gaps,
    merged,
    peaks,
    skewness_and_excess,
)
from gaussians.lessons.histogram.people import N_WOMEN, WOMEN

N = np.array(SIZES, dtype=np.float64)
NUMBERS = np.arange(1.0, len(N) + 1)  # of the samples
REAL = np.minimum(N, N_WOMEN)  # women in each sample of real ones, who run out
NEW = np.diff(REAL, prepend=0) > 0  # samples with more of them than the one before
TYPICAL = 0.74  # of √N times the largest gap at ends of bins of 1 cm, by chance, on average
_ENDS = np.array([1.0, 8.4])  # of the line in the plane of gaps


def women(counts: Array, bins: Array, index: Array, width: Any, start: Any, mean: Any, sd: Any,
          bell: Array) -> Scene:  # fmt: skip
    """Set the women beside a bell: as a histogram, and by how many are shorter."""
    left, wide = merged(counts, bins, index, width, start)
    ups, size, fullest = peaks(wide, index), counts.sum(), wide.max()
    seen = compare(counts, bins, mean, sd)
    skewness, excess = skewness_and_excess(counts, bins)
    marks = {
        "women": bars(left, wide / size, width),
        "bell": bell_of(mean, sd, bell),
        "top": np.array([[mean, PEAK / sd]]),
        "flank": np.array([[mean + sd, PEAK * np.exp(-0.5) / sd]]),
        "exact": seen.exact,
        "counted_women": seen.counted,
        "gap_women": seen.where,
    }
    readouts = {
        "width": width, "bars_peaks": ups, "several": np.minimum(ups - 1, 1),
        "bars": (wide > 0).sum(), "fullest": fullest,
        "fullest_chance": np.sqrt(1 / fullest - 1 / size), "across": _fall(width / sd),
        "mean": mean, "sd": sd, "gap_women": seen.gap,
        "place": seen.where[0, 0], "exact_there": seen.where[0, 1],
        "counted_there": seen.where[1, 1], "scaled_women": np.sqrt(size) * seen.gap,
        "skewness_women": skewness, "skewness_error": np.sqrt(6 / size),
        "excess_women": excess, "excess_error": np.sqrt(24 / size),
    }  # fmt: skip
    return Scene(marks, readouts)


def _fall(wide: Any) -> Any:
    """Return how far a bell falls within some sd around one sd from its mean, of a height of 1."""
    begin = np.maximum(0, 1 - wide / 2)
    return np.exp(-(begin**2) / 2) - np.exp(-((begin + wide) ** 2) / 2)


def drawn(counts: Array, real: Array, sample: Any, bins: Array, index: Array, width: Any,
          start: Any, bell: Array) -> Scene:  # fmt: skip
    """Set samples beside the bell that they were drawn from, and beside samples of real women.

    Parameters
    ----------
    counts, real
        Of drawn and of real women, a column for each sample, shape (bins, samples).
    sample
        Which sample is looked at, from 1.
    bins, index, width, start
        As for `bins.merged`.
    bell
        The standard Gaussian's density, as a curve.
    """
    chosen = 1 * (sample == NUMBERS)
    here, size = counts @ chosen, N @ chosen
    left, wide = merged(here, bins, index, width, start)
    _, wide_real = merged(real @ chosen, bins, index, width, start)
    mean, sd = WOMEN.mean[0], WOMEN.std[0]
    seen = compare(here, bins, mean, sd)
    skewness, excess = skewness_and_excess(here, bins)
    gap, gap_real = gaps(counts, bins), gaps(real, bins)
    shown = sample >= NUMBERS
    marks = {
        "drawn": bars(left, wide / size, width),
        "taken": bars(left, wide_real / (REAL @ chosen), width),
        "own_bell": bell_of(mean, sd, bell),
        "own_exact": seen.exact,
        "counted_drawn": seen.counted,
        "gap_drawn": seen.where,
        "typical": np.stack([_ENDS, np.log10(TYPICAL) - _ENDS / 2], axis=1),
        "gaps": _dots(N, gap, shown),
        "gaps_women": _dots(REAL, gap_real, shown & NEW),
        "now": np.array([[np.log10(size), np.log10(seen.gap)]]),
    }
    readouts = {
        "N": size, "root": np.sqrt(size), "gap": seen.gap,
        "scaled": np.sqrt(size) * seen.gap, "skewness": skewness, "excess": excess,
        "skewness_chance": np.sqrt(6 / size), "excess_chance": np.sqrt(24 / size),
        "gap_real": gap_real @ chosen, "size_real": REAL @ chosen,
        "ratio": gap[3] / gap[9], "smaller": 10.0, "as_many": 100.0, "not_smaller": 1.0,
    }  # fmt: skip
    return Scene(marks, readouts)


def _dots(sizes: Array, gap: Array, shown: Array) -> Array:
    high = [np.where(there, y, np.nan) for there, y in zip(shown, np.log10(gap), strict=True)]
    return np.stack([np.log10(sizes), np.stack(high)], axis=1)
