"""What the steps of the sum lesson say is so, where they start and where they lead."""

from typing import Any

import numpy as np
import pytest

from gaussians.kit.check_steps import at_step
from gaussians.lessons.sum.lesson import Sum

WORDS = Sum.words()
STEPS = {step.title: step for step in WORDS.steps}
STRIP, HEIGHT, SPREAD, ADD = (
    "A strip of sums",
    "Its share is a height",
    "Predict the spread",
    "Variances add",
)
CHOOSE, SCHOOLS = "Choose instead of adding", "Two schools"
CHANCE, BREAK = "Chance, or a wrong curve?", "Break it: coupled draws"
SEEDS = range(1, 9)


def readouts(title: str, **values: Any) -> dict[str, Any]:
    lesson = at_step(Sum, STEPS[title])
    lesson.param.update(values)
    return lesson.scene().readouts


def test_these_are_the_steps() -> None:
    assert [*STEPS] == [STRIP, HEIGHT, SPREAD, ADD, CHOOSE, SCHOOLS, CHANCE, BREAK]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_strip_can_catch_a_quarter_of_all_pairs_with_any_noise(seed: int) -> None:
    assert readouts(STRIP, seed=seed)["share"] < 0.1
    assert readouts(STRIP, seed=seed, c=2)["share"] > 0.25


@pytest.mark.parametrize("w", [0.7, 2.0])
def test_the_red_bar_is_as_high_as_the_green_bell_over_it(w: float) -> None:
    for c in (-3, 0, 2, 3.5, 6):
        found = readouts(HEIGHT, c=c, w=w)
        assert abs(found["tall"] - found["exact"]) < 3.5 * found["chance"]


def test_3_and_4_make_5_and_no_slip_does() -> None:
    found = readouts(SPREAD)
    assert found["sd"] == 5
    (asked,) = WORDS.predictions
    assert {name: found[name] for name in asked.hints} == {
        "added": 7, "half_way": 3.5, "variance": 25,
    }  # fmt: skip
    marks = {mark for title in (STRIP, HEIGHT, SPREAD) for mark in STEPS[title].marks}
    assert "sums" not in marks
    assert not {"bell", "bar"} & set(STEPS[SPREAD].marks)


def test_one_peak_becomes_two_when_means_are_more_than_two_sds_apart() -> None:
    assert readouts(CHOOSE)["peaks"] == 1
    assert readouts(CHOOSE, mu1=-2, mu2=2)["peaks"] == 1
    assert readouts(CHOOSE, mu1=-2, mu2=2.1)["peaks"] == 2


def test_schools_start_with_two_peaks() -> None:
    found = readouts(SCHOOLS)
    assert found["class_peaks"] == 2
    assert found["apart"] > 2 * found["spread1"] == 2 * found["spread2"]
    assert found["average_sd"] == pytest.approx(8 / np.sqrt(2))


@pytest.mark.parametrize("seed", SEEDS)
def test_only_the_wrong_curve_has_a_gap_that_chance_does_not_make(seed: int) -> None:
    few, many = readouts(CHANCE, seed=seed), readouts(CHANCE, seed=seed, n=5000)
    for found in (few, many):
        assert max(found["gap_root"], found["mixture_root"]) < 1.8
    assert 1.8 < few["one_root"] < 5 < many["one_root"]


@pytest.mark.parametrize("seed", SEEDS)
def test_coupling_keeps_correlation_and_sd_and_makes_equal_sums(seed: int) -> None:
    free = readouts(BREAK, seed=seed)
    assert free["zero"] == 0
    assert free["mirrored"]
    assert free["mean"] == 0
    bound = readouts(BREAK, seed=seed, coupled=1)
    assert abs(bound["rho"]) < 4 * bound["rho_error"]
    assert abs(bound["drawn_sd"] - free["sd"]) < 4 * bound["sd_error"]
    assert bound["zero"] == pytest.approx(0.5, abs=0.06)
    lesson = at_step(Sum, STEPS[BREAK])
    lesson.param.update(seed=seed, coupled=1)
    a, b = lesson.scene().marks["cloud"].T
    np.testing.assert_array_equal(abs(a), abs(b))
