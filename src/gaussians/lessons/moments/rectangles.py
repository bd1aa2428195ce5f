"""The covariance: each point spans a rectangle with t, whose area has a sign."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.curves import joined
from gaussians.kit.geometry import arrow
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.moments.funnel import funnel, level, walk
from gaussians.lessons.moments.scene import products

DRAWN = 40  # rectangles


def rectangles(law: Gaussian, noise: Array, n: Any, fixed: Mapping[str, Array]) -> Scene:
    """Average the signed areas of n rectangles, of which the first are drawn.

    Parameters
    ----------
    law
        N(t, A Aᵀ) in the plane.
    noise
        Noise of all points, shape (MOST, 2).
    n
        How many have come.
    fixed
        Numbers of points, `index`, and a `strip`.
    """
    index, points, (t1, t2) = fixed["index"], law.transform(noise), law.mean
    number = index[:, 0]
    off = points - law.mean
    area, come = off[:, 0] * off[:, 1], number <= n
    plus = np.where(come, np.maximum(area, 0.0), 0.0).sum() / n
    minus = np.where(come, np.maximum(-area, 0.0), 0.0).sum() / n
    path, end = walk(area, n, number)
    first, is_drawn = off[:DRAWN], number[:DRAWN] <= n
    sign = first[:, 0] * first[:, 1]
    cov, measured = law.cov, products(off, n, index)
    sd = np.sqrt(cov[0, 0] * cov[1, 1] + cov[0, 1] ** 2)
    newest = np.where(number == n, 1.0, 0.0)
    x, y = (newest * off[:, 0]).sum(), (newest * off[:, 1]).sum()
    marks = {
        "points": np.where(index <= n, points, np.nan),
        "plus": boxes(law.mean, np.where((is_drawn & (sign > 0))[:, None], first, np.nan)),
        "minus": boxes(law.mean, np.where((is_drawn & (sign < 0))[:, None], first, np.nan)),
        "newest": np.array([[t1, t2], [t1 + x, t2], [t1 + x, t2 + y], [t1, t2 + y], [t1, t2]]),
        "columns_areas": joined(*(arrow(law.mean, law.mean + column) for column in law.factor.T)),
        "tip1_areas": (law.mean + law.factor[:, 0])[None, :],
        "tip2_areas": (law.mean + law.factor[:, 1])[None, :],
        "shift_areas": law.mean[None, :],
        "area_funnel": funnel(cov[0, 1], sd, fixed["strip"]),
        "area_level": level(cov[0, 1]),
        "area_path": path,
        "area_end": end,
    }
    marks |= {f"{name}_edges": marks[name] for name in ("plus", "minus")}
    root = np.sqrt(n)
    readouts = {
        "plus": plus, "minus": minus, "net": plus - minus, "x": x, "y": y, "area": x * y,
        "m11": measured[0, 0], "m12": measured[0, 1], "m22": measured[1, 1],
        "error11": np.sqrt(2) * cov[0, 0] / root, "error12": sd / root,
        "error22": np.sqrt(2) * cov[1, 1] / root,
    }  # fmt: skip
    return Scene(marks, readouts)


def boxes(corner: Array, off: Array) -> Array:
    """Return rectangles from one corner to where each point is off it, with gaps between them.

    Shape (6 m, 2) for m points; a point of NaN has none.
    """
    right, up = off.T
    near_x, near_y = corner[0] + 0 * right, corner[1] + 0 * up
    far_x, far_y, nowhere = near_x + right, near_y + up, np.nan * right
    columns = [near_x, near_y, far_x, near_y, far_x, far_y, near_x, far_y, near_x, near_y,
               nowhere, nowhere]  # fmt: skip
    return np.stack(columns, axis=1).reshape(-1, 2)
