"""What the histogram lesson counts and compares is what scipy and plain counting say."""

import csv
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from copied import run
from scipy import stats

from gaussians.kit.counts import SIZES
from gaussians.lessons.histogram import people
from gaussians.lessons.histogram.bins import peaks
from gaussians.lessons.histogram.lesson import Histogram

TABLE = Path(people.__file__).with_name("people.csv")
LINES = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
CM, WOMEN, MEN = np.array([[int(entry) for entry in row] for row in csv.reader(LINES)]).T
EACH = np.repeat(CM, WOMEN)  # the stature of every woman
BELL = stats.norm(162.85, 6.42)
ENDS = np.arange(people.FIRST, people.LAST + 1) + 0.45


def readouts(**state: Any) -> dict[str, Any]:
    return Histogram(**state).scene().readouts


def turns(heights: Any) -> int:
    """Count peaks in the plainest way: levels are left out, then rises before falls counted."""
    signs = [sign for sign in np.sign(np.diff([0, *heights, 0])) if sign]
    return sum(a > b for a, b in pairwise(signs))


def test_the_table_is_the_surveys() -> None:
    assert (WOMEN.sum(), MEN.sum()) == (1986, 4082)
    # Read to the millimeter, 162.5 to 163.4 cm count as 163: their middle is 162.95.
    assert EACH.mean() - 0.05 == pytest.approx(162.85, abs=0.005)
    assert np.repeat(CM, MEN).mean() - 0.05 == pytest.approx(175.62, abs=0.005)
    assert EACH.std() == pytest.approx(6.42, abs=0.02)
    assert np.repeat(CM, MEN).std() == pytest.approx(6.86, abs=0.02)
    assert "NATICK/TR-15/007" in TABLE.read_text("utf-8")


@pytest.mark.parametrize(("width", "start"), [(1, 0), (2, 1), (3, 0), (7, 12), (20, 19)])
def test_bars_are_what_is_counted_between_their_ends(width: int, start: int) -> None:
    scene = Histogram(width=width, start=start).scene()
    left, height = scene.marks["women"].T
    np.testing.assert_allclose(np.diff(left), width)
    assert left[0] <= people.FIRST - 0.55 <= people.LAST + 0.45 <= left[-1] + width
    found = [((left_ < EACH) & (left_ + width > EACH)).sum() for left_ in left]
    np.testing.assert_allclose(np.nan_to_num(height) * width * 1986, found, atol=1e-9)
    assert np.nansum(height) * width == pytest.approx(1)
    assert scene.readouts["bars_peaks"] == turns(found)
    assert scene.readouts["several"] == min(turns(found) - 1, 1)
    assert scene.readouts["bars"] == np.count_nonzero(found)
    assert scene.readouts["fullest"] == max(found)
    error = stats.binom(1986, max(found) / 1986).std()
    assert scene.readouts["fullest_chance"] == pytest.approx(error / max(found))


@pytest.mark.parametrize(
    "heights",
    [[0, 1, 1, 2, 0], [0, 2, 2, 1, 0], [0, 1, 0, 0, 1, 0], [0, 3, 1, 1, 3, 0], [1, 1, 0, 2, 2, 0]],
)
def test_levels_are_no_peaks_of_their_own(heights: list[float]) -> None:
    padded = np.array([0.0, *heights, 0.0, 0.0])
    index = np.arange(len(padded) + 1.0)[:, None]
    assert peaks(padded, index) == turns(heights)


@pytest.mark.parametrize("state", [{}, {"mu": 150, "sigma": 4}, {"mu": 167.3, "sigma": 9.98}])
def test_the_largest_gap_is_where_counted_and_exact_shares_differ_most(
    state: dict[str, float],
) -> None:
    lesson = Histogram(**state)
    marks, found = lesson.scene()
    counted = np.array([(end > EACH).mean() for end in ENDS])
    exact = stats.norm(lesson.mu, lesson.sigma).cdf(ENDS)
    np.testing.assert_allclose(marks["counted_women"], np.stack([ENDS, counted], axis=1))
    np.testing.assert_allclose(marks["exact"][:, 1], exact, atol=1e-15)
    k = np.abs(counted - exact).argmax()
    assert found["gap_women"] == pytest.approx(np.abs(counted - exact)[k], abs=1e-14)
    assert found["place"] == ENDS[k]
    np.testing.assert_allclose(marks["gap_women"][:, 1], [exact[k], counted[k]], atol=1e-14)
    assert found["counted_there"] == pytest.approx(counted[k])
    assert found["exact_there"] == pytest.approx(exact[k])


def test_skewness_and_excess_of_the_women() -> None:
    found = readouts()
    assert found["skewness_women"] == pytest.approx(stats.skew(EACH))
    assert found["excess_women"] == pytest.approx(stats.kurtosis(EACH))
    assert found["skewness_error"] == pytest.approx(np.sqrt(6 / 1986))
    assert found["excess_error"] == pytest.approx(np.sqrt(24 / 1986))


@pytest.mark.parametrize("sample", [1, 4, 13, 21])
def test_a_sample_is_compared_with_the_bell_it_is_drawn_from(sample: int) -> None:
    lesson = Histogram(view="sample", sample=sample, seed=7, width=5, start=3)
    marks, found = lesson.scene()
    counts, size = lesson.counts("drawn")[:, sample - 1], SIZES[sample - 1]
    assert found["N"] == size == counts.sum()
    gap = np.abs(np.cumsum(counts) / size - BELL.cdf(ENDS))[:-1].max()  # the last bin has the tail
    assert found["gap"] == pytest.approx(gap, abs=1e-14)
    assert found["scaled"] == pytest.approx(gap * np.sqrt(size))
    cm = people.STATURES
    mean = (counts * cm).sum() / size
    second, third, fourth = ((counts * (cm - mean) ** k).sum() / size for k in (2, 3, 4))
    assert found["skewness"] == pytest.approx(third / second**1.5)
    assert found["excess"] == pytest.approx(fourth / second**2 - 3)
    dots = marks["gaps"]
    np.testing.assert_allclose(dots[:, 0], np.log10(SIZES))
    assert np.isfinite(dots[:, 1]).sum() == sample
    assert dots[sample - 1] == pytest.approx([np.log10(size), np.log10(gap)])
    np.testing.assert_allclose(marks["now"], [dots[sample - 1]])
    assert np.nansum(marks["drawn"][:, 1]) * 5 == pytest.approx(1)


def test_gap_times_root_stays_while_the_root_grows_by_thousands() -> None:
    products = [
        readouts(view="sample", sample=sample, seed=seed)["scaled"]
        for seed in range(20)
        for sample in (1, 8, 15, 21)
    ]
    assert np.mean(products) == pytest.approx(0.74, abs=0.1)
    assert 0.25 < min(products) < max(products) < 1.9
    assert np.sqrt(SIZES[-1] / SIZES[0]) > 2000


def test_what_chance_leaves_at_the_ends_of_bins_of_one_cm() -> None:
    rng, share = np.random.default_rng(0), np.diff(BELL.cdf([-np.inf, *ENDS[:-1], np.inf]))
    counts = rng.multinomial(100_000, share, size=20_000)
    gap = np.abs(np.cumsum(counts, axis=1) / 100_000 - np.cumsum(share)).max(axis=1) * np.sqrt(1e5)
    assert gap.mean() == pytest.approx(0.74, abs=0.01)
    assert np.quantile(gap, [0.01, 0.99]) == pytest.approx([0.32, 1.49], abs=0.03)


def test_five_in_a_hundred_samples_are_as_far_from_the_bell_of_their_own_as_the_women_are() -> None:
    rng = np.random.default_rng(1)
    found = []
    for _ in range(1500):
        x = BELL.rvs(1986, random_state=rng)
        counted = np.searchsorted(np.sort(x), ENDS) / 1986
        gap = np.abs(counted - stats.norm.cdf((ENDS - x.mean()) / x.std())).max()
        found.append(gap * np.sqrt(1986))
    assert np.mean(found) == pytest.approx(0.504, abs=0.015)
    assert np.mean(np.array(found) >= readouts()["scaled_women"]) == pytest.approx(0.054, abs=0.02)


def test_real_women_are_never_drawn_from_the_bell() -> None:
    for seed in range(3):
        lesson = Histogram(view="sample", sample=3, seed=seed)
        taken = lesson.counts("real")
        assert (taken <= people.BINS[:, 3][:, None]).all()
        np.testing.assert_array_equal(taken[:, 6:], np.repeat(people.BINS[:, 3:4], 15, axis=1))
    found = readouts(view="sample", sample=21)
    assert found["size_real"] == 1986
    assert found["gap_real"] == pytest.approx(readouts()["gap_women"])
    marks = Histogram(view="sample", sample=3, seed=2, width=1).scene().marks
    height = np.nan_to_num(marks["taken"][:, 1])
    assert height.sum() == pytest.approx(1)
    assert ((height > 0) <= (np.nan_to_num(marks["women"])[:, 1] > 0)).all()
    dots = Histogram(view="sample", sample=21).scene().marks["gaps_women"]
    assert np.isfinite(dots[:, 1]).sum() == 7
    assert 10 ** dots[6, 0] == pytest.approx(1986)


def test_shares_are_the_bells_to_the_last_digits() -> None:
    found = people.shares(people.WOMEN)
    upper = np.concatenate([[1], BELL.sf(ENDS[:-1]), [0]])
    lower = np.concatenate([[0], BELL.cdf(ENDS[:-1]), [1]])
    exact = np.where(np.arange(len(found)) > 42, -np.diff(upper), np.diff(lower))
    np.testing.assert_allclose(found, exact, rtol=1e-11)


@pytest.mark.parametrize("men", [0, 0.31, 0.5, 0.67, 1])
def test_men_are_mixed_in(men: float) -> None:
    marks, found = Histogram(view="mixed", men=men, width=3).scene()
    x, height = marks["sum"].T
    both = stats.norm(162.85, 6.42), stats.norm(175.62, 6.86)
    exact = (1 - men) * both[0].pdf(x) + men * both[1].pdf(x)
    np.testing.assert_allclose(height, exact, rtol=1e-12)
    assert found["peaks"] == turns(exact)
    slope = marks["steepness"][:, 1]
    np.testing.assert_allclose(np.gradient(exact, x)[1:-1], slope[1:-1], atol=3e-6)
    left, bars = marks["everybody"].T
    men_there = [((a < CM) & (a + 3 > CM)) @ MEN / 4082 for a in left]
    women_there = [((a < CM) & (a + 3 > CM)) @ WOMEN / 1986 for a in left]
    shares = (1 - men) * np.array(women_there) + men * np.array(men_there)
    np.testing.assert_allclose(np.nan_to_num(bars) * 3, shares, atol=1e-14)


def test_at_no_share_of_men_are_there_two_peaks() -> None:
    assert {readouts(view="mixed", men=men)["peaks"] for men in np.linspace(0, 1, 101)} == {1}


def test_two_equal_bells_have_two_peaks_beyond_two_sds_only() -> None:
    distances = np.round(np.arange(0, 4.01, 0.02), 2)
    found = [readouts(view="two", distance=d) for d in distances]
    assert [each["two_peaks"] for each in found] == [2 if d > 2 else 1 for d in distances]
    assert [each["two_changes"] for each in found] == [3 if d > 2 else 1 for d in distances]
    np.testing.assert_allclose([each["two_sds_apart"] for each in found], distances, atol=1e-12)


STATES: list[dict[str, Any]] = [
    {"mu": 158, "sigma": 5},
    {"view": "sample", "sample": 1},
    {"view": "sample", "sample": 21, "seed": 3},
    {"view": "mixed", "men": 0.5},
    {"view": "two", "distance": 2.5},
]


@pytest.mark.parametrize("state", STATES)
def test_its_python_prints_the_pages_numbers(state: dict[str, Any]) -> None:
    found, shown = run(Histogram(**state)), readouts(**state)
    sampled = state.get("view") == "sample"
    assert found["gap"] == pytest.approx(shown["gap" if sampled else "gap_women"], abs=1e-9)
    assert found["women"].sum() == (shown["N"] if sampled else 1986)
    if state.get("view") in ("mixed", "two"):
        assert found["peaks"] == shown["peaks" if state["view"] == "mixed" else "two_peaks"]
