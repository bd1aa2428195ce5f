"""The picture of the affine lesson: noise, circles, a square and a point, before and after."""

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
BESIDE = 0.55  # distance of a name


def scene(A: Array, t: Array, tracked: Array, noise: Array, circle: Array, circles: Array) -> Scene:
    """Carry noise, circles, the unit square and one point along by x = A s + t.

    Parameters
    ----------
    A
        The matrix, shape (2, 2).
    t
        The shift, shape (2,).
    tracked
        The point of noise to follow, shape (2,).
    noise
        The cloud before, shape (n, 2).
    circle, circles
        The unit circle, and circles of radius 1, 2 and 3, as curves, shape (m, 2).
    """
    column1, column2 = A.T
    cov = A @ A.T
    det = A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    is_flat = np.abs(det) <= FLAT * np.sqrt(cov[0, 0] * cov[1, 1])
    rank = 2 - is_flat - (cov[0, 0] + cov[1, 1] == 0)
    # Where A has no inverse, nothing can be pulled back.
    back = inverse(A, np.where(is_flat, np.nan, det))
    main = axes(cov, np.abs(det))
    cloud, image = noise @ A.T + t, A @ tracked + t
    parallelogram = SQUARE @ A.T + t
    level = np.sqrt(tracked @ tracked)
    pulled = back @ (image - t)
    long, short = main.columns.T
    outward = 1 - 2 * (det < 0) * (1 - is_flat)  # names stand outside of the parallelogram
    marks = {
        "noise": noise,
        "square": SQUARE,
        "circles": circles,
        "level_before": level * circle,
        "units": joined(*(arrow(np.zeros(2), unit) for unit in np.eye(2))),
        "tracked": tracked[None, :],
        "names_before": np.array([*-label_places(np.eye(2), np.zeros(2)), tracked + BESIDE]),
        "cloud": cloud,
        "parallelogram": parallelogram,
        "ellipses": circles @ A.T + t,
        "level": level * circle @ A.T + t,
        "axes": joined(np.array([t - long, t + long]), np.array([t - short, t + short])),
        "columns": joined(arrow(t, t + column1), arrow(t, t + column2)),
        "image": image[None, :],
        "tip1": (t + column1)[None, :],
        "tip2": (t + column2)[None, :],
        "shift": t[None, :],
        "names": np.array(
            [
                *np.where(is_flat, np.nan, t - label_places(cov, 0 * t)),
                t + column1 - outward * left_of(column1),
                t + column2 + outward * left_of(column2),
                image + BESIDE,
            ]
        ),
        "name_t": (t - BESIDE)[None, :],
    }
    readouts = {
        **entries("A", A),
        **entries("S", cov),
        "t1": t[0], "t2": t[1], "s1": tracked[0], "s2": tracked[1], "x1": image[0], "x2": image[1],
        "det": det, "mirrored": np.where(is_flat, 2, det < 0), "size": np.abs(det),
        "area": np.abs(area(parallelogram) / area(SQUARE)),
        "no_minus": A[0, 0] * A[1, 1] + A[0, 1] * A[1, 0], "first_only": A[0, 0] * A[1, 1],
        "squared": det * det,
        "long": main.long, "short": main.short, "angle": np.degrees(main.angle),
        "rank": rank, "family": family(cov), "level": level,
        "pulled": np.sqrt(pulled @ pulled), "length": np.sqrt(image @ image),
        **count_inside(noise),
        **{f"after{k}": share for k, share in count_after(cloud, t, back).items()},
        **snap(column1, column2),
    }  # fmt: skip
    return Scene(marks, readouts)


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
