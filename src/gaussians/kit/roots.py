"""Square roots of a 2 × 2 covariance: A with A Aᵀ = Σ. Any two of these differ by a rotation."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from gaussians.core.plane import axes, rotation
from gaussians.kit.lesson import Array


class Root(NamedTuple):
    """A way to choose A, from the Cholesky factor L, from Σ, and from a free angle in degrees."""

    name: str
    letter: str  # how equations call it
    of: Callable[[Array, Array, float], Array]


def _cholesky(L: Array, cov: Array, turn: float) -> Array:
    return L


def symmetric(L: Array, cov: Array, turn: float = 0) -> Array:
    """By Cayley and Hamilton, √Σ = (Σ + √det Σ · I) / √(tr Σ + 2 √det Σ)."""
    root_det = L[0, 0] * L[1, 1]
    return np.asarray((cov + root_det * np.eye(2)) / np.sqrt(np.trace(cov) + 2 * root_det))


def _eigen(L: Array, cov: Array, turn: float) -> Array:
    """Axes of the ellipse as columns, longest first."""
    return axes(cov, L[0, 0] * L[1, 1]).columns


def _turned(L: Array, cov: Array, turn: float) -> Array:
    return L @ rotation(np.pi / 180 * turn)


ROOTS = {
    "cholesky": Root("Cholesky", "L", _cholesky),
    "symmetric": Root("symmetric", "√Σ", symmetric),
    "eigen": Root("eigen", "V√Λ", _eigen),
    "turned": Root("dial Q", "LQ", _turned),
}
