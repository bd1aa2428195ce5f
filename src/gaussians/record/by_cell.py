"""Arrays that meet along two axes, as numpy has it: (n, 1) or (n, m) and (m,) or (1, m)."""

from collections.abc import Callable
from typing import Any

import numpy as np

from gaussians.record.across import Across
from gaussians.record.cells import Cells
from gaussians.record.cloud import Cloud
from gaussians.record.refusal import refuse
from gaussians.record.rows import Rows, together
from gaussians.record.table import Table, Transposed, in_cells
from gaussians.record.tape import Axes, Recorded, Tape, boxed, is_truth


def are_cells(inputs: Any) -> bool:
    """Tell whether numpy makes an array of two long axes of some inputs, (n, 1) and (m,) too."""
    dims = {x.ndim for x in inputs if isinstance(x, Cloud)}
    columns = [x for x in inputs if isinstance(x, Cloud) and x.ndim == max(dims)]
    meet = len(dims) == 2 and all(x.shape[1] == 1 for x in columns)
    return meet or any(isinstance(x, Cells) for x in inputs)


def tape_of(inputs: Any) -> Tape:
    """Return the tape that some inputs are written on."""
    each = (x.points if isinstance(x, Across) else x for x in inputs)
    recorded = next(x for x in each if isinstance(x, Recorded | Cloud | Table))
    return recorded.tape if isinstance(recorded, Recorded) else recorded.rows.tape


def by_cell(function: Callable[..., Any], *inputs: Any) -> Any:
    """Call a function with what its inputs have for one cell, number by number."""
    dims = max(map(np.ndim, inputs))
    least = ((x, dims if isinstance(x, Cells) else dims - 1) for x in inputs)
    if any(isinstance(x, Cells | Cloud) and x.ndim < axes for x, axes in least):
        refuse("arithmetic between arrays whose axes do not match", "x[:, :, None]")
    firsts = [x for x in inputs if isinstance(x, Table | Cloud) and x.ndim == dims]
    if not firsts:
        return Across(Cloud.by_row(function, *(_points(x, dims) for x in inputs)))
    seconds = [_points(x, dims) for x in inputs if _is_second(x, dims)]
    tables = [x.columns for x in inputs if isinstance(x, Table)]
    rows = together([x.rows for x in firsts])
    columns = together([*tables, *(points.rows for points in seconds)])
    cells = (_cell(x, dims, (rows.along, columns.along)) for x in inputs)
    return Table(np.frompyfunc(function, len(inputs), 1)(*cells), rows, columns)


def times(weights: Any, points: Any) -> Any:
    """Multiply weights (n, m) by points (m,) or (m, k), or by the transpose of a table (k, m).

    Rows of cells (n, m, k) are multiplied by a small matrix.
    """
    if isinstance(weights, Table) and isinstance(points, Transposed):
        return _product(weights, points.table)
    if isinstance(weights, Table) and weights.ndim == 3 and isinstance(points, np.ndarray):
        return Table(weights.cell @ points, weights.rows, weights.columns)
    if not isinstance(weights, Table) or not isinstance(points, Cloud) or weights.ndim > 2:
        refuse("this matrix product", "w @ x, weights (n, m) and points (m, k), or a @ b.T")
    if points.ndim == 1:
        return (weights * points).sum(axis=1)
    return (weights[:, :, None] * points[None]).sum(axis=1)


def _product(a: Table, b: Table) -> Table:
    """Multiply a table (n, m) by the transpose of another one (k, m)."""
    if a.ndim > 2 or b.ndim > 2 or all(is_truth(x.cell[()]) for x in (a, b)):
        refuse("this matrix product", "a @ b.T of numbers, (n, m) and (k, m)")
    common = together([a.columns, b.columns])
    lengths = a.rows.count, common.count, b.rows.count
    made = a.rows.tape.do("product", a.kept(), b.kept(), *lengths)
    return in_cells(made, a.rows, b.rows)


def _is_second(x: Any, dims: int) -> bool:
    """Tell whether an input is points along the second axis."""
    return isinstance(x, Across) or (isinstance(x, Cloud) and x.ndim < dims)


def _points(x: Any, dims: int) -> Any:
    """Return what lies along the second axis, for there is nothing along the first one."""
    if isinstance(x, Across | Cloud):
        return x.points if isinstance(x, Across) else x
    return _small(x, dims - 1)


def _cell(x: Any, dims: int, axes: Axes) -> Any:
    """Return what an input has for each cell, as an array of objects."""
    if isinstance(x, Table):
        return x.cell
    if _is_second(x, dims):
        points = _points(x, dims)
        each = np.frompyfunc(lambda number: _across(points.rows, number, axes), 1, 1)
        return boxed(each(points.row))
    return _small(x.row if isinstance(x, Cloud) else x, dims - 2)


def _across(rows: Rows, number: Any, axes: Axes) -> Any:
    runs = isinstance(number, Recorded) and number.along
    return rows.tape.entry_across(rows.kept(number), axes) if runs else number


def _small(x: Any, dims: int) -> Any:
    """Return an array without the first axes, of length 1, that it has beyond some number."""
    array = np.asarray(boxed(x), dtype=object)
    first = array.shape[: max(0, array.ndim - dims)]
    if any(length != 1 for length in first):
        refuse(f"{first[-1]} numbers along an axis of points", "self.fixed[…], or np.arange(1000)")
    return array.reshape(array.shape[len(first) :])
