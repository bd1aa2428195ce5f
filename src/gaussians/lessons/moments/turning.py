"""Two matrices, one law: noise is turned by Q before A maps it, and only Σ = A Aᵀ stays."""

from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.curves import joined
from gaussians.kit.geometry import arrow, entries, largest
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.roots import dial

RADIUS = 2  # of the ellipses, in sd
FOLLOWED = 6  # points that are drawn larger


def turning(law: Gaussian, turn: Any, noise: Array, n: Any, index: Array, circle: Array) -> Scene:
    """Map turned noise, x = A Q s + t, and look for its law by A Aᵀ, and wrongly by Aᵀ A.

    Parameters
    ----------
    law
        N(t, A Aᵀ) in the plane.
    turn
        Angle of Q, in degrees.
    noise
        Noise of all points, shape (MOST, 2).
    n
        How many are there.
    index
        Their numbers from 1, shape (MOST, 1).
    circle
        The unit circle as a curve.
    """
    A, t, Q = law.factor, law.mean, dial(turn)
    B = A @ Q
    turned = noise @ Q.T
    made, wrong = Gaussian(B, t), Gaussian(B.T, t)
    points = made.transform(noise)
    marks = {
        "turned": np.where(index <= n, turned, np.nan),
        "turned_few": turned[:FOLLOWED],
        "units": joined(*(arrow(np.zeros(2), unit) for unit in Q.T)),
        "law_points": np.where(index <= n, points, np.nan),
        "law_few": points[:FOLLOWED],
        "law_columns": joined(*(arrow(t, t + column) for column in B.T)),
        "law_shift": t[None, :],
        "ellipse": law.transform(RADIUS * circle),
        "wrong_ellipse": wrong.transform(RADIUS * circle),
    }
    cov, gram, square = law.cov, A.T @ A, A @ A
    spread_out = np.where(law.rank < 2, np.nan, 1.0)  # turned, a flat A is flat but for rounding
    readouts = {
        **entries("A", A), **entries("B", B), **entries("S", cov), **entries("G", B.T @ B),
        "gram11": gram[0, 0], "gram22": gram[1, 1], "square11": square[0, 0],
        "square12": square[0, 1],
        "std1": law.std[0], "std2": law.std[1], "corr": law.corr[0, 1], "rank": law.rank,
        "turn": turn, "moved": largest(B @ B.T - cov), "astray": largest(B.T @ B - cov),
        "share": spread_out * share_inside(made, points, n, index),
        "wrong_share": spread_out * share_inside(wrong, points, n, index),
    }  # fmt: skip
    return Scene(marks, readouts)


def share_inside(law: Gaussian, points: Array, n: Any, index: Array) -> Any:
    """Count the share of the first n points that are in the ellipse of a law of full support."""
    pulled = law.whiten(points, degenerate="nan")
    is_in = (pulled * pulled).sum(axis=1) <= RADIUS**2
    return np.where(index[:, 0] <= n, 1 * is_in, 0).sum() / n
