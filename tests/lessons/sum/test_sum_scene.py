"""What the sum lesson claims, beside scipy and closed forms, in a few states."""

from typing import Any

import numpy as np
import pytest
from copied import run
from scipy import integrate, stats

from gaussians import Gaussian
from gaussians.kit.bars import GRID, mean_and_sd
from gaussians.kit.lesson import Array
from gaussians.kit.noise import draw_noise
from gaussians.lessons.sum.breaking import measured
from gaussians.lessons.sum.draws import couple
from gaussians.lessons.sum.lesson import Sum

STATES: list[dict[str, Any]] = [
    {},
    {"c": 1.3, "w": 0.2, "mu1": -4, "mu2": 4, "sigma1": 1.5, "sigma2": 1.5, "n": 5000},
    {"c": 12, "w": 3, "mu1": 4, "mu2": 4, "sigma1": 4, "sigma2": 4, "seed": 9, "n": 100},
    {"c": 0.8, "mu1": 0.1, "mu2": 0.7, "sigma1": 2, "sigma2": 2, "coupled": 1, "n": 3000},
    {"c": 0.5, "sigma1": 1.7, "sigma2": 3.2, "coupled": 0.4, "n": 2000, "seed": 4},
]
every_state = pytest.mark.parametrize("state", STATES)


def drawn(lesson: Sum) -> tuple[Array, Array]:
    a, b = lesson.scene().marks["cloud"].T
    return a, b


def mixed(*moments: float) -> tuple[Any, Any]:
    """Return density and cumulative share of half of one bell and half of another."""
    mu1, mu2, sigma1, sigma2 = moments
    one, other = stats.norm(mu1, sigma1), stats.norm(mu2, sigma2)
    return (
        lambda x: (one.pdf(x) + other.pdf(x)) / 2,
        lambda x: (one.cdf(x) + other.cdf(x)) / 2,
    )


def largest_gap(draws: Array, share: Any, mean: float, sd: float) -> float:
    places = mean + sd * GRID[1:, 0]
    below = np.searchsorted(np.sort(draws), places) / len(draws)
    return float(abs(below - share(places)).max())


@every_state
def test_the_bell_of_the_sum_is_the_convolution(state: dict[str, Any]) -> None:
    lesson = Sum(**state)
    marks, readouts = lesson.scene()
    one, other = (
        stats.norm(lesson.mu1, lesson.sigma1),
        stats.norm(lesson.mu2, lesson.sigma2),
    )
    for x, height in marks["bell"][::15]:
        exact, _ = integrate.quad(lambda a, x=x: one.pdf(a) * other.pdf(x - a), -40, 40, limit=200)
        assert height == pytest.approx(exact, rel=1e-6)
    assert readouts["mean"] == pytest.approx(lesson.mu1 + lesson.mu2)
    assert readouts["sd"] == pytest.approx(np.hypot(lesson.sigma1, lesson.sigma2))


@every_state
def test_the_strip_counts_the_pairs_that_are_drawn_in_it(state: dict[str, Any]) -> None:
    lesson = Sum(**state)
    marks, readouts = lesson.scene()
    a, b = drawn(lesson)
    sums, c, w = np.round(a + b, 9), lesson.c, lesson.w
    inside = (sums >= round(c, 9)) & (sums < round(c + w, 9))
    assert readouts["inside"] == inside.sum()
    np.testing.assert_array_equal(~np.isnan(marks["inside"][:, 0]), inside)
    assert readouts["tall"] == pytest.approx(inside.mean() / w)
    law = stats.norm(readouts["mean"], readouts["sd"])
    mass = law.cdf(c + w) - law.cdf(c)
    assert readouts["mass"] == pytest.approx(mass, abs=1e-9)
    assert readouts["exact"] == pytest.approx(mass / w, abs=1e-8)
    assert readouts["chance"] == pytest.approx(stats.binom(lesson.n, mass).std() / lesson.n / w)
    assert readouts["middle"] == pytest.approx(law.pdf(c + w / 2))
    corners = marks["strip"]
    np.testing.assert_allclose(corners.sum(axis=1), [c, c, c + w, c + w])
    assert marks["grip"].sum() == pytest.approx(c + w / 2)
    np.testing.assert_allclose(marks["bar"][:, 0], [c, c, c + w, c + w])
    np.testing.assert_allclose(marks["bar"][1:3, 1], readouts["tall"])


@every_state
def test_bars_are_counts_of_what_was_drawn(state: dict[str, Any]) -> None:
    lesson = Sum(**state)
    marks, readouts = lesson.scene()
    a, b = drawn(lesson)
    left, height = marks["sums"].T
    edges = [*left, left[-1] + 0.5]
    counts = np.histogram(np.round(a + b, 9), np.round(edges, 9))[0]
    np.testing.assert_allclose(0.5 * height * lesson.n, counts, atol=1e-9)
    assert counts.sum() == lesson.n
    assert readouts["drawn_mean"] == pytest.approx((a + b).mean(), abs=1e-12)
    assert readouts["drawn_sd"] == pytest.approx((a + b).std(ddof=1))
    np.testing.assert_array_equal(marks["sums"], marks["sums_again"])


@every_state
def test_the_mixture_is_half_of_each_bell(state: dict[str, Any]) -> None:
    lesson = Sum(**state)
    marks, readouts = lesson.scene()
    density, share = mixed(lesson.mu1, lesson.mu2, lesson.sigma1, lesson.sigma2)
    x, height = marks["mixture_curve"].T
    np.testing.assert_allclose(height, density(x), rtol=1e-10)
    reach = (-60, 60)
    mean = integrate.quad(lambda x: x * density(x), *reach, limit=300)[0]
    square = integrate.quad(lambda x: x * x * density(x), *reach, limit=300)[0]
    assert readouts["mixture_mean"] == pytest.approx(mean, abs=1e-7)
    assert readouts["mixture_sd"] == pytest.approx(np.sqrt(square - mean**2))
    a, b = drawn(lesson)
    kept = run(lesson)["kept"]
    assert np.all((kept == a) | (kept == b))
    assert readouts["kept_mean"] == pytest.approx(kept.mean())
    one = stats.norm(mean, readouts["mixture_sd"])
    for name, law in (("mixture_gap", share), ("one_gap", one.cdf)):
        exact = largest_gap(kept, law, mean, readouts["mixture_sd"])
        assert readouts[name] == pytest.approx(exact, abs=1e-7)


@every_state
def test_the_gap_to_the_bell_of_the_sum_is_what_it_is(state: dict[str, Any]) -> None:
    lesson = Sum(**state)
    readouts = lesson.scene().readouts
    a, b = drawn(lesson)
    mean, sd = readouts["mean"], readouts["sd"]
    sums = np.where(abs(a + b - mean) < 1e-9, mean, a + b)
    exact = largest_gap(sums, stats.norm(mean, sd).cdf, mean, sd)
    assert readouts["gap"] == pytest.approx(exact, abs=1e-7)
    assert readouts["gap_root"] == pytest.approx(np.sqrt(lesson.n) * exact, abs=1e-5)


@pytest.mark.parametrize("sigmas", [(2, 2), (2, 3)])
def test_independent_draws_have_gaps_of_chance_and_coupled_ones_do_not(
    sigmas: tuple[float, float],
) -> None:
    state = {"sigma1": sigmas[0], "sigma2": sigmas[1], "n": 5000}
    for seed in range(12):
        free, bound = (Sum(seed=seed, coupled=share, **state).scene().readouts for share in (0, 1))
        assert max(free["gap_root"], free["mixture_root"], bound["mixture_root"]) < 2
        assert bound["gap_root"] > 4
        for found in (free, bound):
            assert abs(found["drawn_sd"] - found["sd"]) < 4 * found["sd_error"]
            assert abs(found["drawn_mean"] - found["mean"]) < 4 * found["mean_error"]
            assert abs(found["rho"]) < 4 * found["rho_error"]
            assert abs(found["zero"] - found["cancelled"]) <= 4 * found["zero_error"]
    assert bound["cancelled"] == (0.5 if sigmas[0] == sigmas[1] else 0)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_chance_errors_are_as_large_as_the_spread_over_seeds(share: float) -> None:
    first, second = Gaussian([[2.0]], [0.0]), Gaussian([[3.0]], [0.0])
    found = []
    for seed in range(200):
        noise = couple(draw_noise(seed)[:500], share)
        sd = mean_and_sd(noise @ np.array([2.0, 3.0]))[1]
        found.append(measured(first, second, share, noise) | {"sd": sd})
    for name, error in (("sd", "sd_error"), ("rho", "rho_error")):
        spread = np.std([each[name] for each in found])
        assert spread == pytest.approx(found[0][error], rel=0.2)


@pytest.mark.parametrize(("apart", "peaks"), [(0, 1), (15.9, 1), (16, 1), (16.5, 2), (40, 2)])
def test_equal_schools_make_two_peaks_only_beyond_two_sds(apart: float, peaks: int) -> None:
    for one, other in ((30, 30 + apart), (30 + apart, 30)):
        lesson = Sum(view="schools", school1=one, school2=other, spread1=8, spread2=8)
        assert lesson.scene().readouts["class_peaks"] == peaks


@pytest.mark.parametrize(
    "moments",
    [(45, 55, 5, 12), (40, 62, 5, 12), (30, 70, 12, 5), (50, 50, 5, 12), (44, 60, 6, 8.5)],
)
def test_peaks_are_those_of_the_curve(moments: tuple[float, ...]) -> None:
    names = ("school1", "school2", "spread1", "spread2")
    found = Sum(view="schools", **dict(zip(names, moments, strict=True))).scene().readouts
    height = mixed(*moments)[0](np.linspace(0, 100, 200_001))
    inner = height[1:-1]
    assert found["class_peaks"] == ((inner > height[:-2]) & (inner >= height[2:])).sum()


@pytest.mark.parametrize(
    "state", [{}, {"school1": 70, "school2": 30, "spread1": 5, "spread2": 12, "n": 5000}]
)
def test_averages_of_pairs_have_one_bell(state: dict[str, Any]) -> None:
    lesson = Sum(view="schools", **state)
    marks, readouts = lesson.scene()
    mean = (lesson.school1 + lesson.school2) / 2
    sd = np.sqrt((lesson.spread1**2 + lesson.spread2**2) / 4)
    x, height = marks["average_bell"].T
    np.testing.assert_allclose(height, stats.norm(mean, sd).pdf(x), rtol=1e-10)
    found = run(lesson)
    averages, kept = found["sums"], found["kept"]
    assert readouts["averages_mean"] == pytest.approx(averages.mean())
    assert readouts["averages_sd"] == pytest.approx(averages.std(ddof=1))
    assert readouts["pupils_sd"] == pytest.approx(kept.std(ddof=1))
    variance = (lesson.spread1**2 + lesson.spread2**2) / 2
    variance += (lesson.school1 - lesson.school2) ** 2 / 4
    assert readouts["class_sd"] == pytest.approx(np.sqrt(variance))
    for name, draws in (("averages", averages), ("pupils", kept)):
        left, height = marks[name].T
        counts = np.histogram(draws, [*left, 100])[0]
        np.testing.assert_allclose(2 * height * lesson.n, counts, atol=1e-9)
    root = np.sqrt(lesson.n)
    exact = root * largest_gap(averages, stats.norm(mean, sd).cdf, mean, sd)
    assert readouts["average_root"] == pytest.approx(exact, abs=1e-6)


@every_state
def test_the_code_prints_what_the_page_shows(
    state: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = Sum(**state)
    readouts, found = lesson.scene().readouts, run(lesson)
    assert found["law"].mean[0] == pytest.approx(readouts["mean"])
    assert found["law"].std[0] == pytest.approx(readouts["sd"])
    assert found["sums"].std(ddof=1) == pytest.approx(readouts["drawn_sd"])
    assert found["kept"].std(ddof=1) == pytest.approx(readouts["kept_sd"])
    assert f"{readouts['sd']:.4g}"[:4] in capsys.readouterr().out
