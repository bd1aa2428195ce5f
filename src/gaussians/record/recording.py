"""Recording a lesson: its scene is called with a state that has no numbers yet."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Any

from gaussians.kit.lesson import Lesson
from gaussians.record.cells import Cells
from gaussians.record.javascript import write, write_ready
from gaussians.record.needs import first_of, numbers_in, numbers_of
from gaussians.record.refusal import CannotRecordError, refusal_of
from gaussians.record.stand_in import StandIn
from gaussians.record.table import Table
from gaussians.record.tape import Recorded, Tape
from gaussians.record.terms import term


def record(lesson: type[Lesson]) -> str:
    """Write down a lesson's scene, once for each combination of its choices.

    Returns
    -------
    str
        JavaScript: a function of the state that returns ``{ready, still, move, moving, noises,
        drawings}``: three functions, a list, the shapes of the noise that it draws, and of which
        drawings it has how many points. `ready` of (p, arrays) computes what no slider changes.
        The others are functions of (p, arrays, the answer of `ready`, out, readouts): `move`
        computes the marks that a slider can change, or all readouts if `out` is null; `still` the
        marks that change only with other noise, another drawing or another choice. Neither
        computes marks of planes that are out of sight. `moving` names the marks of `move`, and
        those that a parameter of the lesson's own `still` moves. Its own property `still` names
        the parameters that choose noise, points or scene.

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
    for name, value in (*marks.items(), *readouts.items()):
        is_image = name in marks and isinstance(value, Table) and value.ndim == 2
        if isinstance(value, Cells) and not is_image:
            raise CannotRecordError(f"{name!r} is an array of two long axes; show {value.instead}")
    still |= stand_in.still
    sliders = {f"p.{name}" for name in lesson.names() if name not in stand_in.still}
    moving = tape.led_to_by(sliders)
    moved = {name: mark for name, mark in marks.items() if _moves(mark, moving)}
    unmoved = {name: mark for name, mark in marks.items() if name not in moved}
    sights = _sights(lesson)
    arrays = ", ".join((*stand_in.noises, *stand_in.drawings, *lesson.fixed, *lesson.samples))
    asked = [*numbers_of(moved), *readouts.values()]
    ready = first_of(asked, lambda x: _is_long(x) and not x.run and x not in moving)
    given = f"p, {{ {arrays} }}, [{', '.join(map(term, ready))}], out, readouts"
    functions = (
        f"ready: (p, {{ {arrays} }}) => {{\n{write_ready(ready)}\n}}",
        f"still: ({given}) => {{\n{write(unmoved, {}, sights, {*ready})}\n}}",
        f"move: ({given}) => {{\n{write(moved, readouts, sights, {*ready})}\n}}",
    )
    own = tape.led_to_by(sliders | {f"p.{name}" for name in lesson.still if name != "seed"})
    names = json.dumps([name for name, mark in marks.items() if _moves(mark, own)])
    shapes, drawings = json.dumps(stand_in.noises), json.dumps(stand_in.drawings)
    return f"{{ {', '.join(functions)}, moving: {names}, noises: {shapes}, drawings: {drawings} }}"


def _is_long(x: Recorded) -> bool:
    """Tell whether a step goes through rows."""
    return bool(x.rows) or x.step == "product"


def _sights(lesson: type[Lesson]) -> dict[str, str]:
    """Return for each mark when its plane is in sight: nobody sees what is drawn in others."""
    return {
        name: " && ".join(
            f"{json.dumps(values.split('|'))}.includes(String(p.{key}))"
            for key, values in plane.when.items()
        )
        for plane in lesson.planes.values()
        for name in plane.marks
    }


def _moves(x: Any, moving: AbstractSet[Recorded]) -> bool:
    """Tell whether a slider can change a mark."""
    return any(isinstance(number, Recorded) and number in moving for number in numbers_in(x))
