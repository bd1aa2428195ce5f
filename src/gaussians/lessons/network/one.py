"""The network without its bends: one matrix A and one shift t, whatever the number of layers."""

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np

from gaussians.core import AffineMap, Gaussian
from gaussians.core.plane import determinant
from gaussians.kit.geometry import entries
from gaussians.kit.lesson import Array

_I = np.eye(2)
_NO_AREA = 1e-12  # it is a rounding error


def composed(layers: Sequence[AffineMap]) -> Gaussian:
    """Return the Gaussian that standard noise becomes by affine maps, one after the other."""
    whole = reduce(lambda inner, layer: layer.after(inner), layers)
    return Gaussian(whole.matrix, whole.shift)


def as_far_as(layers: Sequence[AffineMap], t: Any) -> list[AffineMap]:
    """Return layers that bend nothing, as far as points have gone after t halves of a layer."""
    ways = (np.clip(t - 2 * k, 0, 1) for k in range(len(layers)))
    return [
        AffineMap((1 - way) * _I + way * layer.matrix, way * layer.shift)
        for way, layer in zip(ways, layers, strict=True)
    ]


def compared(layers: Sequence[AffineMap], number: Any, noise: Array, end: Array) -> dict[str, Any]:
    """Compare where points end with one affine map of their noise, and areas before and after."""
    there = [
        AffineMap(np.where(number > k, layer.matrix, _I), np.where(number > k, layer.shift, 0.0))
        for k, layer in enumerate(layers)
    ]
    law = composed(there)
    areas = [np.abs(determinant(layer.matrix)) for layer in there]
    area = np.abs(determinant(law.factor))
    added = sum(area * (number > k) for k, area in enumerate(areas))
    return {
        **entries("A", law.factor), "t1": law.mean[0], "t2": law.mean[1],
        **{f"area{k + 1}": each for k, each in enumerate(areas)},
        "area": area, "added": added, "mean_area": added / number,
        "side": np.sqrt(np.where(area > _NO_AREA, area, 0.0)), "squared": area * area,
        "apart": np.max(np.abs(end - law.transform(noise))),
    }  # fmt: skip
