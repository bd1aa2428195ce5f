"""Planks that are sawn: each path is arithmetic, and many agree with the bell but for chance."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from gaussians.kit.noise import draw_noise
from gaussians.lessons.chain.lesson import Chain

STATES: list[dict[str, Any]] = [
    {},
    {"mu": 497.5, "sigma": 4, "tau": 4, "n": 5000, "seed": 3, "plank": 30},
    {"sigma": 1.5, "tau": 4, "r": 1.6, "n": 2000, "seed": 9, "plank": 12},
]


def sawn(lesson: Chain, count: int) -> tuple[Any, Any]:
    s1, s2 = draw_noise(lesson.seed)[:count].T
    a = lesson.mu + lesson.sigma * s1
    return a, a + lesson.tau * lesson.r**s1 * s2


@pytest.mark.parametrize("state", STATES)
def test_thirty_paths_go_from_plank_to_reading_to_length(state: dict[str, Any]) -> None:
    lesson = Chain(**state)
    marks, readouts = lesson.scene()
    a, b = sawn(lesson, 30)
    for name, start, end, level in (
        ("measured", np.full(30, lesson.mu), a, 2),
        ("cut", a, b, 1),
    ):
        lines = marks[name].reshape(30, 3, 2)
        np.testing.assert_allclose(lines[:, 0], np.stack([start, 0 * a + level], axis=1))
        np.testing.assert_allclose(lines[:, 1], np.stack([end, 0 * a + level - 1], axis=1))
        assert np.isnan(lines[:, 2]).all()
    np.testing.assert_allclose(marks["readings"], np.stack([a, 0 * a + 1], axis=1))
    np.testing.assert_allclose(marks["lengths"], np.stack([b, 0 * b], axis=1))
    i = lesson.plank - 1
    for name, value in (("one_reading", a[i]), ("one_length", b[i])):
        assert marks[name][0, 0] == pytest.approx(value)
    assert readouts["off_a"] == pytest.approx(a[i] - lesson.mu)
    assert readouts["off_cut"] == pytest.approx(b[i] - a[i])
    assert readouts["off"] == pytest.approx(b[i] - lesson.mu)
    assert readouts["own_tau"] * readouts["s2"] == pytest.approx(b[i] - a[i])


@pytest.mark.parametrize("state", STATES)
def test_what_is_measured_is_what_numpy_measures(state: dict[str, Any]) -> None:
    lesson = Chain(**state)
    marks, readouts = lesson.scene()
    a, b = sawn(lesson, lesson.n)
    assert readouts["mean_a"] == pytest.approx(a.mean())
    assert readouts["sd_a"] == pytest.approx(a.std(ddof=1))
    assert readouts["mean_b"] == pytest.approx(b.mean())
    assert readouts["sd_b"] == pytest.approx(b.std(ddof=1))
    assert readouts["together"] == pytest.approx(np.corrcoef(a, b - a)[0, 1])
    left, share = marks["bars"].T
    counted = [((x <= b) & (b < x + 1)).sum() for x in left]
    np.testing.assert_array_equal(np.round(share * lesson.n), counted)
    x, height = marks["expected"].T
    np.testing.assert_allclose(height, stats.norm(lesson.mu, readouts["spread"]).pdf(x))


@pytest.mark.parametrize("r", [1.0, 1.3])
def test_chance_errors_are_the_sd_of_what_seeds_measure(r: float) -> None:
    found = [Chain(sigma=3, tau=2.5, r=r, n=1000, seed=seed).scene().readouts for seed in range(60)]
    for measured, error, expected in (
        ("mean_a", "mean_error_a", "mu"),
        ("sd_a", "sd_error_a", "sigma"),
        ("mean_b", "mean_error", "mu"),
        ("sd_b", "sd_error", "spread"),
        ("together", "together_error", None),
    ):
        values = np.array([readouts[measured] for readouts in found])
        said = found[0][error]
        assert values.std() == pytest.approx(said, rel=0.3), measured
        exact = found[0][expected] if expected else 0
        assert abs(values.mean() - exact) < 4 * said / np.sqrt(len(found)), measured


@pytest.mark.parametrize(("sigma", "tau"), [(1.5, 1.5), (3, 4), (4, 1.5)])
def test_thousands_of_planks_have_the_sd_of_the_triangle(sigma: float, tau: float) -> None:
    readouts = Chain(sigma=sigma, tau=tau, n=5000).scene().readouts
    assert abs(readouts["sd_b"] - np.hypot(sigma, tau)) < 3 * readouts["sd_error"]
    s1, s2 = draw_noise(1).T
    assert (
        stats.kstest(sigma * s1 + tau * s2, stats.norm(0, np.hypot(sigma, tau)).cdf).pvalue > 0.01
    )
