"""How the bell falls: slopes and inflections by differences, ratios and logarithms by hand."""

import numpy as np
import pytest
from pieces import pieces

from gaussians.lessons.bell.lesson import Bell

PLACES = [-2.5, -0.7, -0.2, 0.0, 0.24, 0.7, 1.0, 2.5]


@pytest.mark.parametrize("x", PLACES)
def test_heights_at_x_and_half_a_step_further_out(x: float) -> None:
    marks, readouts = Bell(x=x).scene()
    further = x + (0.5 if x >= 0 else -0.5)
    for name, power in (("blue", 2), ("red", 1)):
        here, there = np.exp(-(np.abs([x, further]) ** power))
        assert readouts[name] == pytest.approx(here)
        assert readouts[f"{name}_next"] == pytest.approx(there)
        assert readouts[f"{name}_left"] == pytest.approx(there / here)
    assert (readouts["blue_left"] > readouts["red_left"]) == (abs(x) < readouts["equal"])
    np.testing.assert_allclose(marks["dot"], [[x, readouts["blue"]]])
    np.testing.assert_allclose(marks["blue_next"], [[further, readouts["blue_next"]]])
    np.testing.assert_allclose(marks["red_dots"][:, 0], [x, further])
    for name, at in (("at", x), ("further", further)):
        np.testing.assert_allclose(marks[name], [[at, 0], [at, np.exp(-min(at * at, abs(at)))]])


@pytest.mark.parametrize("x", PLACES)
def test_the_tangent_has_the_slope_of_the_curve_and_turns_round_at_its_steepest(x: float) -> None:
    marks, readouts = Bell(x=x).scene()
    h = 1e-4
    low, middle, high = np.exp(-np.square([x - h, x, x + h]))
    slope = (high - low) / (2 * h)
    assert readouts["slope"] == pytest.approx(slope, abs=1e-7)
    assert readouts["bending"] == pytest.approx((high - 2 * middle + low) / h**2, abs=1e-6)
    (left, below), (right, above) = marks["tangent"]
    assert (above - below) / (right - left) == pytest.approx(slope, abs=1e-7)
    np.testing.assert_allclose(marks["tangent"].mean(axis=0), [x, np.exp(-x * x)])
    if x:
        red = (np.exp(-abs(x + h)) - np.exp(-abs(x - h))) / (2 * h)
        assert readouts["red_slope"] == pytest.approx(red, abs=1e-7)
    else:
        assert np.isnan(readouts["red_slope"])
    np.testing.assert_allclose(marks["slope_dot"], [[x, readouts["slope"]]])


def test_the_slope_is_largest_at_the_diamonds_which_come_up_near_them_only() -> None:
    marks, readouts = Bell(x=0.7).scene()
    n, slope = marks["slopes"].T
    _, height = marks["squared"].T
    np.testing.assert_allclose(np.gradient(height, n)[1:-1], slope[1:-1], atol=1e-3)
    assert n[slope.argmin()] == pytest.approx(readouts["steepest"], abs=0.01)
    assert readouts["steepest_slope"] == pytest.approx(-slope.min(), abs=1e-4)
    left, right = (diamond.mean(axis=0) for diamond in (d[:4] for d in pieces(marks["turns"])))
    np.testing.assert_allclose([left[0], right[0]], [-np.sqrt(0.5), np.sqrt(0.5)])
    np.testing.assert_allclose([left[1], -right[1]], readouts["steepest_slope"])
    on_curve = [diamond[:4].mean(axis=0) for diamond in pieces(marks["steepest"])]
    np.testing.assert_allclose(
        np.exp(-np.square([x for x, _ in on_curve])), [y for _, y in on_curve]
    )
    away = Bell(x=0.2).scene().marks
    assert np.isnan(away["steepest"]).any(axis=1).all()


@pytest.mark.parametrize("out", [-5.0, 0.0, 2.0, 3.0, 5.0])
def test_logarithms_are_those_of_the_heights(out: float) -> None:
    marks, readouts = Bell(view="far", out=out).scene()
    assert readouts["lower"] == pytest.approx(1 / readouts["high"])
    assert readouts["tent_lower"] == pytest.approx(1 / readouts["tent_high"])
    for plain, log in (("far_bell", "parabola"), ("far_exponential", "tent"),
                       ("far_dot", "log_dot"), ("far_red_dot", "tent_dot")):  # fmt: skip
        np.testing.assert_array_equal(marks[plain][:, 0], marks[log][:, 0])
        np.testing.assert_allclose(marks[plain][:, 1], np.exp(marks[log][:, 1]))
    assert np.ptp(np.diff(marks["parabola"][:, 1], 2)) < 1e-12
    assert marks["tent"][:, 1].max() == 0  # its tip is drawn


def test_five_out_the_bell_is_268337_times_lower() -> None:
    readouts = Bell(view="far", out=5).scene().readouts
    assert readouts["lower"] == readouts["lower5"] == pytest.approx(268_337.29, abs=0.01)
    slips = {key: value for key, value in readouts.items() if key.startswith("lower5_")}
    assert slips == pytest.approx(
        {
            "lower5_no_half": np.exp(25),
            "lower5_no_square": readouts["tent_lower"],
            "lower5_half": np.exp(2.5),
            "lower5_log": 12.5,
            "lower5_upside_down": readouts["high"],
        }
    )
