"""The scenes of the conditioning lesson agree with the core, with scipy and with their points."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from gaussians import Gaussian
from gaussians.kit.noise import draw_noise
from gaussians.lessons.conditioning.lesson import STATURE_WEIGHT, WOMEN, Conditioning, bend

SETTINGS: list[dict[str, Any]] = [
    {},
    {"observed": "x2", "mu1": 0.5, "mu2": -1.0, "sigma1": 0.5, "sigma2": 1.5, "rho": -0.95},
    {"c": -4.0, "rho": 0.3, "mu1": 1.0, "n": 100, "w": 0.05},
    {"rho": 0.0, "w": 2.0, "c": 0.0, "observed": "x2", "seed": 7},
    {"joint": "bent", "rho": -0.6, "n": 5000},
]
every_setting = pytest.mark.parametrize("values", SETTINGS)


def parts(values: dict[str, Any]) -> tuple[Conditioning, Gaussian, int]:
    lesson = Conditioning(**values)
    scales = [lesson.sigma1, lesson.sigma2]
    law = Gaussian.from_scales([lesson.mu1, lesson.mu2], scales, lesson.rho)
    return lesson, law, int(lesson.observed == "x2")


@every_setting
def test_the_bell_is_the_conditional_law(values: dict[str, Any]) -> None:
    lesson, law, i = parts(values)
    marks, readouts = lesson.scene()
    exact = law.given(i, lesson.c).marginal(1 - i)
    assert readouts["mean"] == pytest.approx(exact.mean[0])
    assert readouts["sd"] == pytest.approx(exact.std[0])
    assert marks["expected"][0, 1 - i] == pytest.approx(exact.mean[0])
    height = marks["bell"][:, i] - lesson.c
    density = stats.norm(exact.mean[0], exact.std[0]).pdf(marks["bell"][:, 1 - i])
    np.testing.assert_allclose(height / height.max(), density / density.max(), rtol=1e-9)


@every_setting
def test_the_dashed_bell_is_the_joint_density_along_the_line(values: dict[str, Any]) -> None:
    lesson, law, i = parts(values)
    marks = lesson.scene().marks
    cut = np.insert(marks["slice"][:, 1 - i, None], i, lesson.c, axis=1)
    height = marks["slice"][:, i] - lesson.c
    tallest = law.logpdf(law.given(i, law.mean[i]).mean)
    full = np.abs(marks["bell"][:, i] - lesson.c).max()
    np.testing.assert_allclose(height, full * np.exp(law.logpdf(cut) - tallest), atol=1e-9)


@every_setting
def test_the_slab_is_counted_on_the_points_that_are_drawn(values: dict[str, Any]) -> None:
    lesson, _, i = parts(values)
    marks, readouts = lesson.scene()
    near = marks["cloud"][np.abs(marks["cloud"][:, i] - lesson.c) <= lesson.w / 2]
    shown = marks["inside"][~np.isnan(marks["inside"][:, 0])]
    np.testing.assert_array_equal(shown, near)
    assert readouts["count"] == len(near)
    if len(near) > 1:
        assert readouts["near_mean"] == pytest.approx(near[:, 1 - i].mean())
        assert readouts["near_sd"] == pytest.approx(near[:, 1 - i].std(ddof=1))
        sem = stats.sem(near[:, 1 - i])
        assert readouts["wobble_mean"] == pytest.approx(sem)
        degrees = len(near) - 1  # of freedom, for which the sd is a chi
        error = readouts["near_sd"] * stats.chi(degrees).std() / np.sqrt(degrees)
        assert readouts["wobble_sd"] == pytest.approx(error, rel=0.5 / degrees)
    else:
        assert np.isnan(readouts["near_sd"])


@pytest.mark.parametrize("observed", ["x1", "x2"])
@pytest.mark.parametrize("seed", range(8))
def test_a_thin_slab_agrees_with_the_formula_for_a_gaussian_only(observed: str, seed: int) -> None:
    state = {"observed": observed, "seed": seed, "n": 5000, "w": 0.3, "c": 1.5}
    good = Conditioning(**state).scene().readouts
    assert abs(good["near_mean"] - good["mean"]) < 4 * good["wobble_mean"]
    assert abs(good["near_sd"] - good["sd"]) < 4 * good["wobble_sd"]
    off = []
    for c in (-1.5, 0, 1.5, 2.5):
        bent = Conditioning(**state | {"c": c}, joint="bent").scene().readouts
        off.append(abs(bent["near_mean"] - bent["mean"]) / bent["wobble_mean"])
        off.append(abs(bent["near_sd"] - bent["sd"]) / bent["wobble_sd"])
    assert max(off) > 6


def test_bent_noise_has_the_moments_of_standard_noise_and_is_not_gaussian() -> None:
    bent = bend(np.random.default_rng(0).standard_normal((200_000, 2)))
    np.testing.assert_allclose(bent.mean(axis=0), 0, atol=0.01)
    np.testing.assert_allclose(np.cov(bent.T), np.eye(2), atol=0.02)
    assert stats.skew(bent[:, 1]) > 1


@every_setting
def test_the_three_planes_of_the_proof_show_the_same_line(values: dict[str, Any]) -> None:
    lesson, law, i = parts(values)
    marks, readouts = lesson.scene()
    np.testing.assert_allclose(marks["x_line"][:, i], lesson.c, atol=1e-12)
    shift = readouts["shift"]
    assert shift == pytest.approx((lesson.c - law.mean[i]) / law.std[i])
    np.testing.assert_allclose(marks["z_line"][:, 0], shift)
    row = np.array([readouts["row1"], readouts["row2"]])
    np.testing.assert_allclose(marks["s_line"] @ row + law.mean[i], lesson.c, atol=1e-12)
    assert np.hypot(*row) == pytest.approx(law.std[i])
    # The same points are near it in all three.
    near = ~np.isnan(marks["inside"][:, 0])
    for name in "xsz":
        np.testing.assert_array_equal(~np.isnan(marks[f"{name}_inside"][:, 0]), near)
    lengths = [np.hypot(*marks[f"{name}_cloud"].T) for name in "sz"]
    np.testing.assert_allclose(*lengths)
    assert readouts["orthogonal"] < 1e-15


def test_the_regression_line_meets_every_slice_in_its_middle_and_is_not_the_axis() -> None:
    lesson = Conditioning(rho=0.6)
    marks, readouts = lesson.scene()
    (x0, y0), (x1, y1) = marks["regression"]
    slope = (y1 - y0) / (x1 - x0)
    assert np.degrees(np.arctan(slope)) == pytest.approx(readouts["flat"])
    assert y0 + slope * (lesson.c - x0) == pytest.approx(readouts["mean"])
    _, vectors = np.linalg.eigh(Gaussian.from_scales([0, 0], [1.2, 1.4], 0.6).cov)
    assert abs(vectors[:, 1] @ np.diff(marks["axis"], axis=0)[0]) == pytest.approx(
        np.hypot(*np.diff(marks["axis"], axis=0)[0])
    )
    assert readouts["steep"] > readouts["flat"] + 5


def test_c_moves_the_conditional_and_never_its_width() -> None:
    found = [Conditioning(c=c).scene().readouts for c in (-4, 0, 4)]
    assert len({float(r["sd"]) for r in found}) == 1
    assert found[0]["mean"] < found[1]["mean"] < found[2]["mean"]


def test_stature_and_weight() -> None:
    tall = Conditioning(view="women", height=172).scene()
    assert tall.readouts["weight"] == pytest.approx(76.1, abs=0.05)
    assert tall.readouts["spread"] == pytest.approx(9.29, abs=0.005)
    cloud = tall.marks["women_cloud"]
    assert len(cloud) == WOMEN
    near = cloud[np.abs(cloud[:, 0] - 172) <= 1]
    assert tall.readouts["women"] == len(near)
    assert tall.readouts["near_weight"] == pytest.approx(near[:, 1].mean())
    assert tall.readouts["near_spread"] == pytest.approx(near[:, 1].std(ddof=1))
    np.testing.assert_allclose(cloud.mean(axis=0), STATURE_WEIGHT.mean, rtol=0.02)


@pytest.mark.parametrize("seed", range(20))
def test_nobody_is_192_cm_tall(seed: int) -> None:
    readouts = Conditioning(view="women", height=192, seed=seed).scene().readouts
    assert readouts["sds"] == pytest.approx(4.54, abs=0.01)
    assert readouts["women"] == 0
    assert readouts["awaited"] < 0.01
    assert np.isnan(readouts["near_weight"])
    assert readouts["weight"] == pytest.approx(94.4, abs=0.1)


def test_the_points_are_those_of_the_seed() -> None:
    lesson = Conditioning(rho=0.0, sigma1=1, sigma2=1, seed=9, n=300)
    np.testing.assert_allclose(lesson.scene().marks["cloud"], draw_noise(9)[:300], atol=1e-15)
