"""What a scene makes is what its lesson's planes draw and what its words show."""

from collections.abc import Iterator
from itertools import chain, product
from math import isfinite
from typing import Any

import numpy as np

from gaussians.kit.check_planes import image_of
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Button, Image, Labels
from gaussians.kit.words import file_name
from gaussians.kit.words.slots import Slot


def is_number(value: Any) -> bool:
    """Tell whether a value is one real number, Python's or numpy's."""
    return np.ndim(value) == 0 and np.asarray(value).dtype.kind in "biuf"


def scenes(lesson: type[Lesson]) -> Iterator[str]:
    """Yield what does not fit between a lesson and its scene, in any choice and preset."""
    choices = lesson.choices()
    chosen = (dict(zip(choices, values, strict=True)) for values in product(*choices.values()))
    states: Iterator[dict[str, Any]] = chain(chosen, lesson.presets.values())
    for state in states:
        where = f" with {state}" if state else ""
        try:
            scene = lesson(**state).scene()
        except Exception as error:
            what = f"the scene of the lesson {lesson.__name__} fails{where}"
            raise ValueError(f"{what}: {type(error).__name__}: {error}") from error
        for problem in chain(
            _marks(lesson, scene), _readouts(lesson, scene), _formats(lesson, scene)
        ):
            yield problem + where


def _marks(lesson: type[Lesson], scene: Scene) -> Iterator[str]:
    looks = lesson.marks()
    for name in sorted(looks.keys() - scene.marks.keys()):
        yield f"its scene does not make {name!r}, a mark of its planes"
    for name, points in scene.marks.items():
        if name not in looks:
            yield f"its scene makes the mark {name!r}, which is in none of its planes"
        elif isinstance(looks[name], Image):
            yield from image_of(name, points)
        elif np.ndim(points) != 2 or np.shape(points)[1] != 2:
            yield f"its mark {name!r} has the shape {np.shape(points)}, not (n, 2)"
        elif isinstance(look := looks[name], Labels) and len(points) != len(look.texts):
            yield f"its mark {name!r} has {len(look.texts)} texts for {len(points)} points"


def _readouts(lesson: type[Lesson], scene: Scene) -> Iterator[str]:
    used: dict[str, str] = {}
    for slot, where in lesson.words().slots.items():
        used.setdefault(slot.key, where)
    for control in lesson.each_control():
        if isinstance(control, Button):
            used |= dict.fromkeys(control.sets.values(), f"the button {control.name!r}")
    for plane in lesson.planes.values():
        used |= {handle.scale: f"the handle {handle.label!r}" for handle in plane.handles
                 if isinstance(handle.scale, str)}  # fmt: skip
    for step in lesson.words().steps:
        used |= {clause.name: "a goal" for goal in step.goals for clause in goal.clauses
                 if clause.name not in lesson.names()}  # fmt: skip
    for name in sorted(used.keys() - scene.readouts.keys()):
        yield f"{used[name]}: there is no readout {name!r}, its scene does not make it"
    for name, value in scene.readouts.items():
        if name not in used:
            where = file_name(lesson.source)
            what = "nowhere: show it, or take it out of the scene"
            yield f"{where} shows the readout {name!r} {what}"
        if not isinstance(value, str) and not is_number(value):
            yield f"its readout {name!r} is neither a number nor a text"


def _formats(lesson: type[Lesson], scene: Scene) -> Iterator[str]:
    for slot, where in lesson.words().slots.items():
        if slot.format and (what := _misfit(slot, scene.readouts[slot.key])):
            yield f"{where}: the readout {slot.key!r} {what}"
    for asked in lesson.words().predictions:
        for name in (asked.answer, *asked.hints):
            if isinstance(scene.readouts[name], str):
                where = lesson.words().slots[Slot(name, "")]
                yield f"{where}: the readout {name!r} is a text, and nobody can predict it"


def _misfit(slot: Slot, value: Any) -> str:
    """Say why a value cannot be written in a slot's format; a number that is none is a dash."""
    count = slot.format.count("|") + 1
    if isinstance(value, str) != (slot.format == "text"):
        kind = "a text" if isinstance(value, str) else "a number"
        return f"is {kind}, which the format `{slot.format}` is not for"
    if count > 1 and isfinite(value) and value not in range(count):
        return f"is {value:g}, and words are there for 0 to {count - 1}"
    return ""
