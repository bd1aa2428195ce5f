"""Which steps lead to some numbers."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from gaussians.record.cloud import Cloud
from gaussians.record.table import Table
from gaussians.record.tape import Recorded


def needed(
    numbers: Iterable[Any], still_to_do: Callable[[Recorded], bool] = lambda _: True
) -> list[Recorded]:
    """Return all steps that lead to some numbers, in their order; none before one that is done."""
    found: dict[int, Recorded] = {}
    ahead = [x for x in numbers if isinstance(x, Recorded)]
    while ahead:
        x = ahead.pop()
        if x.order not in found and x.step != "leaf" and still_to_do(x):
            found[x.order] = x
            ahead += [y for y in x.numbers if isinstance(y, Recorded)]
    return [found[order] for order in sorted(found)]


def first_of(numbers: Iterable[Any], some: Callable[[Recorded], bool]) -> list[Recorded]:
    """Return the first steps of some kind on all ways back from some numbers, in their order."""
    numbers = list(numbers)
    before = needed(numbers, lambda x: not some(x))
    ahead = [*numbers, *(y for x in before for y in x.numbers)]
    return sorted({x for x in ahead if isinstance(x, Recorded) and some(x)}, key=_order)


def numbers_of(marks: Mapping[str, Any]) -> list[Any]:
    """Return all numbers that marks are made of."""
    return [number for mark in marks.values() for number in numbers_in(mark)]


def numbers_in(x: Any) -> Iterable[Any]:
    """Return the numbers that a mark is made of: of points those of a row."""
    if isinstance(x, Table):
        return x.cell.flat
    return x.row.flat if isinstance(x, Cloud) else np.atleast_1d(np.asarray(x, object)).flat


def _order(x: Recorded) -> int:
    return x.order
