"""Images: tables of shades that fill a plane, row 0 at its bottom."""

from typing import Any

import numpy as np

from gaussians.kit.lesson import Array
from gaussians.kit.parts import Image, Mark


def places(ends: tuple[float, float], count: int) -> Array:
    """Return the middles of the cells that an image has along a range, shape (count, 1).

    >>> places((-6, 6), 4).T
    array([[-4.5, -1.5,  1.5,  4.5]])
    """
    low, high = ends
    return (low + (np.arange(count) + 0.5) * (high - low) / count)[:, None]


def as_points(mark: Mark, array: Array) -> Array:
    """Return what is drawn as points, an image as well: each cell's number, and its row."""
    if not isinstance(mark, Image):
        return array
    rows = np.broadcast_to(np.arange(len(array))[:, None], array.shape)
    return np.stack([array.ravel(), rows.ravel()], axis=1)


def shades(array: Any) -> Array:
    """Return an image's numbers as bytes, from 0 to 255; what is none is nothing.

    >>> shades(np.array([[0, 0.5, 1], [2, -1, np.nan]]))
    array([[  0, 128, 255],
           [255,   0,   0]], dtype=uint8)
    """
    clipped = np.clip(np.nan_to_num(array, nan=0.0), 0, 1)
    return np.asarray(np.floor(255 * clipped + 0.5), dtype=np.uint8)
