"""Many arrows, or many lines, as one mark: several points for each, with a gap behind them."""

import numpy as np

from gaussians.kit.lesson import Array

_ACROSS = 0.45  # of a head, to each side


def arrows(start: Array, end: Array, head: tuple[float, float] = (0.3, 0.3)) -> Array:
    """Return an arrow for each row, from start to end, as one curve, shape (6 n, 2).

    Where a start or an end is NaN there is no arrow.

    Parameters
    ----------
    start, end
        Points, shape (n, 2) each.
    head
        How long a head is that points across, and one that points up, in units of the plane; none
        is longer than its arrow.
    """
    unit = np.array(head)
    step = (end - start) / unit
    length = np.sqrt((step * step).sum(axis=1))
    back = step / np.maximum(length, 1.0)[:, None]
    side = _ACROSS * back[:, ::-1] * np.array([-1.0, 1.0])
    left, right = end - (back - side) * unit, end - (back + side) * unit
    return _rows(start, end, left, end, right)


def segments(start: Array, end: Array) -> Array:
    """Return a line for each row, from start to end, as one curve, shape (3 n, 2)."""
    return _rows(start, end)


def _rows(*corners: Array) -> Array:
    gap = corners[0] * np.nan
    rows: Array = np.concatenate([*corners, gap], axis=1).reshape(-1, 2)
    return rows
