"""Points along a fixed array, recorded as one point that stands for all of them."""

from collections.abc import Iterator
from typing import Any, NoReturn

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from gaussians.record.tape import Recorded, boxed, refuse


class Cloud(NDArrayOperatorsMixin):
    """An array (n,) or (n, k) of which one row is recorded: `row` has shape () or (k,).

    What is done to the row is done to every row, in a loop. So whatever mixes rows is refused, but
    for their sum and their mean.
    """

    is_recorded, dtype = True, np.dtype(object)  # by these the core knows it

    def __init__(self, row: Any, count: Recorded | int) -> None:
        self.row: np.ndarray[Any, np.dtype[Any]] = np.asarray(row, dtype=object)
        self.count = count

    @property
    def shape(self) -> tuple[Any, ...]:
        """Shape of the whole array; its length may be a recorded number."""
        return (self.count, *self.row.shape)

    @property
    def ndim(self) -> int:
        """Number of axes of the whole array."""
        return 1 + self.row.ndim

    @property
    def T(self) -> Iterator["Cloud"]:  # noqa: N802
        """Columns, to be unpacked."""
        return (Cloud(number, self.count) for number in self.row)

    def sum(self, axis: int | None = None) -> Any:
        """Add up the numbers of all rows; or, along axis 1, those of each."""
        if axis in (1, -1) and self.row.ndim == 1:
            return Cloud(self.row.sum(), self.count)
        if self.row.ndim:
            refuse("a sum over points of several coordinates")
        number: Any = self.row[()]
        runs = isinstance(number, Recorded) and number.along
        return number.tape.do("sum", number) if runs else number * self.count

    def mean(self) -> Any:
        """Divide the sum by the number of rows."""
        return self.sum() / self.count

    def __getitem__(self, key: Any) -> "Cloud":
        """Take a column, or make one of a row of numbers; rows cannot be picked."""
        if isinstance(key, tuple) and len(key) == 2 and key[0] == slice(None):
            if key[1] is None and not self.row.ndim:
                return Cloud(self.row[None], self.count)
            if isinstance(key[1], int) and self.row.ndim:
                return Cloud(self.row[key[1]], self.count)
        return refuse(f"picking rows of a fixed array by {key!r}")

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Do to the row what is done to the array."""
        if method != "__call__" or options:
            refuse(f"np.{ufunc.__name__}.{method}")
        if ufunc is np.matmul:
            points, matrix = inputs
            if not isinstance(points, Cloud) or isinstance(matrix, Cloud):
                refuse("a matrix product with points on the right")
            return Cloud(points.row @ matrix, self.count)
        return self._by_row(ufunc, inputs)

    def __array_function__(self, function: Any, types: Any, inputs: Any, options: Any) -> Any:
        """Choose, stack columns and stretch by rows; refuse by name what mixes rows."""
        if function is np.where and len(inputs) == 3:
            return self._by_row(np.where, inputs)
        if function is np.stack and options == {"axis": 1}:
            return Cloud(np.stack([_row(x) for x in inputs[0]]), self.count)
        if function is np.broadcast_arrays and not options:
            rows = [_row(x) for x in inputs]
            return [Cloud(x, self.count) for x in np.broadcast_arrays(*rows)]
        return refuse(f"np.{function.__name__} of a fixed array")

    def _by_row(self, function: Any, inputs: Any) -> "Cloud":
        dims = {x.row.ndim for x in inputs if isinstance(x, Cloud)}
        plain = [np.ndim(x) for x in inputs if isinstance(x, np.ndarray | list | tuple)]
        if len(dims) > 1 or any(dim > max(dims) for dim in plain):
            refuse("arithmetic between arrays whose rows do not match")
        each = np.frompyfunc(function, len(inputs), 1)  # numpy's own loops would compare by value
        return Cloud(each(*map(_row, inputs)), self.count)

    def _mixes_rows(self, *_: Any) -> NoReturn:
        refuse("what goes through the rows of a fixed array")

    __iter__ = __len__ = __array__ = __bool__ = __float__ = _mixes_rows
    __hash__ = object.__hash__


def _row(x: Any) -> Any:
    """Return what an input has for one row, as an array of objects."""
    if isinstance(x, Cloud):
        return x.row
    return np.asarray(boxed(x), dtype=object)
