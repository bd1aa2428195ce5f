"""The scene of the reparameterization lesson says what is true, over all of its controls."""

from typing import Any

import numpy as np
import pytest
from pieces import pieces
from scipy import stats

from gaussians.kit.curves import RADII, circle
from gaussians.kit.geometry import MASSES
from gaussians.kit.noise import draw_noise
from gaussians.kit.roots import ROOTS
from gaussians.lessons.reparameterization.lesson import Reparameterization
from gaussians.lessons.reparameterization.scene import BESIDE

SETTINGS: list[dict[str, Any]] = [
    {},
    {"mu1": 0.8, "mu2": -0.5, "sigma1": 1.5, "sigma2": 1.2, "rho": 0.75, "point": 7},
    {"mu1": -3.0, "mu2": 3.0, "sigma1": 0.1, "sigma2": 2.5, "rho": -0.99, "seed": 5, "n": 100},
    {"sigma1": 2.5, "sigma2": 0.1, "rho": 0.99, "turn": 33.0, "n": 5000, "seed": 999_999},
]
every_setting = pytest.mark.parametrize("values", SETTINGS)
every_root = pytest.mark.parametrize("root", ROOTS)


@every_setting
def test_the_cloud_is_the_noise_pushed_through_cholesky(values: dict[str, Any]) -> None:
    lesson = Reparameterization(**values)
    marks = lesson.scene().marks
    covariance = lesson.rho * lesson.sigma1 * lesson.sigma2
    cov = np.array([[lesson.sigma1**2, covariance], [covariance, lesson.sigma2**2]])
    noise = draw_noise(lesson.seed)[: lesson.n]
    np.testing.assert_array_equal(marks["noise"], noise)
    expected = noise @ np.linalg.cholesky(cov).T + [lesson.mu1, lesson.mu2]
    np.testing.assert_allclose(marks["cloud"], expected, atol=1e-12)


@every_setting
@every_root
def test_a_root_moves_the_points_but_not_the_ellipses(values: dict[str, Any], root: str) -> None:
    plain = Reparameterization(**values).scene()
    chosen = Reparameterization(**values, root=root).scene()
    for name in ("noise", "box", "center", "ellipses"):
        np.testing.assert_array_equal(chosen.marks[name], plain.marks[name])
    assert chosen.readouts["error"] < 1e-13
    moved = np.abs(chosen.marks["cloud"] - plain.marks["cloud"]).max() > 1e-9
    same_root = root == "cholesky" or (root == "turned" and values.get("turn", 0) == 0)
    assert moved == (not same_root and values != {})


@every_setting
def test_the_ellipses_lie_at_their_mahalanobis_distance_and_no_label_is_inside(
    values: dict[str, Any],
) -> None:
    lesson = Reparameterization(**values)
    marks, readouts = lesson.scene()
    law = stats.multivariate_normal(
        [lesson.mu1, lesson.mu2],
        [[readouts["S11"], readouts["S12"]], [readouts["S21"], readouts["S22"]]],
    )
    for radius, ellipse, label in zip(
        RADII, pieces(marks["ellipses"]), marks["masses"], strict=True
    ):
        height = law.logpdf(law.mean) - radius**2 / 2
        assert ellipse.shape == circle().shape
        np.testing.assert_allclose(law.logpdf(ellipse), height, atol=1e-8)
        assert law.logpdf(label) < height + 1e-8


@every_setting
@every_root
def test_no_slider_and_no_root_changes_how_many_points_are_inside(
    values: dict[str, Any], root: str
) -> None:
    lesson = Reparameterization(**values, root=root)
    readouts = lesson.scene().readouts
    squared = (draw_noise(lesson.seed)[: lesson.n] ** 2).sum(axis=1)
    for radius, mass in zip(RADII, MASSES, strict=True):
        assert readouts[f"share{radius}"] == (squared <= radius**2).mean()
        assert readouts[f"mass{radius}"] == pytest.approx(stats.chi(2).cdf(radius))
        wobble = stats.binom(lesson.n, mass).std() / lesson.n
        assert readouts[f"wobble{radius}"] == pytest.approx(wobble)


@pytest.mark.parametrize("point", [1, 7, 100])
def test_a_followed_point_is_joined_to_its_image_by_an_arrow(point: int) -> None:
    marks, readouts = Reparameterization(point=point, n=100, mu1=1.0, rho=0.5).scene()
    np.testing.assert_array_equal(marks["followed"][0], marks["noise"][point - 1])
    np.testing.assert_allclose(marks["image"][0], marks["cloud"][point - 1], atol=1e-15)
    np.testing.assert_array_equal(marks["arrow"][0], marks["followed"][0])
    np.testing.assert_array_equal(marks["arrow"][1], marks["image"][0])
    numbers = {key: float(value) for key, value in readouts.items() if not isinstance(value, str)}
    for i in ("1", "2"):
        by_hand = (
            numbers[f"mu{i}"]
            + numbers[f"A{i}1"] * numbers["eps1"]
            + numbers[f"A{i}2"] * numbers["eps2"]
        )
        assert numbers[f"x{i}"] == pytest.approx(by_hand, abs=1e-14)


def test_a_point_that_stays_where_it_was_has_an_arrow_without_length() -> None:
    marks = Reparameterization(point=1).scene().marks
    assert np.isfinite(marks["arrow"]).all()


@pytest.mark.parametrize("values", [{}, {"point": 101, "n": 100}])
def test_without_a_point_to_follow_nothing_is_marked(values: dict[str, Any]) -> None:
    marks = Reparameterization(**values).scene().marks
    for name in ("followed", "image", "arrow"):
        assert np.isnan(marks[name]).all()


@pytest.mark.parametrize("root", ["cholesky", "turned"])
def test_arrows_are_the_derivatives_of_the_followed_dot(root: str) -> None:
    """So differences say, of dots that other sliders have put elsewhere."""
    near = 1e-6
    rng = np.random.default_rng(0)
    for point in range(1, 60):
        shape = {"sigma1": rng.uniform(0.2, 2.4), "sigma2": rng.uniform(0.2, 2.4),
                 "rho": rng.uniform(-0.98, 0.98)}  # fmt: skip
        rest = {"mu1": 1.0, "mu2": -2.0, "turn": rng.uniform(-180, 180), "root": root,
                "point": point}  # fmt: skip

        def image(key: str, change: float, shape: Any = shape, rest: Any = rest) -> np.ndarray:
            moved = shape | {key: shape[key] + change}
            return np.asarray(Reparameterization(**moved, **rest).scene().marks["image"][0])

        marks, readouts = Reparameterization(**shape, **rest).scene()
        drawn = [arrow[1] - arrow[0] for arrow in pieces(marks["slopes"])]
        shown = [[readouts["by_sigma1"], 0], [0, readouts["by_sigma2"]], [0, readouts["by_rho"]]]
        for key, arrow, numbers in zip(shape, drawn, shown, strict=True):
            measured = (image(key, near) - image(key, -near)) / (2 * near)
            np.testing.assert_allclose(arrow, measured, rtol=1e-6, atol=1e-6, err_msg=key)
            np.testing.assert_allclose(numbers, measured, rtol=1e-6, atol=1e-6, err_msg=key)
        for arrow in pieces(marks["slopes"]):
            np.testing.assert_array_equal(arrow[0], marks["image"][0])


@pytest.mark.parametrize("point", [1, 2, 3, 4])
def test_an_arrows_name_stands_beside_its_tip(point: int) -> None:
    marks = Reparameterization(point=point, rho=0.3).scene().marks
    tips = [arrow[1] for arrow in pieces(marks["slopes"])]
    off = marks["slope_names"] - tips
    np.testing.assert_allclose(np.hypot(*off.T), BESIDE)


@pytest.mark.parametrize("state", [{"root": "symmetric"}, {"root": "eigen"}, {"point": 0}])
def test_arrows_that_would_not_be_right_are_not_there(state: dict[str, Any]) -> None:
    marks = Reparameterization(**{"point": 3, "rho": 0.5} | state).scene().marks
    assert np.isnan(marks["slopes"]).all()
    assert np.isnan(marks["slope_names"]).all()


def test_the_fingerprint_is_made_of_all_the_noise() -> None:
    found = [
        Reparameterization(seed=seed, n=100).scene().readouts["fingerprint"] for seed in (1, 2)
    ]
    for seed, value in zip((1, 2), found, strict=True):
        assert value == pytest.approx((draw_noise(seed) @ [1, np.sqrt(2)]).sum(), abs=1e-10)
    assert found[0] != found[1]


def test_more_points_keep_those_that_were_there_and_the_fingerprint() -> None:
    few, many = (Reparameterization(n=n).scene() for n in (100, 5000))
    np.testing.assert_array_equal(few.marks["noise"], many.marks["noise"][:100])
    assert few.readouts["fingerprint"] == many.readouts["fingerprint"]


@pytest.mark.parametrize("rho", [-0.99, -0.3, 0, 0.6, 0.99])
def test_rho_thins_the_ellipse_inside_a_box_that_stays(rho: float) -> None:
    lesson = Reparameterization(sigma1=1.5, sigma2=0.5, rho=rho)
    marks, readouts = lesson.scene()
    np.testing.assert_allclose(np.abs(marks["box"]), np.tile([1.5, 0.5], (5, 1)))
    ellipse = pieces(marks["ellipses"])[0]
    np.testing.assert_allclose(ellipse.max(axis=0), [1.5, 0.5], rtol=1e-3)
    x, y = ellipse.T
    measured = abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2
    assert readouts["area"] == pytest.approx(measured, rel=1e-3)
    by_formula = readouts["full_area"] * readouts["flattening"]
    assert readouts["area"] == pytest.approx(by_formula)
    assert readouts["flattening"] == pytest.approx(np.sqrt(1 - rho**2))


def test_slips_of_the_prediction_are_areas_of_other_things() -> None:
    upright = Reparameterization(sigma1=1.5, sigma2=0.5).scene().readouts
    readouts = Reparameterization(sigma1=1.5, sigma2=0.5, rho=0.6).scene().readouts
    assert readouts["full_area"] == pytest.approx(upright["area"])
    det_ratio = 1 - 0.6**2
    assert readouts["twice_flattened"] == pytest.approx(readouts["full_area"] * det_ratio)
    A = np.array([[readouts["A11"], readouts["A12"]], [readouts["A21"], readouts["A22"]]])
    assert readouts["without_pi"] == pytest.approx(np.linalg.det(A))


@pytest.mark.parametrize(("sigma1", "sigma2"), [(1.0, 1.0), (2.0, 0.5), (0.4, 1.7)])
@pytest.mark.parametrize("rho", [-0.99, -0.2, 0.0, 0.35, 0.99])
def test_the_direction_of_the_long_axis_is_that_of_the_larger_eigenvalue(
    sigma1: float, sigma2: float, rho: float
) -> None:
    readouts = Reparameterization(sigma1=sigma1, sigma2=sigma2, rho=rho).scene().readouts
    cov = np.array([[sigma1**2, rho * sigma1 * sigma2], [rho * sigma1 * sigma2, sigma2**2]])
    if sigma1 == sigma2 and rho == 0:
        assert np.isnan(readouts["angle"])  # of a circle
        return
    angle = np.radians(readouts["angle"])
    along = np.linalg.eigh(cov)[1][:, 1] @ [np.cos(angle), np.sin(angle)]
    assert abs(along) == pytest.approx(1)
    assert -90 < readouts["angle"] <= 90
    assert readouts["tilt"] == 1 + np.sign(rho)
