"""On a line: what is moved keeps its height, what is stretched keeps its area only if divided."""

import numpy as np
import pytest
from scipy import stats
from scipy.integrate import trapezoid

from gaussians.kit.noise import draw_noise
from gaussians.lessons.density.lesson import Density

SIGMAS = [0.5, 0.55, 1.0, 1.35, 2.0]
MIDDLES = [-3.0, -0.2, 0.0, 0.75, 3.0]


@pytest.mark.parametrize("t", [-2.0, 0.0, 0.35, 2.0])
@pytest.mark.parametrize("x", [-4.0, 0.0, 1.5, 4.0])
def test_a_place_and_the_noise_behind_it_are_as_high(x: float, t: float) -> None:
    marks, readouts = Density(x=x, t=t).scene()
    assert readouts["s"] == x - t
    assert readouts["after"] == pytest.approx(stats.norm(t, 1).pdf(x), rel=1e-14)
    assert readouts["before"] == pytest.approx(stats.norm.pdf(x - t), rel=1e-14)
    assert readouts["apart"] <= 1e-15
    np.testing.assert_allclose(marks["dot_x"], [[x, readouts["after"]]])
    np.testing.assert_allclose(marks["dot_s"], [[x - t, readouts["before"]]])
    number, height = marks["moved"].T
    np.testing.assert_allclose(height, stats.norm(t, 1).pdf(number), atol=1e-15)
    for name, top in (("drop_x", "dot_x"), ("drop_s", "dot_s")):
        np.testing.assert_array_equal(marks[name], [marks[top][0] * [1, 0], *marks[top]])
    np.testing.assert_array_equal(marks["middle"][:, 0], t)
    np.testing.assert_allclose(marks["back"][:2], [*marks["dot_x"], *marks["dot_s"]])


@pytest.mark.parametrize("sigma", SIGMAS)
def test_the_divided_curve_is_the_density_and_the_other_one_has_the_area_sigma(
    sigma: float,
) -> None:
    marks, readouts = Density(sigma=sigma).scene()
    x, divided = marks["bell_divided"].T
    np.testing.assert_allclose(divided, stats.norm(0, sigma).pdf(x), rtol=1e-12)
    x, kept = marks["bell_kept"].T
    assert trapezoid(kept, x) == pytest.approx(sigma, rel=1e-4)  # it goes as far as 4 sd
    for name, total in (("total", 1), ("total_kept", sigma), ("total_divided", 1)):
        assert total * (1 - 1e-6) < readouts[name] < total
    np.testing.assert_allclose(marks["unit"], [[sigma, stats.norm(0, sigma).pdf(sigma)]])


@pytest.mark.parametrize("sigma", SIGMAS)
@pytest.mark.parametrize("at", MIDDLES)
def test_the_area_of_a_box_is_the_share_of_noise_in_it(at: float, sigma: float) -> None:
    marks, readouts = Density(sigma=sigma, at=at).scene()
    share = stats.norm.cdf(at + 0.25) - stats.norm.cdf(at - 0.25)
    assert readouts["mass"] == pytest.approx(share, rel=1e-12)
    assert readouts["height"] == pytest.approx(share / 0.5, rel=1e-12)
    x = sigma * np.array([at - 0.25, at + 0.25])
    after = stats.norm(0, sigma).cdf(x) @ [-1, 1]
    assert readouts["mass_divided"] == pytest.approx(after, rel=1e-12)
    assert readouts["mass_kept"] == pytest.approx(sigma * share, rel=1e-12)
    assert readouts["lower"] * readouts["wider"] == pytest.approx(after)
    np.testing.assert_allclose(marks["bin_divided"][[0, 2], 0], x)
    assert marks["bin_divided"][1, 1] == readouts["lower"]
    assert marks["bin_kept"][1, 1] == readouts["height"] == marks["bin"][1, 1]


def test_all_boxes_stand_side_by_side_under_the_bell() -> None:
    boxes = Density().scene().marks["bars"].reshape(-1, 4, 2)
    assert len(boxes) == 20
    np.testing.assert_allclose(boxes[1:, 0], boxes[:-1, 3])
    left, right, height = boxes[:, 0, 0], boxes[:, 2, 0], boxes[:, 1, 1]
    np.testing.assert_allclose(height * (right - left), np.diff(stats.norm.cdf([*left, right[-1]])))


@pytest.mark.parametrize("seed", range(5))
def test_points_are_counted_in_the_box_that_is_drawn(seed: int) -> None:
    marks, readouts = Density(seed=seed, n=3000, at=-0.6, sigma=1.7).scene()
    noise = draw_noise(seed)[:3000, 0]
    left, right = marks["bin_divided"][[0, 2], 0]
    inside = (left <= 1.7 * noise) & (1.7 * noise <= right)
    assert readouts["counted"] == inside.mean()
    np.testing.assert_allclose(marks["rug_after"], marks["rug"] * [1.7, 1])
    shown = marks["rug_near_after"][:, 0]
    np.testing.assert_allclose(shown[inside], 1.7 * noise[inside])
    assert np.isnan(shown[~inside]).all()
    error = stats.binom(3000, readouts["mass"]).std() / 3000
    assert readouts["chance"] == pytest.approx(error)
    assert abs(readouts["counted"] - readouts["mass"]) < 4 * error


@pytest.mark.parametrize("sigma", SIGMAS)
def test_the_height_in_the_middle_and_what_it_is_taken_for(sigma: float) -> None:
    readouts = Density(sigma=sigma).scene().readouts
    assert readouts["top"] == pytest.approx(stats.norm(0, sigma).pdf(0))
    assert readouts["top_kept"] == pytest.approx(stats.norm.pdf(0))
    assert readouts["top_times"] == pytest.approx(stats.norm.pdf(0) * sigma)
    assert readouts["top_squared"] == pytest.approx(stats.norm.pdf(0) / sigma**2)
    assert readouts["top_one_too_many"] == pytest.approx(1 / (2 * np.pi * sigma))
    assert readouts["top_no_z"] == 1 / sigma
