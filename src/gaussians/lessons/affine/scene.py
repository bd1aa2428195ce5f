"""The picture of the affine lesson: noise, circles, a grid and a point, before and after."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import Gaussian
from gaussians.core.plane import determinant
from gaussians.kit.curves import joined
from gaussians.kit.geometry import BESIDE, SQUARE, arrow, column_places, label_places
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.affine.proofs import proofs
from gaussians.lessons.affine.snap import snap

FLAT = 1e-9  # area of an ellipse that is drawn, over its circle's: below that it is a line


def scene(
    A: Array, t: Array, way: float, tracked: Array, noise: Array, fixed: Mapping[str, Array]
) -> Scene:
    """Carry noise, circles, a grid, the unit square and one point along by x = A s + t.

    Parameters
    ----------
    A
        The matrix, shape (2, 2).
    t
        The shift, shape (2,).
    way
        Where between s, 0, and x, 1, to draw what travels: points, circles and the grid. Where A
        and t put the square and its sides does not depend on it, nor does any number.
    tracked
        The point of noise to follow, shape (2,).
    noise
        The cloud before, shape (n, 2).
    fixed
        Curves to carry along: the unit `circle`, `circles` of radius 1, 2 and 3, and the `grid`.
    """
    law = Gaussian(A, t)
    drawn = Gaussian((1 - way) * np.eye(2) + way * A, way * t)  # of (1 - w) s + w x
    level = np.sqrt(tracked @ tracked) * fixed["circle"]
    image = drawn.transform(tracked)
    tips = A.T + t
    long, short = law.axes.columns.T
    marks = {
        "grid_before": fixed["grid"],
        "noise": noise,
        "square": SQUARE,
        "circles": fixed["circles"],
        "level_before": level,
        "units": joined(*(arrow(np.zeros(2), unit) for unit in np.eye(2))),
        "tracked": tracked[None, :],
        "shares_before": share_places(Gaussian.standard(2)),
        "name_s": (tracked + BESIDE)[None, :],
        # on the way
        "grid": drawn.transform(fixed["grid"]),
        "cloud": drawn.transform(noise),
        "ellipses": drawn.transform(fixed["circles"]),
        "level": drawn.transform(level),
        "ellipse": drawn.transform(fixed["circle"]),  # the first of them, for it alone
        "shares": share_places(drawn),
        "image": image[None, :],
        "name_x": (image + BESIDE)[None, :],
        # at its end
        "parallelogram": law.transform(SQUARE),
        "axes": joined(np.array([t - long, t + long]), np.array([t - short, t + short])),
        "columns": joined(*(arrow(t, tip) for tip in tips)),
        "tip1": tips[:1],
        "tip2": tips[1:],
        "shift": t[None, :],
        "names": column_places(law),
        "name_t": (t + BESIDE * np.array([1, -1]))[None, :],
    }
    progress = {"way": way, "on_the_way": way < 1}
    return Scene(marks, proofs(law, tracked, noise) | snap(*A.T) | progress)


def share_places(law: Gaussian) -> Array:
    """Return where on its ellipses shares are written: nowhere if they are flat, for they lie."""
    is_flat = np.abs(determinant(law.factor)) < FLAT
    return np.where(is_flat, np.nan, law.mean - label_places(law.cov, np.zeros(2)))
