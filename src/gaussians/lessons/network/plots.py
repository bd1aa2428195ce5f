"""Mardia's two numbers over the halves of the layers, with what chance allows."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from gaussians.core import Mardia
from gaussians.kit.lesson import Array
from gaussians.lessons.network.verdicts import GAUSSIAN, Chance

# Shown; what is beyond stands at the edge. The grip of the line is below what clouds have.
SKEWNESS, KURTOSIS = (1e-6, 100.0), (1.2, 70.0)
_EDGE = 0.9  # as far as dots go there, or they would be cut
_LEFT, _RIGHT = -1.0, 9.0  # beyond the planes


def plots(found: Sequence[Mardia], count: Any, layers: Any, t: Any) -> dict[str, Array]:
    """Draw the numbers, logarithms of them, and a line at t."""
    chance = Chance.of(count)
    passed = list(zip(*(chance.allows(each) for each in found), strict=True))
    skewness, kurtosis = zip(*found, strict=True)
    return {
        "skewness_band": _band(SKEWNESS[0] / 10, chance.skewness),
        "kurtosis_band": _band(GAUSSIAN - chance.kurtosis, GAUSSIAN + chance.kurtosis),
        "kurtosis_level": np.array([[_LEFT, np.log10(GAUSSIAN)], [_RIGHT, np.log10(GAUSSIAN)]]),
        **_dots("skewness", skewness, passed[0], layers, SKEWNESS),
        **_dots("kurtosis", kurtosis, passed[1], layers, KURTOSIS),
        **{
            f"{name}_now": np.array([[t, np.log10(low)], [t, np.log10(high)]])
            for name, (low, high) in (("skewness", SKEWNESS), ("kurtosis", KURTOSIS))
        },
    }


def _band(low: Any, high: Any) -> Array:
    """Return a rectangle across a plane whose heights are logarithms."""
    low, high = np.log10(low), np.log10(high)
    return np.array([[_LEFT, low], [_RIGHT, low], [_RIGHT, high], [_LEFT, high]])


def _dots(
    name: str, values: Sequence[Any], passed: Sequence[Any], layers: Any,
    shown: tuple[float, float],
) -> dict[str, Array]:  # fmt: skip
    """Return dots of those that pass and of those that do not, and a line through all."""
    low, high = shown[0] / _EDGE, shown[1] * _EDGE
    heights = [
        np.where(k <= 2 * layers, np.log10(np.clip(value, low, high)), np.nan)
        for k, value in enumerate(values)
    ]
    return {
        f"{name}_path": np.array([[k, height] for k, height in enumerate(heights)]),
        f"{name}_passed": _those(heights, passed, 1),
        f"{name}_failed": _those(heights, passed, 0),
    }


def _those(heights: Sequence[Any], passed: Sequence[Any], wanted: int) -> Array:
    rows = zip(heights, passed, strict=True)
    return np.array([[k, np.where(p == wanted, y, np.nan)] for k, (y, p) in enumerate(rows)])
