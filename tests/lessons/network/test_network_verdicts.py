"""Which clouds pass as Gaussian, how rarely a Gaussian one fails, and what the words promise."""

import re
from typing import Any

import numpy as np
import pytest
from copied import run
from scipy import stats
from test_network_way import STATES, sent

from gaussians.core import mardia
from gaussians.kit.accept import accept
from gaussians.kit.goals import is_reached
from gaussians.kit.noise import draw_noise
from gaussians.lessons.network.lesson import Network
from gaussians.lessons.network.verdicts import Chance

STEPS = {re.sub("<[^>]*>", "", step.title): step for step in Network.words().steps}


def start(title: str, **changes: Any) -> Network:
    accept(lesson := Network(), STEPS[title].state)
    lesson.param.update(changes)
    return lesson


@pytest.mark.parametrize("n", [1000, 5000, 100_000])
def test_a_gaussian_fails_by_either_number_in_one_sample_of_370(n: int) -> None:
    chance, rare = Chance.of(n), 2 * stats.norm.sf(3)
    assert 1 / rare == pytest.approx(370, abs=0.5)
    assert stats.chi2(4).sf(chance.skewness * n / 6) == pytest.approx(rare)
    assert chance.kurtosis == pytest.approx(3 * np.sqrt(64 / n))


@pytest.mark.parametrize("state", STATES)
def test_each_half_is_measured_and_judged(state: dict[str, Any]) -> None:
    lesson = Network(**state)
    marks, readouts = lesson.scene()
    stages = sent(lesson, draw_noise(lesson.seed, 5000))
    chance, passes = Chance.of(5000), []
    for k in range(9):
        told = [readouts[f"{name}{k}"] for name in ("skewness", "kurtosis")]
        if k >= len(stages):
            assert np.isnan(told).all()
            assert readouts[f"verdict{k}"] == 3
            assert np.isnan([marks[f"{m}_{end}"][k, 1] for m in ("skewness", "kurtosis")
                             for end in ("path", "passed", "failed")]).all()  # fmt: skip
            continue
        exact = mardia(stages[k])
        np.testing.assert_allclose(told, exact, rtol=1e-9)
        good = [exact.skewness <= chance.skewness, abs(exact.kurtosis - 8) <= chance.kurtosis]
        passes.append(all(good))
        assert readouts[f"verdict{k}"] == (2 if np.isnan(exact.kurtosis) else all(good))
        for name, value, passed in zip(("skewness", "kurtosis"), exact, good, strict=True):
            for end, shown in (("passed", passed), ("failed", not passed)):
                height = marks[f"{name}_{end}"][k, 1]
                if shown and value < 60:
                    assert height == pytest.approx(np.log10(value))
                else:
                    assert np.isnan(height) == (not shown or np.isnan(value))
    assert readouts["first"] == (passes.index(False) if False in passes else 9)


def test_an_affine_half_changes_neither_number_and_a_bend_does() -> None:
    for seed in range(1, 13):
        readouts = Network(seed=seed).scene().readouts
        for k in (0, 2, 4, 6):
            for name in ("skewness", "kurtosis"):
                assert readouts[f"{name}{k + 1}"] == pytest.approx(readouts[f"{name}{k}"], rel=1e-9)
        assert readouts["first"] == 2, seed


def test_no_bend_is_gaussian_all_the_way() -> None:
    for seed in range(1, 13):
        readouts = start("Break it: no bend", seed=seed, bend="identity").scene().readouts
        assert readouts["first"] == 9, seed
        assert readouts["apart"] < 1e-12


def test_points_on_a_line_have_no_such_numbers() -> None:
    readouts = Network(weights="hand", w11=1, w12=2, w21=-0.5, w22=-1).scene().readouts
    assert readouts["verdict0"] == 1
    assert readouts["verdict1"] == 2
    assert readouts["first"] == 1


def test_relu_presses_what_it_says_onto_the_axes() -> None:
    lesson = start("Another bend: ReLU")
    readouts = lesson.scene().readouts
    points = sent(lesson, draw_noise(1, 5000))[2]
    assert readouts["pressed"] == (points == 0).any(axis=1).mean()


def test_small_weights_are_nearly_straight_and_long_columns_make_corners() -> None:
    assert Network(gain=0.05).scene().readouts["verdict2"] == 1
    title = "Weights of your own"
    goals = STEPS[title].goals
    long = start(title, w11=2, w21=1.5, w12=-1.5, w22=2).scene().readouts
    assert [is_reached(goal, long) for goal in goals] == [True, False]
    lesson = start(title)
    accept(lesson, {key: float(lesson.scene().readouts[f"small_{key}"])
                    for key in ("w11", "w21", "w12", "w22", "b1", "b2")})  # fmt: skip
    small = lesson.scene().readouts
    assert [is_reached(goal, small) for goal in goals] == [False, True]


@pytest.mark.parametrize("state", STATES[1:4])
def test_the_copied_python_prints_what_the_page_shows(
    state: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = Network(**state)
    readouts = lesson.scene().readouts
    run(lesson)
    numbers = [line.split()[-2:] for line in capsys.readouterr().out.splitlines()]
    told = [[readouts[f"{name}{k}"] for name in ("skewness", "kurtosis")]
            for k in range(2 * lesson.layers + 1)]  # fmt: skip
    np.testing.assert_allclose(np.array(numbers, float), told, rtol=1e-9)
