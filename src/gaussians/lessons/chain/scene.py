"""Copies of the saw's bell under the bell of the readings, their sum, and the bell it closes in on.

The copies stand at equal distances, each as high as the bell of the readings is over its place.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import Gaussian, standard_normalizer
from gaussians.kit.areas import along, between
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.chain.saws import Saws, moments

Z = standard_normalizer(1)
AXIS = (484.0, 516.0)  # of lengths, in mm
MOST = 50  # copies
KINK = np.exp(-0.5)  # height of a bell one sd from its middle, which is 1 high
_SLOTS = np.arange(-(MOST // 2), MOST // 2 + 1.0)  # where copies may be, from one to the next


def copies(of: Saws, k: Any, fixed: Mapping[str, Array]) -> Scene:
    """Stand k copies of the saw's bell under the bell of the readings, and add them.

    Heights are drawn in those of one whole copy, so that a copy is as high as its weight.

    Parameters
    ----------
    of
        How readings and lengths are spread.
    k
        How many copies there are.
    fixed
        The standard `bell`, a `strip` along the axis, `slots` of copies, and the `copies`: slot and
        number of each of their points.
    """
    (mu,), (sigma,), (tau,) = of.reading.mean, of.reading.std, of.saw.noise.std
    sd, skew, _ = moments(of)
    at = away(_SLOTS, k)
    heights = np.array([np.where(np.abs(c) < reach_of(k), np.exp(-c * c / 2), 0.0) for c in at])
    weights = heights / heights.sum()
    sides, unit = fixed["strip"], of.saw.noise.pdf(np.array([0.0]))
    x = along(sides, *AXIS)
    total = added(of, at, weights, x) / unit
    total = total[: sides.shape[0]]  # a recorded slice is kept: no loop makes it again
    exact = Gaussian([[sd]], [mu]).pdf(x[:, None]) / unit
    number, height = fixed["bell"].T
    middle = away(0.0, k)  # where a copy is, or the first one right of the middle
    rougher, weight = of.growth**middle, np.exp(-(middle**2) / 2) / heights.sum()
    marks = {
        "wide": np.stack([mu + sigma * number, Z * height], axis=1),
        **places(of, k, fixed["slots"][:, 0]),
        "middle": np.array([[mu, 0.0], [mu, 1.0]]),
        "sd_reading": np.array([[mu + sigma, KINK]]),
        "copies": drawn(of, k, heights.sum(), fixed["copies"]),
        "sd_copy": np.array([[mu + sigma * middle + tau * rougher, KINK * weight / rougher]]),
        "gap": between(sides, x, total, exact),
        "sum": np.stack([x, total], axis=1)[: sides.shape[0] // 2],
        "bell": np.stack([mu + sd * number, tau / sd * Z * height], axis=1),
    }
    readouts = {
        "k": k, "reach": reach_of(k), "apart": np.where(k > 1, 2 * reach_of(k) * sigma / k, np.nan),
        "gap": sd / tau * abs(total - exact).max(),
        "sum_sd": np.sqrt(weights @ ((sigma * at) ** 2 + (tau * of.growth**at) ** 2)),
        "spread": sd, "skew": skew, "r": of.growth, "rough": 1 * (of.growth > 1),
        "per_tau": 1 / rougher,
    }  # fmt: skip
    return Scene(marks, readouts)


def reach_of(k: Any) -> Any:
    """Return how far on both sides k copies go, in sd of the readings.

    It grows, but not as fast as k, so that in the end nothing is left out, nor left between.
    """
    return 2.5 + np.sqrt(k) / 3


def away(slot: Any, k: Any) -> Any:
    """Return how far a slot's copy is from the middle, in sd of the readings.

    Slot 0 is in the middle if k is odd; if it is even, the middle is between two slots.
    """
    even = 1 - (k - 2 * np.floor(k / 2))
    return (slot + even / 2) * (2 * reach_of(k) / k)


def added(of: Saws, at: Array, weights: Array, x: Array) -> Array:
    """Add the densities at x of what is sawn to readings that are so many sd from the middle."""
    (mu,), (sigma,) = of.reading.mean, of.reading.std
    total: Array = 0 * x
    for c, weight, rougher in zip(at, weights, of.growth**at, strict=True):
        pulled = (x - (mu + sigma * c)) / rougher
        total = total + weight / rougher * of.saw.noise.pdf(pulled[:, None])
    return total


def places(of: Saws, k: Any, slots: Array) -> dict[str, Array]:
    """Mark the places of k copies, as high as the bell of the readings is there."""
    (mu,), (sigma,) = of.reading.mean, of.reading.std
    c = away(slots, k)
    seen = np.where(np.abs(c) < reach_of(k), 1.0, np.nan)
    x, y = mu + sigma * c, seen * np.exp(-c * c / 2)
    stems = np.stack([x, 0 * y, x, y, np.nan * x, np.nan * y], axis=1)
    return {"places": np.stack([x, y], axis=1), "stems": stems.reshape(-1, 2)}


def drawn(of: Saws, k: Any, total: Any, points: Array) -> Array:
    """Draw k copies as one curve; `points` has the slot and the number of each of its points."""
    (mu,), (sigma,), (tau,) = of.reading.mean, of.reading.std, of.saw.noise.std
    slot, number = points.T
    c = away(slot, k)
    rougher = of.growth**c
    weight = np.where(np.abs(c) < reach_of(k), np.exp(-c * c / 2) / total, np.nan)
    x = mu + sigma * c + tau * rougher * number
    curve: Array = np.stack([x, weight / rougher * np.exp(-number * number / 2)], axis=1)
    return curve


def slots() -> Array:
    """Return the slots of copies that are drawn, shape (MOST + 1, 1)."""
    return _SLOTS[:, None]


def copy_points(points: int = 31) -> Array:
    """Return slot and number of each point of all copies; NaN keeps them apart; shape (m, 2)."""
    number = np.append(np.linspace(-3.5, 3.5, points), np.nan)
    every = np.meshgrid(slots()[:, 0], number, indexing="ij")
    return np.stack(every, axis=2).reshape(-1, 2)
