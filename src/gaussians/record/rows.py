"""The rows of points: how many there are, and steps that go from one row to the next."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from gaussians.record.refusal import refuse
from gaussians.record.tape import Recorded, Tape, is_truth

SLICES = (
    "x[:n], where n is a parameter, or a slice of numbers, of an array of fixed length; or "
    "np.where(inside[:, None], x, np.nan), or the lesson's draw(number, n)"
)


@dataclass(frozen=True)
class Rows:
    """Rows that are gone through together: their number, and what JavaScript calls it."""

    tape: Tape
    count: Recorded | int
    along: str

    def times(self, number: int) -> "Rows":
        """Return as many rows for each one."""
        if isinstance(self.count, int):
            return Rows(self.tape, self.count * number, str(self.count * number))
        return Rows(self.tape, self.count * number, f"{number} * {self.along}")

    def running(self, step: str, number: Any) -> Recorded:
        """Write down what is made of a number in all rows up to each."""
        made: Recorded = self.tape.do(step, number, along=self.along)
        return made

    def over(self, step: str, number: Any) -> Any:
        """Write down what is made of a number in all rows; the largest of equal ones is known."""
        runs = isinstance(number, Recorded) and number.along
        if runs:
            return self.tape.over(step, (self.along,), number)
        return number * self.count if step == "sum" else number

    def kept(self, *numbers: Any) -> Recorded:
        """Write down an array of numbers of all rows, those of a row one after the other."""
        return self.tape.over("kept", (self.along,), *numbers)

    def sliced(self, rows: slice) -> "tuple[Rows, int, int]":
        """Return rows that are taken of these: how many, the first, and how far apart."""
        if not isinstance(self.count, int):
            refuse("a slice of rows whose number is a parameter", SLICES)
        stop = rows.stop
        if isinstance(stop, Recorded) and rows.start is None and rows.step is None:
            if stop.step != "leaf":
                refuse("a slice of rows by a number that is computed", "a parameter of its own")
            return Rows(self.tape, stop, stop.numbers[0]), 0, 1
        if any(isinstance(x, Recorded) for x in (rows.start, stop, rows.step)):
            refuse("this slice of rows", SLICES)
        start, _, step = rows.indices(self.count)
        count = len(range(self.count)[rows])
        return Rows(self.tape, count, str(count)), start, step

    def histogram(self, x: Any, edges: Recorded, weight: Any) -> Recorded:
        """Write down the counts between edges, an array."""
        if is_truth(x) or is_truth(weight):
            refuse("np.histogram of comparisons", "1 * inside")
        return self.tape.over("histogram", (self.along,), edges, x, weight)


def is_every(key: Any) -> bool:
    """Tell whether a key picks all of an axis."""
    return isinstance(key, slice) and key.start is key.stop is key.step is None


def together(rows: list[Rows]) -> Rows:
    """Return the rows that arrays share; they are refused if they do not."""
    along = sorted({each.along for each in rows})
    if len(along) > 1:
        refuse(f"a step along arrays of {' and of '.join(along)} rows")
    return rows[0]


def take(row: Any, rows: Rows, taken: slice) -> tuple[Any, Rows]:
    """Return what other rows of an array have, for each of fewer rows."""
    fewer, start, step = rows.sliced(taken)
    return _each(lambda x: rows.tape.entry(rows.kept(x), start, step, fewer.along), row), fewer


def spread(row: Any, rows: Rows, tail: tuple[int, ...]) -> tuple[Any, Rows]:
    """Return rows of another shape, several for each one."""
    size = int(np.prod(tail, dtype=int))
    if size < 1 or row.size % size:
        refuse(f"points in the shape (-1, {', '.join(map(str, tail))})")
    if row.size == size:
        return row.reshape(tail), rows
    several = rows.times(row.size // size)
    columns = row.reshape(-1, size).T
    arrays = [rows.kept(*column) for column in columns]
    numbers = [rows.tape.entry(array, 0, 1, several.along) for array in arrays]
    return np.array(numbers, dtype=object).reshape(tail), several


def _each(function: Any, row: Any) -> Any:
    return np.frompyfunc(function, 1, 1)(row)
