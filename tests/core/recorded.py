"""A number that writes down what is done to it, as simple as the core allows."""

import math
from numbers import Number
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt
from numpy.lib.mixins import NDArrayOperatorsMixin


class Recorded(NDArrayOperatorsMixin):
    """It takes part in numpy's functions, and refuses whatever asks for its value."""

    def __init__(self, hidden: float) -> None:
        self.hidden = float(hidden)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        if any(isinstance(x, np.ndarray) for x in inputs):
            return np.frompyfunc(ufunc, len(inputs), 1)(*map(_boxed, inputs))
        if method != "__call__" or options or not all(_is_number(x) for x in inputs):
            raise TypeError(f"{ufunc} {method} {options}")
        with np.errstate(all="ignore"):
            return Recorded(ufunc(*map(hidden, inputs)))

    def __array_function__(self, function: Any, types: Any, inputs: Any, options: Any) -> Any:
        if function is not np.where or options:
            raise TypeError(f"{function} {options}")
        return np.frompyfunc(_choose, 3, 1)(*map(_boxed, inputs))

    def sqrt(self) -> Any:
        return np.sqrt(self)

    def erf(self) -> "Recorded":
        return Recorded(math.erf(self.hidden))

    def erfc(self) -> "Recorded":
        return Recorded(math.erfc(self.hidden))

    def _refuse(self, *_: Any) -> NoReturn:
        raise TypeError("a recorded number has no value yet")

    __bool__ = __float__ = __int__ = __index__ = _refuse
    __hash__ = None  # type: ignore[assignment]


def _is_number(x: Any) -> bool:
    return isinstance(x, Recorded | Number)


def _boxed(x: Any) -> Any:
    box = np.empty((), object)
    box[()] = x
    return box if _is_number(x) else x


def _choose(condition: Any, one: Any, other: Any) -> Recorded:
    return Recorded(hidden(one if hidden(condition) else other))


def hidden(number: Any) -> float:
    return number.hidden if isinstance(number, Recorded) else float(number)


def record(values: npt.ArrayLike) -> Any:
    """Turn numbers into recorded ones, keeping the shape."""
    return np.frompyfunc(Recorded, 1, 1)(np.asarray(values, dtype=object))


def reveal(array: Any) -> npt.NDArray[np.float64]:
    """Read the numbers that were computed in the end."""
    return np.asarray(np.frompyfunc(hidden, 1, 1)(_boxed(array)), dtype=np.float64)
