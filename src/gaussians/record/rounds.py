"""Steps that do not run along points, in rounds: numbers, a loop that makes sums, numbers of them.

A sum needs a loop, and what is made of sums may need another loop after it. So steps are taken in
rounds: numbers first, then all sums that these make possible, in one loop along each number of
rows.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from gaussians.record.branches import Cases, condition
from gaussians.record.loops import begin, function, go_on, loop
from gaussians.record.needs import needed
from gaussians.record.steps import RUNS
from gaussians.record.tape import Recorded
from gaussians.record.terms import define, term

_MOST = 30  # steps of a loop


def hoisted(all_steps: list[Recorded], cases: Mapping[Recorded, Cases], run: str = "") -> list[str]:
    """Define what does not run along points: numbers of sliders, and what all rows make together.

    Steps that are in a run are written there. It is known in which cases each is asked for.
    """
    rounds = _rounds(all_steps)
    lines: list[str] = []
    for now in range(max(rounds.values(), default=0) + 1):
        here = [x for x in all_steps if rounds[x] == now and not x.along and x.run == run]
        for x in here:
            lines += _run(x, all_steps, cases) if x.step in RUNS else []
        made = {x: condition(x, cases[x], rounds) for x in here if x.rows and x.step not in RUNS}
        for group in by(made, lambda x: x.rows).values():
            for part in _parts(group, made):
                lines += _loop(part, made[part[0]])
        lines += define([x for x in here if not x.rows])
    return lines


def by(items: Iterable[Any], key: Any) -> dict[Any, list[Any]]:
    """Return items in groups that have something in common."""
    groups: dict[Any, list[Any]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _loop(made: list[Recorded], condition: str) -> list[str]:
    """Write a loop that makes sums or arrays, if they are asked for."""
    add = [line for x in made for line in go_on(x)]
    head, *body = loop(made[0].rows, [number for x in made for number in x.numbers], add, made)
    written = [begin(made), f"if ({condition}) {head}" if condition else head, *body]
    return function(written, [*map(term, made)])


def _parts(group: list[Recorded], conditions: Mapping[Recorded, str]) -> list[list[Recorded]]:
    """Divide what one loop could make among several: a long one is slow, with so many numbers.

    What has most of its steps in common with what is before, and its condition, stays with it.
    """
    parts: list[list[Recorded]] = []
    steps: set[Recorded] = set()
    for x in group:
        own = {*needed(x.numbers, lambda y: bool(y.along))}
        is_apart = len(steps | own) > _MOST and 2 * len(steps & own) < len(own)
        if not parts or is_apart or conditions[x] != conditions[parts[-1][-1]]:
            parts, steps = [*parts, []], set()
        parts[-1].append(x)
        steps |= own
    return parts


def _rounds(steps: list[Recorded]) -> dict[Recorded, int]:
    """Return after which round each step is there.

    A copy's number is there for the rest of its row already in the loop that makes the copy: so
    what is copied again and again needs one loop.
    """
    whole: dict[Recorded, int] = {}
    in_row: dict[Recorded, int] = {}  # before which loop it is there for this loop's own rows
    for x in steps:
        for known in whole, in_row:
            known[x] = max((known.get(y, 0) for y in x.numbers), default=0)
        if len(x.along or x.rows) != 1 or x.step in RUNS:
            in_row[x] = whole[x]
        if x.rows:
            whole[x] = in_row[x] = in_row[x] + 1
        elif x.is_copy and x.numbers[0] in whole:
            in_row[x] -= 1
    return whole


def _run(x: Recorded, steps: list[Recorded], cases: Mapping[Recorded, Cases]) -> list[str]:
    """Write a loop that goes on from the step before, and what is kept of it."""
    name, count, *numbers = x.numbers
    start, after = [*map(term, numbers[:count])], [*map(term, numbers[count:])]
    states = [f"{name}_{k}" for k in range(count)] if x.step == "path" else [name]
    lines = [f"let {', '.join(map(' = '.join, zip(states, start, strict=True)))};"]
    keep = [f"{term(x)}[{count} * (k + 1) + {i}] = {y};" for i, y in enumerate(states)]
    if x.step == "path":
        lines += [f"const {term(x)} = new Float64Array({count} * ({x.rows[0]} + 1));"]
        lines += [f"{term(x)}.set([{', '.join(states)}]);"]
    lines += [f"for (let k = 0; k < {x.rows[0]}; k++) {{", *hoisted(steps, cases, name)]
    lines += [f"[{', '.join(states)}] = [{', '.join(after)}];"]
    return [*lines, *keep, "}"] if x.step == "path" else [*lines, "}", f"const {term(x)} = {name};"]
