"""The variance of noise is 1: what the curve s² f(s) lacks of f inside ±1, it has outside."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.kit.areas import along, between
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.squares import STANDARD, areas_within, f, weighed

NEAREST, FARTHEST = 1.0, 5.0  # places of L
_LOST = 2 * float(STANDARD.pdf([1.0]))  # within ±1: what the slope of f loses from -1 to 1


def variance(limit: Any, fixed: Mapping[str, Array]) -> Scene:
    """Measure the areas between f and s² f as far as L, in closed form and piece by piece.

    Parameters
    ----------
    limit
        L, from 1 on.
    fixed
        Places on the `line`, a `strip`, and Gauss's `pieces`.
    """
    sides, s = fixed["strip"], fixed["line"][:, 0]
    inner, right = along(sides, -NEAREST, NEAREST), along(sides, NEAREST, limit)
    left = -right
    closed, sums = areas_within(limit, fixed["pieces"])
    gained = _LOST + closed["bend"]
    marks = {
        "lost": between(sides, inner, f(inner), weighed(inner)),
        "gained_right": between(sides, right, weighed(right), f(right)),
        "gained_left": between(sides, left, weighed(left), f(left)),
        "bell": np.stack([s, f(s)], axis=1),
        "weighed": np.stack([s, weighed(s)], axis=1),
        "limit_right": np.array([[limit, 0.0], [limit, 0.42]]),
        "limit_left": np.array([[-limit, 0.0], [-limit, 0.42]]),
    }
    readouts = {"limit": limit, "lost": _LOST, "gained": gained, "made_up": gained / _LOST}
    readouts |= closed | {f"{name}_sum": value for name, value in sums.items()}
    return Scene(marks, readouts)


def line() -> Array:
    """Return places where curves are drawn, shape (m, 1)."""
    return np.linspace(-FARTHEST, FARTHEST, 201)[:, None]
