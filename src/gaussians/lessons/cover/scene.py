"""The picture on the front page: one cloud of noise and its image, in one plane."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.curves import RADII, joined
from gaussians.kit.geometry import arrow, entries
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.names import of_columns

REACH = 5  # of the plane, on all sides


def scene(A: Array, t: Array, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Carry noise and circles along by x = A s + t.

    Parameters
    ----------
    A
        The matrix, shape (2, 2).
    t
        The shift, shape (2,).
    noise
        The cloud before, shape (n, 2).
    fixed
        Curves to carry along: the unit `circle`, and `circles` of radius 1, 2 and 3; and `ways`
        all around.
    """
    law = Gaussian(A, t)
    tips = A.T + t
    names, _ = of_columns(law, fixed["ways"], [], reach=REACH)
    marks = {
        "circles": fixed["circles"],
        "noise": noise,
        **{f"within{radius}": law.transform(radius * fixed["circle"]) for radius in RADII},
        "cloud": law.transform(noise),
        "ellipses": law.transform(fixed["circles"]),
        "columns": joined(*(arrow(t, tip) for tip in tips)),
        "names": np.array(names[:2]),
        "name_t": np.array(names[2:]),
        "tip1": tips[:1],
        "tip2": tips[1:],
        "shift": t[None, :],
    }
    return Scene(marks, entries("A", A) | {"t1": t[0], "t2": t[1]})
