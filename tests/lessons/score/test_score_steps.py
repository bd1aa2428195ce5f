"""The walk: its predictions have their slips, and what its words say holds where they stand."""

import re
from typing import Any

import numpy as np
import pytest

from gaussians.kit.accept import accept
from gaussians.kit.goals import is_reached
from gaussians.lessons.score.lesson import Score

WORDS = Score.words()
STEPS = {re.sub("<[^>]*>", "", step.title): step for step in WORDS.steps}


def start(title: str, **changes: Any) -> Score:
    accept(lesson := Score(), STEPS[title].state)
    lesson.param.update(changes)
    return lesson


def ticks(title: str, **changes: Any) -> list[bool]:
    lesson = start(title, **changes)
    values = lesson.state() | lesson.scene().readouts
    return [is_reached(goal, values) for goal in STEPS[title].goals]


def test_ways_that_the_goals_of_the_walk_ask_for() -> None:
    assert ticks("Which noise was it?", a=0.02) == [True, False]
    assert ticks("Which noise was it?", a=0.95) == [False, True]
    assert ticks("Their mean", px=-2.5, py=2.5) == [False, True]
    assert ticks("The field", a=0) == [True, False]
    assert ticks("Walk back", done=1) == [True, False]
    assert ticks("Walk back", done=1, many=1) == [False, True]
    assert ticks("Break it: one noise", one=1, done=1) == [True]
    assert ticks("Break it: one noise", one=1) == ticks("Break it: one noise", done=1) == [False]


def test_noises_of_two_dots_cancel_across() -> None:
    readouts = start("Predict their mean").scene().readouts
    assert [readouts["first1"], readouts["first2"]] == pytest.approx([4 / 3, 1])
    assert [readouts["second1"], readouts["second2"]] == pytest.approx([-4 / 3, 1])
    assert readouts["weight1"] == pytest.approx(0.5) == readouts["weight2"]
    assert readouts["mean_long"] == pytest.approx(1)
    assert readouts["lengths"] == pytest.approx(5 / 3)
    assert readouts["both"] == pytest.approx(2)
    assert readouts["drawn"] == pytest.approx(0.6)


def test_of_noise_alone_the_slope_across_is_predicted() -> None:
    readouts = start("Predict the slope").scene().readouts
    assert readouts["score1"] == pytest.approx(-1.5)
    density = np.exp(-(1.5**2 + 0.8**2) / 2) / (2 * np.pi)
    assert readouts["of_height"] == pytest.approx(-1.5 * density)


@pytest.mark.parametrize("title", ["Predict their mean", "Predict the slope"])
def test_slips_that_are_not_the_answer_are_told_apart(title: str) -> None:
    (answer,) = STEPS[title].predicts
    (asked,) = (one for one in WORDS.predictions if one.answer == answer)
    readouts = start(title).scene().readouts
    slips = np.array([readouts[slip] for slip in asked.hints])
    slips = slips[np.isfinite(slips)]  # with √(1 - ᾱ) = 1 it is no mistake to forget it
    assert len(slips) == (2 if title == "Predict the slope" else 4)
    assert np.abs(slips - readouts[answer]).min() > 0.2


def test_no_number_of_an_answer_is_shown_before_it_is_asked() -> None:
    for title, step in STEPS.items():
        asked = {part.answer: part for part in WORDS.predictions if start(title).holds(part.when)}
        shown = set(re.findall(r'data-readout="(\w+)"', step.text))
        for answer, part in asked.items():
            assert shown.isdisjoint({answer, *part.hides})
