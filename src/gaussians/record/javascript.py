"""Recorded steps as JavaScript: what sliders alone decide comes first, loops over points last."""

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np

from gaussians.kit.check_scene import is_number
from gaussians.record.cloud import Cloud
from gaussians.record.library import library
from gaussians.record.needs import needed, numbers_of
from gaussians.record.refusal import CannotRecordError
from gaussians.record.steps import ARRAYS, EACH_ROW, LOOPS, RUNNING, RUNS, STEPS
from gaussians.record.table import Table
from gaussians.record.tape import Axes, Recorded


def write(
    marks: Mapping[str, Any],
    readouts: Mapping[str, Any],
    sights: Mapping[str, str],
    ready: AbstractSet[Recorded] = frozenset(),
) -> str:
    """Write the body of a function (p, arrays, out, readouts) that computes marks and readouts.

    `p` holds the state; ``out(name, count)`` returns the two columns of a mark, which the function
    fills, of an image with each cell's number and its row; it fills `readouts` as well. A mark is
    left out where its condition, of `sights`, does not hold, and so are steps that are `ready`.
    """
    for name, value in readouts.items():
        if not isinstance(value, str) and not _is_number(value):
            raise CannotRecordError(f"the readout {name!r} is neither a number nor a text")
    steps = needed(numbers_of(marks, readouts), lambda x: x not in ready)
    lines = library({x.step for x in steps})
    lines += _hoisted(steps)
    for sight, group in _by(marks.items(), lambda item: sights.get(item[0], "")).items():
        lines += [f"if ({sight}) {{", *_points(dict(group)), "}"] if sight else _points(dict(group))
    return "\n".join([*lines, *(f"readouts.{key} = {term(x)};" for key, x in readouts.items())])


def write_ready(steps: Iterable[Recorded]) -> str:
    """Write the body of a function (p, arrays) that computes some steps, and returns them."""
    all_steps = needed(steps)
    lines = [*library({x.step for x in all_steps}), *_hoisted(all_steps)]
    return "\n".join([*lines, f"return [{', '.join(map(term, steps))}];"])


def term(x: Any) -> str:
    """Write a number: by its name if it is recorded, by its shortest exact digits if it is not."""
    if isinstance(x, str):
        return json.dumps(x)
    if not isinstance(x, Recorded):
        digits = repr(float(x)).removesuffix(".0")
        names = {"nan": "NaN", "inf": "Infinity"}
        return (
            names.get(digits, digits)
            if digits[0] != "-"
            else f"({digits.replace('inf', 'Infinity')})"
        )
    return str(x.numbers[0]) if x.step == "leaf" else f"s{x.order}"


def _is_number(x: Any) -> bool:
    return isinstance(x, Recorded) or (not isinstance(x, Cloud) and is_number(x))


def _define(steps: list[Recorded]) -> list[str]:
    """Define steps, all in one statement: a word for each would be a tenth of a recording."""
    each = [f"{term(x)} = {_written(x)}" for x in steps]
    return ["const " + ",\n".join(each) + ";"] if each else []


def _written(x: Recorded) -> str:
    terms = [*map(term, x.numbers)]
    if x.step in RUNNING:
        return RUNNING[x.step][1].format(*terms, total=_total(x))
    return (STEPS | ARRAYS)[x.step].format(*terms, all=", ".join(terms))


def _total(x: Recorded) -> str:
    """Name what a step has come to, from row to row or within one."""
    return f"t{x.order}"


def _hoisted(all_steps: list[Recorded], run: str = "") -> list[str]:
    """Define what does not run along points: numbers of sliders, and what all rows make together.

    A sum needs a loop, and what is made of sums may need another loop after it. So steps are taken
    in rounds: numbers first, then all sums that these make possible, in one loop along each number
    of rows. Steps that are in a run are written there.
    """
    rounds: dict[Any, int] = {}
    for x in all_steps:
        before = max((rounds.get(y, 0) for y in x.numbers), default=0)
        rounds[x] = before + bool(x.rows)
    lines: list[str] = []
    for now in range(max(rounds.values(), default=0) + 1):
        here = [x for x in all_steps if rounds[x] == now and not x.along and x.run == run]
        for x in here:
            lines += _run(x, all_steps) if x.step in RUNS else []
        loops = (x for x in here if x.rows and x.step not in RUNS)
        for rows, group in _by(loops, lambda x: x.rows).items():
            add = [line for x in group for line in _gone_on(x)]
            loop = _loop(rows, [number for x in group for number in x.numbers], add, group)
            begin = f"let {', '.join(map(_begun, group))};"
            lines += [begin, *loop] if run else _function([begin, *loop], [*map(term, group)])
        lines += _define([x for x in here if not x.rows])
    return lines


def _function(loop: list[str], made: Iterable[str] = ()) -> list[str]:
    """Write a loop as a function of its own: engines never optimize one that is very long."""
    names = f"[{', '.join(made)}]" if made else ""
    begin, end = (f"const {names} = ", [f"return {names};"]) if made else ("", [])
    return [f"{begin}(() => {{", *loop, *end, "})();"]


def _run(x: Recorded, steps: list[Recorded]) -> list[str]:
    """Write a loop that goes on from the step before, and what is kept of it."""
    name, count, *numbers = x.numbers
    start, after = [*map(term, numbers[:count])], [*map(term, numbers[count:])]
    states = [f"{name}_{k}" for k in range(count)] if x.step == "path" else [name]
    lines = [f"let {', '.join(map(' = '.join, zip(states, start, strict=True)))};"]
    keep = [f"{term(x)}[{count} * (k + 1) + {i}] = {y};" for i, y in enumerate(states)]
    if x.step == "path":
        lines += [f"const {term(x)} = new Float64Array({count} * ({x.rows[0]} + 1));"]
        lines += [f"{term(x)}.set([{', '.join(states)}]);"]
    lines += [f"for (let k = 0; k < {x.rows[0]}; k++) {{", *_hoisted(steps, name)]
    lines += [f"[{', '.join(states)}] = [{', '.join(after)}];"]
    return [*lines, *keep, "}"] if x.step == "path" else [*lines, "}", f"const {term(x)} = {name};"]


def _begun(x: Recorded) -> str:
    start = LOOPS[x.step][0].format(*map(term, x.numbers), **_lengths(x), count=len(x.numbers))
    return f"{term(x)} = {start}"


def _lengths(x: Recorded) -> dict[str, str]:
    return {"rows": x.rows[0], "columns": x.rows[-1]}


def _gone_on(x: Recorded) -> list[str]:
    """Write what each row adds to a sum, or to an array."""
    terms = [*map(term, x.numbers)]
    if x.step != "kept":
        return [LOOPS[x.step][1].format(*terms, name=term(x), total=_total(x), **_lengths(x))]
    count = len(terms)
    return [LOOPS["kept"][1].format(y, name=term(x), count=count, k=k) for k, y in enumerate(terms)]


def _points(marks: Mapping[str, Any]) -> list[str]:
    """Write what fills the columns of marks: in a loop for each number of points, or as numbers."""
    clouds = {name: mark for name, mark in marks.items() if isinstance(mark, Cloud)}
    lines: list[str] = []
    for rows, group in _by(clouds.items(), lambda item: _rows(*item)).items():
        lines += [f"const {name}Out = out({name!r}, {rows});" for name, _ in group]
        fill = [f"{name}Out[{k}][i] = {term(c.row[k])};" for name, c in group for k in (0, 1)]
        numbers = [number for _, cloud in group for number in cloud.row]
        lines += _function(_loop((rows,), numbers, fill))
    for name, points in marks.items():
        if name in clouds:
            continue
        if isinstance(points, Table):
            lines += _image(name, points)
            continue
        mark = np.asarray(points)
        if mark.ndim != 2 or mark.shape[1] != 2 or not all(map(_is_number, mark.flat)):
            raise CannotRecordError(f"the mark {name!r} is not made of points (n, 2)")
        lines.append(f"const {name}Out = out({name!r}, {len(mark)});")
        for k, column in enumerate(mark.T):
            lines.append(f"{name}Out[{k}].set([{', '.join(map(term, column))}]);")
    return lines


def _image(name: str, image: Table) -> list[str]:
    """Write what fills the columns of an image, cell by cell: its number, and its row."""
    (rows, columns), cell = image.axes, image.cell[()]
    at = f"{columns} * i + j"
    fill = [f"{name}Out[0][{at}] = {term(cell)};", f"{name}Out[1][{at}] = i;"]
    begin = f"const {name}Out = out({name!r}, {rows} * ({columns}));"
    return [begin, *_function(_loop(image.axes, [cell], fill))]


def _loop(
    axes: Axes, numbers: Iterable[Any], then: list[str], made: Iterable[Recorded] = ()
) -> list[str]:
    """Write a loop along arrays of some length that computes numbers of each row and uses them.

    Along two axes it is a loop within a loop, and what is the same for a whole row is outside.
    """
    steps = needed(numbers, lambda x: bool(x.along))
    totals = [f", {_total(x)} = {RUNNING[x.step][0]}" for x in steps if x.step in RUNNING]
    head = f"for (let i = 0{''.join(totals)}; i < {axes[0]}; i++) {{"
    if len(axes) > 1:
        each_row = [x for x in made if x.step in EACH_ROW]
        begun = [f"let {_total(x)} = {EACH_ROW[x.step]};" for x in each_row]
        inner = [f"for (let j = 0; j < {axes[1]}; j++) {{", *_define(_along(2, steps)), *then, "}"]
        then = [*begun, *inner, *(f"{term(x)}[i] = {_total(x)};" for x in each_row)]
    return [head, *_define(_along(1, steps)), *then, "}"]


def _along(axes: int, steps: list[Recorded]) -> list[Recorded]:
    return [x for x in steps if len(x.along) == axes]


def _rows(name: str, cloud: Cloud) -> str:
    """Return the number of a mark's points, as JavaScript calls it."""
    if cloud.row.shape != (2,):
        raise CannotRecordError(f"the mark {name!r} is not made of points (n, 2)")
    along = {x.along for x in cloud.row if isinstance(x, Recorded) and x.along}
    if not along:
        raise CannotRecordError(f"all points of the mark {name!r} are the same")
    return along.pop()[0]


def _by(items: Iterable[Any], key: Any) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
