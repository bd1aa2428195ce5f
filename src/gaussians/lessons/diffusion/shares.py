"""How much of the variance is the picture's and how much is noise; measured, with chance errors."""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core.plane import axes
from gaussians.kit.lesson import Array


class Moments(NamedTuple):
    """Mean of points, and the three numbers of their covariance."""

    mean: Array
    across: Any
    up: Any
    both: Any

    @property
    def axes(self) -> Any:
        """Return variances along the longer and the shorter axis."""
        cov = np.array([[self.across, self.both], [self.both, self.up]])
        area = self.across * self.up - self.both * self.both
        found = axes(cov, np.sqrt(np.maximum(0, area)))
        return found.long * found.long, found.short * found.short


def moments(points: Array, center: Any = None) -> Moments:
    """Measure points around their mean, or around another center."""
    mean = points.mean(axis=0)
    off = points - (mean if center is None else center)
    squares = (off * off).mean(axis=0)
    return Moments(mean, squares[0], squares[1], (off[:, 0] * off[:, 1]).mean())


def expected(of: Moments, share: Any, rest: Any) -> Moments:
    """Return what √share x₀ + √rest s has, for x₀ with these: share Cov x₀ + rest I."""
    return Moments(
        np.sqrt(share) * of.mean,
        share * of.across + rest,
        share * of.up + rest,
        share * of.both,
    )


def chance(of: Moments, share: Any, rest: Any, count: int) -> Moments:
    """Return the sd that noise gives to what n points measure around their known mean.

    The data are fixed: the square of √share c + √rest s has the variance
    4 share rest c² + 2 rest².
    """
    return Moments(
        np.sqrt(rest / count) * np.ones(2),
        np.sqrt((4 * share * rest * of.across + 2 * rest * rest) / count),
        np.sqrt((4 * share * rest * of.up + 2 * rest * rest) / count),
        np.sqrt((share * rest * (of.across + of.up) + rest * rest) / count),
    )


def named(name: str, of: Moments) -> dict[str, Any]:
    """Name variances and covariance as the words do."""
    return {f"{name}11": of.across, f"{name}22": of.up, f"{name}12": of.both}
