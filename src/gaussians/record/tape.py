"""Numbers that write down what is done to them."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from numbers import Number
from typing import Any, NoReturn, TypeAlias

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from gaussians.record.refusal import CHOOSE, WRITE_NUMPYS, refuse, refuse_function, refuse_value
from gaussians.record.steps import LOGIC, METHODS, STEPS, TRUTHS

Axes: TypeAlias = tuple[str, ...]  # their lengths
_LONG = 64  # numbers


class Tape:
    """Steps in the order in which they were done, none of them twice.

    A step that is done for every row of an array runs `along` a number of rows, as JavaScript
    calls it: "p.n", or "500". Arrays of as many rows are gone through together. A step along two
    axes is done for each of the second within each of the first.
    """

    def __init__(self) -> None:
        self.steps: dict[Any, Recorded] = {}

    def leaf(self, source: str, *along: str) -> "Recorded":
        """Return the number that JavaScript calls `source`."""
        return self._keep((source, along), Recorded(self, "leaf", (source,), along))

    def over(self, step: str, rows: Axes, *numbers: Any) -> "Recorded":
        """Write down a step that goes through all rows: it makes one number, or an array."""
        key = (step, rows, *map(_identity, numbers))
        return self._keep(key, Recorded(self, step, numbers, (), rows))

    def entry(self, array: "Recorded", start: int, step: int, along: str) -> "Recorded":
        """Return the number of an array that belongs to each row of others."""
        key = ("entry of a row", id(array), start, step, along)
        return self._keep(key, Recorded(self, "entry of a row", (array, start, step), (along,)))

    def entry_across(self, array: "Recorded", axes: Axes) -> "Recorded":
        """Return the number of an array that belongs to each place of the second axis."""
        key = ("entry across", id(array), axes)
        return self._keep(key, Recorded(self, "entry across", (array,), axes))

    def entry_of_table(self, array: "Recorded", columns: Any, axes: Axes) -> "Recorded":
        """Return the number of an array that belongs to each cell; it has them row by row."""
        key = ("entry of a table", id(array), _identity(columns), axes)
        return self._keep(key, Recorded(self, "entry of a table", (array, columns), axes))

    def entry_of_step(self, array: "Recorded", size: int, k: int, run: str) -> "Recorded":
        """Return one of the numbers that an array has for a step of a run."""
        _run_of((array,), run)
        key = ("entry of a step", id(array), size, k, run)
        return self._keep(key, Recorded(self, "entry of a step", (array, size, k), (), (), run))

    def carried(self, source: str, run: str, *along: str) -> "Recorded":
        """Return a number of a run's state, as each of its steps finds it."""
        return self._keep((source, run), Recorded(self, "leaf", (source,), along, (), run))

    def run(self, step: str, name: str, rows: str, start: Any, after: Any) -> "Recorded":
        """Write down a run from some numbers: what each of its steps makes them."""
        _run_of(start, name)
        _run_of(after, name)
        numbers = (name, len(start), *start, *after)
        key = (step, rows, *map(_identity, numbers))
        return self._keep(key, Recorded(self, step, numbers, (), (rows,), ""))

    def led_to_by(self, sources: AbstractSet[str]) -> set["Recorded"]:
        """Return the steps that depend on some numbers, by their names in JavaScript."""
        found: set[Recorded] = set()
        for x in self.steps.values():  # in their order, so what x depends on is known
            depends = any(y in (sources if isinstance(y, str) else found) for y in x.numbers)
            if depends or not sources.isdisjoint((*x.along, *x.rows)):
                found.add(x)
        return found

    def do(self, step: str, *numbers: Any, along: str | None = None) -> Any:
        """Write down a step; it runs along what its numbers do, or along some rows at least."""
        _check_truths(step, numbers)
        runs = {x.along for x in numbers if isinstance(x, Recorded) and x.along}
        runs |= {(along,)} if along else set()
        longest = max(runs, key=len, default=())
        if any(axes != longest[: len(axes)] for axes in runs):
            names = sorted(" × ".join(axes) for axes in runs)
            refuse(f"a step along arrays of {' and of '.join(names)} rows")
        values = tuple(x if isinstance(x, Recorded) or is_truth(x) else float(x) for x in numbers)
        key = (step, along, *map(_identity, values))
        return self._keep(key, Recorded(self, step, values, longest))

    def clip(self, x: Any, low: Any, high: Any) -> Any:
        """Write down the two steps of a number that is kept between two others."""
        return self.do("minimum", self.do("maximum", x, low), high)

    def _keep(self, key: Any, new: "Recorded") -> "Recorded":
        return self.steps.setdefault(key, new)


class Recorded(NDArrayOperatorsMixin):
    """A number without a value: it knows the step that makes it.

    All arithmetic reaches it as a numpy function, also from within numpy arrays of such numbers.
    """

    def __init__(
        self,
        tape: Tape,
        step: str,
        numbers: tuple[Any, ...],
        along: Axes,
        rows: Axes = (),
        run: str | None = None,
    ) -> None:
        self.tape, self.step, self.numbers, self.along = tape, step, numbers, along
        self.rows = rows  # of the loop that must be over before this number is there
        self.run = _run_of(numbers) if run is None else run  # that it is computed in, if any
        self.order = len(tape.steps)

    @property
    def is_truth(self) -> bool:
        """Whether numpy has True and False here, of which a sum is no count but an `or`."""
        joined = self.numbers[_JOINED.get(self.step, slice(None))]
        joins = self.step in _JOINS
        return self.step in TRUTHS | LOGIC or (joins and all(map(is_truth, joined)))

    @property
    def is_copy(self) -> bool:
        """Whether it is the number that its own row put into an array."""
        if self.step != "entry of a row" or self.numbers[1:] != (0, 1):
            return False
        array = self.numbers[0]
        return array.step == "kept" and array.rows == self.along and len(array.numbers) == 1

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Write a numpy function down, entry by entry where arrays take part."""
        if not all(isinstance(x, Recorded | np.ndarray | Number | np.bool) for x in inputs):
            return NotImplemented  # points know better
        if method != "__call__" or options or ufunc.__name__ not in STEPS:
            refuse_ufunc(ufunc, method, options)
        if any(map(is_long_range, inputs)):
            from gaussians.record.cloud import Cloud  # it is made of numbers

            return Cloud.by_row(ufunc, *inputs)
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
        if function is np.clip and not options:
            return np.frompyfunc(self.tape.clip, 3, 1)(*map(boxed, inputs))
        if function in _SHAPES:
            each = [[*map(boxed, x)] if isinstance(x, list | tuple) else boxed(x) for x in inputs]
            return function(*each, **options)
        return refuse_function(function)

    def erf(self) -> Any:
        """Write down the error function, which numpy does not have."""
        return self.tape.do("erf", self)

    def erfc(self) -> Any:
        """Write down what it lacks of 1."""
        return self.tape.do("erfc", self)

    def _is_asked_for_truth(self) -> NoReturn:
        refuse_value(CHOOSE)

    def _needs_a_value(self, *_: Any) -> NoReturn:
        refuse_value(WRITE_NUMPYS)

    __bool__ = _is_asked_for_truth
    __float__ = __int__ = __index__ = __format__ = __round__ = _needs_a_value
    __hash__ = object.__hash__


# These ask no number for its value, once it is in an array.
_SHAPES = {
    np.broadcast_arrays, np.broadcast_to, np.copyto, np.atleast_1d, np.atleast_2d, np.ndim,
    np.shape, np.stack, np.hstack, np.vstack, np.column_stack, np.concatenate, np.repeat, np.tile,
    np.sum, np.mean, np.prod, np.dot, np.outer, np.zeros_like, np.ones_like,
}  # fmt: skip


_JOINS = {
    "where", "multiply", "minimum", "maximum", "min", "max", "running minimum", "running maximum",
    "min of each row", "min of each column", "max of each row", "max of each column",
    "kept", "entry of a row", "entry across", "kept table", "entry of a table",
}  # fmt: skip
_JOINED = {"where": slice(1, None), "entry of a row": slice(1), "entry of a table": slice(1)}


def _run_of(numbers: Sequence[Any], own: str = "") -> str:
    """Return the run that some numbers belong to, which may be none but their `own`."""
    runs = {x.run for x in numbers if isinstance(x, Recorded)} | {own}
    runs.discard("")
    if len(runs) > 1:
        refuse("a run within a run")
    return runs.pop() if runs else ""


def _identity(x: Any) -> Any:
    return id(x) if isinstance(x, Recorded) else repr(x)


def boxed(x: Any) -> Any:
    """Put a number into an array, or numpy would ask it again what to do."""
    if not isinstance(x, Recorded):
        return x
    box = np.empty((), object)
    box[()] = x
    return box


def is_long_range(x: Any) -> bool:
    """Tell whether an array is np.arange(k), or a part of it, too long to write each number."""
    is_long = isinstance(x, np.ndarray) and x.ndim == 1 and len(x) > _LONG
    return is_long and x.dtype.kind in "if" and np.array_equal(x, x[0] + np.arange(len(x)))


def is_truth(x: Any) -> bool:
    """Tell whether a number is True or False, or will be."""
    return x.is_truth if isinstance(x, Recorded) else isinstance(x, bool | np.bool)


def refuse_ufunc(ufunc: Any, method: str, options: Any) -> NoReturn:
    """Say what stands in the way of a universal function of numpy."""
    if "out" in options:
        refuse(f"np.{ufunc.__name__} in place", "x = x + …")
    refuse_function(ufunc, "" if method == "__call__" else f".{method}")


def _check_truths(step: str, numbers: tuple[Any, ...]) -> None:
    """Refuse what numpy does not do as arithmetic with 0 and 1 does."""
    truths = [is_truth(x) for x in numbers]
    if step in LOGIC and not all(truths):
        refuse(f"np.{step} of what is no comparison")
    if step == "invert" and not numbers[0].along:
        refuse(
            "~ of a number's comparison, which is -1 or -2 of Python's,", "np.logical_not(a > 0)"
        )
    if step in ("add", "subtract", "negative") and all(truths):
        refuse(f"np.{step} of comparisons alone", "|, or 1 * (a > 0) + (b > 0) to count")


def _method(name: str) -> Any:
    return lambda self, *others: getattr(np, name)(self, *others)


for _method_name, _step in METHODS.items():
    setattr(Recorded, _method_name, _method(_step))
