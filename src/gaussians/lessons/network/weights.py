"""The weights of the network: chance turns and stretches, and one layer that may be set by hand."""

from typing import Any

import numpy as np

from gaussians.core import AffineMap
from gaussians.core.plane import rotation
from gaussians.kit.lesson import Array

LAYERS = 4  # at most
NUMBERS = 6  # of noise that make the weights of a layer

# About so much a layer stretches, along the two axes of an ellipse. Noise is 3 wide and what comes
# out of tanh is 1, so later layers stretch more.
_FIRST, _LATER = np.array([1.6, 1.0]), np.array([2.4, 1.5])


def seeded(numbers: Array, layer: int, gain: Any) -> AffineMap:
    """Make the weights of a layer, counted from 0, of six numbers of noise.

    Stretched along axes by chance, then turned by some 40° at most, most of the time: so that not
    all points are negative then, and all 0 after ReLU.
    """
    turn, axes = rotation(0.7 * numbers[0]), rotation(np.pi * numbers[1])
    stretched = axes * ((_LATER if layer else _FIRST) * np.exp(0.2 * numbers[2:4]))
    return AffineMap(gain * (turn @ stretched @ axes.T), gain * 0.5 * numbers[4:])


def by_hand(drawn: AffineMap, own: AffineMap, is_own: Any) -> AffineMap:
    """Choose between the weights that the seed has for a layer and those that a hand sets."""
    return AffineMap(
        np.where(is_own, own.matrix, drawn.matrix), np.where(is_own, own.shift, drawn.shift)
    )
