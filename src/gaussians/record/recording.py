"""Recording a lesson: its scene is called with a state that has no numbers yet."""

import json
from collections.abc import Mapping
from itertools import product
from typing import Any

import numpy as np

from gaussians.kit.lesson import Lesson
from gaussians.record.cloud import Cloud
from gaussians.record.javascript import write
from gaussians.record.refusal import CannotRecordError, refusal_of
from gaussians.record.tape import Recorded, Tape

STILL = ("n", "seed")  # they choose the noise, whole; no slider of the scene moves it


def record(lesson: type[Lesson]) -> str:
    """Write down a lesson's scene, once for each combination of its choices.

    Returns
    -------
    str
        JavaScript: a function of the state that returns ``{still, move, moving}``: two functions
        (p, fixed, out, readouts), and a list. `move` computes what a slider can change, `still`
        what changes only with other noise or another choice; `moving` names the marks of `move`.

    Raises
    ------
    CannotRecordError
        If the scene does something that has no recording; the message names the line.
    """
    choices = lesson.choices()
    bodies: dict[str, int] = {}
    chosen = {}
    for values in product(*choices.values()):
        body = _body(lesson, dict(zip(choices, values, strict=True)))
        chosen[" ".join(values)] = bodies.setdefault(body, len(bodies))
    scenes, names = ",\n".join(bodies), ", ".join(f"p.{key}" for key in choices)
    return f"""(() => {{
const scenes = [
{scenes}
];
const chosen = {json.dumps(chosen)};
return (p) => scenes[chosen[[{names}].join(" ")]];
}})()"""


def _body(lesson: type[Lesson], choices: Mapping[str, str]) -> str:
    tape = Tape()
    try:
        marks, readouts = lesson.scene(StandIn(tape, lesson, choices))  # type: ignore[arg-type]
    except CannotRecordError:
        raise
    except Exception as error:
        raise refusal_of(error) from error
    functions = []
    for name, moves in (("still", False), ("move", True)):
        some_marks = {key: mark for key, mark in marks.items() if _moves(mark) is moves}
        some_readouts = {key: value for key, value in readouts.items() if _moves(value) is moves}
        body = write(some_marks, some_readouts)
        fixed = ", ".join(("noise", *lesson.fixed))
        functions.append(f"{name}: (p, {{ {fixed} }}, out, readouts) => {{\n{body}\n}}")
    moving = json.dumps([name for name, mark in marks.items() if _moves(mark)])
    return f"{{ {', '.join(functions)}, moving: {moving} }}"


def _moves(x: Any) -> bool:
    """Tell whether a slider can change a mark or a readout."""
    numbers = x.row.flat if isinstance(x, Cloud) else np.atleast_1d(np.asarray(x, object)).flat
    return any(isinstance(number, Recorded) and number.moves for number in numbers)


class StandIn:
    """What a scene sees instead of its lesson: choices as they are, numbers without a value."""

    def __init__(self, tape: Tape, lesson: type[Lesson], choices: Mapping[str, str]) -> None:
        self._tape, self._lesson, self._choices = tape, lesson, choices
        self.fixed = {
            name: self._cloud(name, array.shape[1], str(len(array)))
            for name, array in lesson.fixed.items()
        }

    def __getattr__(self, name: str) -> Any:
        """Return a parameter, or one of the lesson's own methods."""
        if name in self._choices:
            return self._choices[name]
        if name in self._lesson.names():
            return self._tape.leaf(f"p.{name}", moves=name not in STILL)
        return getattr(self._lesson, name).__get__(self)

    def draws(self, count: Any) -> Cloud:
        """Return the noise, as many draws of it as asked for."""
        source = count.numbers[0] if isinstance(count, Recorded) else str(count)
        cloud = self._cloud("noise", 2, source)
        cloud.count = count
        return cloud

    def draw(self, number: Recorded, count: Recorded) -> Any:
        """Return one draw by its number, NaN where it is not shown."""
        i, n = number.numbers[0], count.numbers[0]
        sources = (f"({i} > 0 && {i} <= {n} ? noise[{k}][{i} - 1] : NaN)" for k in (0, 1))
        return np.array([self._tape.leaf(source) for source in sources], dtype=object)

    def _cloud(self, name: str, columns: int, count: str) -> Cloud:
        row = [self._tape.leaf(f"{name}[{k}][i]", count, moves=False) for k in range(columns)]
        return Cloud(row, int(count) if count.isdigit() else 0)
