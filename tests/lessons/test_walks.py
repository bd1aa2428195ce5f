"""The walks of all lessons: a few steps of a few words, and goals that can be reached."""

import pytest
from walks import GOALS, way_to

from gaussians.kit.parts import Goal, Step
from gaussians.lessons import LESSONS


@pytest.mark.parametrize(
    ("key", "step", "goal"), GOALS, ids=[f"{key}: {goal.text}" for key, _, goal in GOALS]
)
def test_every_goal_can_be_reached(key: str, step: Step, goal: Goal) -> None:
    assert way_to(key, step, goal)


@pytest.mark.parametrize("key", LESSONS)
def test_a_walk_has_four_to_eight_steps_about_little_each(key: str) -> None:
    steps = LESSONS[key].words().steps
    assert 4 <= len(steps) <= 8
    assert all(len(step.controls) <= 4 and len(step.goals) <= 2 for step in steps)


@pytest.mark.parametrize("key", LESSONS)
def test_every_prediction_has_its_place_in_the_walk(key: str) -> None:
    words = LESSONS[key].words()
    asked = [answer for step in words.steps for answer in step.predicts]
    assert sorted(asked) == sorted(prediction.answer for prediction in words.predictions)
