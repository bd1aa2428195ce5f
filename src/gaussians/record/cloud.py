"""Points along arrays of one length, recorded as one point that stands for all of them."""

from functools import reduce
from typing import Any, NoReturn

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from gaussians.record.refusal import refuse, refuse_function
from gaussians.record.rows import SLICES, Rows, is_every, spread, take, together
from gaussians.record.tape import Recorded, Tape, boxed, is_long_range, refuse_ufunc


class Cloud(NDArrayOperatorsMixin):
    """An array (n,) or (n, k) of which one row is recorded: `row` has shape () or (k,).

    What is done to the row is done to every row, in a loop. Of what mixes rows there are sums, the
    largest and the smallest, running ones of these, counts in bins, and slices; all else is
    refused.
    """

    is_recorded, dtype = True, np.dtype(object)  # by these the core knows it

    def __init__(self, row: Any, rows: Rows) -> None:
        self.row: np.ndarray[Any, np.dtype[Any]] = np.asarray(boxed(row), dtype=object)
        self.rows = rows

    @property
    def shape(self) -> tuple[Any, ...]:
        """Shape of the whole array; its length may be a recorded number."""
        return (self.rows.count, *self.row.shape)

    @property
    def ndim(self) -> int:
        """Number of axes of the whole array."""
        return 1 + self.row.ndim

    @property
    def T(self) -> "Columns":  # noqa: N802
        """Columns, to be unpacked or stacked."""
        return Columns(Cloud(number, self.rows) for number in self.row)

    def sum(self, axis: int | None = None) -> Any:
        """Add up all numbers, those of each column (axis 0), or those of each row (axis 1)."""
        if self._is_along_rows(axis):
            return Cloud(self.row.sum(), self.rows)
        columns = self._over("sum")
        return columns if axis is not None else np.sum(columns)

    def max(self, axis: int | None = None) -> Any:
        """Find the largest of all numbers, of each column (axis 0), or of each row (axis 1)."""
        return self._extreme("max", np.maximum, axis)

    def min(self, axis: int | None = None) -> Any:
        """Find the smallest."""
        return self._extreme("min", np.minimum, axis)

    def cumsum(self, axis: int | None = None) -> "Cloud":
        """Add up each column as far as each row (axis 0), or each row (axis 1)."""
        if axis is None and self.ndim > 1:
            refuse("np.cumsum of all numbers of points", "np.cumsum(x, axis=0)")
        if self._is_along_rows(axis):
            return Cloud(np.cumsum(self.row), self.rows)
        return self._running("cumsum")

    def mean(self, axis: int | None = None) -> Any:
        """Divide the sum by how many numbers were added."""
        if self._is_along_rows(axis):
            return self.sum(axis) / self.row.size
        each = self.row.size if axis is None else 1
        return self.sum(axis) / (self.rows.count if each == 1 else self.rows.count * each)

    def prod(self, axis: int | None = None) -> "Cloud":
        """Multiply the numbers of each row (axis 1)."""
        if not self._is_along_rows(axis):
            refuse("a product over points", "np.exp(np.log(x).sum())")
        return Cloud(self.row.prod(), self.rows)

    def reshape(self, *shape: Any) -> Any:
        """Make several rows of each one, shape (-1, ...), or of a column a table, (n, m)."""
        first, *tail = np.ravel(shape)
        if self.ndim == 1 and len(tail) == 1 and first != -1:
            return self._table(int(first), int(tail[0]))
        if first != -1:
            refuse("points in a shape that does not begin with -1", "x.reshape(-1, 2)")
        return Cloud(*spread(self.row, self.rows, tuple(map(int, tail))))

    def copy(self) -> "Cloud":
        """Keep the points as arrays: what is made of them need not compute them again."""
        each = [self.rows.kept(number) for number in self.row.flat]
        kept = [self.rows.tape.entry(array, 0, 1, self.rows.along) for array in each]
        return Cloud(np.array(kept, dtype=object).reshape(self.row.shape), self.rows)

    def ravel(self) -> Any:
        """Make a row of each number."""
        return self.reshape(-1)

    def path(self, step: Any, start: Any) -> "Cloud":
        """Go on in steps, one for each row, from a few numbers; return all states."""
        from gaussians.record.run import path  # it is made of points

        return path(step, start, self)

    def end(self, step: Any, points: Any) -> "Cloud":
        """Go on in steps, one for each row, from points; return those of the end."""
        from gaussians.record.run import end

        return end(step, points, self)

    def __getitem__(self, key: Any) -> Any:
        """Take columns, or a slice of rows; make a column of a row of numbers, or turn it."""
        rows, *columns = key if isinstance(key, tuple) else (key,)
        if rows is None:
            from gaussians.record.across import Across  # it is made of points

            return Across(self[tuple(columns) or ...])
        picks = rows is not ... and not isinstance(rows, slice)
        if picks or any(isinstance(x, Recorded | Cloud) for x in columns):
            refuse("picking rows of a fixed array", SLICES)
        row = np.asarray(boxed(self.row[tuple(columns)]), dtype=object)
        every = rows is ... or is_every(rows)
        return Cloud(row, self.rows) if every else Cloud(*take(row, self.rows, rows))

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Do to the row what is done to the array."""
        if method == "accumulate" and ufunc in _RUNNING and options.get("axis", 0) == 0:
            return inputs[0]._running(_RUNNING[ufunc])
        if ufunc.types == ["O->O"]:  # a function of Python's, as the core makes them
            return Cloud(ufunc(self.row), self.rows)
        if method != "__call__" or options:
            refuse_ufunc(ufunc, method, options)
        if ufunc is np.matmul:
            return self.times(*inputs)
        return self.by_row(ufunc, *inputs)

    def __array_function__(self, function: Any, types: Any, inputs: Any, options: Any) -> Any:
        """Do by rows what can be done by rows; refuse by name what mixes them."""
        from gaussians.record.functions import BY_ROWS  # they make clouds

        if function not in BY_ROWS:
            refuse_function(function, " of points")
        return BY_ROWS[function](*inputs, **options)

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse all other methods of arrays by name."""
        if name.startswith("_"):
            raise AttributeError(name)
        refuse(f"the method {name!r} of points")

    def _table(self, *lengths: int) -> Any:
        from gaussians.record.table import in_cells  # it is made of points

        count = self.rows.count
        if not isinstance(count, int) or count != np.prod(lengths):
            refuse(f"a column in the shape {lengths}", "lengths whose product is fixed, its own")
        rows, columns = (Rows(self.rows.tape, length, str(length)) for length in lengths)
        return in_cells(self.rows.kept(self.row[()]), rows, columns)

    def _is_along_rows(self, axis: int | None) -> bool:
        if axis is not None and not -self.ndim <= axis < self.ndim:
            refuse(f"axis {axis} of points of {self.ndim} axes")
        return axis is not None and axis % self.ndim == 1

    def _over(self, step: str) -> Any:
        return np.frompyfunc(lambda x: self.rows.over(step, x), 1, 1)(self.row)

    def _running(self, step: str) -> "Cloud":
        return Cloud(np.frompyfunc(lambda x: self.rows.running(step, x), 1, 1)(self.row), self.rows)

    def _extreme(self, step: str, of_two: Any, axis: int | None) -> Any:
        if self._is_along_rows(axis):
            return Cloud(reduce(of_two, self.row), self.rows)
        columns = self._over(step)
        if axis is not None:
            return columns
        return reduce(of_two, np.asarray(boxed(columns), dtype=object).flat)

    @staticmethod
    def times(points: Any, matrix: Any) -> "Cloud":
        """Multiply each row by a matrix."""
        if not isinstance(points, Cloud) or isinstance(matrix, Cloud):
            _refuse_on_the_right()
        return Cloud(points.row @ matrix, points.rows)

    @staticmethod
    def by_row(function: Any, *inputs: Any) -> Any:
        """Call a function with what its inputs have for one row, number by number."""
        from gaussians.record.by_cell import are_cells, by_cell, tape_of  # they are made of points

        inputs = tuple(counted(x, tape_of(inputs)) for x in inputs)
        if are_cells(inputs):
            return by_cell(function, *inputs)
        clouds = [x for x in inputs if isinstance(x, Cloud)]
        dims = {cloud.row.ndim for cloud in clouds}
        inputs = tuple(_for_each_row(x, max(dims)) for x in inputs)
        plain = [np.ndim(x) for x in inputs if isinstance(x, np.ndarray | list | tuple)]
        if len(dims) > 1 or any(dim > max(dims) for dim in plain):
            refuse("arithmetic between arrays whose rows do not match")
        each = np.frompyfunc(function, len(inputs), 1)  # numpy's own loops would compare by value
        return Cloud(each(*map(row_of, inputs)), together([cloud.rows for cloud in clouds]))

    def _is_an_array(self, *_: Any, **__: Any) -> NoReturn:
        refuse("np.asarray of points", "the points as they are, for they are an array")

    def _mixes_rows(self, *_: Any) -> NoReturn:
        refuse("what goes through the rows of a fixed array")

    def _has_a_recorded_length(self) -> NoReturn:
        refuse("len() of points", "x.shape[0]")

    __array__ = _is_an_array
    __len__ = _has_a_recorded_length
    __iter__ = __bool__ = __float__ = _mixes_rows
    __hash__ = object.__hash__


# What accumulates, by numpy's functions of two numbers.
_RUNNING = {
    np.add: "cumsum", np.maximum: "running maximum", np.minimum: "running minimum",
}  # fmt: skip


def _for_each_row(x: Any, dims: int) -> Any:
    """Return what an array of one row, shape (1, ...), has for each row of points."""
    is_one_row = isinstance(x, np.ndarray) and x.ndim == dims + 1 and len(x) == 1
    return x[0] if is_one_row else x


class Columns(tuple[Cloud, ...]):
    """The columns of points; no matrix is multiplied by them."""

    __array_ufunc__ = None  # so that numpy's arrays ask the next line

    def __rmatmul__(self, matrix: Any) -> NoReturn:
        """Refuse a matrix product."""
        _refuse_on_the_right()


def _refuse_on_the_right() -> NoReturn:
    refuse("a matrix product with points on the right", "x @ M.T for points in rows")


def counted(x: Any, tape: Tape) -> Any:
    """Return whole numbers one after the other, if they are many, as points."""
    if not is_long_range(x):
        return x
    rows = Rows(tape, len(x), str(len(x)))
    i = tape.leaf("i", rows.along)
    return Cloud(i + float(x[0]) if x[0] else i, rows)


def row_of(x: Any) -> Any:
    """Return what an input has for one row, as an array of objects."""
    if isinstance(x, Cloud):
        return x.row
    return np.asarray(boxed(x), dtype=object)
