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
from gaussians.record.parts import Part, write_parts
from gaussians.record.refusal import CannotRecordError
from gaussians.record.rounds import by, hoisted
from gaussians.record.table import Table
from gaussians.record.tape import Recorded
from gaussians.record.terms import term


def write(
    marks: Mapping[str, Any],
    readouts: Mapping[str, Any],
    sights: Mapping[str, str],
    ready: AbstractSet[Recorded],
) -> str:
    """Write the body of a function (p, arrays, out, readouts) that computes marks or readouts.

    `p` holds the state; ``out(name, count)`` returns the two columns of a mark, which the function
    fills, of an image with each cell's number and its row. If only `readouts` is given it fills
    that. Steps that are `ready` are left out, and where a mark's condition, of `sights`, does not
    hold, so is the mark, with what nothing else needs.
    """
    for name, value in readouts.items():
        if not isinstance(value, str) and not _is_number(value):
            raise CannotRecordError(f"the readout {name!r} is neither a number nor a text")
    parts = [
        Part(f"out && {sight}" if sight else "out", numbers_of(dict(group)), _points(dict(group)))
        for sight, group in by(marks.items(), lambda item: sights.get(item[0], "")).items()
    ]
    told = [f"readouts.{key} = {term(x)};" for key, x in readouts.items()]
    return "\n".join(write_parts([*parts, Part("readouts", [*readouts.values()], told)], ready))


def write_ready(asked: list[Recorded]) -> str:
    """Write the body of a function (p, arrays) that computes some steps, and returns them."""
    steps = needed(asked)
    lines = [*library({x.step for x in steps}), *hoisted(steps, cases_of(steps, asked))]
    return "\n".join([*lines, f"return [{', '.join(map(term, asked))}];"])


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
