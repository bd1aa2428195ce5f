"""From a plane to a plane: y = M x, its mean and covariance, and the way back."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import AffineMap, Gaussian
from gaussians.kit.bars import covariance
from gaussians.kit.curves import joined
from gaussians.kit.geometry import arrow, entries
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.names import dot, of_columns
from gaussians.lessons.linear.radial import radial_gap

ORIGIN = np.zeros(2)


def onto_a_plane(law: Gaussian, M: Array, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Send x on by y = M x, and look whether anything leads back.

    Parameters
    ----------
    law
        The law that x would have of Gaussian noise, of full support.
    M
        The second map, shape (2, 2), of any rank.
    noise
        What x is made of, shape (n, 2); it may be bent.
    fixed
        A `grid`, `circles` of radius 1, 2 and 3, `ways` all around, and `radii`.
    """
    onward = AffineMap(M, ORIGIN)
    pushed, turned_back = law.push(onward), Gaussian(M, ORIGIN)
    rank = turned_back.rank
    invertible = np.where(rank == 2, 1.0, np.nan)
    x = law.transform(noise)
    y = onward(x)
    back = turned_back.whiten(y, degenerate="nan")  # M⁻¹ y
    names, _ = of_columns(turned_back, fixed["ways"], [dot(pushed.mean, 1.0)])
    marks = {
        "x_grid": fixed["grid"],
        "x_cloud": x,
        "x_ellipses": law.transform(fixed["circles"]),
        "x_center": law.mean[None, :],
        "units": joined(*(arrow(ORIGIN, unit) for unit in np.eye(2))),
        "y_grid": onward(fixed["grid"]),
        "y_cloud": y,
        "y_ellipses": pushed.transform(fixed["circles"]),
        "y_center": pushed.mean[None, :],
        "columns": joined(*(arrow(ORIGIN, column) for column in M.T)),
        "tip1": M.T[:1],
        "tip2": M.T[1:],
        "names": names[:2],
    }
    readouts = {
        **entries("M", M), **entries("C", pushed.factor), **entries("P", pushed.cov),
        "u1": pushed.mean[0], "u2": pushed.mean[1], "rank": rank, "flat": rank < 2,
        **measured(y),
        "y_gap": radial_gap(pushed.whiten(y, degenerate="nan"), fixed["radii"]) * invertible,
        "apart": invertible * np.abs(back - x).max(),
    }  # fmt: skip
    return Scene(marks, readouts)


def measured(y: Array) -> dict[str, float]:
    """Measure means and covariances of points, shape (n, 2), each with its chance error."""
    found = {}
    for i in (0, 1):
        column = y[:, i]
        found[f"d{i + 1}"] = column.mean()
        found[f"e{i + 1}"] = np.sqrt(covariance(column, column)[0] / y.shape[0])
    for i, j in ((0, 0), (0, 1), (1, 1)):
        name = f"{i + 1}{j + 1}"
        found[f"D{name}"], found[f"E{name}"] = covariance(y[:, i], y[:, j])
    return found
