"""Square roots of a 2 × 2 covariance: matrices A with A Aᵀ = Σ. Any two differ by a rotation."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from gaussians.lessons.lesson import Array


class Root(NamedTuple):
    """A way to choose A, from the Cholesky factor L, from Σ, and from a free angle in degrees."""

    name: str
    letter: str  # how equations call it
    of: Callable[[Array, Array, float], Array]


def rotation(degrees: float) -> Array:
    """Rotate anticlockwise."""
    angle = np.pi / 180 * degrees
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def axis_angle(cov: Array) -> float:
    """Angle of the longer axis of the ellipse, in (-π/2, π/2]; 0 for a circle."""
    angle: float = np.arctan2(2 * cov[0, 1], cov[0, 0] - cov[1, 1]) / 2
    return angle


def _cholesky(L: Array, cov: Array, turn: float) -> Array:
    return L


def _symmetric(L: Array, cov: Array, turn: float) -> Array:
    """By Cayley and Hamilton, √Σ = (Σ + √det Σ · I) / √(tr Σ + 2 √det Σ)."""
    root_det = L[0, 0] * L[1, 1]
    return np.asarray((cov + root_det * np.eye(2)) / np.sqrt(np.trace(cov) + 2 * root_det))


def _eigen(L: Array, cov: Array, turn: float) -> Array:
    """Axes of the ellipse as columns, longest first."""
    angle = axis_angle(cov)
    gap = np.hypot(cov[0, 0] - cov[1, 1], 2 * cov[0, 1])
    long = np.sqrt((cov[0, 0] + cov[1, 1] + gap) / 2)
    short = L[0, 0] * L[1, 1] / long  # their product is √det Σ, without cancellation
    return np.array(
        [[np.cos(angle) * long, -np.sin(angle) * short],
         [np.sin(angle) * long, np.cos(angle) * short]]
    )  # fmt: skip


def _turned(L: Array, cov: Array, turn: float) -> Array:
    return L @ rotation(turn)


ROOTS = {
    "cholesky": Root("Cholesky", "L", _cholesky),
    "symmetric": Root("symmetric", "√Σ", _symmetric),
    "eigen": Root("eigen", "V√Λ", _eigen),
    "turned": Root("dial Q", "LQ", _turned),
}
