"""A density in five steps: pull back, square, take half of it away, raise e to it, divide."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import Gaussian, standard_normalizer
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.names import beside, dot
from gaussians.lessons.density.shape import arrows, shape_of

Z = standard_normalizer(1)
FAR, TALL = 4.2, 1.1  # where the plane of heights ends
_ORIGIN = np.zeros(2)


def steps(law: Gaussian, x: Array, step: int, fixed: Mapping[str, Array]) -> Scene:
    """Compute the density at x in five steps, of which the first few are shown.

    A flat law has one on its line only; there it is computed, at the point nearest to x. With A = 0
    there is none: it is NaN.

    Parameters
    ----------
    law
        N(t, A Aᵀ) in the plane, of any rank.
    x
        The place, shape (2,).
    step
        How many steps to show, 1 to 5.
    fixed
        The unit `circle`, `circles` of radius 1, 2 and 3, the `bell`, and `ways` all around.
    """
    rank, stretch, back, _ = shape_of(law)
    pulled = law.whiten(x, degenerate="nan")
    s = np.where(rank == 2, pulled, back @ (x - law.mean))
    foot = np.where(rank == 2, x, law.transform(s))
    squared = s @ s
    level, bell, unit = np.sqrt(squared), np.exp(-squared / 2), Z**rank * stretch
    density, log = bell / unit, -squared / 2 - np.log(unit)
    library = law.logpdf(x, degenerate="nan")
    far = np.sqrt((x - foot) @ (x - foot))
    peak = 1 / unit
    two, three, four, five = (np.where(step >= k, 1.0, np.nan) for k in (2, 3, 4, 5))
    number, height = fixed["bell"].T
    radius, raw = np.abs(number), Z * height
    ways = fixed["ways"]
    columns, things = arrows(law, ways, [dot(x)])
    marks = {
        "point": x[None, :],
        "foot": np.array([x, foot]),
        "ellipses": law.transform(fixed["circles"]),
        "through": law.transform(two * level * fixed["circle"]),
        "name_x": beside(x, x - law.mean, ways, things, reach=5)[None, :],
        **{f"{name}_again": mark for name, mark in columns.items()},
        "circles": fixed["circles"],
        "from_origin": np.array([_ORIGIN, s]),
        "pulled": s[None, :],
        "level": two * level * fixed["circle"],
        "name_s": beside(s, s, ways, [], reach=5)[None, :],
        "distance": two * np.array([_ORIGIN, [level, 0.0]]),
        "raw": four * np.stack([radius, raw], axis=1),
        "raw_drop": four * np.array([[level, 0.0], [level, bell]]),
        "raw_dot": four * np.array([[level, bell]]),
        "final": five * np.stack([radius, raw / unit], axis=1),
        "final_dot": five * np.array([[level, density]]),
    }
    readouts = {
        "x1": x[0], "x2": x[1], "t1": law.mean[0], "t2": law.mean[1], "s1": s[0], "s2": s[1],
        "step": step, "squared": two * squared, "half": -three * squared / 2, "bell": four * bell,
        "stretch": stretch, "unit": five * unit, "density": five * density, "log": five * log,
        "library": five * library, "log_apart": five * np.abs(log - library),
        "told": np.exp(five * library), "off": far,
        "outside": two * level > FAR, "tall": five * peak > TALL,
        # The height at the mean, and what is easily answered instead; "root" has one z where there
        # should be two, or two where there should be one.
        "peak": peak, "undivided": peak * stretch, "root": Z ** (2 * rank - 3) * peak,
        "by_cov": peak / stretch, "times": peak * stretch**2, "no_z": 1 / stretch,
    }  # fmt: skip
    return Scene(marks, readouts)
