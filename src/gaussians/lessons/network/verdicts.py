"""Whether the cloud may still be a sample of a Gaussian: Mardia's two numbers after each half."""

from collections.abc import Sequence
from itertools import accumulate
from operator import mul
from typing import Any, NamedTuple

import numpy as np

from gaussians.core import Mardia, mardia, mass_within, radius_of
from gaussians.kit.lesson import Array

GAUSSIAN = 8  # kurtosis of every Gaussian in two dimensions
WITHIN = 3  # chance errors of the kurtosis
_DEGREES = 4  # of freedom: the plane has so many third moments
# What n / 6 times the skewness exceeds as seldom.
RARE = radius_of(mass_within(WITHIN, 1), _DEGREES) ** 2
FLAT, NONE = 2, 3  # verdicts on points that are on a line, and where there is no layer
NOWHERE = 9  # is where it fails first, if it never does


class Chance(NamedTuple):
    """What chance allows n points of a Gaussian."""

    skewness: Any  # at most
    kurtosis: Any  # away from 8, at most

    @classmethod
    def of(cls, count: Any) -> "Chance":
        """Return what is exceeded by one sample in 370, by either number."""
        return cls(RARE * 6 / count, WITHIN * np.sqrt(8 * GAUSSIAN / count))

    def allows(self, found: Mardia) -> tuple[Any, Any]:
        """Tell of either number whether it passes, as 0 or 1; what is none does not."""
        skewness = 1 * (found.skewness <= self.skewness)
        return skewness, 1 * (np.abs(found.kurtosis - GAUSSIAN) <= self.kurtosis)


def measured(stages: Sequence[Array]) -> list[Mardia]:
    """Measure the points after each half of a layer."""
    found: list[Mardia] = []
    for before, points in zip([None, *stages[:-1]], stages, strict=True):
        found.append(found[-1] if points is before else mardia(points))
    return found


def verdicts(found: Sequence[Mardia], count: Any, layers: Any) -> dict[str, Any]:
    """Name both numbers after each half, whether they pass, and where they fail first.

    There are no numbers after more layers than there are.
    """
    chance = Chance.of(count)
    readouts: dict[str, Any] = {
        "limit": chance.skewness, "mean_skewness": _DEGREES * 6 / count,
        "error": chance.kurtosis / WITHIN, "within": chance.kurtosis,
    }  # fmt: skip
    passes = [mul(*chance.allows(each)) for each in found]
    for k, (each, passed) in enumerate(zip(found, passes, strict=True)):
        there = np.where(k <= 2 * layers, 1.0, np.nan)
        readouts[f"skewness{k}"] = there * each.skewness
        readouts[f"kurtosis{k}"] = there * each.kurtosis
        judged = np.where(np.isnan(each.kurtosis), FLAT, passed)
        readouts[f"verdict{k}"] = np.where(k <= 2 * layers, judged, NONE)
    before = sum(accumulate(passes, mul))  # so many pass, one after the other
    return readouts | {"first": np.where(before > 2 * layers, NOWHERE, before)}
