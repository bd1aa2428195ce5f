"""Breaking A: its second column turned into the line of the first."""

import numpy as np

from gaussians.core.plane import FAMILY_TOLERANCE
from gaussians.kit.geometry import largest
from gaussians.kit.lesson import Array

LARGEST = 3.0  # entry of A


def snap(column1: Array, column2: Array) -> dict[str, float]:
    """Turn column 2, by less than a right angle, into the line of column 1; it keeps its length."""
    length1, length2 = (np.sqrt(column @ column) for column in (column1, column2))
    apart = column1 @ column2 < -FAMILY_TOLERANCE * length1 * length2  # no rounding error decides
    way = np.where(apart, -1.0, 1.0) * column1 / np.maximum(length1, 1e-300)
    longest = LARGEST / np.maximum(largest(way), 1e-300)
    turned = np.where(length1 > 0, np.minimum(length2, longest) * way, column2)
    # By rounding a number may be just outside.
    inside = [np.minimum(np.maximum(number, -LARGEST), LARGEST) for number in turned]
    return {"snap1": inside[0], "snap2": inside[1]}
