"""The scenes of the conditioning lesson agree with the core, with scipy and with their points."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from gaussians import Gaussian
from gaussians.kit.noise import draw_noise
from gaussians.lessons.conditioning.lesson import Conditioning

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
        assert readouts["mean_error"] == pytest.approx(sem)
        degrees = len(near) - 1  # of freedom, for which the sd is a chi
        error = readouts["near_sd"] * stats.chi(degrees).std() / np.sqrt(degrees)
        assert readouts["sd_error"] == pytest.approx(error, rel=0.5 / degrees)
    else:
        assert np.isnan(readouts["near_sd"])
    assert readouts["crowd"] == min(len(near), 2)


@pytest.mark.parametrize("observed", ["x1", "x2"])
@pytest.mark.parametrize("seed", range(8))
def test_a_thin_slab_agrees_with_the_formula_for_a_gaussian_only(observed: str, seed: int) -> None:
    state = {"observed": observed, "seed": seed, "n": 5000, "w": 0.3, "c": 1.5}
    good = Conditioning(**state).scene().readouts
    assert abs(good["near_mean"] - good["mean"]) < 4 * good["mean_error"]
    assert abs(good["near_sd"] - good["sd"]) < 4 * good["sd_error"]
    off = []
    for c in (-1.5, 0, 1.5, 2.5):
        bent = Conditioning(**state | {"c": c}, joint="bent").scene().readouts
        off.append(abs(bent["near_mean"] - bent["mean"]) / bent["mean_error"])
        off.append(abs(bent["near_sd"] - bent["sd"]) / bent["sd_error"])
    assert max(off) > 6


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


@pytest.mark.parametrize("state", [{}, {"sigma1": 0.5, "w": 2, "c": 0}, {"c": -4, "w": 0.05}])
@pytest.mark.parametrize("i", [0, 1])
def test_the_slab_should_hold_the_mass_between_its_sides(i: int, state: dict[str, Any]) -> None:
    lesson = Conditioning(observed=["x1", "x2"][i], mu1=0.5 * i, mu2=-0.3 * i, **state)
    mean, sd = ((lesson.mu1, lesson.sigma1), (lesson.mu2, lesson.sigma2))[i]
    sides = stats.norm(mean, sd).cdf([lesson.c - lesson.w / 2, lesson.c + lesson.w / 2])
    awaited = lesson.scene().readouts["awaited"]
    assert awaited == pytest.approx(1000 * (sides[1] - sides[0]), abs=1e-11)


@every_setting
def test_two_noises_that_come_one_by_one_say_the_same(values: dict[str, Any]) -> None:
    lesson, law, i = parts(values)
    readouts = lesson.scene().readouts
    swapped = law.cov[::-1, ::-1] if i else law.cov
    (_, _), (carried, rest) = np.linalg.cholesky(swapped)
    assert readouts["carried"] == pytest.approx(carried)
    assert readouts["rest"] == pytest.approx(rest)
    assert readouts["by_noise"] == pytest.approx(readouts["mean"])
    assert readouts["apart"] < 1e-14


def line(points: Any, at: float, i: int = 0) -> float:
    """Return the other coordinate of a straight line's point whose coordinate i is given."""
    (x0, x1), (y0, y1) = points[:, i], points[:, 1 - i]
    return float(y0 + (y1 - y0) / (x1 - x0) * (at - x0))


def test_the_regression_line_meets_every_slice_in_its_middle_and_is_not_the_axis() -> None:
    lesson = Conditioning(rho=0.6)
    marks, readouts = lesson.scene()
    assert line(marks["regression"], lesson.c) == pytest.approx(readouts["mean"])
    slope = line(marks["regression"], 1) - line(marks["regression"], 0)
    assert np.degrees(np.arctan(slope)) == pytest.approx(readouts["flat"])
    _, vectors = np.linalg.eigh(Gaussian.from_scales([0, 0], [1.2, 1.4], 0.6).cov)
    assert abs(vectors[:, 1] @ np.diff(marks["axis"], axis=0)[0]) == pytest.approx(
        np.hypot(*np.diff(marks["axis"], axis=0)[0])
    )
    assert readouts["steep"] > readouts["flat"] + 5


@every_setting
def test_the_reverse_line_is_the_regression_line_for_whoever_knows_the_other(
    values: dict[str, Any],
) -> None:
    lesson, law, i = parts(values)
    other = Conditioning(**values | {"observed": ["x2", "x1"][i]})
    reverse = lesson.scene().marks["reverse"]
    np.testing.assert_allclose(reverse, other.scene().marks["regression"], atol=1e-12)
    for known in (-3.0, 2.0):
        mean = law.given(1 - i, known).mean[i]
        assert line(reverse, known, 1 - i) == pytest.approx(mean)


@pytest.mark.parametrize("observed", ["x1", "x2"])
@pytest.mark.parametrize("rho", [-0.9, -0.3, 0.01, 0.7])
def test_the_axis_is_between_the_two_regression_lines(observed: str, rho: float) -> None:
    for sigma1, sigma2 in ((0.5, 1.5), (1.2, 1.2), (1.5, 0.5)):
        lesson = Conditioning(observed=observed, rho=rho, sigma1=sigma1, sigma2=sigma2)
        angles = [abs(lesson.scene().readouts[name]) for name in ("flat", "steep", "reverse")]
        assert 0 < angles[0] < angles[1] < angles[2] < 90
        signs = {np.sign(lesson.scene().readouts[name]) for name in ("flat", "steep", "reverse")}
        assert signs == {np.sign(rho)}


def test_circles_have_no_axis() -> None:
    marks, readouts = Conditioning(rho=0, sigma1=0.7, sigma2=0.7).scene()
    assert readouts["circular"] == 1
    assert np.isnan(readouts["steep"])
    assert np.isnan(marks["axis"]).all()
    assert Conditioning(rho=0.01, sigma1=0.7, sigma2=0.7).scene().readouts["circular"] == 0
    assert Conditioning(rho=0, sigma1=0.7, sigma2=0.75).scene().readouts["circular"] == 0


def test_what_is_easily_answered_instead() -> None:
    lesson = Conditioning(mu1=0.3, mu2=-0.4, sigma1=0.8, sigma2=1.5, rho=-0.6, c=2)
    marks, readouts = lesson.scene()
    assert readouts["mean"] == pytest.approx(-0.4 - 0.6 * 1.5 / 0.8 * 1.7)
    wrong = {
        "other_mean": -0.4,
        "no_rho": -0.4 + 1.5 / 0.8 * 1.7,
        "no_units": -0.4 - 0.6 * 1.7,
        "upside_down": -0.4 - 0.6 * 0.8 / 1.5 * 1.7,
        "no_center": -0.4 - 0.6 * 1.5 / 0.8 * 2,
        "turned": -0.4 + 0.6 * 1.5 / 0.8 * 1.7,
        "on_axis": line(marks["axis"], 2),
        "other_sd": 1.5,
        "variance": 1.5**2 * 0.64,
        "no_root": 1.5 * 0.64,
        "shrunk": 1.5 * 0.4,
    }
    assert {name: readouts[name] for name in wrong} == pytest.approx(wrong)
    of_two = [asked for asked in lesson.words().predictions if asked.answer in ("mean", "sd")]
    slips = {name for asked in of_two for name in asked.hints}
    assert slips == wrong.keys()


def test_a_bent_law_is_not_drawn_with_the_bells_of_a_gaussian() -> None:
    gaussian, bent = (Conditioning(joint=joint).scene().marks for joint in ("gaussian", "bent"))
    for name in ("known", "other", "z_bell"):
        assert np.isfinite(gaussian[name]).all()
        assert np.isnan(bent[name]).all()
    np.testing.assert_array_equal(bent["bell"], gaussian["bell"])  # it is called the Gaussian's


def test_a_preset_says_which_law_it_is_about() -> None:
    assert all("joint" in preset for preset in Conditioning.presets.values())


def test_c_moves_the_conditional_and_never_its_width() -> None:
    found = [Conditioning(c=c).scene().readouts for c in (-4, 0, 4)]
    assert len({float(r["sd"]) for r in found}) == 1
    assert found[0]["mean"] < found[1]["mean"] < found[2]["mean"]


def test_the_points_are_those_of_the_seed() -> None:
    lesson = Conditioning(rho=0.0, sigma1=1, sigma2=1, seed=9, n=300)
    np.testing.assert_allclose(lesson.scene().marks["cloud"], draw_noise(9)[:300], atol=1e-15)


def test_its_python_imports_public_names_only() -> None:
    lines = Conditioning.words().python.splitlines()
    sources = {line.split()[1] for line in lines if line.startswith(("from", "import"))}
    assert sources == {"numpy", "gaussians", "gaussians.kit"}
