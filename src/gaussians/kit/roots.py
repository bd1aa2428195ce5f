"""Square roots of a 2 × 2 covariance: A with A Aᵀ = Σ. Any two of these differ by a rotation."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from gaussians.core import Gaussian
from gaussians.core.plane import rotation
from gaussians.kit.lesson import Array


class Root(NamedTuple):
    """A way to choose A, from a law whose covariance is Σ, and from a free angle in degrees."""

    name: str
    of: Callable[[Gaussian, float], Array]


def dial(turn: float) -> Array:
    """Return Q, which turns the plane by so many degrees."""
    return rotation(np.pi / 180 * turn)


def symmetric(L: Array, cov: Array) -> Array:
    """By Cayley and Hamilton, √Σ = (Σ + √det Σ · I) / √(tr Σ + 2 √det Σ)."""
    root_det = L[0, 0] * L[1, 1]
    return np.asarray((cov + root_det * np.eye(2)) / np.sqrt(np.trace(cov) + 2 * root_det))


# The eigen root has the half axes as columns, the longer one first, which points to the right. So
# it jumps where ρ changes sign while σ₁ ≤ σ₂. Some jump there must be: followed once around the
# circle, past σ₁ > σ₂, ρ > 0, σ₁ < σ₂ and ρ < 0, the axes come back as their opposites.
ROOTS = {
    "cholesky": Root("Cholesky", lambda law, turn: law.cholesky),
    "symmetric": Root("symmetric", lambda law, turn: symmetric(law.cholesky, law.cov)),
    "eigen": Root("eigen", lambda law, turn: law.axes.columns),
    "turned": Root("dial Q", lambda law, turn: law.cholesky @ dial(turn)),
}
