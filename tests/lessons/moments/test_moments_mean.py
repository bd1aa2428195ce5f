"""Averages of points: where they go, how far off chance leaves them, and in which order."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from gaussians.kit.noise import draw_noise
from gaussians.lessons.moments.lesson import Moments

STATES: list[dict[str, Any]] = [
    {"n": 1},
    {"n": 37, "seed": 5, "t1": -2, "t2": 2},
    {"n": 1000, "a11": -1.5, "a12": 1.5, "a21": 0.3, "a22": -0.7, "seed": 8},
    {"n": 200, "a11": 1, "a12": -1, "a21": -1, "a22": 1},  # flat
]


def came(lesson: Moments) -> tuple[Any, Any, Any]:
    """Return A, t, and the points that have come."""
    A = np.array([[lesson.a11, lesson.a12], [lesson.a21, lesson.a22]])
    t = np.array([lesson.t1, lesson.t2])
    return A, t, draw_noise(lesson.seed)[: lesson.n] @ A.T + t


@pytest.mark.parametrize("state", STATES)
def test_the_average_of_each_number_of_points_is_numpys(state: dict[str, Any]) -> None:
    lesson = Moments(**state)
    marks, readouts = lesson.scene()
    _, _, points = came(lesson)
    n = len(points)
    averages = [points[: k + 1].mean(axis=0) for k in range(n)]
    np.testing.assert_allclose(marks["way"][:n], averages, atol=1e-12)
    np.testing.assert_allclose(marks["cloud"][:n], points, atol=1e-12)
    assert all(np.isnan(marks[name][n:]).all() for name in ("way", "cloud"))
    counts = np.log10(np.arange(1, n + 1))
    height = [average[1] for average in averages]
    np.testing.assert_allclose(marks["path"][:n], np.stack([counts, height], axis=1), atol=1e-12)
    assert np.isnan(marks["path"][n:, 1]).all()
    np.testing.assert_allclose(marks["path_end"], marks["path"][n - 1 : n], atol=1e-12)
    np.testing.assert_allclose(marks["mean"], averages[-1:], atol=1e-12)
    np.testing.assert_allclose([readouts["mean1"], readouts["mean2"]], averages[-1], atol=1e-12)


@pytest.mark.parametrize("state", STATES)
def test_the_funnel_is_two_sd_of_an_average_to_each_side(state: dict[str, Any]) -> None:
    lesson = Moments(**state)
    marks, readouts = lesson.scene()
    A, t, points = came(lesson)
    sd = np.sqrt(np.diag(A @ A.T))
    half = len(marks["funnel_area"]) // 2
    for sides in (marks["funnel_area"], marks["funnel_again"]):
        upper, lower = sides[:half], sides[half:][::-1]
        np.testing.assert_allclose(upper[:, 1], t[1] + 2 * sd[1] / np.sqrt(10 ** upper[:, 0]))
        np.testing.assert_allclose(upper[:, 1] + lower[:, 1], 2 * t[1], atol=1e-12)
    assert (upper[[0, -1], 0] == [0, 3]).all()
    error = sd / np.sqrt(lesson.n)
    np.testing.assert_allclose([readouts["error1"], readouts["error2"]], error)
    off = [readouts["off1"], readouts["off2"]]
    np.testing.assert_allclose(off, (points.mean(axis=0) - t) / error, atol=1e-9)
    assert readouts["in_funnel"] == (abs(off[1]) <= 2)


@pytest.mark.parametrize("n", [1, 2, 25, 400, 1000])
@pytest.mark.parametrize("seed", [1, 7])
def test_of_200_streams_those_outside_the_funnel_are_counted(n: int, seed: int) -> None:
    lesson = Moments(n=n, seed=seed)
    marks, readouts = lesson.scene()
    stream = lesson.table("streams")
    assert stream.shape == (200, 1000)
    sd = np.hypot(lesson.a21, lesson.a22)
    averages = (lesson.t2 + sd * stream[:, :n]).mean(axis=1)
    inside = abs(averages - lesson.t2) <= 2 * sd / np.sqrt(n)
    assert readouts["inside"] == inside.sum()
    assert readouts["outside"] == (~inside).sum()
    np.testing.assert_allclose(marks["average_in"][inside, 1], averages[inside])
    np.testing.assert_allclose(marks["average_out"][~inside, 1], averages[~inside])
    assert np.isnan(marks["average_in"][~inside, 1]).all()
    assert np.isnan(marks["average_out"][inside, 1]).all()
    away = (averages - lesson.t2) / (sd / np.sqrt(n))
    np.testing.assert_allclose(marks["away_in"][inside, 1], away[inside])
    np.testing.assert_allclose(marks["away_out"][~inside, 1], away[~inside])
    assert readouts["spread"] == pytest.approx(np.sqrt((away**2).mean()))
    law = stats.binom(200, stats.chi2(1).cdf(4))
    assert readouts["expected"] == pytest.approx(law.mean())
    assert readouts["give_or_take"] == pytest.approx(law.std())
    assert readouts["reach"] == pytest.approx(2 * sd / np.sqrt(n))


@pytest.mark.parametrize("n", [3, 777])
def test_heights_that_are_all_the_same_are_not_outside(n: int) -> None:
    """Though their average is off by a rounding error, and the funnel has no width."""
    marks, readouts = Moments(n=n, t2=1.15, a21=0, a22=0).scene()
    assert readouts["in_funnel"] == 1
    assert (readouts["inside"], readouts["outside"], readouts["expected"]) == (200, 0, 200)
    assert readouts["give_or_take"] == 0
    assert np.isnan([readouts["off2"], readouts["spread"]]).all()
    np.testing.assert_allclose(marks["average_in"][:, 1], 1.15)
    assert np.isnan(marks["away_in"][:, 1]).all()


def test_counts_of_many_seeds_are_binomial_and_averages_standard() -> None:
    found = [Moments(view="streams", n=64, seed=seed).scene().readouts for seed in range(60)]
    counts = np.array([readouts["inside"] for readouts in found])
    law = stats.binom(200, stats.chi2(1).cdf(4))
    assert abs(counts.mean() - law.mean()) < 3.5 * law.std() / np.sqrt(60)
    assert counts.std() == pytest.approx(law.std(), rel=0.35)
    spreads = np.array([readouts["spread"] for readouts in found])
    assert spreads.mean() == pytest.approx(1, abs=0.02)
    assert spreads.std() == pytest.approx(0.05, rel=0.35)  # as the words say


@pytest.mark.parametrize("state", STATES)
def test_to_map_the_average_is_to_average_the_map_to_the_last_digits(state: dict[str, Any]) -> None:
    lesson = Moments(**state)
    marks, readouts = lesson.scene()
    A, t, points = came(lesson)
    noise = draw_noise(lesson.seed)[: lesson.n]
    mapped = [readouts["mapped1"], readouts["mapped2"]]
    np.testing.assert_allclose(mapped, A @ noise.mean(axis=0) + t, atol=1e-14)
    np.testing.assert_allclose(marks["image_mean"], [points.mean(axis=0)], atol=1e-14)
    np.testing.assert_allclose(marks["noise_mean"], [noise.mean(axis=0)], atol=1e-14)
    assert readouts["apart"] < 2e-14
    assert readouts["products_apart"] < 5e-14
    found = [readouts[name] for name in ("v11", "v12", "v22")]
    np.testing.assert_allclose(found, (noise.T @ noise / len(noise)).ravel()[[0, 1, 3]], atol=1e-12)
    np.testing.assert_allclose(marks["tip1"], [t + A[:, 0]])
    np.testing.assert_allclose(marks["tip2"], [t + A[:, 1]])


def test_about_half_of_all_streams_leave_the_funnel_now_and_then() -> None:
    """So the story says; it is not the share outside at one N."""
    random = np.random.default_rng(0)
    steps = np.arange(1, 1001)
    away = random.standard_normal((2000, 1000)).cumsum(axis=1) / np.sqrt(steps)
    assert (abs(away) > 2).any(axis=1).mean() == pytest.approx(0.5, abs=0.05)
