"""The walk: what its steps say holds where they start, and where their goals are reached."""

import re
from typing import Any

import numpy as np
import pytest
from scipy import linalg, stats
from scipy.integrate import trapezoid

from gaussians import Gaussian
from gaussians.kit.accept import accept
from gaussians.kit.geometry import area
from gaussians.kit.goals import is_reached
from gaussians.kit.lesson import Array
from gaussians.lessons.density.lesson import Density
from gaussians.lessons.density.shape import RAISED

WORDS = Density.words()
STEPS = {re.sub("<[^>]*>", "", step.title): step for step in WORDS.steps}
FLAT = [(1.6, 1.6, 0.4, 0.4), (1.6, -0.8, 0.8, -0.4), (0, 2, 0, -1.45), (0, 0, -2, 0.05)]


def start(title: str, **changes: Any) -> Density:
    accept(lesson := Density(), STEPS[title].state)
    lesson.param.update(changes)
    return lesson


def ticks(title: str, lesson: Density) -> list[bool]:
    values = lesson.state() | lesson.scene().readouts
    return [is_reached(goal, values) for goal in STEPS[title].goals]


def test_the_bell_is_highest_where_the_first_goal_is_reached() -> None:
    x = np.arange(-80, 81) / 20
    reached = [ticks("Move it", start("Move it", x=place))[0] for place in x]
    heights = [start("Move it", x=place).scene().readouts["after"] for place in x]
    assert min(height for height, is_there in zip(heights, reached, strict=True) if is_there) > (
        max(height for height, is_there in zip(heights, reached, strict=True) if not is_there)
    )


@pytest.mark.parametrize("x", [2.5, 1.5])  # where the step starts, and where its first goal leads
def test_t_alone_reaches_the_goal_that_asks_to_move_it(x: float) -> None:
    reached = [ticks("Move it", start("Move it", x=x, t=t))[1] for t in np.arange(-40, 41) / 20]
    assert sum(reached) >= 5
    assert not any(ticks("Move it", start("Move it", x=place))[1] for place in (-4, 0, 3.6, 4))


@pytest.mark.parametrize("sigma", [0.5, 1.0, 1.35, 2.0])
def test_the_red_boxes_have_the_area_that_the_words_say(sigma: float) -> None:
    marks, readouts = start("Stretch it", sigma=sigma).scene()
    boxes = marks["bars_kept"].reshape(-1, 4, 2)
    assert sum(abs(area(box)) for box in boxes) == pytest.approx(readouts["total_kept"])
    np.testing.assert_allclose(boxes[:, 1, 1], marks["bars"].reshape(-1, 4, 2)[:, 1, 1])


def test_blue_is_half_as_high_as_red_where_the_goal_is_reached() -> None:
    marks, _ = (lesson := start("Divide by σ", sigma=2)).scene()
    assert ticks("Divide by σ", lesson) == [True]
    assert marks["bell_divided"][:, 1].max() == pytest.approx(marks["bell_kept"][:, 1].max() / 2)


def test_heights_that_the_words_name_are_those_of_noise() -> None:
    for title, height in (
        ("Predict the height", stats.norm.pdf(0)),
        ("Predict the peak", stats.multivariate_normal([0, 0]).pdf([0, 0])),
    ):
        assert f"{height:.4f}" in STEPS[title].text


@pytest.mark.parametrize("title", ["Predict the height", "Predict the peak"])
def test_no_slip_leads_to_the_answer_where_it_is_asked(title: str) -> None:
    (answer,) = STEPS[title].predicts
    (asked,) = (one for one in WORDS.predictions if one.answer == answer)
    readouts = start(title).scene().readouts
    for slip in asked.hints:
        assert abs(readouts[slip] / readouts[answer] - 1) > 0.2


@pytest.mark.parametrize("taken", range(1, 6))
def test_the_library_is_asked_after_the_fifth_step(taken: int) -> None:
    lesson = start("Five steps to p(x)", taken=taken)
    told = lesson.scene().readouts["told"]
    law = Gaussian([[lesson.a11, lesson.a12], [lesson.a21, lesson.a22]], [lesson.t1, lesson.t2])
    exact = law.pdf([lesson.x1, lesson.x2]) if taken == 5 else np.nan
    assert told == pytest.approx(exact, rel=1e-14, nan_ok=True)


def test_the_last_goal_of_the_formula_is_within_reach_around_t() -> None:
    for right, up in ((0, 0), (0.3, 0.3), (-0.3, -0.2)):
        lesson = start("Five steps to p(x)", taken=5)
        lesson.param.update(x1=lesson.t1 + right, x2=lesson.t2 + up)
        assert ticks("Five steps to p(x)", lesson) == [True, True]


@pytest.mark.parametrize("entries", FLAT)
def test_a_flat_law_has_its_density_drawn_over_its_line(entries: tuple[float, ...]) -> None:
    A: Array = np.reshape(entries, (2, 2))
    names = ("a11", "a12", "a21", "a22")
    lesson = start("Break it: flat", **dict(zip(names, entries, strict=True)))
    assert ticks("Break it: flat", lesson) == [True]
    t = np.array([lesson.t1, lesson.t2])
    along = linalg.svd(A)[0][:, 0]
    across = np.array([-along[1], along[0]])
    ridge = lesson.scene().marks["ridge"] - t
    place, height = ridge @ along, ridge @ across
    density = np.exp(Gaussian(A, t).logpdf_on_support(t + place[:, None] * along))
    np.testing.assert_allclose(abs(height), RAISED * density, rtol=1e-9)
    assert abs(trapezoid(height, place)) == pytest.approx(RAISED, rel=1e-4)  # as far as 4 sd


@pytest.mark.parametrize("entries", [(1.6, -0.4, 0.4, 1.2), (0, 0, 0, 0)])
def test_there_is_no_line_to_draw_it_over_otherwise(entries: tuple[float, ...]) -> None:
    names = ("a11", "a12", "a21", "a22")
    marks, _ = start("Break it: flat", **dict(zip(names, entries, strict=True))).scene()
    assert np.isnan(marks["ridge"]).all()
