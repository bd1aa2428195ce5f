"""What numpy's functions do to points; what is not in the table below is refused by name."""

from collections.abc import Callable
from typing import Any

import numpy as np

from gaussians.record.cloud import Cloud, row_of
from gaussians.record.refusal import refuse
from gaussians.record.rows import spread, together


def _beside(clouds: Any, axis: int = 0) -> Cloud:
    """Put columns, or points, side by side."""
    if axis not in (1, -1):
        refuse("np.concatenate of the rows of points", "a mark each")
    return _column_stack(clouds)


def _stack(clouds: Any, axis: int = 0) -> Cloud:
    if axis not in (1, -1) or any(x.ndim > 1 for x in clouds):
        refuse("np.stack of rows", "np.stack([x, y], axis=1) of columns")
    return _column_stack(clouds)


def _column_stack(clouds: Any) -> Cloud:
    if not all(isinstance(x, Cloud) for x in clouds):
        refuse("a stack of points and other arrays", "0 * x[:, 0] + a for a column of one number")
    row = np.concatenate([np.atleast_1d(x.row) for x in clouds])
    return Cloud(row, together([x.rows for x in clouds]))


def _norm(x: Any, axis: int | None = None) -> Any:
    if axis is None:
        refuse("np.linalg.norm of all points", "np.linalg.norm(x, axis=1), one of each point")
    return np.sqrt((x * x).sum(axis))


def _broadcast(*inputs: Any) -> list[Cloud]:
    rows = together([x.rows for x in inputs if isinstance(x, Cloud)])
    return [Cloud(row, rows) for row in np.broadcast_arrays(*map(row_of, inputs))]


def _histogram(x: Any, bins: Any = 10, weights: Any = None) -> tuple[Any, Any]:
    """Count the values of a column between edges: as many rows as bins, or a small array."""
    if not isinstance(x, Cloud) or x.ndim > 1 or np.ndim(bins) != 1:
        refuse("this np.histogram", "np.histogram(x, edges)[0] of a column and an array of edges")
    shared = [x.rows] if weights is None else [x.rows, *_rows_of(weights)]
    weight = 1 if weights is None else row_of(weights)[()]
    rows = together(shared)
    if not isinstance(bins, Cloud):
        edges = rows.tape.do("array", *np.asarray(bins, object))
        counts = rows.histogram(x.row[()], edges, weight)
        numbers = [rows.tape.do("entry", counts, k) for k in range(len(bins) - 1)]
        return np.array(numbers, dtype=object), bins
    between, _, _ = bins.rows.sliced(slice(1, None))
    counts = rows.histogram(x.row[()], bins.rows.kept(bins.row[()]), weight)
    return Cloud(rows.tape.entry(counts, 0, 1, between.along), between), bins


def _rows_of(weights: Any) -> Any:
    if not isinstance(weights, Cloud) or weights.ndim > 1:
        refuse("np.histogram with these weights", "weights that are a column as long as x")
    return [weights.rows]


def _repeat(cloud: Cloud, repeats: int, axis: int | None = None) -> Cloud:
    if cloud.ndim > 1 and axis != 0:
        refuse("np.repeat within rows", "np.repeat(x, 2, axis=0)")
    row = np.stack([cloud.row] * repeats)
    return Cloud(*spread(row, cloud.rows, cloud.row.shape))


def _diff(cloud: Cloud, axis: int = -1) -> Any:
    if axis % cloud.ndim:
        refuse("np.diff within rows", "np.diff(x, axis=0)")
    after, before = cloud[1:], cloud[:-1]
    return Cloud.by_row(np.subtract, after, before)


# Functions of whatever has these methods.
_EITHER: dict[Any, Callable[..., Any]] = {
    np.where: lambda *inputs: Cloud.by_row(np.where, *inputs),
    np.clip: lambda x, low, high: np.minimum(np.maximum(x, low), high),
    np.sum: lambda x, axis=None: x.sum(axis),
    np.mean: lambda x, axis=None: x.mean(axis),
    np.max: lambda x, axis=None: x.max(axis),
    np.min: lambda x, axis=None: x.min(axis),
    np.linalg.norm: _norm,
    np.ndim: lambda x: x.ndim,
    np.shape: lambda x: x.shape,
}

# Keywords that are not named here are refused by Python.
BY_ROWS: dict[Any, Callable[..., Any]] = {
    **_EITHER,
    np.broadcast_arrays: _broadcast,
    np.stack: _stack,
    np.column_stack: _column_stack,
    np.concatenate: _beside,
    np.dot: Cloud.times,
    np.prod: Cloud.prod,
    np.cumsum: Cloud.cumsum,
    np.histogram: _histogram,
    np.repeat: _repeat,
    np.diff: _diff,
    np.reshape: Cloud.reshape,
    np.ravel: Cloud.ravel,
    np.zeros_like: lambda x: Cloud(np.zeros(x.row.shape), x.rows),
    np.ones_like: lambda x: Cloud(np.ones(x.row.shape), x.rows),
}

# The same to arrays of two long axes.
BY_CELLS: dict[Any, Callable[..., Any]] = _EITHER
