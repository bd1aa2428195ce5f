"""Whether a cloud is Gaussian: the share of its points in each ellipse, beside what is due."""

from typing import Any

import numpy as np

from gaussians.core import mass_within
from gaussians.kit.bars import largest_gap
from gaussians.kit.lesson import Array

RADII = np.linspace(0, 4, 201)[:, None]  # of ellipses, in sd
_MASS = np.array([mass_within(radius, 2) for radius in RADII[:, 0]])[:, None]
SHARES = np.concatenate([RADII, _MASS], axis=1)  # and what is in each, if the law is Gaussian


def radial_gap(noise: Array, radii: Array) -> Any:
    """Return the largest gap between counted and exact shares in all ellipses, times √n.

    Parameters
    ----------
    noise
        The points, pulled back to noise, where ellipses are circles; shape (n, 2).
    radii
        `SHARES`.
    """
    distance = np.sqrt((noise * noise).sum(axis=1))
    gap = largest_gap(distance, radii[:, 0], radii[:, 1])
    return np.sqrt(noise.shape[0]) * gap
