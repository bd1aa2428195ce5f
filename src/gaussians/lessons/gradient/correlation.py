"""Points of a correlated pair, and how fast each goes as ρ grows: without bound, near ±1."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import Gaussian, reparameterized_gradient
from gaussians.kit.arrows import arrows
from gaussians.kit.lesson import Array, Scene

PAIRS = 100
LARGEST = 0.995  # ρ
HIGHEST = 11.0  # of the plane of speeds
_GROWN = 0.2  # ρ, for arrows
_HEAD = (0.25, 0.25)


def correlated(rho: float, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Move pairs x₁ = s₁, x₂ = ρ s₁ + √(1 - ρ²) s₂ by their speeds, and average x₁ x₂.

    Parameters
    ----------
    rho
        The correlation.
    noise
        The noise of the pairs, shape (PAIRS, 2).
    fixed
        Places of `rhos` to draw a curve at.
    """
    rest = np.sqrt(1 - rho**2)
    law = Gaussian(np.array([[1.0, 0.0], [rho, rest]]), np.zeros(2))
    points, speed = law.transform(noise), noise[:, 0] - rho / rest * noise[:, 1]
    factor = reparameterized_gradient(law, lambda x: x[:, ::-1], noise).factor  # of x₁ x₂
    estimates = factor[:, 1, 0] - rho / rest * factor[:, 1, 1]
    typical, at = 1 / rest, fixed["rhos"][:, 0]
    marks = {
        "pairs": points,
        "speeds": arrows(points, points + _GROWN * np.stack([0 * speed, speed], axis=1), _HEAD),
        "typical": np.stack([at, 1 / np.sqrt(1 - at**2)], axis=1),
        "measured": np.array([[rho, np.sqrt((speed**2).mean())]]),
        "now": np.array([[rho, typical]]),
    }
    readouts = {
        "rho": rho, "typical_speed": typical, "measured_speed": marks["measured"][0, 1],
        "speed_error": typical / np.sqrt(2 * PAIRS),
        "speed_variance": typical**2, "product": (points[:, 0] * points[:, 1]).mean(),
        "product_slope": estimates.mean(),
        "product_error": np.sqrt((1 + typical**2) / PAIRS), "product_variance": 1 + typical**2,
    }  # fmt: skip
    return Scene(marks, readouts)


def places() -> Array:
    """Return correlations to draw at, closer near their ends; shape (m, 1)."""
    angle = np.linspace(-1, 1, 201) * np.arcsin(LARGEST)
    return np.asarray(np.sin(angle)[:, None])
