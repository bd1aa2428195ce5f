"""Recorded steps as JavaScript: what sliders alone decide comes first, loops over points last."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np

from gaussians.kit.check_scene import is_number
from gaussians.record.branches import cases_of
from gaussians.record.cloud import Cloud
from gaussians.record.library import library
from gaussians.record.loops import function, loop
from gaussians.record.needs import needed, numbers_of
from gaussians.record.refusal import CannotRecordError
from gaussians.record.rounds import by, hoisted
from gaussians.record.table import Table
from gaussians.record.tape import Recorded
from gaussians.record.terms import term


def write_marks(
    marks: Mapping[str, Any], sights: Mapping[str, str], ready: AbstractSet[Recorded]
) -> str:
    """Write the body of a function (p, arrays, out) that computes marks.

    `p` holds the state; ``out(name, count)`` returns the two columns of a mark, which the function
    fills, of an image with each cell's number and its row. Steps that are `ready` are left out, and
    where a mark's condition, of `sights`, does not hold, it is, with what nothing else needs.
    """
    groups = by(marks.items(), lambda item: sights.get(item[0], ""))
    numbers = {sight: numbers_of(dict(group)) for sight, group in groups.items()}
    asked = [x for some in numbers.values() for x in some]
    steps = needed(asked, lambda x: x not in ready)
    cases = cases_of(steps, asked)
    leading = {sight: {*needed(some, lambda x: x not in ready)} for sight, some in numbers.items()}
    shared = [x for x in steps if _is_shared(x, leading)]
    lines = [*library({x.step for x in steps}), *hoisted(shared, cases)]
    for sight, group in groups.items():
        own = [x for x in steps if x in leading[sight] and not _is_shared(x, leading)]
        body = [*hoisted(own, cases), *_points(dict(group))]
        lines += [f"if ({sight}) {{", *function(body), "}"] if sight else body
    return "\n".join(lines)


def write_readouts(readouts: Mapping[str, Any], ready: AbstractSet[Recorded]) -> str:
    """Write the body of a function (p, arrays, readouts) that fills the latter."""
    for name, value in readouts.items():
        if not isinstance(value, str) and not _is_number(value):
            raise CannotRecordError(f"the readout {name!r} is neither a number nor a text")
    lines = _hoisted([*readouts.values()], ready)
    return "\n".join([*lines, *(f"readouts.{key} = {term(x)};" for key, x in readouts.items())])


def write_ready(asked: list[Recorded]) -> str:
    """Write the body of a function (p, arrays) that computes some steps, and returns them."""
    return "\n".join([*_hoisted(asked), f"return [{', '.join(map(term, asked))}];"])


def _is_shared(x: Recorded, leading: Mapping[str, AbstractSet[Recorded]]) -> bool:
    """Tell whether a step leads to marks that are always in sight, or to those of two sights."""
    return x in leading.get("", ()) or sum(x in some for some in leading.values()) > 1


def _hoisted(asked: list[Any], ready: AbstractSet[Recorded] = frozenset()) -> list[str]:
    """Write what leads to some numbers, none of which runs along points."""
    steps = needed(asked, lambda x: x not in ready)
    return [*library({x.step for x in steps}), *hoisted(steps, cases_of(steps, asked))]


def _is_number(x: Any) -> bool:
    return isinstance(x, Recorded) or (not isinstance(x, Cloud) and is_number(x))


def _points(marks: Mapping[str, Any]) -> list[str]:
    """Write what fills the columns of marks: in a loop for each number of points, or as numbers."""
    clouds = {name: mark for name, mark in marks.items() if isinstance(mark, Cloud)}
    lines: list[str] = []
    for rows, group in by(clouds.items(), lambda item: _rows(*item)).items():
        lines += [f"const {name}Out = out({name!r}, {rows});" for name, _ in group]
        fill = [f"{name}Out[{k}][i] = {term(c.row[k])};" for name, c in group for k in (0, 1)]
        numbers = [number for _, cloud in group for number in cloud.row]
        lines += function(loop((rows,), numbers, fill))
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
    return [begin, *function(loop(image.axes, [cell], fill))]


def _rows(name: str, cloud: Cloud) -> str:
    """Return the number of a mark's points, as JavaScript calls it."""
    if cloud.row.shape != (2,):
        raise CannotRecordError(f"the mark {name!r} is not made of points (n, 2)")
    along = {x.along for x in cloud.row if isinstance(x, Recorded) and x.along}
    if not along:
        raise CannotRecordError(f"all points of the mark {name!r} are the same")
    return along.pop()[0]
