"""The walks of all lessons: their goals can be reached with what a step offers."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import param
import pytest

from gaussians.kit.accept import accept
from gaussians.kit.check_steps import at_step, values_of
from gaussians.kit.goals import is_reached
from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Button, Goal, Step
from gaussians.lessons import LESSONS

STEPS = [(key, step) for key, lesson in LESSONS.items() for step in lesson.words().steps]
GOALS = [(key, step, goal) for key, step in STEPS for goal in step.goals]
TRIES = 3000


def in_hand(lesson: type[Lesson], step: Step) -> set[str]:
    """Names of the parameters that a step's controls, and the handles in sight, set."""
    shown = set(step.marks or lesson.marks())
    handles = [each for plane in lesson.planes.values() for each in plane.handles]
    moved = {key for each in handles if each.mark in shown for key in (each.x, each.y) if key}
    picked = {key for key, marks in lesson.picks.items() if shown.intersection(marks)}
    return moved | picked | set(step.controls).intersection(lesson.names())


def reached(lesson: type[Lesson], step: Step) -> Iterator[Lesson]:
    """Give states that a student may come to: presets, buttons, and numbers by chance."""
    rng = np.random.default_rng(1)
    for name in step.presets:
        found = at_step(lesson, step)
        accept(found, lesson.presets[name])
        yield found
    for control in lesson.each_control():
        if isinstance(control, Button) and control.key in step.controls:
            found = at_step(lesson, step)
            readouts = found.scene().readouts
            accept(found, {key: float(readouts[name]) for key, name in control.sets.items()})
            yield found
    for _ in range(TRIES):
        found = at_step(lesson, step)
        accept(found, {key: by_chance(rng, lesson.param[key]) for key in in_hand(lesson, step)
                       if rng.random() < 0.7})  # fmt: skip
        yield found


def by_chance(rng: np.random.Generator, parameter: Any) -> Any:
    """Return a value on the grid of a control."""
    if isinstance(parameter, param.Selector):
        return str(rng.choice(parameter.objects))
    low, high = parameter.bounds
    step = parameter.step or 1
    return float(np.clip(round(rng.uniform(low, high) / step) * step, low, high))


@pytest.mark.parametrize(("key", "step", "goal"), GOALS, ids=lambda part: getattr(part, "text", ""))
def test_every_goal_can_be_reached(key: str, step: Step, goal: Goal) -> None:
    states = reached(LESSONS[key], step)
    assert any(is_reached(goal, values_of(state)) for state in states)


@pytest.mark.parametrize("key", LESSONS)
def test_a_walk_has_four_to_eight_steps_of_a_few_words(key: str) -> None:
    steps = LESSONS[key].words().steps
    assert 4 <= len(steps) <= 8
    assert all(len(step.controls) <= 4 and len(step.goals) <= 2 for step in steps)


@pytest.mark.parametrize("key", LESSONS)
def test_every_prediction_has_its_place_in_the_walk(key: str) -> None:
    words = LESSONS[key].words()
    asked = [answer for step in words.steps for answer in step.predicts]
    assert sorted(asked) == sorted(prediction.answer for prediction in words.predictions)
