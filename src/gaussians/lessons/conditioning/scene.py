"""The pictures of the conditioning lesson: a slice with its bell, and the proof of its shape."""

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.curves import joined
from gaussians.kit.geometry import arrow, axes, largest
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.roots import symmetric

EDGE = 5.0  # where the plane ends and the side strips begin
BASE = 5.2  # where the bells of the strips stand
TALL = 2.1  # of a density of 1: densities are drawn times the sd of what is not known yet
_PEAK = 1 / np.sqrt(2 * np.pi)  # of the standard Gaussian's density
_ENDS = np.array([-EDGE, EDGE])


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
    (mean_i, sd_i), (mean_j, sd_j) = ((law.mean[k], law.std[k]) for k in (i, j))
    rho = law.corr[0, 1]
    left = np.sqrt((1 - rho) * (1 + rho))
    conditional = law.given(i, c).marginal(j)
    mean, sd = conditional.mean[0], conditional.std[0]
    cloud = noise @ symmetric(law.cholesky, law.cov).T + law.mean
    inside = np.abs(cloud[:, i] - c) <= w / 2

    def plane(known: Array | float, other: Array | float) -> Array:
        """Put numbers of the observed and the other coordinate on their axes."""
        pair = (known, other) if i == 0 else (other, known)
        return np.stack(np.broadcast_arrays(*pair), axis=1)

    density = TALL * height * sd_j / sd  # of the other one, times sd_j
    rarer = np.exp(-(((c - mean_i) / sd_i) ** 2) / 2)  # the joint density on the line is this low
    long = axes(law.cov, sd_i * sd_j * left).columns[:, 0]
    reach = np.array([-3.0, 3.0])
    slab = np.array([c - w / 2, c + w / 2, c + w / 2, c - w / 2])
    marks = {
        "cloud": cloud,
        "slab": plane(slab, np.repeat(_ENDS, 2)),
        "inside": np.where(inside[:, None], cloud, np.nan),
        "ellipses": circles @ law.cholesky.T + law.mean,
        "axis": law.mean + reach[:, None] * long,
        "regression": plane(mean_i + reach * sd_i, mean_j + reach * rho * sd_j),
        "line": plane(c, np.array([-EDGE, BASE + TALL * rarer * _PEAK])),
        "slice": plane(c + rarer * density, mean + sd * number),
        "bell": plane(c + density, mean + sd * number),
        "expected": plane(np.array([c]), np.array([mean])),
        "bases": joined(plane(_ENDS, BASE), plane(BASE, _ENDS)),
        "known": plane(mean_i + sd_i * number, BASE + TALL * height),
        "other": plane(BASE + TALL * height, mean_j + sd_j * number),
        "strip": plane(BASE + density, mean + sd * number),
    }
    readouts = {
        "c": c, "w": w, "known_mean": mean_i, "known_sd": sd_i, "other_mean": mean_j,
        "other_sd": sd_j, "rho": rho, "slope": rho * sd_j / sd_i, "left": left,
        "mean": mean, "sd": sd, "outside": np.abs(mean) > EDGE,
        "steep": np.degrees(axes(law.cov[[i, j]][:, [i, j]], sd_i * sd_j * left).angle),
        "flat": np.degrees(np.arctan2(rho * sd_j, sd_i)),
        **summary(cloud[:, j], inside),
        "density": w * noise.shape[0] * rarer / (sd_i * np.sqrt(2 * np.pi)),
        # What is easily answered instead.
        "no_rho": mean_j + sd_j / sd_i * (c - mean_i), "no_units": mean_j + rho * (c - mean_i),
        "no_center": mean_j + rho * sd_j / sd_i * c, "turned": mean_j - (mean - mean_j),
        "variance": sd * sd, "no_root": sd_j * (1 - rho * rho), "shrunk": sd_j * (1 - np.abs(rho)),
    }  # fmt: skip
    return Scene(marks, readouts)


def summary(values: Array, inside: Array) -> dict[str, float]:
    """Count the values that are inside; their mean and sd, NaN where there are too few."""
    count = inside.sum()
    some, two = np.where(count > 0, count, np.nan), np.where(count > 1, count - 1, np.nan)
    mean = (inside * values).sum() / some
    sd = np.sqrt((inside * (values - mean) ** 2).sum() / two)
    return {"count": count, "near_mean": mean, "near_sd": sd,
            "wobble_mean": sd / np.sqrt(some), "wobble_sd": sd / np.sqrt(2 * two)}  # fmt: skip


def proof(
    law: Gaussian, i: int, c: float, w: float, noise: Array, circles: Array, bell: Array
) -> Scene:
    """Show the cut in three planes: of x, of the noise s, and of s turned until it is upright.

    Parameters are as for `picture`.
    """
    A, t = symmetric(law.cholesky, law.cov), law.mean
    number, height = bell.T
    row = A[i]
    length = np.sqrt(row @ row)
    shift = (c - t[i]) / length
    across = row / length  # of the cut in the plane of s
    along = np.array([-across[1], across[0]])
    turn = np.array([across, along])
    cloud, turned = noise @ A.T + t, noise @ turn.T
    inside = (np.abs(turned[:, 0] - shift) <= w / 2 / length)[:, None]
    ends = np.array([[-9.0], [9.0]])  # beyond all planes
    cut = shift * across + ends * along
    upright = np.array([[shift, -9.0], [shift, 9.0]])
    observed = np.array([[c, -9.0], [c, 9.0]] if i == 0 else [[-9.0, c], [9.0, c]])
    marks = {}
    for name, points, mean, line in (
        ("x", cloud, t, observed), ("s", noise, 0 * t, cut), ("z", turned, 0 * t, upright)
    ):  # fmt: skip
        marks[f"{name}_cloud"] = points
        marks[f"{name}_inside"] = np.where(inside, points, np.nan)
        marks[f"{name}_circles"] = circles @ A.T + t if name == "x" else circles
        marks[f"{name}_line"] = line
        marks[f"{name}_center"] = mean[None, :]
    marks["s_row"] = arrow(np.zeros(2), shift * across)
    marks["z_row"] = arrow(np.zeros(2), np.array([shift, 0 * shift]))
    marks["s_name"] = ((shift + 0.6) * across - 4.5 * along)[None, :]
    marks["z_name"] = np.array([[shift + 0.6, -4.5]])
    marks["z_bell"] = np.stack([shift + TALL * height, number], axis=1)
    readouts = {
        "row1": row[0], "row2": row[1], "length": length, "shift": shift,
        "at": t[i], "angle": np.degrees(np.arctan2(across[1], across[0])),
        "orthogonal": largest(turn @ turn.T - np.eye(2)),
    }  # fmt: skip
    return Scene(marks, readouts)
