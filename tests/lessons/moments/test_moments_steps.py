"""The walk: where its steps start and lead, its predictions, and the Python to copy."""

import re
from typing import Any

import numpy as np
import pytest
from copied import run

from gaussians.kit.check_steps import at_step, values_of
from gaussians.kit.goals import is_reached
from gaussians.kit.lesson import Lesson
from gaussians.lessons.moments.lesson import Moments

WORDS = Moments.words()
STEPS = {re.sub("<[^>]*>", "", step.title): step for step in WORDS.steps}
FIRST, STREAMS, RECTANGLES = "Where the average goes", "Inside, nearly always", "Signed rectangles"
SQUARES, PREDICT, TWO, BREAK = (
    "Squares of noise", "Predict Σ", "Two matrices, one cloud", "Break it: the other order",
)  # fmt: skip


def start(title: str, **changes: Any) -> Lesson:
    lesson = at_step(Moments, STEPS[title])
    lesson.param.update(changes)
    return lesson


def ticks(title: str, **changes: Any) -> list[bool]:
    values = values_of(start(title, **changes))
    return [is_reached(goal, values) for goal in STEPS[title].goals]


def test_the_stream_of_the_first_step_walks_into_the_funnel_and_stays() -> None:
    inside = [start(FIRST, n=n).scene().readouts["in_funnel"] for n in range(1, 1001)]
    assert inside[0] == 0
    assert all(inside[12:])
    assert ticks(FIRST, n=1000) == [True]


def test_buttons_let_points_come_and_stop_at_the_last_one() -> None:
    lesson = start(FIRST, n=950)
    readouts = lesson.scene().readouts
    assert [readouts[f"more{k}"] for k in (1, 10, 100)] == [951, 960, 1000]


def test_the_funnel_is_half_as_wide_with_four_times_the_points() -> None:
    wide, half = (start(STREAMS, n=n).scene().readouts["reach"] for n in (25, 100))
    assert half == pytest.approx(wide / 2)
    assert [ticks(STREAMS, n=n) for n in (50, 99, 100, 1000)] == [[False], [False], [True], [True]]


@pytest.mark.parametrize("seed", range(1, 9))
def test_red_outweighs_blue_when_one_column_is_turned_over(seed: int) -> None:
    state = {"a12": -1.2, "a22": 1.2, "a11": 0.6, "a21": -0.6, "seed": seed}
    assert ticks(RECTANGLES, **state) == [True]


def test_99_percent_are_made_up_within_the_slider() -> None:
    reached = [ticks(SQUARES, limit=limit)[0] for limit in (2, 3, 3.5, 4, 5)]
    assert reached == [False, False, False, True, True]


def test_the_entries_of_sigma_and_what_they_are_taken_for() -> None:
    readouts = start(PREDICT).scene().readouts
    A = np.array([[1, 1], [0, 1]])
    found = [[readouts["S11"], readouts["S12"]], [readouts["S21"], readouts["S22"]]]
    np.testing.assert_array_equal(found, A @ A.T)
    assert (readouts["gram11"], readouts["gram22"]) == tuple(np.diag(A.T @ A))
    assert (readouts["square11"], readouts["square12"]) == tuple((A @ A)[0])
    assert STEPS[PREDICT].predicts == tuple(asked.answer for asked in WORDS.predictions)
    for asked in WORDS.predictions:
        slips = [readouts[slip] for slip in asked.hints]
        assert all(abs(slip - readouts[asked.answer]) > 0.1 for slip in slips)


@pytest.mark.parametrize("title", [FIRST, RECTANGLES])
def test_no_step_before_it_has_the_matrix_that_is_asked_about(title: str) -> None:
    readouts = start(title).scene().readouts
    asked = start(PREDICT).scene().readouts
    assert all(abs(readouts[name] - asked[name]) > 0.01 for name in ("S11", "S22", "S12"))


def test_a_quarter_of_a_half_turn_makes_it_triangular() -> None:
    assert [ticks(TWO, turn=turn)[0] for turn in (0, 40, 43, 45, 47, -135)] == [
        False, False, True, True, True, True,
    ]  # fmt: skip


def test_the_other_order_is_right_for_one_turn_and_wrong_for_most() -> None:
    reached = [ticks(BREAK, turn=turn) for turn in range(-90, 91)]
    right, wrong = np.array(reached).T
    assert 5 <= right.sum() <= 15
    assert right[90 + 27]
    assert wrong.sum() > 60
    assert not (right & wrong).any()


@pytest.mark.parametrize(
    "state", [{}, {"n": 300, "a12": -1.5, "turn": 60, "seed": 4, "t1": -2}, {"limit": 4, "n": 7}]
)
def test_the_python_to_copy_computes_the_numbers_of_the_page(
    state: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = Moments(**state)
    readouts, found = lesson.scene().readouts, run(lesson)
    printed = capsys.readouterr().out
    np.testing.assert_allclose(found["mean"], [readouts["mean1"], readouts["mean2"]])
    measured = [readouts["m11"], readouts["m12"], readouts["m12"], readouts["m22"]]
    np.testing.assert_allclose(found["measured"].ravel(), measured)
    for name, matrix in (("S", found["law"].cov), ("S", found["made"].cov),
                         ("B", found["made"].factor)):  # fmt: skip
        entries = [readouts[f"{name}{i}"] for i in (11, 12, 21, 22)]
        np.testing.assert_allclose(matrix.ravel(), entries, atol=1e-12)
    assert float(printed.split()[-1]) == pytest.approx(readouts["second"], abs=1e-8)
