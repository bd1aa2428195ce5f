"""What the steps of the linear lesson say is so, where they start and where they lead."""

from typing import Any

import numpy as np
import pytest

from gaussians.kit.check_steps import at_step
from gaussians.lessons.linear.lesson import Linear

WORDS = Linear.words()
STEPS = {step.title: step for step in WORDS.steps}
PUSH, STILL, PREDICT, ONE, TICK, BACK, BREAK = STEPS
SEEDS = range(1, 9)


def readouts(title: str, **values: Any) -> dict[str, Any]:
    lesson = at_step(Linear, STEPS[title])
    lesson.param.update(values)
    return lesson.scene().readouts


def test_at_first_m_changes_nothing() -> None:
    marks = at_step(Linear, STEPS[PUSH]).scene().marks
    np.testing.assert_array_equal(marks["y_cloud"], marks["x_cloud"])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_covariance_that_is_measured_agrees_before_and_after(seed: int) -> None:
    for values in ({}, {"m21": -0.5}):
        found = readouts(STILL, seed=seed, **values)
        assert abs(found["D12"] - found["P12"]) < 4 * found["E12"]
    assert abs(found["P12"]) < 0.1


def test_the_variance_is_what_nobody_is_told_before() -> None:
    found = readouts(PREDICT)
    assert [found[f"S{i}"] for i in ("11", "12", "22")] == pytest.approx([0.81, 0.63, 0.74])
    assert found["var"] == pytest.approx(2.81)
    (asked,) = WORDS.predictions
    slips = {name: found[name] for name in asked.hints}
    assert slips == pytest.approx(
        {"no_cov": 1.55, "once": 2.18, "turned": 0.29, "root": 1.6763, "sds": 3.0984}, abs=1e-4
    )
    for title in (PUSH, STILL, PREDICT):
        assert not {"bars", "bell"} & set(STEPS[title].marks)


def test_a_difference_varies_least() -> None:
    assert readouts(ONE)["var"] > 2
    assert readouts(ONE, r2=-0.85)["var"] < 0.4
    assert readouts(ONE, r2=0)["var"] > 0.8


@pytest.mark.parametrize("seed", SEEDS)
def test_x_and_y_bend_together_if_there_is_a_way_back(seed: int) -> None:
    for bend, low, high in ((0, 0, 1.7), (1, 7, 12)):
        found = readouts(BACK, seed=seed, bend=bend)
        assert low < found["x_gap"] < high
        assert found["y_gap"] == pytest.approx(found["x_gap"], abs=1e-9)
    assert readouts(BACK)["flat"] == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_a_banana_can_have_a_gaussian_number(seed: int) -> None:
    found = readouts(BREAK, seed=seed, bend=0.9)
    assert found["drops"] == 1
    assert found["x_gap"] > 3
    assert found["line_gap"] < 2
    assert readouts(BREAK, seed=seed, bend=0.9, r2=1.5)["line_gap"] > 2.5


def test_ticks_begin_with_one() -> None:
    assert readouts(TICK)["many"] == 1
