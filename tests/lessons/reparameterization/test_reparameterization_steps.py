"""What the walk through the reparameterization lesson says is so, where it says it."""

from typing import Any

import numpy as np
import pytest

from gaussians.kit.check_steps import at_step, values_of
from gaussians.kit.goals import is_reached
from gaussians.lessons.reparameterization.lesson import Reparameterization
from gaussians.lessons.reparameterization.scene import BESIDE

STEPS = {step.title: step for step in Reparameterization.words().steps}


def start(title: str, **changes: Any) -> Any:
    lesson = at_step(Reparameterization, STEPS[title])
    lesson.param.update(**changes)
    return lesson


def test_it_opens_tilted_with_one_pair_far_apart() -> None:
    lesson = start("One draw, two places")
    marks, readouts = lesson.scene()
    assert np.hypot(*(marks["image"] - marks["followed"])[0]) > 3
    assert 20 < readouts["angle"] < 70
    assert readouts["flattening"] < 0.7


@pytest.mark.parametrize("title", ["One draw, two places", "Many roots, one law"])
@pytest.mark.parametrize("point", [*range(1, 40), 287])
def test_the_names_of_a_pair_stand_beside_its_dots_and_clear_of_its_arrow(
    title: str, point: int
) -> None:
    marks = start(title, point=point).scene().marks
    tail, tip = marks["arrow"][:2]
    names = [marks["name_noise"][0], marks["name_image"][0]]
    for end, name in zip((tail, tip), names, strict=True):
        assert np.hypot(*(name - end)) == pytest.approx(BESIDE)
    along = tail + np.linspace(0, 1, 50)[:, None] * (tip - tail)
    assert min(np.hypot(*(along - name).T).min() for name in names) > 0.5
    assert np.hypot(*(names[0] - names[1])) > 0.6


@pytest.mark.parametrize("point", range(1, 20))
def test_the_names_of_a_pair_in_one_place_are_apart(point: int) -> None:
    marks = Reparameterization(point=point).scene().marks  # x is ε here
    apart = (marks["name_noise"] - marks["name_image"])[0]
    assert np.hypot(*apart) > 0.7


def test_without_a_pair_there_are_no_names() -> None:
    marks = Reparameterization().scene().marks
    assert np.isnan([marks["name_noise"], marks["name_image"]]).all()


def test_x_is_lifted_by_its_mean_and_not_by_picking_a_higher_dot() -> None:
    title = "One draw, two places"
    [goal] = STEPS[title].goals
    other = start(title)
    other.point = 1 + int(other.scene().marks["cloud"][:, 1].argmax())
    assert other.scene().readouts["x2"] > 2
    assert not is_reached(goal, values_of(other))
    assert is_reached(goal, values_of(start(title, mu2=1.5)))


def test_what_is_worked_out_by_hand_comes_out_as_the_page_has_it() -> None:
    """With all numbers as they are shown, the result differs from x by its own rounding only."""
    shown = {key: round(float(number), 2)
             for key, number in start("One draw, by hand").scene().readouts.items()}  # fmt: skip
    for i in (1, 2):
        parts = shown[f"A{i}1"] * shown["eps1"] + shown[f"A{i}2"] * shown["eps2"]
        assert shown[f"mu{i}"] + parts == pytest.approx(shown[f"x{i}"], abs=0.0051)


@pytest.mark.parametrize("rho", [-0.99, 0, 0.75])
def test_the_corner_to_drag_is_the_upper_right_one_of_the_box(rho: float) -> None:
    lesson = start("The same noise, reshaped", rho=rho, sigma1=0.4)
    marks = lesson.scene().marks
    np.testing.assert_allclose(marks["corner"][0], marks["box"].max(axis=0))
    off = marks["corner"][0] - marks["center"][0]
    np.testing.assert_allclose(off, [lesson.sigma1, lesson.sigma2])


def test_twice_as_tall_as_wide_is_so_of_its_box() -> None:
    goal = STEPS["The same noise, reshaped"].goals[1]
    for sigma1, tall in ((0.6, True), (0.65, False)):
        lesson = start("The same noise, reshaped", sigma1=sigma1, sigma2=1.2)
        assert is_reached(goal, values_of(lesson)) == tall


def test_to_follow_none_is_not_to_follow_another() -> None:
    goal = STEPS["One draw, by hand"].goals[0]
    for point, reached in ((0, False), (12, True)):
        assert is_reached(goal, values_of(start("One draw, by hand", point=point))) == reached


def test_new_noise_changes_every_dot_and_no_ellipse() -> None:
    one, other = (start("New dots, same law", seed=seed).scene() for seed in (1, 2))
    np.testing.assert_array_equal(one.marks["ellipses"], other.marks["ellipses"])
    assert (one.marks["cloud"] != other.marks["cloud"]).all()
    assert one.readouts["share1"] != other.readouts["share1"]
    assert [f"{one.readouts[f'mass{k}']:.1%}" for k in (1, 2, 3)] == ["39.3%", "86.5%", "98.9%"]


def test_while_sigmas_agree_the_long_axis_has_two_directions_only() -> None:
    before = np.inf
    for rho in np.arange(0.01, 1, 0.01):
        for sign in (1, -1):
            readouts = start("Does ρ turn it?", rho=sign * rho).scene().readouts
            assert readouts["angle"] == pytest.approx(sign * 45)
        assert readouts["area"] < before
        before = float(readouts["area"])


def test_where_the_area_is_asked_no_slip_gives_it() -> None:
    lesson = start("How large is it?")
    readouts = lesson.scene().readouts
    asked = Reparameterization.words().predictions[0]
    values = [float(readouts[name]) for name in (asked.answer, *asked.hints)]
    assert np.diff(sorted(values)).min() > 0.05 * min(values)


def test_rho_sends_the_dot_where_its_arrow_points_all_the_way_to_the_goal() -> None:
    title = "Why a network can learn"
    [goal] = STEPS[title].goals
    first = start(title)
    assert np.isfinite(first.scene().marks["slopes"][:2]).all()
    for rho in np.arange(first.rho, 0.99, 0.01):
        readouts = start(title, rho=rho).scene().readouts
        assert readouts["by_rho"] > 0
    assert is_reached(goal, values_of(start(title, rho=0.9)))
