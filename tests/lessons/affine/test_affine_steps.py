"""What the walk through the affine lesson says is so in the states that it leads to."""

import numpy as np
import pytest

from gaussians.kit.check_steps import at_step, values_of
from gaussians.kit.goals import is_reached
from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Step
from gaussians.lessons.affine.lesson import Affine

STEPS = Affine.words().steps


def called(title: str) -> Step:
    return next(step for step in STEPS if step.title == title)


def in_steps(title: str, **state: float) -> Lesson:
    lesson = at_step(Affine, called(title))
    lesson.param.update(**state)
    return lesson


# What a student does, and how many of the step's goals it reaches.
DONE = [
    ("Two columns", {"a11": 2, "a21": 1}, [True]),
    ("Two columns", {"a12": 2, "a22": 1}, [False]),
    ("A shift", {"t1": -1, "t2": 1}, [True]),
    ("Send noise through", {"way": 0.9}, [False]),
    ("Send noise through", {"way": 1}, [True]),
    ("Inside stays inside", {"s1": 0.85, "s2": 0}, [True, False]),
    ("Inside stays inside", {"s1": 0, "s2": 2.2}, [False, True]),
    ("Half axes", {"a12": -0.5, "a22": 2}, [True]),
    ("Half axes", {"a11": 2, "a21": 0, "a12": -2, "a22": 0}, [False]),
    ("Which Gaussian is it?", Affine.presets["diagonal, hidden"], [True, False]),
    ("Which Gaussian is it?", Affine.presets["spherical, turned"], [False, True]),
    ("Which Gaussian is it?", Affine.presets["diagonal"], [False, False]),
    ("Which Gaussian is it?", Affine.presets["spherical"], [False, False]),
    ("Which Gaussian is it?", {"a11": 1.5, "a21": 0.5, "a12": -0.5, "a22": 1.5}, [False, True]),
    ("Which Gaussian is it?", {"a11": 0, "a21": 1.5, "a12": -1.5, "a22": 0}, [False, False]),
    ("Break it: parallel columns", {"a12": 0.6, "a22": 0.6}, [True]),
]


@pytest.mark.parametrize(("title", "state", "reached"), DONE)
def test_a_goal_is_reached_by_what_it_asks_for(
    title: str, state: dict[str, float], reached: list[bool]
) -> None:
    values = values_of(in_steps(title, **state))
    assert [is_reached(goal, values) for goal in called(title).goals] == reached


def test_the_first_step_shows_where_the_unit_arrows_are() -> None:
    marks = in_steps("Two columns").scene().marks
    np.testing.assert_array_equal(marks["tip1"], [[1, 0]])
    np.testing.assert_array_equal(marks["tip2"], [[0, 1]])


def test_noise_starts_where_it_is_and_its_circles_hold_about_what_is_said() -> None:
    marks, readouts = in_steps("Send noise through").scene()
    np.testing.assert_array_equal(marks["cloud"], marks["noise"])
    shares = [readouts[f"share{radius}"] for radius in (1, 2, 3)]
    np.testing.assert_allclose(shares, [0.39, 0.86, 0.99], atol=0.03)


def test_inside_is_a_matter_of_the_point_pulled_back_and_not_of_its_length() -> None:
    """The step has no t, so x itself is pulled back; and its figure has room for all ellipses."""
    lesson = in_steps("Inside stays inside")
    marks = lesson.scene().marks
    np.testing.assert_array_equal(marks["shift"], [[0, 0]])
    assert np.nanmax(np.abs(marks["ellipses"])) <= 6
    near, far = (in_steps("Inside stays inside", s1=s1, s2=s2).scene().readouts
                 for s1, s2 in ((0.85, 0), (0, 2.2)))  # fmt: skip
    assert near["pulled"] < far["pulled"]
    assert near["length"] > far["length"]


def test_no_slip_gives_the_area_that_is_asked_for() -> None:
    """Else the page would call the answer luck."""
    step = called("How much larger?")
    readouts = at_step(Affine, step).scene().readouts
    assert step.predicts == ("size",)
    for slip in ("negative", "no_minus", "first_only", "squared"):
        assert abs(readouts[slip] - readouts["size"]) > 0.1 * readouts["size"]


def test_half_axes_are_those_of_the_matrix_whose_area_was_asked_for() -> None:
    assert called("Half axes").state == called("How much larger?").state
    readouts = in_steps("Half axes").scene().readouts
    assert readouts["long"] * readouts["short"] == pytest.approx(readouts["area"])
    assert readouts["long"] > 1.2 * readouts["short"]  # which is which can be seen


def test_the_button_breaks_the_last_step() -> None:
    lesson = in_steps("Break it: parallel columns")
    readouts = lesson.scene().readouts
    assert readouts["rank"] == 2
    lesson.param.update(a12=float(readouts["snap1"]), a22=float(readouts["snap2"]))
    assert lesson.scene().readouts["rank"] == 1
