"""How the goals of a walk can be reached: what a step puts into a student's hand."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import param

from gaussians.kit.accept import accept
from gaussians.kit.check_steps import at_step, values_of
from gaussians.kit.drawing import Drawing
from gaussians.kit.goals import is_reached
from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Button, Goal, Handle, Slider, Step
from gaussians.lessons import LESSONS

TRIES = 3000
PATIENCE = 30  # tries for a better way once there is one


class Way(NamedTuple):
    """What to press, or to which values to bring numbers and choices one by one."""

    press: str = ""  # a preset's or a button's name
    values: Mapping[str, Any] = MappingProxyType({})


def started(key: str, step: int) -> Lesson:
    """Return a lesson where a step of its walk begins; 0 is free play."""
    lesson = LESSONS[key]
    return at_step(lesson, lesson.words().steps[step - 1]) if step else lesson()


def handles_of(lesson: type[Lesson], step: Step) -> list[Handle]:
    """Return the handles that are there at a step's start."""
    start = at_step(lesson, step)
    shown = set(step.marks or lesson.marks())
    return [
        handle
        for plane in lesson.planes.values()
        for handle in plane.handles
        if handle.mark in shown and start.holds(plane.when) and start.holds(handle.when)
    ]


def in_hand(lesson: type[Lesson], step: Step) -> list[str]:
    """Return the parameters that a step's controls, and the handles in sight, set."""
    moved = {key for handle in handles_of(lesson, step) for key in (handle.x, handle.y) if key}
    return sorted(moved | set(step.controls).intersection(lesson.names()))


def ways(lesson: type[Lesson], step: Step, goal: Goal) -> Iterator[tuple[Way, Lesson]]:
    """Give what a student may do, and where it leads: buttons, then numbers by chance."""
    named = [clause.value for clause in goal.clauses if not isinstance(clause.value, str)]
    for name in step.presets:
        found = at_step(lesson, step)
        accept(found, lesson.presets[name])
        yield Way(press=name), found
    for control in lesson.each_control():
        if isinstance(control, Button) and control.key in step.controls:
            found = at_step(lesson, step)
            readouts = found.scene().readouts
            accept(found, {key: float(readouts[name]) for key, name in control.sets.items()})
            yield Way(press=control.name), found
    implied = {c.key: c.implies for c in lesson.each_control() if isinstance(c, Slider)}
    rng, keys = np.random.default_rng(1), in_hand(lesson, step)
    for _ in range(TRIES if keys else 0):
        values: dict[str, Any] = {}
        for key in keys:
            if rng.random() < max(0.4, 1 / len(keys)):
                values |= implied.get(key, {}) | {key: _by_chance(rng, lesson.param[key], named)}
        found = at_step(lesson, step)
        accept(found, values)
        yield Way(values=values), found


def way_to(key: str, step: Step, goal: Goal) -> Way | None:
    """Return a way to a goal; if numbers have to be brought somewhere, one that is not narrow."""
    narrow, left = None, PATIENCE
    lesson = LESSONS[key]
    for way, found in ways(lesson, step, goal):
        left -= narrow is not None
        if left == 0:
            break
        if not reaches(found, goal):
            continue
        if way.press or _is_wide(lesson, found, way, goal):
            return way
        narrow = narrow or way
    return narrow


def reaches(lesson: Lesson, goal: Goal) -> bool:
    """Tell whether a goal is reached; a scene is computed only if its parameters are right."""
    state = lesson.state()
    of_state = tuple(clause for clause in goal.clauses if clause.name in state)
    return is_reached(Goal("", of_state), state) and (
        len(of_state) == len(goal.clauses) or is_reached(goal, values_of(lesson))
    )


def _is_wide(lesson: type[Lesson], found: Lesson, way: Way, goal: Goal) -> bool:
    """Tell whether a hand that misses by two steps of a slider reaches the goal as well."""
    for key, value in way.values.items():
        if isinstance(value, str):
            continue
        low, high = lesson.param[key].bounds
        for miss in (-2, 2):
            missed = lesson(**found.state())
            near = float(np.clip(value + miss * (lesson.param[key].step or 1), low, high))
            accept(missed, {key: near})
            if not reaches(missed, goal):
                return False
    return True


def _by_chance(rng: np.random.Generator, parameter: Any, named: list[float]) -> Any:
    """Return a value on the grid of a control, now and then one that the goal names."""
    if isinstance(parameter, param.Selector):
        return str(rng.choice(parameter.objects))
    if isinstance(parameter, Drawing):
        return "".join(rng.choice([*"Aag_"], 8))
    low, high = parameter.bounds
    step = parameter.step or 1
    value = rng.choice(named) if named and rng.random() < 0.5 else rng.uniform(low, high)
    return float(np.clip(np.round(value / step) * step, low, high).round(9))
