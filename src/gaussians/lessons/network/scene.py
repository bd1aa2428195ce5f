"""The picture of the network lesson: points, a grid and a square on their way, and numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from gaussians.core import AffineMap
from gaussians.kit.curves import joined
from gaussians.kit.geometry import arrow
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.network.layers import at, halves, last
from gaussians.lessons.network.one import as_far_as, compared, composed
from gaussians.lessons.network.plots import plots
from gaussians.lessons.network.verdicts import measured, verdicts


def scene(
    noise: Array, layers: Sequence[AffineMap], number: Any, bend: str, way: Any,
    fixed: Mapping[str, Array],
) -> Scene:  # fmt: skip
    """Send noise on its way through layers, and measure it after each half of each.

    Parameters
    ----------
    noise
        The points, shape (n, 2).
    layers
        As many as there may be.
    number
        How many there are, 2 at least.
    bend
        The name of what follows W x + b.
    way
        How many halves of a layer have been passed.
    fixed
        What goes along: the `mesh` of a grid, the unit `square`; and the `circles` of noise.
    """
    way = np.minimum(way, 2 * number)
    stages = halves(noise, layers, bend)
    found = measured(stages)
    count, is_straight = noise.shape[0], bend == "identity"
    law = composed(as_far_as(layers, way))  # of the points, if nothing bends
    marks = {
        "cloud": at(way, stages),
        "mesh": at(way, halves(fixed["mesh"], layers, bend)),
        "square": at(way, halves(fixed["square"], layers, bend)),
        "ellipses": law.transform(fixed["circles"]) + (0.0 if is_straight else np.nan),
        **plots(found, count, number, way),
    }
    readouts = verdicts(found, count, number)
    return Scene(marks, {
        **readouts, **compared(layers, number, noise, last(stages, number)),
        "place": np.floor(way), "on_the_way": 1 * (way > np.floor(way)),
        "to_first": way - readouts["first"], "number": number, "straight": 1 * is_straight,
        "pressed": (np.min(stages[2], axis=1) <= 0).mean(),
    })  # fmt: skip


def columns(own: AffineMap, are_used: bool) -> dict[str, Array]:
    """Draw the weights that a hand sets: the columns of W, beginning at b."""
    b = own.shift + (0.0 if are_used else np.nan)
    tips = own.matrix.T + b
    return {
        "columns": joined(*(arrow(b, tip) for tip in tips)),
        "tip1": tips[:1], "tip2": tips[1:], "shift": b[None, :],
    }  # fmt: skip
