"""Draws added: a cloud of pairs, a strip of equal sums in it, and the bell of all sums."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import Gaussian, add_independent, standard_cdf
from gaussians.kit.bars import TYPICAL, bars, largest_gap, mean_and_sd
from gaussians.kit.curves import bell_of
from gaussians.kit.lesson import Array, Scene

_FAR = 30.0  # beyond the plane
_NOTHING = 1e-9  # sums of decimals have rounding errors: what is nearer is at the same place


def added(
    first: Gaussian, second: Gaussian, c: float, w: float, noise: Array, fixed: Mapping[str, Array]
) -> Scene:
    """Add the draws of each pair: those in the strip from c to c + w, and all of them.

    Parameters
    ----------
    first, second
        The laws of a and of b, on a line.
    c, w
        Where the strip begins, and its width.
    noise
        Noise of the pairs, shape (n, 2); the two columns may depend on each other.
    fixed
        The standard `bell`, edges of bars of `sums`, and a `grid` of places to compare shares at.
    """
    law, count = add_independent(first, second), noise.shape[0]
    (mu1,), (mu2,), (mean,) = first.mean, second.mean, law.mean
    (sigma1,), (sigma2,), (sd,) = first.std, second.std, law.std
    cloud = noise * np.array([sigma1, sigma2]) + np.array([mu1, mu2])
    off = sigma1 * noise[:, 0] + sigma2 * noise[:, 1]  # how far a sum is from its mean
    low, high = c - mean - _NOTHING, c + w - mean - _NOTHING
    inside = (off >= low) & (off < high)
    share, (below, up_to) = inside.mean(), standard_cdf(np.array([low, high]) / sd)
    exact = up_to - below
    error = np.sqrt(exact * (1 - exact) / count)
    middle, grid = (c + w / 2 - mean) / 2, fixed["grid"][:, 0]
    marks = {
        "cloud": cloud,
        "inside": np.where(inside[:, None], cloud, np.nan),
        "strip": np.array(
            [[-_FAR, c + _FAR], [_FAR, c - _FAR], [_FAR, c + w - _FAR], [-_FAR, c + w + _FAR]]
        ),
        "grip": np.array([[mu1 + middle, mu2 + middle]]),
        "center": np.array([[mu1, mu2]]),
        "sums": bars(off, fixed["sums"][:, 0], mean),
        "bell": bell_of(mean, sd, fixed["bell"]),
        "foot": np.array([[c, 0 * c], [c, share / w]]),
        "bar": np.array([[c, 0 * c], [c, share / w], [c + w, share / w], [c + w, 0 * c]]),
    }
    gap = largest_gap(off / sd, grid, standard_cdf(grid))
    drawn_mean, drawn_sd = mean_and_sd(off)
    readouts = {
        "c": c, "w": w, "end": c + w, "inside": inside.sum(), "share": share, "tall": share / w,
        "mass": exact, "mass_error": error, "exact": exact / w, "chance": error / w,
        "middle": Gaussian([[sd]], [mean]).pdf(np.array([c + w / 2])),
        "mean": mean, "sd": sd, "variance": sd * sd, "added": sigma1 + sigma2,
        "half_way": (sigma1 + sigma2) / 2,
        "drawn_mean": mean + drawn_mean, "mean_error": sd / np.sqrt(count),
        "drawn_sd": drawn_sd,
        "gap": gap, "typical": TYPICAL / np.sqrt(count), "gap_root": np.sqrt(count) * gap,
    }  # fmt: skip
    return Scene(marks, readouts)
