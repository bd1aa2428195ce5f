"""A number that writes down what is done to it, as simple as the core allows."""

from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt


class Recorded:
    """It adds, multiplies and takes roots, and refuses whatever asks for its value."""

    def __init__(self, hidden: float) -> None:
        self.hidden = float(hidden)

    def _do(self, other: Any, operation: Callable[[float, float], float]) -> Any:
        if isinstance(other, np.ndarray):
            return NotImplemented  # numpy visits the entries
        return Recorded(operation(self.hidden, hidden(other)))

    def __add__(self, other: Any) -> Any:
        return self._do(other, lambda a, b: a + b)

    def __radd__(self, other: Any) -> Any:
        return self._do(other, lambda a, b: b + a)

    def __sub__(self, other: Any) -> Any:
        return self._do(other, lambda a, b: a - b)

    def __rsub__(self, other: Any) -> Any:
        return self._do(other, lambda a, b: b - a)

    def __mul__(self, other: Any) -> Any:
        return self._do(other, lambda a, b: a * b)

    def __rmul__(self, other: Any) -> Any:
        return self._do(other, lambda a, b: b * a)

    def __truediv__(self, other: Any) -> Any:
        return self._do(other, lambda a, b: a / b)

    def __rtruediv__(self, other: Any) -> Any:
        return self._do(other, lambda a, b: b / a)

    def __pow__(self, other: Any) -> Any:
        return self._do(other, lambda a, b: a**b)

    def __neg__(self) -> "Recorded":
        return Recorded(-self.hidden)

    def sqrt(self) -> "Recorded":
        return Recorded(self.hidden**0.5)

    def _refuse(self, *_: Any) -> NoReturn:
        raise TypeError("a recorded number has no value yet")

    __bool__ = __float__ = __int__ = __index__ = __abs__ = _refuse
    __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __eq__ = __ne__ = _refuse
    __hash__ = None  # type: ignore[assignment]


def hidden(number: Any) -> float:
    return number.hidden if isinstance(number, Recorded) else float(number)


def record(values: npt.ArrayLike) -> Any:
    """Turn numbers into recorded ones, keeping the shape."""
    return np.frompyfunc(Recorded, 1, 1)(np.asarray(values, dtype=object))


def reveal(array: Any) -> npt.NDArray[np.float64]:
    """Read the numbers that were computed in the end."""
    return np.asarray(np.frompyfunc(hidden, 1, 1)(array), dtype=np.float64)
