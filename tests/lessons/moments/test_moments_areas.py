"""Signed rectangles, whose average is the covariance; and the area under s² f, which is 1."""

from typing import Any

import numpy as np
import pytest
from pieces import pieces
from scipy import integrate, stats
from test_moments_mean import STATES, came

from gaussians.kit.geometry import area
from gaussians.lessons.moments.lesson import Moments


@pytest.mark.parametrize("state", STATES)
def test_each_of_the_first_points_spans_its_rectangle(state: dict[str, Any]) -> None:
    lesson = Moments(view="areas", **state)
    marks, _ = lesson.scene()
    _, t, points = came(lesson)
    for name, sign in (("plus", 1), ("minus", -1)):
        spanned = [p for p in points[:40] if sign * np.prod(p - t) > 0]
        boxes = [box for box in pieces(marks[name]) if len(box)]
        assert len(boxes) == len(spanned)
        for box, point in zip(boxes, spanned, strict=True):
            np.testing.assert_allclose(box[[0, 2, 4]], [t, point, t], atol=1e-12)
            assert area(box) == pytest.approx(np.prod(point - t), abs=1e-12)
            assert sign * area(box) > 0
        np.testing.assert_array_equal(marks[f"{name}_edges"], marks[name])
    corners = marks["newest"]
    np.testing.assert_allclose(corners[[0, 2, 4]], [t, points[-1], t], atol=1e-12)


@pytest.mark.parametrize("state", STATES)
def test_blue_less_red_is_the_average_product(state: dict[str, Any]) -> None:
    lesson = Moments(view="areas", **state)
    marks, readouts = lesson.scene()
    A, t, points = came(lesson)
    areas = np.prod(points - t, axis=1)
    n = len(points)
    assert readouts["plus"] == pytest.approx(areas[areas > 0].sum() / n)
    assert readouts["minus"] == pytest.approx(-areas[areas < 0].sum() / n)
    assert readouts["net"] == pytest.approx(areas.mean())
    assert readouts["area"] == pytest.approx(areas[-1])
    np.testing.assert_allclose([readouts["x"], readouts["y"]], points[-1] - t, atol=1e-12)
    running = np.cumsum(areas) / np.arange(1, n + 1)
    np.testing.assert_allclose(marks["area_path"][:n, 1], running, atol=1e-12)
    np.testing.assert_allclose(marks["area_end"], [[np.log10(n), running[-1]]], atol=1e-12)
    measured = (points - t).T @ (points - t) / n
    cov = A @ A.T
    for i, j in ((0, 0), (0, 1), (1, 1)):
        name = f"{i + 1}{j + 1}"
        assert readouts[f"m{name}"] == pytest.approx(measured[i, j])
        assert readouts[f"S{name}"] == pytest.approx(cov[i, j])
    half = len(marks["area_funnel"]) // 2
    sd = np.sqrt(cov[0, 0] * cov[1, 1] + cov[0, 1] ** 2)
    decades, upper = marks["area_funnel"][:half].T
    np.testing.assert_allclose(upper, cov[0, 1] + 2 * sd / np.sqrt(10**decades))
    np.testing.assert_allclose(marks["area_level"][:, 1], cov[0, 1])


def test_chance_errors_are_the_sd_of_what_seeds_measure() -> None:
    state: dict[str, Any] = {"view": "areas", "n": 400, "a12": -1.1, "a21": 0.7}
    found = [Moments(seed=seed, **state).scene().readouts for seed in range(80)]
    for name in ("11", "12", "22"):
        values = np.array([readouts[f"m{name}"] for readouts in found])
        error, exact = found[0][f"error{name}"], found[0][f"S{name}"]
        assert values.std() == pytest.approx(error, rel=0.3)
        assert abs(values.mean() - exact) < 4 * error / np.sqrt(80)


@pytest.mark.parametrize("limit", [1.0, 1.5, 2.75, 5.0])
def test_what_lacks_within_1_is_made_up_outside(limit: float) -> None:
    marks, readouts = Moments(view="squares", limit=limit).scene()
    f = stats.norm.pdf

    def under(curve: Any, low: float, high: float) -> float:
        return float(integrate.quad(curve, low, high, epsabs=1e-13)[0])

    def bend(s: float) -> float:
        return float((s * s - 1) * f(s))

    assert readouts["lost"] == pytest.approx(-under(bend, -1, 1), abs=1e-12)
    assert readouts["gained"] == pytest.approx(2 * under(bend, 1, limit), abs=1e-12)
    assert readouts["made_up"] == pytest.approx(readouts["gained"] / readouts["lost"])
    for name, curve in (("mass", f), ("second", lambda s: s * s * f(s)), ("bend", bend)):
        exact = under(curve, -limit, limit)
        assert readouts[name] == pytest.approx(exact, abs=1e-12)
        assert readouts[f"{name}_sum"] == pytest.approx(exact, abs=1e-12)
    assert readouts["bend"] == pytest.approx(-2 * limit * f(limit), abs=1e-15)
    ends = {"lost": (-1, 1), "gained_right": (1, limit), "gained_left": (-1, -limit)}
    for name, (start, end) in ends.items():
        there, back = np.split(marks[name], 2)
        assert (there[[0, -1], 0] == [start, end]).all()
        x = there[:, 0]
        high, low = (f(x), x * x * f(x)) if name == "lost" else (x * x * f(x), f(x))
        np.testing.assert_allclose(there[:, 1], high, atol=1e-15)
        np.testing.assert_allclose(back[::-1, 1], low, atol=1e-15)
    assert (marks["limit_right"][:, 0] == limit).all()
    assert (marks["limit_left"][:, 0] == -limit).all()


def test_all_of_it_is_1() -> None:
    """The variance of noise, as far out as anybody looks."""
    readouts = Moments(view="squares", limit=5).scene().readouts
    assert readouts["made_up"] == pytest.approx(1, abs=1e-4)
    assert readouts["second"] == pytest.approx(1, abs=2e-5)
    assert readouts["lost"] == pytest.approx(0.4839, abs=5e-5)  # as the words say
