"""Lengths of noise in n dimensions beside the chi law, its moments, and shares within 1."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import special, stats

from gaussians.kit.noise import draw_noise
from gaussians.lessons.standard.lengths import MOST, POINTS
from gaussians.lessons.standard.lesson import Standard

DIMS = (1, 2, 3, 10, 100, 1000)


def lengths_of(seed: int, n: int) -> np.ndarray:
    found: np.ndarray = np.linalg.norm(draw_noise(seed, POINTS, MOST, 1)[:, :n], axis=1)
    return found


@pytest.mark.parametrize("n", DIMS)
def test_mean_and_sd_are_the_chi_laws_and_those_of_the_points(n: int) -> None:
    found, lengths = Standard(n=n, seed=3).scene().readouts, lengths_of(3, n)
    assert found["root"] == np.sqrt(n)
    assert found["mean"] == pytest.approx(stats.chi(n).mean(), rel=1e-11)
    assert found["sd"] == pytest.approx(stats.chi(n).std(), rel=1e-8)
    assert found["short"] == pytest.approx(np.sqrt(n) - found["mean"])
    assert found["counted_mean"] == pytest.approx(lengths.mean())
    assert found["counted_sd"] == pytest.approx(lengths.std(ddof=1))
    assert found["mean_square"] == pytest.approx((lengths**2).mean())


def test_they_are_off_by_what_chance_does() -> None:
    off: dict[str, list[float]] = {"mean": [], "sd": [], "square": []}
    for seed in range(1, 41):
        n = (2, 5, 30, 400)[seed % 4]
        found = Standard(n=n, seed=seed).scene().readouts
        off["mean"].append((found["counted_mean"] - found["mean"]) / found["mean_error"])
        off["sd"].append((found["counted_sd"] - found["sd"]) / found["sd_error"])
        off["square"].append((found["mean_square"] - n) / found["square_error"])
    for name, values in off.items():
        assert max(map(abs, values)) < 4, name
        assert 0.8 < np.sqrt(np.mean(np.square(values))) < 1.25, name


@pytest.mark.parametrize("n", DIMS)
def test_bars_and_curves_are_of_these_lengths(n: int) -> None:
    marks, lengths, law = Standard(n=n).scene().marks, lengths_of(1, n), stats.chi(n)
    root = np.sqrt(n)
    for name, edges, values in (
        ("near", np.arange(0, 6.1, 0.25), lengths),
        ("far", np.arange(0, 36.1, 0.5), lengths),
        ("off", np.arange(-3, 3.1, 0.25), lengths - root),
    ):
        heights = np.histogram(values, edges)[0] / POINTS / np.diff(edges)
        assert_allclose(marks[f"{name}_bars"], np.stack([edges[:-1], heights], axis=1), atol=1e-12)
        x, density = marks[f"{name}_law"].T
        r = x + (root if name == "off" else 0)
        there = r > 0
        assert_allclose(density[there], law.pdf(r[there]), rtol=1e-9, atol=1e-12)
        assert np.isnan(density[r < 0]).all()
    x, density = marks["limit"].T
    assert_allclose(density, stats.norm(0, np.sqrt(0.5)).pdf(x), rtol=1e-12)
    half = len(marks["core"]) // 2
    r, height = marks["core"][:half].T
    assert r[-1] == 1
    assert_allclose(height[1:], law.pdf(r[1:]), rtol=1e-9, atol=1e-12)
    assert marks["off_bars"][:, 1].sum() * 0.25 > 0.99
    assert (marks["root_line"][:, 0] == root).all()


@pytest.mark.parametrize("n", DIMS)
def test_shares_within_1_are_exact_and_counted(n: int) -> None:
    found, lengths = Standard(n=n).scene().readouts, lengths_of(1, n)
    assert found["core"] == pytest.approx(special.gammainc(n / 2, 0.5), rel=1e-11, abs=0)
    assert found["core_counted"] == (lengths <= 1).sum()
    assert found["core_expected"] == pytest.approx(500 * found["core"], abs=0)
    if n <= 100:
        assert found["log_core"] == pytest.approx(np.log10(special.gammainc(n / 2, 0.5)), rel=1e-12)
    for few in (1, 2, 3, 10):
        exact = stats.chi(few).cdf(1)
        assert found[f"core{few}"] == pytest.approx(exact, rel=1e-12)
        assert found[f"core_counted{few}"] == (lengths_of(1, few) <= 1).mean()
        assert found[f"core_chance{few}"] == pytest.approx(np.sqrt(exact * (1 - exact) / 500))


def test_what_the_words_say() -> None:
    shares = [Standard(n=n).scene().readouts["core"] for n in (1, 2, 3, 10)]
    assert_allclose(np.round(shares, 4)[:3], [0.6827, 0.3935, 0.1987])
    assert shares[3] == pytest.approx(0.00017, abs=5e-6)
    assert stats.chi(100).mean() == pytest.approx(10, abs=0.1)  # the prediction allows 1 %
    assert stats.chi(1).mean() == pytest.approx(0.798, abs=5e-4)
    thin = stats.chi(1000)
    assert thin.cdf(np.sqrt(1000) + 2.2) - thin.cdf(np.sqrt(1000) - 2.2) > 0.998


def test_buttons_stop_at_1000() -> None:
    for n, more, twice in ((1, 2, 2), (600, 601, 1000), (1000, 1000, 1000)):
        found = Standard(n=n).scene().readouts
        assert (found["one_more"], found["double"]) == (more, twice)
