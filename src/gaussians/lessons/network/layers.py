"""Points on their way through the layers: half of each is W x + b, the other half bends."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from gaussians.core import AffineMap
from gaussians.kit.curves import joined
from gaussians.kit.lesson import Array

BENDS: dict[str, Callable[[Array], Array]] = {
    "tanh": np.tanh,
    "relu": lambda x: np.maximum(x, 0.0),
    "identity": lambda x: x,
}
_FINE = 0.1  # between the points of a line that will be bent


def halves(points: Array, layers: Sequence[AffineMap], bend: str) -> list[Array]:
    """Return points as they are before the network, and after each half of each layer."""
    found = [points]
    for layer in layers:
        # Copies are computed once, and read whenever the points go on their way.
        found.append(layer(found[-1]).copy())
        found.append(found[-1] if bend == "identity" else BENDS[bend](found[-1]).copy())
    return found


def at(t: Any, stages: Sequence[Array]) -> Array:
    """Return points at t halves of a layer: on straight ways from each half to the next one."""
    place = stages[0]
    for k, (before, after) in enumerate(pairwise(stages)):
        if after is not before:
            place = place + np.clip(t - k, 0, 1) * (after - before)
    return place


def last(stages: Sequence[Array], layers: Any) -> Array:
    """Return points after so many layers, 2 at least."""
    place = stages[4]
    for k in range(3, (len(stages) + 1) // 2):
        place = place + (layers >= k) * (stages[2 * k] - stages[2 * k - 2])
    return place


def mesh(reach: int = 3) -> Array:
    """Return the lines of unit squares around the origin, of many points each, shape (m, 2)."""
    along = np.linspace(-reach, reach, round(2 * reach / _FINE) + 1)
    across = [np.stack([along, 0 * along + place], axis=1) for place in range(-reach, reach + 1)]
    return joined(*across, *(line[:, ::-1] for line in across))


def square() -> Array:
    """Return the unit square at the origin, of many points on each side, shape (m, 2)."""
    side = np.linspace(0, 1, round(1 / _FINE) + 1)
    zero, one = 0 * side, 0 * side + 1
    sides = ((side, zero), (one, side), (side[::-1], one), (zero, side[::-1]))
    return np.concatenate([np.stack(each, axis=1) for each in sides])
