"""Numbers that write down what is done to them."""

import os
import traceback
from numbers import Number
from types import TracebackType
from typing import Any, NoReturn

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

# How a step is written in JavaScript. Comparisons are 0 or 1, as in arithmetic with numpy's.
STEPS = {
    "add": "{} + {}", "subtract": "{} - {}", "multiply": "{} * {}", "divide": "{} / {}",
    "power": "{} ** {}", "negative": "-{}", "absolute": "Math.abs({})", "sqrt": "Math.sqrt({})",
    "exp": "Math.exp({})", "expm1": "Math.expm1({})", "log": "Math.log({})", "erf": "erf({})",
    "sin": "Math.sin({})", "cos": "Math.cos({})",
    "tanh": "Math.tanh({})", "arctan2": "Math.atan2({}, {})", "hypot": "Math.hypot({}, {})",
    "minimum": "Math.min({}, {})", "maximum": "Math.max({}, {})",
    "degrees": "{} * (180 / Math.PI)", "isnan": "+Number.isNaN({})",
    "less": "+({} < {})", "less_equal": "+({} <= {})", "greater": "+({} > {})",
    "greater_equal": "+({} >= {})", "equal": "+({} === {})", "not_equal": "+({} !== {})",
    "where": "{} ? {} : {}", "sum": "sum of {}",
}  # fmt: skip

_NOT_THE_SCENES = tuple(os.path.dirname(path) + os.sep for path in (__file__, np.__file__))


class CannotRecordError(TypeError):
    """A scene does something that needs a value, or that the recorder has no word for."""


def refuse(what: str) -> NoReturn:
    """Say what cannot be recorded, and in which line of the scene it stands."""
    raise CannotRecordError(f"{what} cannot be recorded{where_in_scene()}")


def where_in_scene(error: TracebackType | None = None) -> str:
    """Find the innermost line, being run or of an error, that is the scene's own."""
    stack = traceback.extract_tb(error) if error else traceback.extract_stack()
    lines = [line for line in stack if not line.filename.startswith(_NOT_THE_SCENES)]
    return f": {lines[-1].line!r} in {lines[-1].filename}, line {lines[-1].lineno}" if lines else ""


class Tape:
    """Steps in the order in which they were done, none of them twice.

    A step that is done for every row of an array runs `along` a number of rows, as JavaScript
    calls it: "p.n", or "500". Arrays of as many rows are gone through together.
    """

    def __init__(self) -> None:
        self.steps: dict[Any, Recorded] = {}

    def leaf(self, source: str, along: str | None = None, *, moves: bool = True) -> "Recorded":
        """Return the number that JavaScript calls `source`."""
        return self._keep((source, along), Recorded(self, "leaf", (source,), along, moves))

    def do(self, step: str, *numbers: Any) -> Any:
        """Write down a step; it runs along what its numbers do."""
        along = {x.along for x in numbers if isinstance(x, Recorded) and x.along}
        if len(along) > 1:
            refuse(f"a step along arrays of {' and of '.join(sorted(along))} rows")
        values = tuple(x if isinstance(x, Recorded) else float(x) for x in numbers)
        moves = any(isinstance(x, Recorded) and x.moves for x in values)
        rows = along.pop() if along and step != "sum" else None
        key = (step, *(id(x) if isinstance(x, Recorded) else repr(x) for x in values))
        return self._keep(key, Recorded(self, step, values, rows, moves))

    def _keep(self, key: Any, new: "Recorded") -> "Recorded":
        return self.steps.setdefault(key, new)


class Recorded(NDArrayOperatorsMixin):
    """A number without a value: it knows the step that makes it.

    All arithmetic reaches it as a numpy function, also from within numpy arrays of such numbers.
    `moves` says whether a slider or handle can change it.
    """

    def __init__(
        self, tape: Tape, step: str, numbers: tuple[Any, ...], along: str | None, moves: bool
    ) -> None:
        self.tape, self.step, self.numbers = tape, step, numbers
        self.along, self.moves = along, moves
        self.order = len(tape.steps)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Write a numpy function down, entry by entry where arrays take part."""
        if not all(isinstance(x, Recorded | np.ndarray | Number) for x in inputs):
            return NotImplemented  # points know better
        if method != "__call__" or options or ufunc.__name__ not in STEPS:
            refuse(f"np.{ufunc.__name__}")
        if any(isinstance(x, np.ndarray) for x in inputs):
            each = np.frompyfunc(
                lambda *entries: self.tape.do(ufunc.__name__, *entries), ufunc.nin, 1
            )
            return each(*map(boxed, inputs))
        return self.tape.do(ufunc.__name__, *inputs)

    def __array_function__(self, function: Any, types: Any, inputs: Any, options: Any) -> Any:
        """Write down a choice between numbers, and bring numbers into shape; refuse all else."""
        if not all(issubclass(kind, Recorded | np.ndarray) for kind in types):
            return NotImplemented  # points know better
        if function is np.where and len(inputs) == 3:
            return np.frompyfunc(lambda *x: self.tape.do("where", *x), 3, 1)(*map(boxed, inputs))
        if function is np.broadcast_arrays and not options:
            return np.broadcast_arrays(*map(boxed, inputs))
        return refuse(f"np.{function.__name__}")

    def erf(self) -> Any:
        """Write down the error function, which numpy does not have."""
        return self.tape.do("erf", self)

    def _needs_a_value(self, *_: Any) -> NoReturn:
        refuse("what needs the value of a number (if, and, float(), a text, np.linalg)")

    __bool__ = __float__ = __int__ = __index__ = __format__ = __round__ = _needs_a_value
    __hash__ = object.__hash__


def boxed(x: Any) -> Any:
    """Put a number into an array, or numpy would ask it again what to do."""
    if not isinstance(x, Recorded):
        return x
    box = np.empty((), object)
    box[()] = x
    return box


def _method(name: str) -> Any:
    return lambda self, *others: getattr(np, name)(self, *others)


# Within an array of objects, np.sqrt calls each one's own `sqrt`.
for _name in ("sqrt", "exp", "log", "sin", "cos", "tanh", "arctan2", "hypot", "degrees", "isnan"):
    setattr(Recorded, _name, _method(_name))
