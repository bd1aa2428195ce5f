"""How long noise of n coordinates is: lengths of a few hundred points, beside their law."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import (
    length_mean,
    length_pdf,
    length_std,
    log_mass_within,
    mass_within,
)
from gaussians.kit.areas import along, between
from gaussians.kit.bars import bars, mean_and_sd
from gaussians.kit.curves import bell_of
from gaussians.kit.lesson import Array, Scene

POINTS, MOST = 500, 1000  # rows and columns of the noise
ASKED = 100  # dimensions of the prediction
FEW = (1, 2, 3, 10)  # dimensions whose shares are in a table
NEAR, FAR, AROUND = 6.0, 36.0, 3.0  # as far as the planes go
_LIMIT = np.sqrt(0.5)  # sd of a length, in many dimensions


def lengths(n: Any, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Measure points by their first n coordinates.

    Parameters
    ----------
    n
        How many.
    noise
        Shape (POINTS, MOST), a table.
    fixed
        Edges of bars and places of curves: `near_edges`, `near`, and so on; the standard `bell`.
    """
    measured, root = measure(n, noise, fixed["dimension"]), np.sqrt(n)
    mean, sd = length_mean(n), length_std(n)
    counted_mean, counted_sd = mean_and_sd(measured)
    inside, off = along(fixed["strip"], 0.0, 1.0), fixed["around"][:, 0]
    marks = {
        "near_bars": bars(measured, fixed["near_edges"][:, 0]),
        "near_law": _curve(fixed["near"][:, 0], n),
        "core": between(fixed["strip"], inside, length_pdf(inside, n)),
        "one": np.array([[1.0, 0.0], [1.0, 2.0]]),
        "far_bars": bars(measured, fixed["far_edges"][:, 0]),
        "far_law": _curve(fixed["far"][:, 0], n),
        "root_line": np.array([[root, 0.0], [root, 2.0]]),
        "off_bars": bars(measured - root, fixed["off_edges"][:, 0]),
        "off_law": np.stack([off, _from(root, off, n)], axis=1),
        "limit": bell_of(0.0, _LIMIT, fixed["bell"]),
        "zero_line": np.array([[0.0, 0.0], [0.0, 2.0]]),
    }
    log_share = log_mass_within(1, n)
    readouts = {
        "dims": n, "root": root, "mean": mean, "sd": sd, "limit_sd": _LIMIT,
        "counted_mean": counted_mean, "counted_sd": counted_sd,
        "mean_error": sd / np.sqrt(POINTS), "sd_error": sd / np.sqrt(2 * (POINTS - 1)),
        "short": root - mean, "mean_square": (measured * measured).mean(),
        "square_error": np.sqrt(2 * n / POINTS),
        "core": np.exp(log_share), "log_core": log_share / np.log(10),
        "core_counted": (measured <= 1).sum(), "core_expected": POINTS * np.exp(log_share),
        "typical": np.sqrt(ASKED), "as_one": 1.0, "as_all": 1.0 * ASKED, "as_middle": 0.0,
    }  # fmt: skip
    for dim in FEW:
        exact = mass_within(1, dim)
        readouts |= {
            f"core{dim}": exact, f"core_chance{dim}": np.sqrt(exact * (1 - exact) / POINTS),
            f"core_counted{dim}": (measure(dim, noise, fixed["dimension"]) <= 1).mean(),
        }  # fmt: skip
    return Scene(marks, readouts)


def measure(n: Any, noise: Array, dimension: Array) -> Array:
    """Return how long the first n columns of a table are, which are numbered from 1."""
    found: Array = np.sqrt(np.where(dimension[:, 0] <= n, noise**2, 0.0).sum(axis=1))
    return found


def _curve(r: Array, n: Any) -> Array:
    return np.stack([r, length_pdf(r, n)], axis=1)


def _from(root: Any, off: Array, n: Any) -> Array:
    """Return the density of lengths so far off the root; there are none below 0."""
    r = root + off
    density: Array = np.where(r < 0, np.nan, length_pdf(np.maximum(r, 0), n))
    return density


def places() -> dict[str, Array]:
    """Return the fixed arrays of this part: numbers of columns, edges of bars, places of curves."""
    return {
        "dimension": np.arange(1.0, MOST + 1)[:, None],
        "near": np.linspace(0, NEAR, 121)[:, None],
        "near_edges": np.arange(0, NEAR + 0.1, 0.25)[:, None],
        "far": np.linspace(0, FAR, 241)[:, None],
        "far_edges": np.arange(0, FAR + 0.1, 0.5)[:, None],
        "around": np.linspace(-AROUND, AROUND, 121)[:, None],
        "off_edges": np.arange(-AROUND, AROUND + 0.1, 0.25)[:, None],
    }
