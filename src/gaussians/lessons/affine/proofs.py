"""What the proofs of the affine lesson say of a law, in numbers."""

from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.core.plane import determinant
from gaussians.kit.curves import RADII
from gaussians.kit.geometry import SQUARE, area, count_inside, entries
from gaussians.kit.lesson import Array

Readouts = dict[str, Any]


def proofs(law: Gaussian, tracked: Array, noise: Array) -> Readouts:
    """Return all numbers that are shown of the law of x = A s + t, of one s and of the noise."""
    return law_itself(law) | stretch(law) | inside(law, noise) | there_and_back(law, tracked)


def law_itself(law: Gaussian) -> Readouts:
    """Name its parameters, and tell which Gaussian it is."""
    return {
        **entries("A", law.factor), **entries("S", law.cov), "t1": law.mean[0], "t2": law.mean[1],
        "rank": law.rank, "family": law.family_index,
    }  # fmt: skip


def stretch(law: Gaussian) -> Readouts:
    """Measure how much A stretches the plane, and how one might mistake it."""
    (a, b), (c, d) = law.factor
    det, axes = determinant(law.factor), law.axes
    is_circle = law.family_index == 0
    return {
        "size": np.abs(det), "negative": -np.abs(det),
        "mirrored": np.where(law.rank < 2, 2, det < 0),
        "area": np.abs(area(law.transform(SQUARE)) / area(SQUARE)),
        "no_minus": a * d + b * c, "first_only": a * d, "squared": det * det,
        "long": axes.long, "short": axes.short,
        "angle": np.where(is_circle, np.nan, np.degrees(axes.angle)),
    }  # fmt: skip


def inside(law: Gaussian, noise: Array) -> Readouts:
    """Count the noise within each circle; and pulled back from x, if it can be."""
    pulled = law.whiten(law.transform(noise), degenerate="nan")
    known = np.where(law.rank < 2, np.nan, 1)
    shares = count_inside(pulled)
    after = {f"after{radius}": known * shares[f"share{radius}"] for radius in RADII}
    return count_inside(noise) | after


def there_and_back(law: Gaussian, tracked: Array) -> Readouts:
    """Follow one point to x, and pull it back."""
    image = law.transform(tracked)
    pulled = law.whiten(image, degenerate="nan")
    return {
        "s1": tracked[0], "s2": tracked[1], "x1": image[0], "x2": image[1],
        "level": length(tracked), "pulled": length(pulled), "length": length(image),
    }  # fmt: skip


def length(vector: Array) -> Any:
    """Return the Euclidean length; np.linalg has no recording."""
    return np.sqrt(vector @ vector)
