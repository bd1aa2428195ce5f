"""The steps and symbols of a lesson's words name what the lesson has, and goals are still ahead."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from gaussians.kit.accept import accept
from gaussians.kit.goals import is_reached
from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Step


def names(lesson: type[Lesson]) -> Iterator[str]:
    """Yield what steps and symbols name and is not there."""
    words = lesson.words()
    controls = [control.key for control in lesson.each_control()]
    for step in words.steps:
        what = f"the step “{_plain(step.title)}”"
        yield from (f"{what}: {problem}" for problem in accept(lesson(), step.state))
        yield from _unknown(what, "control", step.controls, controls)
        yield from _unknown(what, "preset", step.presets, lesson.presets)
        yield from _unknown(what, "mark", step.marks, lesson.marks())
        yield from _unknown(what, "plane", filter(None, [step.plane]), lesson.planes)
        answers = [prediction.answer for prediction in words.predictions]
        yield from _unknown(what, "prediction", step.predicts, answers)
    said = " ".join(map(_plain, words.texts()))
    for symbol, marks in words.symbols.items():
        yield from _unknown(f"the symbol “{symbol}”", "mark", marks, lesson.marks())
        if symbol not in said:
            yield f"there is a symbol “{symbol}”, and it is nowhere in the words"


def goals(lesson: type[Lesson]) -> Iterator[str]:
    """Yield goals that ask for what nothing measures, or that are reached before they are asked."""
    for step in lesson.words().steps:
        what = f"the step “{_plain(step.title)}”"
        values = values_of(at_step(lesson, step))
        for goal in step.goals:
            missing = [each.name for each in goal.clauses if each.name not in values]
            if missing:
                yield f"{what} has a goal for {missing[0]!r}, no readout and no parameter"
            elif is_reached(goal, values):
                yield f"{what} has a goal that is reached at its start: “{_plain(goal.text)}”"


def at_step(lesson: type[Lesson], step: Step) -> Lesson:
    """Return a lesson in the state that a step starts from."""
    found = lesson()
    accept(found, step.state)
    return found


def values_of(lesson: Lesson) -> dict[str, Any]:
    """Return what goals may ask for: parameters, and readouts, which come first."""
    return lesson.state() | lesson.scene().readouts


def _unknown(what: str, kind: str, named: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    there = list(known)
    yield from (f"{what} names the {kind} {name!r}, and there is none"
                for name in named if name not in there)  # fmt: skip


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())
