"""What the diffusion lesson draws and measures, against closed forms, over states."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from copied import run
from scipy import stats

from gaussians import Gaussian, kl_divergence
from gaussians.core import noisy_logpdf
from gaussians.kit.noise import draw_noise
from gaussians.lessons.diffusion.gap import CELL, REACH
from gaussians.lessons.diffusion.lesson import COUNT, Diffusion
from gaussians.lessons.diffusion.schedule import SCHEDULES, STEPS
from gaussians.lessons.diffusion.shares import chance, moments

PICTURES = ("letters", "spiral", "moons")
every_picture = pytest.mark.parametrize("picture", PICTURES)
TIMES = (0, 0.1, 7.5, 20, 33.2, 50)


def lesson(**state: Any) -> Diffusion:
    return Diffusion(**state)


def share(schedule: str, t: float) -> float:
    """Multiply what steps keep, the last of them in part: ᾱ falls evenly within a step."""
    beta, whole = SCHEDULES[schedule].beta, int(t)
    kept = float(np.prod(1 - beta[:whole]))
    return kept if whole == STEPS else kept * float(1 - beta[whole] * (t - whole))


@pytest.mark.parametrize(("schedule", "t"), [*product(SCHEDULES, TIMES)])
def test_points_are_weighted_as_the_schedule_says(schedule: str, t: float) -> None:
    marks, readouts = lesson(schedule=schedule, t=t, seed=4).scene()
    abar = share(schedule, t)
    assert readouts["abar"] == pytest.approx(abar, rel=1e-9)
    data, noise = Diffusion.fixed["letters"], draw_noise(4, COUNT)
    expected = np.sqrt(abar) * data + np.sqrt(1 - abar) * noise
    np.testing.assert_allclose(marks["cloud"], expected, atol=1e-9)
    np.testing.assert_allclose(marks["now"], [[t, abar]], rtol=1e-9)
    assert readouts["signal"] ** 2 + readouts["noise_weight"] ** 2 == pytest.approx(1)


@pytest.mark.parametrize(("picture", "point"), [("letters", 1), ("moons", 300), ("spiral", 99)])
def test_an_arc_is_a_quarter_of_an_ellipse_that_passes_the_point(picture: str, point: int) -> None:
    marks, readouts = lesson(picture=picture, point=point, t=11).scene()
    start, end = Diffusion.fixed[picture][point - 1], draw_noise(1, COUNT)[point - 1]
    arc = np.concatenate([marks["arc"], marks["arc_ahead"][1:]])
    weights = np.linalg.solve(np.stack([start, end], axis=1), arc.T)
    np.testing.assert_allclose((weights**2).sum(axis=0), 1, rtol=1e-8)
    assert (np.diff(weights[1]) > 0).all()
    np.testing.assert_allclose(arc[[0, -1]], [start, end], atol=1e-12)
    np.testing.assert_allclose(marks["arc"][-1:], marks["one"], atol=1e-12)
    np.testing.assert_allclose(marks["one"][0], marks["cloud"][point - 1], atol=1e-12)
    assert readouts["angle"] == pytest.approx(np.degrees(np.arctan2(*weights[::-1, 40])))


def test_each_of_the_few_has_its_arc_up_to_now() -> None:
    marks = lesson(t=20).scene().marks
    arcs = marks["arcs"].reshape(len(marks["few"]), -1, 2)
    np.testing.assert_allclose(arcs[:, 0], Diffusion.fixed["letters"][::12])
    np.testing.assert_allclose(arcs[:, -2], marks["few"], atol=1e-12)
    assert np.isnan(arcs[:, -1]).all()


@pytest.mark.parametrize(("schedule", "t"), [*product(SCHEDULES, (0, 3, 17.4, 50))])
def test_small_steps_are_taken_one_after_the_other(schedule: str, t: float) -> None:
    marks, readouts = lesson(schedule=schedule, t=t, point=7).scene()
    levels = np.array([share(schedule, min(k, t)) for k in range(STEPS + 1)])
    noise = np.stack([draw_noise(1, COUNT, STEPS, part) for part in (1, 2)], axis=2)
    points = Diffusion.fixed["letters"]
    for k in range(STEPS):
        kept = levels[k + 1] / levels[k]
        points = np.sqrt(kept) * points + np.sqrt(max(0, 1 - kept)) * noise[:, k]
        np.testing.assert_allclose(marks["way"][k], points[6], atol=1e-6)
    np.testing.assert_allclose(marks["walked"], points, atol=1e-6)
    assert readouts["chained_apart"] < 1e-13
    assert readouts["chained_signal"] == pytest.approx(readouts["signal"], abs=1e-13)


@pytest.mark.parametrize(("picture", "t"), [("letters", 4), ("moons", 15), ("spiral", 50)])
def test_covariances_agree_by_chance_over_seeds(picture: str, t: float) -> None:
    x0 = Diffusion.fixed[picture]
    abar = share("linear", t)
    expected = abar * np.cov(x0.T, bias=True) + (1 - abar) * np.eye(2)
    names = ("11", "22", "12")
    found = [lesson(picture=picture, t=t, seed=seed).scene().readouts for seed in range(40)]
    for name, value in zip(names, expected[[0, 1, 0], [0, 1, 1]], strict=True):
        assert found[0][f"law{name}"] == pytest.approx(value, abs=1e-9)
        for way in ("jumped", "walked"):
            off = [(r[way + name] - value) / r[f"error{name}"] for r in found]
            assert abs(np.mean(off)) < 4 / np.sqrt(40)
            assert np.std(off) == pytest.approx(1, abs=0.4)
    noise = [(r["step_noise"] - (1 - abar)) / r["step_noise_error"] for r in found]
    assert abs(np.mean(noise)) < 4 / np.sqrt(40)
    assert np.std(noise) == pytest.approx(1, abs=0.4)


@pytest.mark.parametrize(("kept", "rest"), [(0.5, 0.5), (1.0, 0.8), (0.05, 0.95)])
def test_chance_errors_are_the_sd_over_many_draws(kept: float, rest: float) -> None:
    data = Diffusion.fixed["moons"] * [1.5, 1]
    noise = np.random.default_rng(0).standard_normal((4000, COUNT, 2))
    off = np.sqrt(kept) * (data - data.mean(axis=0)) + np.sqrt(rest) * noise
    found = chance(moments(data), kept, rest, COUNT)
    for error, products in (
        (found.across, off[..., 0] ** 2),
        (found.up, off[..., 1] ** 2),
        (found.both, off[..., 0] * off[..., 1]),
    ):
        assert error == pytest.approx(products.mean(axis=1).std(), rel=0.05)


@pytest.mark.parametrize(("schedule", "t"), [("linear", 12.5), ("cosine", 0), ("cosine", 50)])
def test_without_shrinking_the_variance_is_the_sum_of_all_noise(schedule: str, t: float) -> None:
    found = [lesson(schedule=schedule, t=t, shrink=0, seed=seed).scene() for seed in range(20)]
    marks, readouts = found[0]
    beta, whole = SCHEDULES[schedule].beta, int(t)
    grown = beta[:whole].sum() + (beta[whole] * (t - whole) if whole < STEPS else 0)
    variance = Diffusion.fixed["letters"][:, 0].var()
    assert readouts["total"] == pytest.approx(variance + grown)
    assert readouts["added_up"] == pytest.approx(readouts["total"])
    error = max(readouts["now_error"], 1e-12)
    off = np.array([(each.readouts["now"] - variance - grown) / error for each in found])
    assert abs(off.mean()) < 4 / np.sqrt(20)
    outside = (abs(marks["mixed_broken"]) > Diffusion.planes["mixed_plane"].x[1]).any(axis=1).sum()
    assert readouts["outside"] == outside
    assert np.isnan(marks["mixed"]).all()
    assert np.isnan(marks["total"]).all()
    for name in ("total_broken", "noise_area"):
        heights = np.interp(t, *marks[name][: STEPS + 1].T)
        assert heights == pytest.approx(readouts["total"])


@every_picture
def test_areas_are_the_parts_of_the_variance(picture: str) -> None:
    for t in (0, 9, 26.5, 50):
        marks, readouts = lesson(picture=picture, t=t).scene()
        variance, abar = Diffusion.fixed[picture][:, 0].var(), share("linear", t)
        assert readouts["picture_part"] == pytest.approx(abar * variance, abs=1e-12)
        assert readouts["noise_part"] == pytest.approx(1 - abar)
        there, back = np.split(marks["noise_area"], 2)
        assert np.interp(t, *there.T) == pytest.approx(readouts["total"])
        assert np.interp(t, *back[::-1].T) == pytest.approx(readouts["picture_part"], abs=1e-12)
        assert np.interp(t, *marks["picture_area"][: STEPS + 1].T) == pytest.approx(
            readouts["picture_part"], abs=1e-12
        )
        np.testing.assert_allclose(marks["total"], there)


@pytest.mark.parametrize(
    ("picture", "t"), [("letters", 0), ("spiral", 6), ("moons", 30), ("moons", 50)]
)
def test_the_gap_of_a_gaussian_is_the_library_s(picture: str, t: float) -> None:
    marks, readouts = lesson(picture=picture, t=t, schedule="cosine").scene()
    x0 = Diffusion.fixed[picture]
    for time, found in (
        (t, readouts["bell"]),
        *((k, 10 ** marks["gap_curve"][k, 1]) for k in (0, 9)),
    ):
        abar = share("cosine", time)
        cov = abar * np.cov(x0.T, bias=True) + (1 - abar) * np.eye(2)
        law = Gaussian.from_cov(np.sqrt(abar) * x0.mean(axis=0), cov)
        assert found == pytest.approx(kl_divergence(law, Gaussian.standard(2)), rel=1e-6)


@pytest.mark.parametrize(("picture", "t"), [("letters", 4), ("spiral", 10), ("moons", 16)])
def test_the_picture_s_gap_is_an_average_over_its_law(picture: str, t: float) -> None:
    readouts = lesson(picture=picture, t=t).scene().readouts
    abar, x0 = share("linear", t), Diffusion.fixed[picture]
    noise = np.random.default_rng(0).standard_normal((100, COUNT, 2))
    points = np.sqrt(abar) * x0 + np.sqrt(1 - abar) * noise
    logs = noisy_logpdf(points, x0, abar) - stats.norm.logpdf(points).sum(axis=-1)
    error = logs.std() / np.sqrt(logs.size)
    assert readouts["own"] == pytest.approx(logs.mean(), abs=4 * error)
    assert readouts["more"] == pytest.approx(readouts["own"] - readouts["bell"])


def test_the_grid_sees_all_of_the_density_where_it_says_so() -> None:
    for picture, schedule in product(PICTURES, SCHEDULES):
        for t in (0, 1, 2.2, 2.6, 3.5, 5, 9, 15, 30, 50):
            marks, readouts = lesson(picture=picture, schedule=schedule, t=t).scene()
            shade = marks["density"] ** 2
            if np.isfinite(readouts["own"]):
                assert readouts["own"] >= readouts["bell"] * 0.999 - 1e-12
                row, column = np.unravel_index(shade.argmax(), shade.shape)
                place = (np.array([column, row]) + 0.5) * CELL - REACH
                peak = np.exp(noisy_logpdf(place, Diffusion.fixed[picture], readouts["abar"]))
                assert shade.sum() * peak * CELL**2 == pytest.approx(1, abs=1e-4)
            else:
                assert readouts["rest"] < 0.02


@pytest.mark.parametrize("state", [{}, {"picture": "drawn", "schedule": "cosine", "t": 31.4}])
def test_the_python_for_readers_makes_the_points(state: dict[str, Any]) -> None:
    marks, readouts = lesson(**state).scene()
    found = run(lesson(**state))
    np.testing.assert_allclose(found["jumped"], marks["cloud"], atol=1e-9)
    np.testing.assert_allclose(found["walked"], marks["walked"], atol=1e-6)
    assert found["law"].std[0] ** 2 == pytest.approx(readouts["law11"])


@pytest.mark.parametrize("drawing", ["gg", "AA__"])
def test_a_drawing_without_any_width_has_all_numbers(drawing: str) -> None:
    for t in (0, 0.5, 50):
        readouts = lesson(picture="drawn", drawing=drawing, t=t, view="gap").scene().readouts
        assert all(np.isfinite(v) for key, v in readouts.items() if key not in ("own", "more"))
        marks = lesson(picture="drawn", drawing=drawing, t=t, view="gap").scene().marks
        assert np.isfinite(marks["density"]).all()
        assert np.isfinite(marks["gap_curve"]).all()


def test_names_are_left_out_where_they_would_cover_each_other() -> None:
    marks = lesson(t=0).scene().marks
    assert np.isnan(marks["name_one"]).all()
    assert np.isfinite(marks["name_data"]).all()
    assert np.isfinite(lesson().scene().marks["name_noise"]).all()
