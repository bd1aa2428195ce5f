"""The parts of a lesson name each other: a name that leads nowhere is refused, by name.

A page would show it later and elsewhere: by an empty figure, or by a slot that stays blank.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from math import isclose
from typing import Any, TypeAlias

import param

from gaussians.kit import check_planes, check_steps
from gaussians.kit.accept import accept
from gaussians.kit.check_scene import scenes
from gaussians.kit.drawing import Drawing
from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Button, Choice, Field, Pen, Plane, Points, Slider, Tick, When
from gaussians.kit.words import WordsError, stamp

Problems: TypeAlias = Iterator[str]

# Names that the page has a use for: keys of its address, and ids of its parts.
RESERVED = {"embed", "theme", "engine", "lesson", "hide", "step", "steps", "unscripted", "notice",
            "figure", "walk", "description", "checked", "said", "sentence", "controls", "share",
            "equation", "predictions", "proofs", "story", "config", "bar", "contents"}  # fmt: skip

# What a recorded scene calls something else, and words of JavaScript's own.
TAKEN = {"p", "out", "readouts", "i", "j", "k", "arguments", "await", "break", "case", "catch",
         "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
         "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements",
         "import", "in", "instanceof", "interface", "let", "new", "null", "package", "private",
         "protected", "public", "return", "static", "super", "switch", "this", "throw", "true",
         "try", "typeof", "var", "void", "while", "with", "yield"}  # fmt: skip


def check(lesson: type[Lesson]) -> type[Lesson]:
    """Return a lesson whose parts fit together, in whatever way its choices are made.

    Raises
    ------
    ValueError
        If they do not; the message names the lesson and the part.
    """
    source = getattr(lesson, "source", None)
    return _checked(lesson, source and stamp(source))


@cache
def _checked(lesson: type[Lesson], _: tuple[int, int] | None) -> type[Lesson]:
    """Check a lesson with its words as they are now."""
    if problem := next(chain.from_iterable(find(lesson) for find in _ALL), None):
        raise ValueError(f"the lesson {lesson.__name__} cannot be shown: {problem}")
    return lesson


def _whole(lesson: type[Lesson]) -> Problems:
    for part in Lesson.__annotations__:
        if not hasattr(lesson, part):
            yield f"it has no `{part}`"
    try:
        lesson.words()
    except WordsError as error:
        yield str(error)


def _parameters(lesson: type[Lesson]) -> Problems:
    keys = [c.key for c in lesson.each_control() if not isinstance(c, Button)]
    for key in lesson.names():
        parameter = lesson.param[key]
        if key in RESERVED:
            yield f"its parameter `{key}` has a name that the page needs for something else"
        elif not isinstance(parameter, param.Number | param.Selector | Drawing):
            yield f"its parameter `{key}` is neither a number nor a choice nor a drawing"
        elif isinstance(parameter, param.Number) and None in (parameter.bounds or (None,)):
            yield f"its parameter `{key}` has no bounds"
        elif keys.count(key) != 1:
            yield f"its parameter `{key}` has {keys.count(key)} controls, not one"
    for key in re.findall(r"\$(\w+)", lesson.words().python):
        if key not in lesson.names():
            yield f"the Python of its words has ${key}, but it has no such parameter"


def _names(lesson: type[Lesson]) -> Problems:
    places: dict[str, str] = {}
    for key, plane in lesson.planes.items():
        own = [(key, f"the plane {key!r}"), *((m, f"a mark of {key!r}") for m in plane.marks)]
        for name, place in own:
            if not name.isidentifier():
                yield f"the name of {place}, {name!r}, is none: letters, digits and _ make a name"
            if name in places:
                yield f"{places[name]} and {place} are both called {name!r}"
            places[name] = place


def _arrays(lesson: type[Lesson]) -> Problems:
    for name in (*lesson.noises, *lesson.fixed, *lesson.samples):
        if not name.isidentifier() or name in TAKEN:
            yield f"the name of its array {name!r} is none that a recorded scene can have"
    for name, (rows, columns) in lesson.noises.items():
        if name in {**lesson.fixed, **lesson.samples}:
            yield f"its noise {name!r} has the name of another array"
        if rows < 1 or columns < 1:
            yield f"its noise {name!r} has {rows} rows and {columns} columns"
    if "noise" in [*lesson.noises][1:]:
        yield "its `noises` do not begin with 'noise', so its draws are not those of other lessons"


def _planes(lesson: type[Lesson]) -> Problems:
    above: Plane | None = None
    for name, plane in lesson.planes.items():
        wide, high = (abs(end - start) for start, end in (plane.x, plane.y))
        if plane.one_unit and not isclose(wide, high):
            yield f"the plane {name!r} shows {wide:g} across and {high:g} up, but has `one_unit`"
        if plane.one_unit and plane.height != 1:
            yield f"the plane {name!r} is not square, but has `one_unit`"
        if plane.below and above is None:
            yield f"the plane {name!r} is `below`, but there is none before it"
        if plane.below and above and plane.margin != above.margin:
            yield f"the plane {name!r} is `below` one with another `margin`"
        above = plane
        yield from _sheet(lesson, name, plane)


def _sheet(lesson: type[Lesson], name: str, plane: Plane) -> Problems:
    """Yield what keeps a pen from a plane that is drawn in."""
    if not plane.draws:
        return
    what = f"a pen in the plane {name!r}"
    yield from _of_kind(lesson, Drawing, plane.draws, what)
    if plane.turns:
        yield f"{what} is where a drag `turns` it"
    for low, high in (plane.x, plane.y):
        if not low <= -plane.sheet < plane.sheet <= high:
            yield f"{what} has a `sheet` of {plane.sheet:g}, beyond {low:g} to {high:g}"


def _captions(lesson: type[Lesson]) -> Problems:
    for plane in lesson.words().captions.keys() - lesson.planes.keys():
        yield f"its words have a caption for {plane!r}, which is no plane"


def _controls(lesson: type[Lesson]) -> Problems:
    for control in lesson.each_control():
        match control:
            case Slider(key, _, implies, plays, once):
                yield from _of_kind(lesson, param.Number, key, f"the slider of {key!r}")
                yield from _state(lesson, implies, f"`implies` of the slider of {key!r}")
                if getattr(lesson.param[key], "step", 0) is None:
                    yield f"its parameter `{key}` has a slider, but no `step`"
                if once and not plays:
                    yield f"the slider of {key!r} plays `once`, but has no seconds that it `plays`"
            case Field(key):
                yield from _of_kind(lesson, param.Integer, key, f"the field of {key!r}")
            case Tick(key):
                yield from _of_kind(lesson, param.Integer, key, f"the tick of {key!r}")
                if getattr(lesson.param[key], "bounds", None) != (0, 1):
                    yield f"its parameter `{key}` has a tick, but does not go from 0 to 1"
            case Pen(key):
                yield from _of_kind(lesson, Drawing, key, f"the pen of {key!r}")
                if all(plane.draws != key for plane in lesson.planes.values()):
                    yield f"there is a pen for {key!r}, but no plane that draws it"
            case Choice(key, _, names):
                yield from _of_kind(lesson, param.Selector, key, f"the choice of {key!r}")
                for value in names:
                    yield from _state(lesson, {key: value}, f"the choice of {key!r}")
            case Button(_, name, _, sets):
                for key in sets:
                    yield from _of_kind(lesson, param.Number, key, f"the button {name!r}")


def _handles(lesson: type[Lesson]) -> Problems:
    for key, plane in lesson.planes.items():
        for handle in plane.handles:
            what = f"the handle {handle.label!r} of the plane {key!r}"
            if handle.mark not in plane.marks:
                yield f"{what} stands on {handle.mark!r}, which is no mark of that plane"
            moved = [key for key in (handle.x, handle.y) if key]
            if not moved:
                yield f"{what} moves nothing"
            for number in moved:
                yield from _of_kind(lesson, param.Number, number, what)
        for number in plane.turns or ():
            yield from _of_kind(lesson, param.Number, number, f"a drag of the plane {key!r}")
    for key, marks in lesson.picks.items():
        yield from _of_kind(lesson, param.Integer, key, "`picks`")
        for mark in marks:
            if not isinstance(lesson.marks().get(mark), Points):
                yield f"`picks` of {key!r} has {mark!r}, which is no mark made of points"


def _states(lesson: type[Lesson]) -> Problems:
    for name, preset in lesson.presets.items():
        yield from _state(lesson, preset, f"the preset {name!r}")
    plane, state = lesson.portrait
    if plane not in lesson.planes:
        yield f"its `portrait` shows the plane {plane!r}, and there is none"
    yield from _state(lesson, state, "its `portrait`")


def _conditions(lesson: type[Lesson]) -> Problems:
    handles = (handle for plane in lesson.planes.values() for handle in plane.handles)
    parts: Iterable[Any] = chain(
        lesson.planes.values(), handles, lesson.controls, lesson.words().predictions
    )
    for part in parts:
        yield from _when(lesson, part.when, f"`when` of {part!s:.60}…")
    for text, where in lesson.words().conditions.items():
        when = dict(condition.partition("=")[::2] for condition in text.split("&"))
        yield from _when(lesson, when, where)


def _of_kind(lesson: type[Lesson], kind: Any, key: str, what: str) -> Problems:
    names = {param.Integer: "whole number", param.Number: "number", param.Selector: "choice",
             Drawing: "drawing"}  # fmt: skip
    if key not in lesson.names() or not isinstance(lesson.param[key], kind):
        yield f"{what} sets {key!r}, which is no {names[kind]} among its parameters"


def _state(lesson: type[Lesson], state: dict[str, Any], what: str) -> Problems:
    yield from (f"{what}: {problem}" for problem in accept(lesson(), state))


def _when(lesson: type[Lesson], when: When, what: str) -> Problems:
    choices = lesson.choices()
    for key, text in when.items():
        if key not in choices:
            yield f"{what} names {key!r}, which is no choice among its parameters"
        else:
            for value in set(text.split("|")) - set(choices[key]):
                yield f"{what} names {key}={value}, but {key} is one of {', '.join(choices[key])}"


_ALL: tuple[Callable[[type[Lesson]], Problems], ...] = (
    _whole, _parameters, _names, _arrays, _planes, _captions, _controls, _handles, _states,
    check_planes.images, check_planes.places, _conditions, check_steps.names, scenes,
    check_steps.goals,
)  # fmt: skip
