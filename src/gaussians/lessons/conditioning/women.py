"""The women of the conditioning lesson: as many draws as there were women, and their real means."""

from pathlib import Path

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.curves import joined
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.conditioning.planes import PLANES
from gaussians.lessons.conditioning.scene import picture

COUNT = 1986
# Stature in cm and weight in kg of the women of the ANSUR II survey (Gordon and others, 2014).
LAW = Gaussian.from_scales([162.85, 67.76], [6.42, 10.98], 0.5335)
# Stature, how many, mean and sd of their weight: a row for each stature that ten or more have.
MEASURED = np.loadtxt(Path(__file__).with_name("women.csv"), delimiter=",", encoding="utf-8")
WIDTH = 1.0  # cm: of the statures that a row counts, and of the slab
# Nobody predicts a stature from a weight here, and bars are seen where no strips take their room.
_SEEN = PLANES["women"].marks


def women(height: float, noise: Array, table: Array, circles: Array, bell: Array) -> Scene:
    """Cut the plane of stature and weight, drawn in standard deviations, then in cm and kg."""
    mean, sd = LAW.mean, LAW.std
    standardized = Gaussian.from_scales([0, 0], [1, 1], LAW.corr[0, 1])
    sds = (height - mean[0]) / sd[0]
    marks, found = picture(standardized, 0, sds, WIDTH / sd[0], noise, circles, bell)
    weight = LAW.given(0, height).marginal(1)
    real = measured(height, table)
    readouts = {
        "height": height, "sds": sds, "weight": weight.mean[0], "spread": weight.std[0],
        "women_awaited": found["awaited"], "drawn": found["count"],
        "drawn_mean": mean[1] + sd[1] * found["near_mean"],
        "drawn_sd": sd[1] * found["near_sd"], "drawn_error": sd[1] * found["mean_error"],
        "real_gap": (real["real_mean"] - weight.mean[0]) / real["real_error"], **real,
    }  # fmt: skip
    named = {f"women_{key}": mark for key, mark in marks.items()}
    drawn = {name: sd * mark + mean for name, mark in named.items() if name in _SEEN}
    return Scene(drawn | _REAL, readouts)


def measured(height: float, table: Array) -> dict[str, float]:
    """Return what was measured of the women of a stature; NaN where they were fewer than ten."""
    stature, count, mean, sd = table.T
    here = (stature - WIDTH / 2 <= height) * (height < stature + WIDTH / 2)
    known = np.where(here.sum() > 0, 1, np.nan)
    error = sd / np.sqrt(count)
    columns = {"count": count, "mean": mean, "sd": sd, "error": error}
    return {f"real_{name}": known * (here * column).sum() for name, column in columns.items()}


def _bars(x: Array, y: Array, error: Array) -> Array:
    """Return a line from one error below to one above for each point, as one curve."""
    return joined(*np.stack([np.stack([x, x], 1), np.stack([y - error, y + error], 1)], axis=2))


_stature, _count, _mean, _sd = MEASURED.T
_REAL = {
    "women_errors": _bars(_stature, _mean, _sd / np.sqrt(_count)),
    "women_means": np.stack([_stature, _mean], axis=1),
}
