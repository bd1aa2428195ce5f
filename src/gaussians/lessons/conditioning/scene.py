"""The picture of the conditioning lesson: a slice with its bell, and the points near it."""

import numpy as np

from gaussians.core import Gaussian, standard_cdf
from gaussians.kit.curves import PEAK
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.roots import symmetric

EDGE = 5.0  # where the plane ends and the side strips begin
BASE = 5.2  # where the bells of the strips stand
TALL = 2.1  # of a density of 1: densities are drawn times the sd of what is not known yet
_ENDS = np.array([-EDGE, EDGE])
NOWHERE = np.full((1, 2), np.nan)


def picture(
    law: Gaussian, i: int, c: float, w: float, noise: Array, circles: Array, bell: Array
) -> Scene:
    """Cut a Gaussian in the plane where coordinate i is c, and count the points near the cut.

    Parameters
    ----------
    law
        The joint law, two-dimensional and of full support.
    i
        Which coordinate is observed, 0 or 1; j is the other one.
    c
        What was observed.
    w
        Width of the slab around c, within which points count as observed.
    noise
        Noise of the points, shape (n, 2).
    circles, bell
        Circles of radius 1, 2 and 3, and the standard Gaussian's density, as curves, shape (m, 2).
    """
    j = 1 - i
    number, height = bell.T
    pair, rho = law.marginal([i, j]), law.corr[0, 1]
    (mean_i, mean_j), (sd_i, sd_j) = pair.mean, pair.std
    cut = law.given(i, c)
    mean, sd = cut.mean[j], cut.std[j]
    cloud = Gaussian(symmetric(law.cholesky, law.cov), law.mean).transform(noise)
    inside = np.abs(cloud[:, i] - c) <= w / 2

    def plane(known: Array | float, other: Array | float) -> Array:
        """Put numbers of the observed and the other coordinate on their axes."""
        both = (known, other) if i == 0 else (other, known)
        return np.stack(np.broadcast_arrays(*both), axis=1)

    density = TALL * height * sd_j / sd  # of the other one, times sd_j
    rarer = law.pdf(cut.mean) / law.pdf(law.mean)  # the joint density on the line is this low
    side = np.where(c > mean_i, -1, 1)  # where Φ is small, differences have their digits
    ends = standard_cdf(side * np.array([c - w / 2 - mean_i, c + w / 2 - mean_i]) / sd_i)
    circular = np.where(law.family_index > 0, 0, 1)
    long = np.where(circular, np.nan, 1) * pair.axes.columns[:, 0]
    reach = np.array([-3.0, 3.0])
    slab = np.array([c - w / 2, c + w / 2, c + w / 2, c - w / 2])
    marks = {
        "cloud": cloud,
        "slab": plane(slab, np.repeat(_ENDS, 2)),
        "inside": np.where(inside[:, None], cloud, np.nan),
        "ellipses": law.transform(circles),
        "axis": plane(mean_i + reach * long[0], mean_j + reach * long[1]),
        "regression": plane(mean_i + reach * sd_i, mean_j + reach * rho * sd_j),
        "reverse": plane(mean_i + reach * rho * sd_i, mean_j + reach * sd_j),
        "line": plane(c, np.array([-EDGE, BASE + TALL * rarer * PEAK])),
        "slice": plane(c + rarer * density, mean + sd * number),
        "bell": plane(c + density, mean + sd * number),
        "expected": plane(np.array([c]), np.array([mean])),
        "known_base": plane(_ENDS, BASE),
        "other_base": plane(BASE, _ENDS),
        "known": plane(mean_i + sd_i * number, BASE + TALL * height),
        "other": plane(BASE + TALL * height, mean_j + sd_j * number),
        "strip": plane(BASE + density, mean + sd * number),
    }
    readouts = {
        "c": c, "w": w, "known_mean": mean_i, "known_sd": sd_i, "other_mean": mean_j,
        "other_sd": sd_j, "rho": rho, "slope": rho * sd_j / sd_i, "left": sd / sd_j,
        "mean": mean, "sd": sd, "outside": np.abs(mean) > EDGE, "circular": circular,
        "flat": np.degrees(np.arctan2(rho * sd_j, sd_i)),
        "steep": np.degrees(np.arctan2(long[1], long[0])),
        "reverse": np.where(rho < 0, -90, 90) - np.degrees(np.arctan2(rho * sd_i, sd_j)),
        "awaited": noise.shape[0] * side * (ends[1] - ends[0]),
        "on_axis": mean_j + long[1] / long[0] * (c - mean_i),
        **slips(pair, c, mean, sd), **summary(cloud[:, j], inside),
    }  # fmt: skip
    return Scene(marks, readouts)


def slips(pair: Gaussian, c: float, mean: float, sd: float) -> dict[str, float]:
    """Return what is easily answered instead of the mean and the sd, given a pair's first as c."""
    (mean_i, mean_j), (sd_i, sd_j), rho = pair.mean, pair.std, pair.corr[0, 1]
    away = c - mean_i
    return {
        "no_rho": mean_j + sd_j / sd_i * away, "no_units": mean_j + rho * away,
        "upside_down": mean_j + rho * sd_i / sd_j * away,
        "no_center": mean_j + rho * sd_j / sd_i * c, "turned": mean_j - (mean - mean_j),
        "variance": sd * sd, "no_root": sd_j * (1 - rho * rho), "shrunk": sd_j * (1 - np.abs(rho)),
    }  # fmt: skip


def summary(values: Array, inside: Array) -> dict[str, float]:
    """Count the values that are inside; their mean and sd, NaN where there are too few."""
    count = inside.sum()
    some, two = np.where(count > 0, count, np.nan), np.where(count > 1, count - 1, np.nan)
    mean = (inside * values).sum() / some
    sd = np.sqrt((inside * (values - mean) ** 2).sum() / two)
    return {"count": count, "crowd": np.minimum(count, 2), "near_mean": mean, "near_sd": sd,
            "mean_error": sd / np.sqrt(some), "sd_error": sd / np.sqrt(2 * two)}  # fmt: skip
