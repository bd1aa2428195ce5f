"""Recording a lesson: its scene is called with a state that has no numbers yet."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Any

import numpy as np

from gaussians.kit.lesson import Lesson
from gaussians.record.cloud import Cloud
from gaussians.record.javascript import first_of, numbers_of, term, write, write_ready
from gaussians.record.refusal import CannotRecordError, refusal_of, refuse
from gaussians.record.rows import Rows
from gaussians.record.table import Table
from gaussians.record.tape import Recorded, Tape


def record(lesson: type[Lesson]) -> str:
    """Write down a lesson's scene, once for each combination of its choices.

    Returns
    -------
    str
        JavaScript: a function of the state that returns ``{ready, still, move, moving, noises}``:
        three functions, a list, and the shapes of the noise that it draws. `move` computes what a
        slider can change, `still` what changes only with other noise or another choice, both of
        them (p, arrays, out, readouts); `ready` of (p, arrays) computes what the latter leads to
        of the former, and its answer is the last argument of `move`. `moving` names the marks of
        `move`. Its own property `still` names the parameters that choose noise or scene.

    Raises
    ------
    CannotRecordError
        If the scene does something that has no recording; the message names the line.
    """
    choices, still = lesson.choices(), set[str]()
    bodies: dict[str, int] = {}
    chosen = {}
    for values in product(*choices.values()):
        body = _body(lesson, dict(zip(choices, values, strict=True)), still)
        chosen[" ".join(values)] = bodies.setdefault(body, len(bodies))
    scenes, names = ",\n".join(bodies), ", ".join(f"p.{key}" for key in choices)
    return f"""(() => {{
const scenes = [
{scenes}
];
const chosen = {json.dumps(chosen)};
const choose = (p) => scenes[chosen[[{names}].join(" ")]];
return Object.assign(choose, {{ still: {json.dumps([*sorted(still), *choices])} }});
}})()"""


def _body(lesson: type[Lesson], choices: Mapping[str, str], still: set[str]) -> str:
    """Write down the scene of some choices; add to `still` the parameters that choose its noise."""
    tape = Tape()
    stand_in = StandIn(tape, lesson, choices)
    try:
        marks, readouts = lesson.scene(stand_in)  # type: ignore[arg-type]
    except CannotRecordError:
        raise
    except Exception as error:
        raise refusal_of(error) from error
    still |= stand_in.still
    sliders = {f"p.{name}" for name in lesson.names() if name not in stand_in.still}
    moving = tape.led_to_by(sliders)
    moved, unmoved = (_those(marks, readouts, moving, moves) for moves in (True, False))
    arrays = ", ".join((*stand_in.noises, *lesson.fixed, *lesson.samples))
    ready = first_of(numbers_of(*moved), lambda x: bool(x.rows) and x not in moving)
    given = ", ".join(map(term, ready))
    functions = (
        f"ready: (p, {{ {arrays} }}) => {{\n{write_ready(ready)}\n}}",
        f"still: (p, {{ {arrays} }}, out, readouts) => {{\n{write(*unmoved)}\n}}",
        f"move: (p, {{ {arrays} }}, out, readouts, [{given}]) => {{\n{write(*moved, {*ready})}\n}}",
    )
    names = json.dumps([*moved[0]])
    shapes = json.dumps(stand_in.noises)
    return f"{{ {', '.join(functions)}, moving: {names}, noises: {shapes} }}"


def _those(
    marks: Mapping[str, Any],
    readouts: Mapping[str, Any],
    moving: AbstractSet[Recorded],
    moves: bool,
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the marks and readouts that a slider can change, or the others."""
    return (
        {name: mark for name, mark in marks.items() if _moves(mark, moving) is moves},
        {name: value for name, value in readouts.items() if _moves(value, moving) is moves},
    )


def _moves(x: Any, moving: AbstractSet[Recorded]) -> bool:
    """Tell whether a slider can change a mark or a readout."""
    numbers = x.row.flat if isinstance(x, Cloud) else np.atleast_1d(np.asarray(x, object)).flat
    return any(isinstance(number, Recorded) and number in moving for number in numbers)


class StandIn:
    """What a scene sees instead of its lesson: choices as they are, numbers without a value."""

    def __init__(self, tape: Tape, lesson: type[Lesson], choices: Mapping[str, str]) -> None:
        self._tape, self._lesson, self._choices = tape, lesson, choices
        self.still = set(lesson.still)
        self.noises: dict[str, tuple[int, int, int]] = {}  # that it draws: rows, columns, part
        self.fixed = {name: self._columns(name, array) for name, array in lesson.fixed.items()}
        self._samples = {
            name: self._columns(name, lesson(seed=0).counts(name)) for name in lesson.samples
        }

    def __getattr__(self, name: str) -> Any:
        """Return a parameter, or one of the lesson's own methods."""
        if name in self._choices:
            return self._choices[name]
        if name in self._lesson.names():
            return self._tape.leaf(f"p.{name}")
        return getattr(self._lesson, name).__get__(self)

    def draws(self, count: Any, name: str = "noise") -> Cloud:
        """Return a noise, as many draws of it as asked for."""
        rows, columns = self._drawn(name)
        along = self._chooses(count)
        most = self._lesson.param[along[2:]].bounds[1] if isinstance(count, Recorded) else count
        if most > rows:
            refuse(f"{most:,} draws of {name!r}, which has {rows:,},", "`noises` of the lesson")
        row = [self._tape.leaf(f"{name}[{columns} * i + {k}]", along) for k in range(columns)]
        return Cloud(row, Rows(self._tape, count, along))

    def counts(self, name: str) -> Cloud:
        """Return the counts of a sample, a column for each of its sizes."""
        return self._samples[name]

    def table(self, name: str) -> Table:
        """Return all of a noise, an array of two long axes."""
        rows, columns = (Rows(self._tape, n, str(n)) for n in self._drawn(name))
        axes = rows.along, columns.along
        return Table(self._tape.leaf(f"{name}[{columns.along} * i + j]", *axes), rows, columns)

    def draw(self, number: Recorded, count: Recorded, name: str = "noise") -> Any:
        """Return one draw by its number, NaN where it is not shown."""
        _, columns = self._drawn(name)
        i, n = self._chooses(number), self._chooses(count)
        places = (f"{name}[{columns} * ({i} - 1) + {k}]" for k in range(columns))
        sources = (f"({i} > 0 && {i} <= {n} ? {place} : NaN)" for place in places)
        return np.array([self._tape.leaf(source) for source in sources], dtype=object)

    def _drawn(self, name: str) -> tuple[int, int]:
        """Return the shape of a noise, and remember that the scene draws it."""
        shape = self._lesson.noises[name]
        self.noises[name] = (*shape, list(self._lesson.noises).index(name))
        return shape

    def _chooses(self, number: Any) -> str:
        """Return what JavaScript calls a number that chooses noise; its parameter is no slider."""
        if not isinstance(number, Recorded):
            return str(int(number))
        if number.step != "leaf":
            refuse("draws by a number that is computed", "a parameter of its own")
        source: str = number.numbers[0]
        self.still.add(source.removeprefix("p."))
        return source

    def _columns(self, name: str, array: Any) -> Cloud:
        count, columns = array.shape
        row = [self._tape.leaf(f"{name}[{k}][i]", str(count)) for k in range(columns)]
        return Cloud(row, Rows(self._tape, count, str(count)))
