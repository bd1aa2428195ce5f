"""The walk, the Python to copy, and what the words say in numbers of their own."""

import re
from typing import Any

import numpy as np
import pytest
from copied import run

from gaussians.kit.accept import accept
from gaussians.kit.goals import is_reached
from gaussians.lessons.chain.lesson import Chain

WORDS = Chain.words()
STEPS = {re.sub("<[^>]*>", "", step.title): step for step in WORDS.steps}


def start(title: str, **changes: Any) -> Chain:
    accept(lesson := Chain(), STEPS[title].state)
    lesson.param.update(changes)
    return lesson


def ticks(title: str, lesson: Chain) -> list[bool]:
    values = lesson.state() | lesson.scene().readouts
    return [is_reached(goal, values) for goal in STEPS[title].goals]


def test_several_of_the_thirty_planks_have_errors_that_cancel() -> None:
    title = "Measure, then saw"
    assert sum(ticks(title, start(title, plank=plank))[0] for plank in range(1, 31)) >= 3


def test_a_dozen_copies_are_enough_for_the_goal() -> None:
    title = "A bell for each reading"
    reached = [ticks(title, start(title, k=k))[0] for k in range(1, 51)]
    first = reached.index(True)
    assert 3 < first + 1 <= 12
    assert all(reached[first:])


def test_the_prediction_is_3_4_5_and_no_slip_is_near() -> None:
    readouts = start("Predict the spread").scene().readouts
    (asked,) = WORDS.predictions
    assert readouts[asked.answer] == pytest.approx(5)
    slips = [readouts[slip] for slip in asked.hints]
    np.testing.assert_allclose(sorted(slips), [1, 3.5, 4, 7, 25])


@pytest.mark.parametrize("title", ["Measure, then saw", "A bell for each reading"])
def test_no_step_before_it_has_its_answer(title: str) -> None:
    readouts = start(title).scene().readouts
    assert all(abs(readouts[name] - 5) > 0.3 for name in ("both", "spread", "sd_b", "sum_sd"))


def test_sixteen_steps_are_the_fewest_of_1_mm() -> None:
    title = "Many small steps"
    assert [ticks(title, start(title, m=m))[0] for m in (14, 15, 16)] == [False, False, True]


def test_fifty_copies_do_not_mend_a_shaky_hand() -> None:
    title = "Break it: a shaky hand"
    assert ticks(title, start(title)) == [False, False]
    assert ticks(title, start(title, k=50)) == [False, False]
    assert ticks(title, start(title, r=1.3)) == [True, False]
    for r in (1.3, 1.6):
        assert ticks(title, start(title, r=r, k=50)) == [True, True]


def test_what_the_story_says_of_ten_shelves_and_of_a_third() -> None:
    assert np.sqrt(10) == pytest.approx(3.2, abs=0.05)
    assert np.hypot(1, 1 / 3) == pytest.approx(1.05, abs=0.005)


@pytest.mark.parametrize(
    "state",
    [{}, {"r": 1.6, "k": 50, "seed": 4}, {"sigma": 4, "tau": 4, "k": 1, "m": 16, "n": 5000}],
)
def test_the_python_computes_what_the_page_shows(state: dict[str, Any]) -> None:
    lesson = Chain(**state)
    readouts, found = lesson.scene().readouts, run(lesson)
    assert found["b"].std(ddof=1) == pytest.approx(readouts["sd_b"])
    assert found["spread"] == pytest.approx(readouts["spread"])
    assert found["gap"] == pytest.approx(readouts["gap"], abs=1e-12)
    assert np.sqrt(found["copies"].cov[0, 0]) == pytest.approx(readouts["sum_sd"])
    assert found["law"].std[0] == pytest.approx(readouts["both"])
