"""Input is checked once, copied and frozen, so that all other code can trust it.

Arrays become read-only float64. The one exception is *recorded numbers*: objects that write down
the arithmetic done to them, in arrays of dtype object. They have no value yet, so they pass
through unconverted and only their shape is checked. So do objects that write down what is done to
rows of numbers: they say `is_recorded`, and have `dtype`, `shape` and `ndim` as arrays of objects.
"""

import math
import operator
from collections.abc import Callable, Sequence
from functools import reduce
from numbers import Number
from typing import Any, TypeAlias, cast

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[Any]  # float64, or object where numbers are recorded
Shape: TypeAlias = tuple[int | str, ...]


def is_recorded(*arrays: Array) -> bool:
    """Tell whether any of the arrays holds recorded numbers, which have no value to branch on."""
    return any(array.dtype == object for array in arrays)


def frozen(array: Array) -> Array:
    """Make an array that nobody else holds read-only, and return it."""
    array.flags.writeable = False
    return array


def checked(name: str, value: npt.ArrayLike, shape: Shape) -> Array:
    """Copy `value` into a read-only array of the given shape, of finite numbers.

    In `shape`, a number is the length that an axis must have and a letter stands for any length:
    ``("n", "k")`` is any matrix, ``(3,)`` a vector of three numbers.
    """
    array = numbers(name, value)
    fits = array.ndim == len(shape) and all(
        isinstance(want, str) or have == want for have, want in zip(array.shape, shape, strict=True)
    )
    if not fits:
        raise ValueError(f"`{name}` must have shape {_spell(shape)}, got {_spell(array.shape)}")
    return frozen(array.copy())


def points(name: str, value: npt.ArrayLike, dim: int, *, gaps: bool = False) -> Array:
    """Return `value` as an array of points, shape (..., dim); not copied, for it is only read.

    Where `gaps` are allowed, a point of NaN is none: pieces of a curve are drawn so.
    """
    array = numbers(name, value, gaps=gaps)
    if array.ndim == 0 or array.shape[-1] != dim:
        raise ValueError(f"`{name}` must have shape (..., {dim}), got {_spell(array.shape)}")
    return array


def numbers(name: str, value: npt.ArrayLike, *, gaps: bool = False) -> Array:
    """Return `value` as float64, or as object where it holds recorded numbers."""
    if getattr(value, "is_recorded", False):
        return cast(Array, value)
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError(f"`{name}` must be a rectangular array of numbers") from None
    if array.dtype == object and holds_recorded(array):
        return array
    if array.dtype.kind not in "iufO" or not all(isinstance(x, Number) for x in _objects(array)):
        raise ValueError(f"`{name}` must hold real numbers, got dtype {array.dtype}")
    try:
        array = array.astype(np.float64, copy=False)
    except (TypeError, OverflowError):
        raise ValueError(f"`{name}` must hold real numbers that fit a float") from None
    if not np.isfinite(array).all():
        if np.isnan(array).any() and not gaps:
            raise ValueError(f"`{name}` must hold finite numbers, got NaN")
        if np.isinf(array).any():
            raise ValueError(f"`{name}` must hold finite numbers, got infinity")
    return array


def each(function: Callable[..., Any], *arrays: Any) -> Any:
    """Call a function of numpy; entry by entry where numbers are recorded.

    Of arrays of objects numpy would ask whether a comparison of two entries is true, and it
    stumbles where floats stand among recorded numbers.
    """
    if not is_recorded(*(x for x in arrays if isinstance(x, np.ndarray))):
        return function(*arrays)
    return np.frompyfunc(function, len(arrays), 1)(*(np.asarray(x, object) for x in arrays))


def erf(number: Any) -> Any:
    """Error function; numpy has none, so a recorded number brings its own, as numpy's roots do."""
    return number.erf() if hasattr(number, "erf") else math.erf(number)


def erfc(number: Any) -> Any:
    """Return what the error function lacks of 1, small as it may be."""
    return number.erfc() if hasattr(number, "erfc") else math.erfc(number)


def largest(array: Array) -> Any:
    """Return the largest number of an array, or 0 if that is larger."""
    if is_recorded(array):
        return reduce(np.maximum, array.flat, 0.0)
    return array.max(initial=0)


def either(name: str, value: str, *, allowed: tuple[str, ...]) -> None:
    """Refuse a word that is none of those allowed."""
    if value not in allowed:
        raise ValueError(f"`{name}` must be one of {', '.join(allowed)}, got {value!r}")


def scalar(name: str, value: npt.ArrayLike) -> Any:
    """Return `value` as one finite number."""
    return checked(name, value, ())[()]


def indices(name: str, value: int | Sequence[int], dim: int) -> list[int]:
    """Return distinct coordinates in 0..dim-1; negative ones count from the end, as in numpy."""
    try:
        entries: list[Any] = list(np.atleast_1d(np.asarray(value, dtype=object)))
        given = [_integer(i) for i in entries]
    except TypeError:
        raise ValueError(
            f"`{name}` must be an integer or a sequence of them, got {value!r}"
        ) from None
    if any(not -dim <= i < dim for i in given):
        raise ValueError(
            f"`{name}` must hold coordinates of a {dim}-dimensional Gaussian, got {value!r}"
        )
    found = [i % dim for i in given]
    if len(set(found)) < len(found):
        raise ValueError(f"`{name}` must not repeat a coordinate, got {value!r}")
    return found


def count(name: str, value: int, *, least: int = 0) -> int:
    """Return `value` as an integer that is at least `least`; numpy's integers will do."""
    try:
        found = _integer(value)
    except TypeError:
        found = least - 1
    if found < least:
        raise ValueError(f"`{name}` must be an integer of at least {least}, got {value!r}")
    return found


def instance(name: str, value: object, kind: Any) -> None:
    """Refuse what is no `kind`, by name, before an attribute of it is missed."""
    if not isinstance(value, kind):
        raise TypeError(f"`{name}` must be of type {kind.__name__}, got {type(value).__name__}")


def generator(rng: np.random.Generator) -> np.random.Generator:
    """Return `rng`, if it is what numpy recommends as a source of noise."""
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"`rng` must be a numpy.random.Generator, got {type(rng).__name__}")
    return rng


def leading_shape(size: int | tuple[int, ...]) -> tuple[int, ...]:
    """Return `size` as a shape: 3 and (3,) both ask for three points."""
    return tuple(count("size", i) for i in (size if isinstance(size, tuple) else (size,)))


def _integer(value: Any) -> int:
    if isinstance(value, bool | np.bool):
        raise TypeError("True and False are no integers here")
    return operator.index(value)


def _objects(array: Array) -> list[Any]:
    return list(array.flat) if array.dtype == object else []


def holds_recorded(array: Array) -> bool:
    """Numpy computes ``np.sqrt`` of an object by its own ``sqrt``: that is how they are known."""
    special = [x for x in array.flat if not isinstance(x, Number)]
    return bool(special) and all(hasattr(x, "sqrt") for x in special)


def _spell(shape: Shape) -> str:
    return "(" + ", ".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"
