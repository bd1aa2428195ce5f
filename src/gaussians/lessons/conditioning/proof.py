"""The proofs of the conditioning lesson: noise is turned upright, or made to come one by one."""

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.geometry import arrow, largest
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.roots import symmetric
from gaussians.lessons.conditioning.scene import TALL


def proof(
    law: Gaussian, i: int, c: float, w: float, noise: Array, circles: Array, bell: Array
) -> Scene:
    """Show the cut in three planes: of x, of the noise s, and of s turned until it is upright.

    Parameters are as for `scene.picture`.
    """
    made = Gaussian(symmetric(law.cholesky, law.cov), law.mean)
    t = law.mean
    number, height = bell.T
    row = made.factor[i]
    length = np.sqrt(row @ row)
    shift = (c - t[i]) / length
    across = row / length  # of the cut in the plane of s
    along = np.array([-across[1], across[0]])
    turn = np.array([across, along])
    cloud, turned = made.transform(noise), noise @ turn.T
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
        marks[f"{name}_circles"] = made.transform(circles) if name == "x" else circles
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


def two_noises(law: Gaussian, i: int, c: float) -> dict[str, float]:
    """Return what the Cholesky factor, with coordinate i first, says of the other one given i."""
    j = 1 - i
    pair, cut = law.marginal([i, j]), law.given(i, c)
    (own, _), (carried, rest) = pair.cholesky
    mean = pair.mean[1] + carried * ((c - pair.mean[0]) / own)
    apart = np.maximum(np.abs(mean - cut.mean[j]), np.abs(rest - cut.std[j]))
    return {"carried": carried, "by_noise": mean, "rest": rest, "apart": apart}
