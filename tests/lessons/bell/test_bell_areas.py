"""Widths, heights and areas of the bell, against closed forms and scipy."""

import numpy as np
import pytest
from pieces import pieces
from scipy import integrate, stats

from gaussians.kit.noise import draw_noise
from gaussians.lessons.bell.lesson import Bell


@pytest.mark.parametrize("a", [0.3, 0.5, 1.0, 2.0])
@pytest.mark.parametrize("height", [0.1, 0.55, 1.0])
def test_inflections_and_area_of_any_width_and_height(a: float, height: float) -> None:
    marks, readouts = Bell(view="width", a=a, height=height).scene()
    law = stats.norm(0, readouts["wide"])
    assert readouts["wide"] == pytest.approx(1 / np.sqrt(2 * a))
    exact = height * np.sqrt(np.pi / a)
    assert readouts["area"] == pytest.approx(exact, rel=1e-12)
    assert readouts["summed_area"] == pytest.approx(exact, rel=1e-12)
    assert readouts["right"] == pytest.approx(law.pdf(0))
    for diamond in pieces(marks["diamonds"]):
        x, y = diamond[:4].mean(axis=0)
        assert abs(x) == readouts["wide"]
        assert y == pytest.approx(height * np.exp(-a * x * x))
        h = 1e-3
        bent = [height * np.exp(-a * (abs(x) + k * h) ** 2) for k in (-2, -1, 0, 1, 2)]
        before, after = bent[0] - 2 * bent[1] + bent[2], bent[2] - 2 * bent[3] + bent[4]
        assert before < 0 < after
    n, y = marks["hill"].T
    np.testing.assert_allclose(y, height * np.exp(-a * n * n))
    assert abs(readouts["flat"]) < 1e-14


@pytest.mark.parametrize("a", [0.3, 0.5, 1.7])
def test_near_the_right_height_it_is_the_right_height(a: float) -> None:
    right = np.sqrt(a / np.pi)
    for miss, locks in ((0.002, True), (-0.002, True), (0.004, False)):
        marks, readouts = Bell(view="width", a=a, height=right + miss).scene()
        assert (abs(readouts["area"] - 1) < 1e-12) == locks
        assert readouts["standard"] == (locks and a == 0.5)
        assert np.isfinite(marks["standard_hill"]).all() == (locks and a == 0.5)
        assert marks["top"][0, 1] == pytest.approx(right if locks else right + miss)
    marks, _ = Bell(view="width", a=0.5, height=0.4).scene()
    np.testing.assert_allclose(marks["standard_hill"], marks["mass_curve"], rtol=1e-14)
    np.testing.assert_allclose(marks["hill"], marks["mass_curve"], rtol=1e-12)


def test_one_z_for_every_dimension() -> None:
    readouts = Bell().scene().readouts
    z, _ = integrate.quad(lambda x: np.exp(-x * x / 2), -40, 40)
    for dim in (1, 2, 3, 10, 100):
        assert readouts[f"z{dim}"] == pytest.approx(z**dim, rel=1e-7)


@pytest.mark.parametrize("limit", np.arange(0, 4.01, 0.16))
def test_three_areas_have_their_closed_forms(limit: float) -> None:
    """The second is the first less 2 L f(L); both ways to the page's numbers are checked."""
    readouts = Bell(view="areas", limit=limit).scene().readouts
    f = stats.norm.pdf
    exact = {
        "mass": stats.norm.cdf(limit) - stats.norm.cdf(-limit),
        "second": integrate.quad(lambda x: x * x * f(x), -limit, limit, epsabs=1e-13)[0],
        "bend": -2 * limit * f(limit),
    }
    for name, value in exact.items():
        assert readouts[name] == pytest.approx(value, abs=1e-12)
        assert readouts[f"{name}_sum"] == pytest.approx(value, abs=1e-12)
    assert readouts["areas_apart"] < 1e-12


def test_areas_to_remember() -> None:
    readouts = Bell().scene().readouts
    assert [round(readouts[f"mass{k}"], 4) for k in (1, 2, 3)] == [0.6827, 0.9545, 0.9973]


@pytest.mark.parametrize("limit", [0.0, 0.68, 2.5])
def test_what_is_shaded_is_what_is_measured(limit: float) -> None:
    marks, readouts = Bell(view="areas", limit=limit).scene()
    for name in ("mass", "second", "bend"):
        x, y = marks[f"{name}_area"].T
        shoelace = np.sum(np.roll(x, -1) * y - x * np.roll(y, -1)) / 2
        assert shoelace == pytest.approx(readouts[name], abs=2e-3)
        np.testing.assert_allclose([x.min(), x.max()], [-limit, limit])
        n, curve = marks[f"{name}_curve"].T
        np.testing.assert_allclose(np.interp(x, n, curve) * (y != 0), y, atol=2e-4)
    for name, side in (("left", -limit), ("right", limit)):
        for below in ("", "_below"):
            np.testing.assert_array_equal(marks[name + below][:, 0], side)


def test_the_curves_cross_where_the_bell_has_its_inflections() -> None:
    marks, _ = Bell(view="areas").scene()
    n, bend = marks["bend_curve"].T
    np.testing.assert_allclose(bend, marks["second_curve"][:, 1] - marks["mass_curve"][:, 1])
    np.testing.assert_allclose(n[np.flatnonzero(np.abs(bend) < 1e-12)], [-1, 1])
    f = marks["mass_curve"][:, 1]
    np.testing.assert_allclose(np.gradient(np.gradient(f, n), n)[2:-2], bend[2:-2], atol=1e-3)


@pytest.mark.parametrize("seed", range(4))
def test_points_between_the_limits_are_counted(seed: int) -> None:
    marks, readouts = Bell(view="areas", seed=seed, limit=1.3, n=2000).scene()
    noise = draw_noise(seed)[:2000, 0]
    assert readouts["n"] == len(marks["rug"]) == 2000
    assert readouts["counted"] == (np.abs(noise) <= 1.3).mean()
    assert np.isfinite(marks["rug_inside"][:, 0]).mean() == readouts["counted"]
    error = stats.binom(2000, readouts["mass"]).std() / 2000
    assert readouts["chance"] == pytest.approx(error)
    assert abs(readouts["counted"] - readouts["mass"]) < 4 * error
