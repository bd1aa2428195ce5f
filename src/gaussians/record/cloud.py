"""Points along arrays of one length, recorded as one point that stands for all of them."""

from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from gaussians.record.refusal import refuse, refuse_function
from gaussians.record.tape import Recorded, boxed, refuse_ufunc


class Cloud(NDArrayOperatorsMixin):
    """An array (n,) or (n, k) of which one row is recorded: `row` has shape () or (k,).

    What is done to the row is done to every row, in a loop. So whatever mixes rows is refused, but
    for their sum and their mean.
    """

    is_recorded, dtype = True, np.dtype(object)  # by these the core knows it

    def __init__(self, row: Any, count: Recorded | int) -> None:
        self.row: np.ndarray[Any, np.dtype[Any]] = np.asarray(boxed(row), dtype=object)
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
    def T(self) -> "Columns":  # noqa: N802
        """Columns, to be unpacked or stacked."""
        return Columns(Cloud(number, self.count) for number in self.row)

    def sum(self, axis: int | None = None) -> Any:
        """Add up all numbers, those of each column (axis 0), or those of each row (axis 1)."""
        if self._is_along_rows(axis):
            return Cloud(self.row.sum(), self.count)
        columns = np.frompyfunc(self._add_up, 1, 1)(self.row)
        return columns if axis is not None else np.sum(columns)

    def mean(self, axis: int | None = None) -> Any:
        """Divide the sum by how many numbers were added."""
        if self._is_along_rows(axis):
            return self.sum(axis) / self.row.size
        each = self.row.size if axis is None else 1
        return self.sum(axis) / (self.count if each == 1 else self.count * each)

    def prod(self, axis: int | None = None) -> "Cloud":
        """Multiply the numbers of each row (axis 1)."""
        if not self._is_along_rows(axis):
            refuse("a product over points", "np.exp(np.log(x).sum())")
        return Cloud(self.row.prod(), self.count)

    def __getitem__(self, key: Any) -> "Cloud":
        """Take columns, or make one of a row of numbers; rows cannot be picked."""
        every, *columns = key if isinstance(key, tuple) else (key,)
        all_rows = every is ... or (isinstance(every, slice) and every == slice(None))
        if not all_rows or any(isinstance(x, Recorded | Cloud) for x in columns):
            refuse(
                "picking rows of a fixed array",
                "np.where(inside[:, None], x, np.nan), or the lesson's draw(number, n)",
            )
        return Cloud(self.row[tuple(columns)], self.count)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Do to the row what is done to the array."""
        if method != "__call__" or options:
            refuse_ufunc(ufunc, method, options)
        if ufunc is np.matmul:
            return self._times(*inputs)
        return self._by_row(ufunc, *inputs)

    def __array_function__(self, function: Any, types: Any, inputs: Any, options: Any) -> Any:
        """Do by rows what can be done by rows; refuse by name what mixes them."""
        if function not in _BY_ROWS:
            refuse_function(function, " of points")
        return _BY_ROWS[function](*inputs, **options)

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse all other methods of arrays by name."""
        if name.startswith("_"):
            raise AttributeError(name)
        refuse(f"the method {name!r} of points")

    def _is_along_rows(self, axis: int | None) -> bool:
        if axis is not None and not -self.ndim <= axis < self.ndim:
            refuse(f"axis {axis} of points of {self.ndim} axes")
        return axis is not None and axis % self.ndim == 1

    def _add_up(self, number: Any) -> Any:
        runs = isinstance(number, Recorded) and number.along
        return number.tape.do("sum", number) if runs else number * self.count

    @staticmethod
    def _times(points: Any, matrix: Any) -> "Cloud":
        if not isinstance(points, Cloud) or isinstance(matrix, Cloud):
            _refuse_on_the_right()
        return Cloud(points.row @ matrix, points.count)

    @staticmethod
    def _by_row(function: Any, *inputs: Any) -> "Cloud":
        clouds = [x for x in inputs if isinstance(x, Cloud)]
        dims = {cloud.row.ndim for cloud in clouds}
        plain = [np.ndim(x) for x in inputs if isinstance(x, np.ndarray | list | tuple)]
        if len(dims) > 1 or any(dim > max(dims) for dim in plain):
            refuse("arithmetic between arrays whose rows do not match")
        each = np.frompyfunc(function, len(inputs), 1)  # numpy's own loops would compare by value
        return Cloud(each(*map(_row, inputs)), clouds[0].count)

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


class Columns(tuple[Cloud, ...]):
    """The columns of points; no matrix is multiplied by them."""

    __array_ufunc__ = None  # so that numpy's arrays ask the next line

    def __rmatmul__(self, matrix: Any) -> NoReturn:
        """Refuse a matrix product."""
        _refuse_on_the_right()


def _refuse_on_the_right() -> NoReturn:
    refuse("a matrix product with points on the right", "x @ M.T for points in rows")


def _row(x: Any) -> Any:
    """Return what an input has for one row, as an array of objects."""
    if isinstance(x, Cloud):
        return x.row
    return np.asarray(boxed(x), dtype=object)


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
    return Cloud(np.concatenate([np.atleast_1d(x.row) for x in clouds]), clouds[0].count)


def _norm(cloud: Cloud, axis: int | None = None) -> Any:
    if axis is None:
        refuse("np.linalg.norm of all points", "np.linalg.norm(x, axis=1), one of each point")
    return np.sqrt((cloud * cloud).sum(axis))


def _broadcast(*inputs: Any) -> list[Cloud]:
    count = next(x.count for x in inputs if isinstance(x, Cloud))
    return [Cloud(row, count) for row in np.broadcast_arrays(*map(_row, inputs))]


# What numpy's functions do to points. Keywords that are not named here are refused by Python.
_BY_ROWS: dict[Any, Callable[..., Any]] = {
    np.where: lambda *inputs: Cloud._by_row(np.where, *inputs),
    np.clip: lambda x, low, high: np.minimum(np.maximum(x, low), high),
    np.broadcast_arrays: _broadcast,
    np.stack: _stack,
    np.column_stack: _column_stack,
    np.concatenate: _beside,
    np.dot: Cloud._times,
    np.sum: Cloud.sum,
    np.mean: Cloud.mean,
    np.prod: Cloud.prod,
    np.linalg.norm: _norm,
    np.zeros_like: lambda x: Cloud(np.zeros(x.row.shape), x.count),
    np.ones_like: lambda x: Cloud(np.ones(x.row.shape), x.count),
    np.ndim: lambda x: x.ndim,
    np.shape: lambda x: x.shape,
}
