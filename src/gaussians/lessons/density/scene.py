"""Density in the plane: boxes become parallelograms, and what is in them stays in them."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.core.plane import determinant
from gaussians.kit.geometry import SQUARE, area
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.density.line import between
from gaussians.lessons.density.shape import Shape, arrows, ridge, shape_of

STANDARD = Gaussian.standard(2)
LEVELS = tuple(0.01 * 2**k for k in range(7))  # heights above which the shade is stronger
CELL = 0.4  # side of the small boxes that carve noise up, and length of the pieces of a line
REACH = 6.0  # how far they go


def boxes(law: Gaussian, center: Array, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Carry noise and boxes along by x = A s + t, and measure how high the density must be.

    Parameters
    ----------
    law
        N(t, A Aᵀ) in the plane, of any rank.
    center
        The middle of the box of noise to follow, shape (2,); its sides are 1 long.
    noise
        The points, shape (n, 2).
    fixed
        The unit `circle`, `ways` all around, the `bell`, a `grid`, and the middles of small boxes,
        `places`, and of `pieces`.
    """
    shape = shape_of(law)
    box = SQUARE - 0.5 + center
    parallelogram = law.transform(box)
    grown = np.abs(area(parallelogram) / area(box))
    cloud = law.transform(noise)
    near = inside(noise, center)
    after = inside(law.whiten(cloud, degenerate="nan"), center)
    share = between(center[0] - 0.5, center[0] + 0.5) * between(center[1] - 0.5, center[1] + 0.5)
    cell = grown * CELL**2
    heights = law.pdf(law.transform(fixed["places"]), degenerate="nan")
    marks = {
        "noise": noise,
        "grid": fixed["grid"],
        "near": np.where(near[:, None], noise, np.nan),
        "box": box,
        "center": center[None, :],
        "cloud": cloud,
        "grid_after": law.transform(fixed["grid"]),
        "near_after": np.where(near[:, None], cloud, np.nan),
        "parallelogram": parallelogram,
        **shades("noise", STANDARD, 1.0, fixed["circle"]),
        **shades("cloud", law, shape.full * shape.stretch, fixed["circle"]),
        "ridge": ridge(law, shape, fixed["bell"]),
        **arrows(law, fixed["ways"], [])[0],
    }
    readouts = {
        "rank": shape.rank, "flat": shape.rank < 2, "size": np.abs(determinant(law.factor)),
        "b1": center[0], "b2": center[1], "grown": grown, "mass2": share,
        "chance2": np.sqrt(share * (1 - share) / noise.shape[0]),
        "counted2": near.mean(), "counted2_after": shape.full * after.mean(),
        "mean_after": shape.full * share / shape.stretch,
        "measured_after": shape.full * near.mean() / grown,
        "kept": NOISE * cell, "volume": heights.sum() * cell,
        "along": along(law, shape, fixed["pieces"]),
    }  # fmt: skip
    return Scene(marks, readouts)


def inside(noise: Array, center: Array) -> Any:
    """Tell which points of noise, shape (n, 2), are in the box around a center."""
    first, second = (noise - center).T
    return (np.abs(first) <= 0.5) * (np.abs(second) <= 0.5)


def shades(name: str, law: Gaussian, stretch: Any, circle: Array) -> dict[str, Array]:
    """Return the ellipses in which the density is higher than each level; points if nowhere."""
    squared = [-2 * np.log(level * 2 * np.pi * stretch) for level in LEVELS]
    return {
        f"{name}_shade{k}": law.transform(np.sqrt(np.maximum(square, 0)) * circle)
        for k, square in enumerate(squared)
    }


def along(law: Gaussian, shape: Shape, pieces: Array) -> Any:
    """Add up height times length on the line of a flat law, piece by piece as far as noise goes."""
    axis = law.axes.columns[:, 0]
    pulled = pieces * axis @ shape.back.T
    heights = np.exp(-(pulled * pulled).sum(axis=1) / 2) / (np.sqrt(2 * np.pi) * shape.stretch)
    return np.where(shape.rank == 1, heights.sum() * CELL * np.sqrt(axis @ axis), np.nan)


def places() -> Array:
    """Return the middles of the small boxes, shape (900, 2)."""
    return np.stack(np.meshgrid(pieces(), pieces()), axis=2).reshape(-1, 2)


def pieces() -> Array:
    """Return the middles of the pieces, shape (30, 1)."""
    return np.arange(-REACH + CELL / 2, REACH, CELL)[:, None]


NOISE = STANDARD.pdf(places()).sum()  # of all heights, as high as before
