"""The picture of the affine lesson: noise, circles, a grid and a point, before and after."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core.gaussian import FAMILY_TOLERANCE
from gaussians.kit.curves import RADII, joined
from gaussians.kit.geometry import (
    SQUARE,
    area,
    arrow,
    axes,
    count_inside,
    entries,
    inverse,
    label_places,
    largest,
)
from gaussians.kit.lesson import Array, Scene

LARGEST = 3.0  # entry of A
FLAT = 1e-14  # rows of A at an angle this small, in radians, differ by rounding only
FLAT_ON_THE_WAY = 1e-9  # area of what is drawn of the unit square; there, terms cancel
BESIDE = 0.55  # distance of a name


def grid(reach: int = 3) -> Array:
    """Return the lines of unit squares around the origin as one curve, shape (m, 2).

    Two points make a line, for an affine map leaves it straight.
    """
    ends = np.array([-reach, reach])
    across = [np.array([ends, [at, at]]).T for at in range(-reach, reach + 1)]
    return joined(*across, *(line[:, ::-1] for line in across))


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
    column1, column2 = A.T
    cov = A @ A.T
    det = determinant(A)
    is_flat = flattens(A, det)
    rank = 2 - is_flat - (cov[0, 0] + cov[1, 1] == 0)
    # Where A has no inverse, nothing can be pulled back.
    back = inverse(A, np.where(is_flat, np.nan, det))
    main = axes(cov, np.abs(det))
    image = A @ tracked + t
    parallelogram = SQUARE @ A.T + t
    level = np.sqrt(tracked @ tracked)
    shape = family(cov)
    pulled = back @ (image - t)
    long, short = main.columns.T
    outward = 1 - 2 * (det < 0) * (1 - is_flat)  # names stand outside of the parallelogram

    # The map that is drawn: (1 - w) s + w x is one of the same kind.
    drawn, shift = (1 - way) * np.eye(2) + way * A, way * t
    drawn_cov = drawn @ drawn.T
    seen = drawn @ tracked + shift
    names = shift - label_places(drawn_cov, 0 * t)
    marks = {
        "grid_before": fixed["grid"],
        "noise": noise,
        "square": SQUARE,
        "circles": fixed["circles"],
        "level_before": level * fixed["circle"],
        "units": joined(*(arrow(np.zeros(2), unit) for unit in np.eye(2))),
        "tracked": tracked[None, :],
        "names_before": np.array([*-label_places(np.eye(2), np.zeros(2)), tracked + BESIDE]),
        "grid": fixed["grid"] @ drawn.T + shift,
        "cloud": noise @ drawn.T + shift,
        "parallelogram": parallelogram,
        "ellipses": fixed["circles"] @ drawn.T + shift,
        "level": level * fixed["circle"] @ drawn.T + shift,
        "axes": joined(np.array([t - long, t + long]), np.array([t - short, t + short])),
        "columns": joined(arrow(t, t + column1), arrow(t, t + column2)),
        "image": seen[None, :],
        "tip1": (t + column1)[None, :],
        "tip2": (t + column2)[None, :],
        "shift": t[None, :],
        "names": np.array(
            [
                *np.where(np.abs(determinant(drawn)) < FLAT_ON_THE_WAY, np.nan, names),
                t + column1 - outward * left_of(column1),
                t + column2 + outward * left_of(column2),
                seen + BESIDE,
            ]
        ),
        "name_t": (t + BESIDE * np.array([1, -1]))[None, :],
    }
    readouts = {
        **entries("A", A),
        **entries("S", cov),
        "t1": t[0], "t2": t[1], "s1": tracked[0], "s2": tracked[1], "x1": image[0], "x2": image[1],
        "det": det, "mirrored": np.where(is_flat, 2, det < 0), "size": np.abs(det),
        "area": np.abs(area(parallelogram) / area(SQUARE)),
        "no_minus": A[0, 0] * A[1, 1] + A[0, 1] * A[1, 0], "first_only": A[0, 0] * A[1, 1],
        "squared": det * det,
        "long": main.long, "short": main.short,
        "angle": np.where(shape == 0, np.nan, np.degrees(main.angle)),  # a circle has none
        "rank": rank, "family": shape, "level": level,
        "pulled": np.sqrt(pulled @ pulled), "length": np.sqrt(image @ image),
        **count_inside(noise),
        **{f"after{k}": share for k, share in count_after(noise @ A.T + t, t, back).items()},
        **snap(column1, column2),
        "way": way, "arrived": 1 * (way >= 1),
    }  # fmt: skip
    return Scene(marks, readouts)


def determinant(A: Array) -> float:
    """Return the determinant of a 2 × 2 matrix."""
    det: float = A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    return det


def flattens(A: Array, det: float) -> Any:
    """Tell whether a matrix has no inverse but for rounding errors."""
    return np.abs(det) <= FLAT * np.hypot(A[0, 0], A[0, 1]) * np.hypot(A[1, 0], A[1, 1])


def left_of(column: Array) -> Array:
    """Return a step to the left of a column, as long as a name is away."""
    length = np.sqrt(column @ column)
    return np.asarray(BESIDE / np.maximum(length, 1e-300) * np.array([-column[1], column[0]]))


def family(cov: Array) -> float:
    """Tell the contours' shape: 0 spherical, 1 diagonal, 2 full; as `Gaussian.family` does."""
    (a, b), (_, d) = cov
    tilted = np.abs(b) > FAMILY_TOLERANCE * np.sqrt(a * d)
    unequal = np.abs(np.sqrt(a) - np.sqrt(d)) > FAMILY_TOLERANCE * np.sqrt(np.maximum(a, d))
    shape: float = np.maximum(2 * tilted, 1 * unequal)
    return shape


def count_after(cloud: Array, t: Array, back: Array) -> dict[int, float]:
    """Count the share of the moved points that are inside each moved circle."""
    pulled = (cloud - t) @ back.T
    squared_distance = pulled[:, 0] ** 2 + pulled[:, 1] ** 2
    known = np.where(np.isnan(back[0, 0]), np.nan, 1)
    return {radius: known * (squared_distance <= radius**2).mean() for radius in RADII}


def snap(column1: Array, column2: Array) -> dict[str, float]:
    """Turn column 2, by less than a right angle, into the line of column 1; it keeps its length."""
    length1, length2 = (np.sqrt(column @ column) for column in (column1, column2))
    apart = column1 @ column2 < -FAMILY_TOLERANCE * length1 * length2  # no rounding error decides
    way = np.where(apart, -1.0, 1.0) * column1 / np.maximum(length1, 1e-300)
    longest = LARGEST / np.maximum(largest(way), 1e-300)
    turned = np.where(length1 > 0, np.minimum(length2, longest) * way, column2)
    # By rounding a number may be just outside.
    inside = [np.minimum(np.maximum(number, -LARGEST), LARGEST) for number in turned]
    return {"snap1": inside[0], "snap2": inside[1]}
