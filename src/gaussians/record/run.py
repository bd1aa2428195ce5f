"""Steps that go on from the step before: a loop whose body is recorded once.

What is done to a state within the loop is written down as it is anywhere else, sums over points
included; each of these steps knows the loop that it is in, and is written there.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from gaussians.record.cloud import Cloud
from gaussians.record.refusal import refuse
from gaussians.record.rows import Rows
from gaussians.record.tape import Recorded, boxed

Step = Callable[[Any, Any], Any]


def path(step: Step, start: Any, along: Cloud) -> Cloud:
    """Write down a loop that keeps the few numbers of each state, those of the start before."""
    tape, rows = along.rows.tape, along.rows
    starts = np.asarray(boxed(start), dtype=object)
    if any(isinstance(x, Recorded) and x.along for x in starts.flat):
        refuse("path(…) that starts from points", "end(…), where they have come to")
    name = f"c{len(tape.steps)}"
    state = _like([tape.carried(f"{name}_{k}", name) for k in range(starts.size)], starts)
    after = _numbers(step(state, _row(along, name)), starts.shape)
    run = tape.run("path", name, rows.along, [*starts.flat], after)
    count = rows.count + 1
    whole = Rows(tape, count, str(count) if isinstance(count, int) else f"({rows.along} + 1)")
    each = [tape.entry(run, k, starts.size, whole.along) for k in range(starts.size)]
    return Cloud(np.reshape(np.array(each, dtype=object), starts.shape), whole)


def end(step: Step, points: Any, along: Cloud) -> Cloud:
    """Write down a loop whose state is points, of which those of the end are kept."""
    if not isinstance(points, Cloud):
        refuse("end(…) of no points", "path(…)[-1], the last of its states")
    tape, size, rows = along.rows.tape, points.row.size, points.rows
    name = f"c{len(tape.steps)}"
    each = [tape.carried(f"{name}[{size} * i + {k}]", name, rows.along) for k in range(size)]
    after = step(Cloud(_like(each, points.row), rows), _row(along, name))
    if not isinstance(after, Cloud) or after.row.shape != points.row.shape:
        refuse("a step of end(…) whose points have another shape than before")
    start, made = rows.kept(*points.row.flat), after.rows.kept(*after.row.flat)
    run = tape.run("end", name, along.rows.along, [start], [made])
    found = [tape.entry(run, k, size, rows.along) for k in range(size)]
    return Cloud(_like(found, points.row), rows)


def _row(along: Cloud, name: str) -> Any:
    """Return the numbers of the row that a step takes."""
    kept, size = along.rows.kept(*along.row.flat), along.row.size
    row = [along.rows.tape.entry_of_step(kept, size, k, name) for k in range(size)]
    return _like(row, along.row)


def _numbers(state: Any, shape: tuple[int, ...]) -> list[Any]:
    """Return the numbers of a state that a step has made."""
    numbers = np.asarray(boxed(state), dtype=object)
    if isinstance(state, Cloud) or numbers.shape != shape:
        refuse("a step of path(…) whose state has another shape than before")
    return [*numbers.flat]


def _like(numbers: list[Any], example: Any) -> Any:
    """Bring numbers into a shape; the only one of none is itself."""
    return np.array(numbers, dtype=object).reshape(example.shape) if example.ndim else numbers[0]
