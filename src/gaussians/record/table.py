"""Arrays of two long axes, recorded as one cell that stands for all of them."""

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from gaussians.record.across import Across
from gaussians.record.cells import Cells
from gaussians.record.cloud import Cloud
from gaussians.record.refusal import refuse
from gaussians.record.rows import Rows, is_every, together
from gaussians.record.tape import Axes, Recorded, Tape, boxed


class Table(Cells):
    """An array (n, m) or (n, m, k) of which one cell is recorded: `cell` has shape () or (k,).

    What is left of it are sums, means, the largest and the smallest, along either axis or both.
    """

    instead = "x.sum(axis=0), x.max(axis=1) and the like, which are points along the other axis"

    def __init__(self, cell: Any, rows: Rows, columns: Rows) -> None:
        self.cell: np.ndarray[Any, np.dtype[Any]] = np.asarray(boxed(cell), dtype=object)
        self.rows, self.columns = rows, columns

    @property
    def shape(self) -> tuple[Any, ...]:
        """Shape of the whole array; its lengths may be recorded numbers."""
        return (self.rows.count, self.columns.count, *self.cell.shape)

    @property
    def ndim(self) -> int:
        """Number of axes of the whole array."""
        return 2 + self.cell.ndim

    def sum(self, axis: int | None = None) -> Any:
        """Add up all numbers, or those along an axis."""
        return self._over("sum", np.add, axis)

    def max(self, axis: int | None = None) -> Any:
        """Find the largest of all numbers, or of those along an axis."""
        return self._over("max", np.maximum, axis)

    def min(self, axis: int | None = None) -> Any:
        """Find the smallest."""
        return self._over("min", np.minimum, axis)

    def mean(self, axis: int | None = None) -> Any:
        """Divide the sum by how many numbers were added."""
        total = self.sum(axis)
        return total / (np.prod(self.shape) if axis is None else self.shape[axis])

    def __getitem__(self, key: Any) -> "Table":
        """Take numbers of each cell, or make a column of each."""
        key = key if isinstance(key, tuple) else (key,)
        if key[0] is ...:
            return Table(self.cell[key], self.rows, self.columns)
        if not all(map(is_every, key[:2])):
            refuse("picking of an array of two long axes", "np.where(np.arange(1000) < n, x, 0)")
        return Table(self.cell[key[2:]], self.rows, self.columns)

    def _over(self, step: str, of_two: Any, axis: int | None) -> Any:
        axes, tape = (self.rows.along, self.columns.along), self.rows.tape
        if axis is None:
            return reduce(of_two, (tape.over(step, axes, x) for x in self.cell.flat))
        if not -self.ndim <= axis < self.ndim:
            refuse(f"axis {axis} of an array of {self.ndim} axes", "axis=0 or axis=1")
        if axis % self.ndim > 1:
            return Table(reduce(of_two, self.cell), self.rows, self.columns)
        each, left = ("row", self.rows) if axis % self.ndim else ("column", self.columns)
        arrays = (tape.over(f"{step} of each {each}", axes, x) for x in self.cell.flat)
        numbers = np.array([tape.entry(array, 0, 1, left.along) for array in arrays], dtype=object)
        return Cloud(numbers.reshape(self.cell.shape), left)


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
    if any(isinstance(x, Cells) and x.ndim < dims for x in inputs):
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
    """Multiply weights (n, m) by points (m,) or (m, k)."""
    if not isinstance(weights, Table) or not isinstance(points, Cloud) or weights.ndim > 2:
        refuse("this matrix product", "w @ x, weights (n, m) and points (m, k), or .sum(axis=1)")
    if points.ndim == 1:
        return (weights * points).sum(axis=1)
    return (weights[:, :, None] * points[None]).sum(axis=1)


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
