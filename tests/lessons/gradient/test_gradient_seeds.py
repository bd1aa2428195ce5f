"""200 seeds: the same draws followed and weighed, and how far chance leaves what is measured."""

from typing import Any

import numpy as np
import pytest
from copied import run
from scipy import stats

from gaussians.kit.noise import draw_noise
from gaussians.lessons.gradient.estimates import Law, error_of_variance, of_average
from gaussians.lessons.gradient.functions import FUNCTIONS
from gaussians.lessons.gradient.lesson import Gradient
from gaussians.lessons.gradient.seeds import EDGES

STATES: list[dict[str, Any]] = [
    {"n": 1},
    {"n": 17, "seed": 5},
    {"f": "wave", "mu": 0.3, "sigma": 0.2, "n": 3},
    {"f": "wells", "mu": -1, "sigma": 0.6, "n": 100},
    {"f": "step", "mu": 0.2, "sigma": 0.5, "n": 40},
]


def by_hand(state: dict[str, Any]) -> dict[str, Any]:
    """Estimate by formulas of this test's own."""
    whole = Gradient(view="seeds", **state)
    mu, sigma = whole.mu, whole.sigma
    s = draw_noise(whole.seed, 200, 100, 1)[:, : whole.n]
    x = mu + sigma * s
    f, slope = {
        "square": (x**2, 2 * x),
        "wave": (np.cos(5 * x), -5 * np.sin(5 * x)),
        "wells": ((x * x - 4) ** 2 / 4, x * (x * x - 4)),
        "step": (1.0 * (x > 0), 0 * x),
    }[whole.f]
    return {"path": slope.mean(axis=1), "weight": (f * s / sigma).mean(axis=1)}


@pytest.mark.parametrize("state", STATES)
def test_what_is_measured_and_drawn_is_made_of_the_same_draws(state: dict[str, Any]) -> None:
    lesson = Gradient(view="seeds", **state)
    marks, readouts = lesson.scene()
    exact = FUNCTIONS[lesson.f].in_mean(lesson.mu, lesson.sigma)
    assert readouts["exact"] == pytest.approx(exact)
    low, high = EDGES[FUNCTIONS[lesson.f].size]
    for name, averages in by_hand(state).items():
        for size in ("tall", "low"):
            np.testing.assert_allclose(marks[f"{name}_dots_{size}"][:, 0], averages, atol=1e-12)
            left, right = marks[f"{name}_sd_{size}"][:, 0]
            sd = np.sqrt(readouts[f"{name}_variance"])
            assert right - left == pytest.approx(2 * sd)
            np.testing.assert_array_equal(marks[f"slope_{size}"][:, 0], readouts["exact"])
        assert readouts[f"{name}_mean"] == pytest.approx(averages.mean(), abs=1e-14)
        assert readouts[f"{name}_measured"] == pytest.approx(averages.var(ddof=1), abs=1e-14)
        assert readouts[f"{name}_variance"] == pytest.approx(readouts[f"{name}_one"] / lesson.n)
        assert readouts[f"{name}_beyond"] == ((averages < low) | (averages > high)).sum()


@pytest.mark.parametrize("state", STATES)
def test_what_is_measured_is_within_chance_of_what_is_exact(state: dict[str, Any]) -> None:
    off = []
    for seed in range(20):
        readouts = Gradient(**{"view": "seeds", **state, "seed": seed}).scene().readouts
        ways = ["weight"] if state.get("f") == "step" else ["path", "weight"]
        for name in ways:
            mean = (readouts[f"{name}_mean"] - readouts["exact"]) / readouts[f"{name}_mean_error"]
            measured = readouts[f"{name}_measured"] - readouts[f"{name}_variance"]
            off.append((mean, measured / readouts[f"{name}_error"]))
    assert np.abs(off).max() < 5
    assert np.abs(np.mean(off, axis=0)).max() < 4.5 / np.sqrt(len(off))
    assert 0.6 < np.std(off, axis=0)[0] < 1.4  # errors are neither too large nor too small
    assert 0.4 < np.std(off, axis=0)[1] < 1.6


def test_the_famous_variances_are_measured_within_chance() -> None:
    readouts = Gradient(view="seeds").scene().readouts
    assert (readouts["path_one"], readouts["weight_one"]) == pytest.approx((4, 51.5625))
    for name in ("path", "weight"):
        off = readouts[f"{name}_measured"] - readouts[f"{name}_one"]
        assert abs(off) < 2 * readouts[f"{name}_error"]


def test_chance_errors_of_variances_hold_for_a_law_with_long_tails() -> None:
    """Of a gamma law all moments are known, and an average of such numbers has one, too."""
    law = stats.gamma(0.5)
    mean, variance, _, excess = law.stats("mvsk")
    one = Law(mean, variance, (excess + 3) * variance**2)
    three = of_average(one, 3)
    draws = law.rvs((20_000, 50, 3), random_state=0).mean(axis=2)
    kurtosis = stats.gamma(1.5).stats("k") + 3
    assert three.fourth == pytest.approx(kurtosis * three.variance**2)
    assert error_of_variance(three, 50) == pytest.approx(draws.var(axis=1, ddof=1).std(), rel=0.03)


@pytest.mark.parametrize("mu", [0.0, 0.5, -2.0])
def test_a_jump_is_not_seen_along_the_path(mu: float) -> None:
    readouts = Gradient(view="seeds", f="step", mu=mu, sigma=0.5, n=100).scene().readouts
    assert readouts["exact"] == pytest.approx(stats.norm(mu, 0.5).pdf(0))
    for name in ("path_mean", "path_one", "path_measured", "path_error", "slope_mean"):
        assert readouts[name] == 0
    off = (readouts["weight_mean"] - readouts["exact"]) / readouts["weight_mean_error"]
    assert abs(off) < 4 or mu == -2


@pytest.mark.parametrize("state", STATES)
def test_the_python_of_the_page_finds_the_same(
    state: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = Gradient(view="seeds", k=25, rho=-0.9, **state)
    readouts, found = lesson.scene().readouts, run(lesson)
    for name, values in (("path", found["followed"]), ("weight", found["weighed"])):
        assert values.mean() == pytest.approx(readouts[f"{name}_mean"], abs=1e-12)
        assert values.var(ddof=1) == pytest.approx(readouts[f"{name}_measured"], abs=1e-12)
    assert found["mu"] == pytest.approx(readouts["path_at"], abs=1e-12)
    shown = float(capsys.readouterr().out.split()[-1])
    assert shown == pytest.approx(readouts["measured_speed"])
