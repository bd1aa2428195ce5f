"""Few points with their arrows and weights, two descents, and speeds in ρ."""

from typing import Any

import numpy as np
import pytest

from gaussians.kit.noise import draw_noise
from gaussians.lessons.gradient.functions import FUNCTIONS
from gaussians.lessons.gradient.lesson import Gradient

STATES: list[dict[str, Any]] = [
    {},
    {"f": "wave", "mu": -3, "sigma": 0.2, "seed": 9},
    {"f": "wells", "mu": 0.5, "sigma": 2},
    {"f": "step", "mu": 0, "sigma": 0.7},
]


def noise(lesson: Gradient) -> Any:
    return draw_noise(lesson.seed, 12, 1, 0)[:, 0]


@pytest.mark.parametrize("state", STATES)
def test_arrows_are_how_far_a_point_goes(state: dict[str, Any]) -> None:
    lesson = Gradient(**state)
    marks, s = lesson.scene().marks, noise(lesson)
    x = lesson.mu + lesson.sigma * s
    np.testing.assert_allclose(marks["points"][:, 0], x)
    for name, by in (("by_mean", {"mu": 0.5}), ("by_sd", {"sigma": 0.5})):
        more = {key: getattr(lesson, key) + grown for key, grown in by.items()}
        start, end = marks[name].reshape(12, 6, 2)[:, :2].transpose(1, 0, 2)
        np.testing.assert_allclose(start[:, 0], x)
        with_more = lesson.state() | more
        np.testing.assert_allclose(end[:, 0], with_more["mu"] + with_more["sigma"] * s)
        np.testing.assert_array_equal(start[:, 1], end[:, 1])


@pytest.mark.parametrize("state", STATES)
def test_averages_of_the_few_points(state: dict[str, Any]) -> None:
    lesson = Gradient(**state)
    (marks, readouts), s = lesson.scene(), noise(lesson)
    f, x = FUNCTIONS[lesson.f], (lesson.mu + lesson.sigma * s)[:, None]
    slope = f.slope(x)[:, 0]
    assert readouts["average"] == pytest.approx(f.of(x).mean())
    assert readouts["slope_mean"] == pytest.approx(slope.mean(), abs=1e-12)
    assert readouts["slope_sd"] == pytest.approx((slope * s).mean(), abs=1e-12)
    assert readouts["weighed"] == pytest.approx((f.of(x) * s).mean() / lesson.sigma, abs=1e-12)
    np.testing.assert_allclose(marks["weights"], np.column_stack([x, s / lesson.sigma]))
    for size in ("tall", "low"):
        np.testing.assert_allclose(marks[f"on_move_{size}"], np.column_stack([x, f.of(x)]))
        left, right = marks[f"slopes_{size}"].reshape(12, 3, 2)[:, :2].transpose(1, 0, 2)
        rise = (right - left)[:, 1] / (right - left)[:, 0]
        np.testing.assert_allclose(rise, slope, atol=1e-9)
    (left, low), (right, high) = marks["score"]
    assert (high - low) / (right - left) == pytest.approx(lesson.sigma**-2)


def test_a_function_has_planes_of_its_height() -> None:
    for f in FUNCTIONS:
        for view in ("move", "weigh", "seeds", "descents"):
            names = Gradient(view=view, f=f).planes_in_sight()
            assert [name for name in names if name.startswith(f"{view}_")] == [
                f"{view}_{FUNCTIONS[f].size}"
            ]
            assert len(names) == (1 if view == "seeds" else 2)


@pytest.mark.parametrize("f", FUNCTIONS)
@pytest.mark.parametrize(("start", "rate", "k"), [(2.5, 0.1, 60), (-3, 0.3, 41), (0.3, 0.01, 0)])
def test_descents_are_what_a_loop_does(f: str, start: float, rate: float, k: int) -> None:
    sigma, of = 0.8, FUNCTIONS[f]
    marks, readouts = Gradient(
        view="descents", f=f, start=start, rate=rate, k=k, sigma=sigma, seed=3
    ).scene()
    walks: dict[str, list[float]] = {name: [start] for name in ("exact", "path", "weight")}
    for s in draw_noise(3, 60, 1, 2)[:, 0]:
        x = {name: np.array([walk[-1] + sigma * s]) for name, walk in walks.items()}
        slopes = {
            "exact": of.in_mean(walks["exact"][-1], sigma),
            "path": of.slope(x["path"])[0],
            "weight": of.of(x["weight"]) * s / sigma,
        }
        for name, slope in slopes.items():
            walks[name].append(float(np.clip(walks[name][-1] - rate * slope, -3, 3)))
    for name, walk in walks.items():
        way = marks[f"{name}_way"]
        np.testing.assert_allclose(way[: k + 1, 1], walk[: k + 1], atol=1e-7)
        assert np.isnan(way[k + 1 :, 1]).all()
        np.testing.assert_array_equal(way[:, 0], np.arange(61))
        np.testing.assert_allclose(marks[f"{name}_end"], [[k, walk[k]]], atol=1e-7)
        height = of.mean(walk[k], sigma)
        assert readouts[f"{name}_at"] == pytest.approx(walk[k], abs=1e-7)
        assert readouts[f"{name}_height"] == pytest.approx(height, abs=1e-5)
        for size in ("tall", "low"):
            np.testing.assert_allclose(marks[f"{name}_ball_{size}"], [[walk[k], height]], atol=1e-5)
        if name != "exact":
            off = np.array(walk[1 : k + 1]) - walks["exact"][1 : k + 1]
            typical = np.sqrt((off**2).mean()) if k else 0
            assert readouts[f"{name}_away"] == pytest.approx(typical, abs=1e-7)


def test_following_settles_where_its_noise_and_its_pull_are_even() -> None:
    """For x², μ ← (1 - 2η) μ - 2 η σ s: its variance in the end is that of a geometric sum."""
    rate, sigma = 0.2, 1.0
    ends = [
        Gradient(view="descents", k=60, rate=rate, sigma=sigma, seed=seed).scene().readouts
        for seed in range(40)
    ]
    at = np.array([readouts["path_at"] for readouts in ends])
    sd = 2 * rate * sigma / np.sqrt(1 - (1 - 2 * rate) ** 2)
    assert abs(at.mean()) < 4 * sd / np.sqrt(40)
    assert 0.6 * sd < at.std() < 1.4 * sd
    away = np.array([[readouts["path_away"], readouts["weight_away"]] for readouts in ends])
    assert (away[:, 0] < away[:, 1]).mean() > 0.9


@pytest.mark.parametrize("rho", [-0.995, -0.5, 0.0, 0.6, 0.98, 0.995])
def test_speeds_are_what_x_changes_by_and_grow_without_bound(rho: float) -> None:
    marks, readouts = Gradient(view="rho", rho=rho).scene()
    s, small = draw_noise(1, 100, 2, 3), 1e-7

    def second(rho: float) -> Any:
        return rho * s[:, 0] + np.sqrt(1 - rho**2) * s[:, 1]

    np.testing.assert_allclose(marks["pairs"], np.column_stack([s[:, 0], second(rho)]))
    speed = (second(rho + small) - second(rho - small)) / (2 * small)
    start, end = marks["speeds"].reshape(100, 6, 2)[:, :2].transpose(1, 0, 2)
    np.testing.assert_allclose((end - start)[:, 1] / 0.2, speed, rtol=1e-4, atol=1e-4)
    np.testing.assert_array_equal((end - start)[:, 0], 0)
    exact = 1 / np.sqrt(1 - rho**2)
    assert readouts["typical_speed"] == pytest.approx(exact)
    assert readouts["speed_variance"] == pytest.approx(exact**2)
    assert readouts["measured_speed"] == pytest.approx(np.sqrt((speed**2).mean()), rel=1e-4)
    assert abs(readouts["measured_speed"] - exact) < 4 * readouts["speed_error"]
    estimates = s[:, 0] * speed
    assert readouts["product_slope"] == pytest.approx(estimates.mean(), rel=1e-4, abs=1e-4)
    assert abs(readouts["product_slope"] - 1) < 4 * readouts["product_error"]
    # E s₁² (s₁ - c s₂)² = 3 + c², of a Gaussian
    assert readouts["product_variance"] == pytest.approx(2 + rho**2 / (1 - rho**2))
    assert readouts["product_error"] == pytest.approx(np.sqrt(readouts["product_variance"] / 100))
