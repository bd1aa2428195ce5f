"""The mean noise and the slope of log p are what scipy makes of them, at all levels of noise."""

from typing import Any

import numpy as np
import pytest
from scipy import special, stats

from gaussians.kit.lesson import Array
from gaussians.lessons.score.lesson import Score
from gaussians.lessons.score.sets import SETS

STATES: list[dict[str, Any]] = [
    {},
    {"a": 0, "px": -2.5, "py": 2.5},
    {"a": 0.95, "px": 2.5, "py": 2.5, "data": "spiral"},
    {"a": 0.95, "px": -2.5, "py": -2.5, "data": "two"},
    {"a": 0.95, "px": 0.01, "py": 0, "data": "two"},  # where log p bends most
    {"a": 0.3, "px": 0.05, "py": -1.2, "data": "letters"},
]
every_state = pytest.mark.parametrize("state", STATES)


def noise_of(lesson: Score) -> tuple[Array, Array, Array]:
    """Return each dot's noise and weight, and their mean."""
    data = SETS[lesson.data]
    noise = (np.array([lesson.px, lesson.py]) - np.sqrt(lesson.a) * data) / np.sqrt(1 - lesson.a)
    weights = special.softmax(stats.norm.logpdf(noise).sum(axis=1))
    return noise, weights, weights @ noise


@every_state
def test_the_mean_noise_is_weighed_by_how_likely_each_is(state: dict[str, Any]) -> None:
    lesson = Score(**state)
    noise, weights, mean = noise_of(lesson)
    readouts = lesson.scene().readouts
    np.testing.assert_allclose([readouts["mean1"], readouts["mean2"]], mean, atol=1e-12)
    assert readouts["mean_long"] == pytest.approx(np.hypot(*mean), abs=1e-12)
    assert readouts["alike"] == pytest.approx(1 / (weights**2).sum())
    assert readouts["largest"] == pytest.approx(weights.max())
    assert readouts["lengths"] == pytest.approx(weights @ np.hypot(*noise.T))


@every_state
def test_three_ways_lead_to_one_slope(state: dict[str, Any]) -> None:
    lesson = Score(view="slope", **state)
    readouts = lesson.scene().readouts
    slope = -noise_of(lesson)[2] / np.sqrt(1 - lesson.a)
    for names, digits in (
        (("score1", "score2"), 1e-12),
        (("closed1", "closed2"), 1e-12),
        (("across", "up"), 1e-8),
    ):
        found = np.array([readouts[name] for name in names])
        assert np.abs(found - slope).max() < digits * max(1, np.hypot(*slope))
    assert readouts["gap"] < 1e-12
    assert readouts["gap_by_differences"] < 1e-9


def test_they_agree_anywhere() -> None:
    random = np.random.default_rng(0)
    for _ in range(100):
        px, py = random.uniform(-2.5, 2.5, 2)
        state = {"data": random.choice([*SETS]), "a": random.uniform(0, 0.95), "px": px, "py": py}
        readouts = Score(view="slope", **state).scene().readouts
        assert readouts["gap"] < 1e-12
        assert readouts["gap_by_differences"] < 1e-9


def test_of_noise_alone_the_slope_is_minus_the_place() -> None:
    for data in SETS:
        readouts = Score(view="slope", data=data, a=0, px=1.5, py=-0.8).scene().readouts
        assert readouts["pure"]
        assert [readouts["score1"], readouts["score2"]] == pytest.approx([-1.5, 0.8])


def test_log_p_is_that_of_a_mixture_of_bells() -> None:
    lesson = Score(view="slope", data="letters", a=0.7, px=-1, py=0.4)
    marks, readouts = lesson.scene()
    bells = [stats.multivariate_normal(np.sqrt(0.7) * x, 0.3) for x in SETS["letters"]]
    assert readouts["log"] == pytest.approx(np.log(np.mean([p.pdf([-1, 0.4]) for p in bells])))
    number, log = marks["cut"][40]
    assert log == pytest.approx(np.log(np.mean([p.pdf([number, 0.4]) for p in bells])))
