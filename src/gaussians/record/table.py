"""Arrays of two long axes, recorded as one cell that stands for all of them."""

from functools import reduce
from typing import Any, NoReturn

import numpy as np

from gaussians.record.cells import Cells
from gaussians.record.cloud import Cloud
from gaussians.record.refusal import refuse
from gaussians.record.rows import Rows, is_every
from gaussians.record.tape import Recorded, boxed


class Table(Cells):
    """An array (n, m) or (n, m, k) of which one cell is recorded: `cell` has shape () or (k,).

    What is left of it are sums, means, the largest and the smallest, along either axis or both. A
    mark that is one is an image; multiplied by the transpose of another one it is a third.
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

    @property
    def T(self) -> "Transposed":  # noqa: N802
        """The transpose, by which another one may be multiplied."""
        return Transposed(self)

    def kept(self) -> Recorded:
        """Write down an array of all cells, row by row."""
        return self.rows.tape.over("kept table", self.axes, *self.cell.flat)

    @property
    def axes(self) -> tuple[str, str]:
        """The lengths of both axes, as JavaScript calls them."""
        return self.rows.along, self.columns.along

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
        axes, tape = self.axes, self.rows.tape
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


class Transposed(Cells):
    """What `b.T` is in `a @ b.T`."""

    instead = "a @ b.T, which is an array again, or x.sum(axis=0)"

    def __init__(self, table: Table) -> None:
        self.table = table

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **_: Any) -> NoReturn:
        """Refuse all that is not asked of the array on its left."""
        refuse(f"np.{ufunc.__name__} of a transpose", self.instead)


def in_cells(array: Recorded, rows: Rows, columns: Rows) -> Table:
    """Return a table of the numbers that an array has, row by row."""
    axes = rows.along, columns.along
    return Table(rows.tape.entry_of_table(array, columns.count, axes), rows, columns)
