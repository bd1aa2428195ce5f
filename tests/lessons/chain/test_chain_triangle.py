"""Independent errors at right angles: squares on a triangle, and a spiral of small steps."""

import numpy as np
import pytest
from scipy import stats

from gaussians.kit.geometry import area
from gaussians.kit.lesson import Array
from gaussians.lessons.chain.lesson import Chain

SPREADS = [(1.5, 1.5), (3.0, 4.0), (4.0, 1.5), (2.2, 3.1)]


def closed(corners: Array) -> Array:
    return np.concatenate([corners, corners[:1]])


@pytest.mark.parametrize(("sigma", "tau"), SPREADS)
def test_squares_on_the_legs_are_together_as_large_as_the_third(sigma: float, tau: float) -> None:
    marks, readouts = Chain(sigma=sigma, tau=tau, r=1.4).scene()  # r has no part in it
    areas = {}
    for name in ("square_sigma", "square_tau", "square_both"):
        corners = closed(marks[name])
        sides = np.diff(corners, axis=0)
        np.testing.assert_allclose(np.linalg.norm(sides, axis=1), np.linalg.norm(sides[0]))
        assert sides[0] @ sides[1] == pytest.approx(0, abs=1e-12)
        areas[name] = abs(area(corners))
        label = marks[name.replace("square", "area")]
        np.testing.assert_allclose(label[0], marks[name].mean(axis=0), atol=1e-12)
        leg = {"square_sigma": "leg_sigma", "square_tau": "leg_tau", "square_both": "long_side"}
        assert all((abs(marks[name] - end).sum(axis=1) == 0).any() for end in marks[leg[name]])
    assert areas["square_sigma"] == pytest.approx(sigma**2) == readouts["var_sigma"]
    assert areas["square_tau"] == pytest.approx(tau**2) == readouts["var_tau"]
    assert areas["square_both"] == pytest.approx(readouts["variance"])
    assert readouts["variance"] == pytest.approx(sigma**2 + tau**2)
    assert readouts["both"] == pytest.approx(np.linalg.norm(marks["long_side"][1]))
    assert readouts["longer"] == pytest.approx(np.hypot(sigma, tau) / max(sigma, tau) - 1)
    assert readouts["both_error"] < 1e-14


@pytest.mark.parametrize(("sigma", "tau"), SPREADS)
def test_bells_beside_it_are_as_wide_as_its_sides_are_long(sigma: float, tau: float) -> None:
    marks, _ = Chain(sigma=sigma, tau=tau).scene()
    for name, sd in (("sigma", sigma), ("tau", tau), ("both", np.hypot(sigma, tau))):
        x, height = marks[f"bell_{name}"].T
        np.testing.assert_allclose(height, stats.norm(0, sd).pdf(x) / stats.norm(0, sd).pdf(0))
        np.testing.assert_allclose(marks[f"kink_{name}"], [[sd, np.exp(-0.5)]])


@pytest.mark.parametrize("m", [1, 2, 5, 16])
@pytest.mark.parametrize(("sigma", "tau"), SPREADS)
def test_small_steps_at_right_angles_end_on_the_circle_of_one_large_step(
    sigma: float, tau: float, m: int
) -> None:
    marks, readouts = Chain(sigma=sigma, tau=tau, m=m, r=1.4).scene()
    tips = marks["chain"]
    np.testing.assert_allclose(tips[0], [sigma, 0])
    steps = np.diff(tips, axis=0)
    np.testing.assert_allclose(np.linalg.norm(steps[:m], axis=1), tau / np.sqrt(m))
    np.testing.assert_allclose(steps[m:], 0, atol=1e-14)
    np.testing.assert_allclose((steps * tips[:-1]).sum(axis=1), 0, atol=1e-12)
    turns = tips[:-1, 0] * steps[:, 1] - tips[:-1, 1] * steps[:, 0]
    assert (turns[:m] > 0).all()
    one_large = np.hypot(sigma, tau)
    np.testing.assert_allclose(np.linalg.norm(marks["round"], axis=1), one_large)
    assert np.linalg.norm(marks["end"]) == pytest.approx(one_large)
    assert np.linalg.norm(marks["large"][1]) == pytest.approx(one_large)
    assert readouts["stepped"] == pytest.approx(one_large)
    assert readouts["step_error"] < 1e-14
    assert readouts["small"] == pytest.approx(tau / np.sqrt(m))
    assert readouts["all_steps"] == pytest.approx(tau**2)


@pytest.mark.parametrize("m", [1, 2, 5, 16])
def test_bells_on_the_way_are_those_after_each_step(m: int) -> None:
    sigma, tau, mu = 2.0, 3.5, 501.0
    marks, _ = Chain(mu=mu, sigma=sigma, tau=tau, m=m).scene()
    unit = stats.norm(mu, sigma).pdf(mu)
    bells = marks["between"].reshape(15, 42, 2)[:, :41]
    for taken, bell in enumerate(bells, 1):
        if taken >= m:
            assert np.isnan(bell[:, 1]).all()
            continue
        x, height = bell.T
        law = stats.norm(mu, np.sqrt(sigma**2 + taken * tau**2 / m))
        np.testing.assert_allclose(height, law.pdf(x) / unit)
    for name, sd in (("before", sigma), ("after", np.hypot(sigma, tau))):
        x, height = marks[name].T
        np.testing.assert_allclose(height, stats.norm(mu, sd).pdf(x) / unit)
