"""What lessons draw and measure in the plane, in plain arithmetic without branches."""

from functools import reduce
from typing import Any

import numpy as np

from gaussians.core import mass_within
from gaussians.kit.curves import RADII
from gaussians.kit.lesson import Array

MASSES = tuple(mass_within(radius, 2) for radius in RADII)
PERCENT = tuple(f"{100 * mass:.0f} %" for mass in MASSES)

SQUARE = np.array([[0.0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])


def arrow(start: Array, end: Array) -> Array:
    """Return a line from start to end with a head, as one curve, shape (5, 2)."""
    step = end - start
    length = np.sqrt(step @ step)
    along = 0.4 * step / np.maximum(length, 0.4)  # longer than the dot it points at
    across = 0.45 * np.array([-along[1], along[0]])
    return np.array([start, end, end - along + across, end, end - along - across])


def area(corners: Array) -> float:
    """Measure the area inside a closed polygon; it is negative for one that goes clockwise."""
    x, y = corners.T
    measured: float = (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2
    return measured


def largest(matrix: Array) -> float:
    """Return the size of the largest entry."""
    size: float = reduce(np.maximum, np.abs(matrix).flat)
    return size


def only(chosen: Array, points: Array) -> Array:
    """Return points of which those that are not chosen are nowhere."""
    return np.where(chosen[:, None], points, np.nan)


def entries(name: str, matrix: Array) -> dict[str, Any]:
    """Name the entries of a matrix as equations do."""
    return {f"{name}{i + 1}{j + 1}": matrix[i, j] for i, j in np.ndindex(*matrix.shape)}


def count_inside(pulled: Array) -> dict[str, float]:
    """Count the share of points in each ellipse, beside what is predicted.

    The points come pulled back to noise, shape (n, 2).
    """
    squared_distance = pulled[:, 0] ** 2 + pulled[:, 1] ** 2
    counts = {}
    for radius, mass in zip(RADII, MASSES, strict=True):
        counts[f"mass{radius}"] = mass
        counts[f"share{radius}"] = (squared_distance <= radius**2).mean()
    return counts


def chance_errors(count: int) -> dict[str, float]:
    """Return the standard deviation of the share of so many points in each ellipse."""
    return {
        f"wobble{radius}": np.sqrt(mass * (1 - mass) / count)
        for radius, mass in zip(RADII, MASSES, strict=True)
    }
