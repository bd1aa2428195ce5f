"""The walks of all lessons: a few steps of a few words; browsers walk them, to every goal."""

import pytest

from gaussians.lessons import LESSONS


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
