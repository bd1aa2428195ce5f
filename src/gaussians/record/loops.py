"""Loops along the rows of points, or the cells of tables, as JavaScript."""

from collections.abc import Iterable
from typing import Any

from gaussians.record.needs import needed
from gaussians.record.steps import EACH_ROW, LOOPS, RUNNING
from gaussians.record.tape import Axes, Recorded
from gaussians.record.terms import define, term, total


def loop(
    axes: Axes, numbers: Iterable[Any], then: list[str], made: Iterable[Recorded] = ()
) -> list[str]:
    """Write a loop along arrays of some length that computes numbers of each row and uses them.

    Along two axes it is a loop within a loop, and what is the same for a whole row is outside.
    """
    steps = needed(numbers, lambda x: bool(x.along))
    totals = [f", {total(x)} = {RUNNING[x.step][0]}" for x in steps if x.step in RUNNING]
    head = f"for (let i = 0{''.join(totals)}; i < {axes[0]}; i++) {{"
    if len(axes) > 1:
        each_row = [x for x in made if x.step in EACH_ROW]
        begun = [f"let {total(x)} = {EACH_ROW[x.step]};" for x in each_row]
        inner = [f"for (let j = 0; j < {axes[1]}; j++) {{", *define(_along(2, steps)), *then, "}"]
        then = [*begun, *inner, *(f"{term(x)}[i] = {total(x)};" for x in each_row)]
    return [head, *define(_along(1, steps), {*made}), *then, "}"]


def begin(made: Iterable[Recorded]) -> str:
    """Write what a loop's sums and arrays are before it."""
    return f"let {', '.join(map(_begun, made))};"


def go_on(x: Recorded) -> list[str]:
    """Write what each row adds to a sum, or to an array."""
    terms = [*map(term, x.numbers)]
    if x.step != "kept":
        return [LOOPS[x.step][1].format(*terms, name=term(x), total=total(x), **_lengths(x))]
    count = len(terms)
    return [LOOPS["kept"][1].format(y, name=term(x), count=count, k=k) for k, y in enumerate(terms)]


def function(lines: list[str], made: Iterable[str] = ()) -> list[str]:
    """Write a loop as a function of its own: engines never optimize one that is very long."""
    names = f"[{', '.join(made)}]" if made else ""
    first, last = (f"const {names} = ", [f"return {names};"]) if made else ("", [])
    return [f"{first}(() => {{", *lines, *last, "})();"]


def _begun(x: Recorded) -> str:
    start = LOOPS[x.step][0].format(*map(term, x.numbers), **_lengths(x), count=len(x.numbers))
    return f"{term(x)} = {start}"


def _lengths(x: Recorded) -> dict[str, str]:
    return {"rows": x.rows[0], "columns": x.rows[-1]}


def _along(axes: int, steps: list[Recorded]) -> list[Recorded]:
    return [x for x in steps if len(x.along) == axes]
