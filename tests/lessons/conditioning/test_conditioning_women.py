"""The women: their line, as many draws, and what was measured of them."""

import csv
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from gaussians.lessons.conditioning import women
from gaussians.lessons.conditioning.lesson import Conditioning

TABLE = Path(women.__file__).with_name("women.csv")
LINES = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
ROWS = np.array([[float(entry) for entry in row] for row in csv.reader(LINES)])
STATURE, COUNT, MEAN, SD = ROWS.T
ERROR = SD / np.sqrt(COUNT)
EXPECTED = 67.76 + 0.5335 * 10.98 / 6.42 * (STATURE - 162.85)
SPREAD = 10.98 * np.sqrt(1 - 0.5335**2)


def test_stature_and_weight() -> None:
    tall = Conditioning(view="women", height=172).scene()
    assert tall.readouts["weight"] == pytest.approx(EXPECTED[STATURE == 172][0])
    assert tall.readouts["spread"] == pytest.approx(SPREAD)
    cloud = tall.marks["women_cloud"]
    assert len(cloud) == 1986
    near = cloud[np.abs(cloud[:, 0] - 172) <= 0.5]
    assert tall.readouts["drawn"] == len(near)
    assert tall.readouts["drawn_mean"] == pytest.approx(near[:, 1].mean())
    assert tall.readouts["drawn_sd"] == pytest.approx(near[:, 1].std(ddof=1))
    assert tall.readouts["drawn_error"] == pytest.approx(stats.sem(near[:, 1]))
    np.testing.assert_allclose(cloud.mean(axis=0), [162.85, 67.76], rtol=0.02)
    sides = stats.norm(162.85, 6.42).cdf([171.5, 172.5])
    assert tall.readouts["women_awaited"] == pytest.approx(1986 * np.diff(sides)[0])


@pytest.mark.parametrize("seed", range(20))
def test_of_192_cm_nobody_is_to_be_expected(seed: int) -> None:
    readouts = Conditioning(view="women", height=192, seed=seed).scene().readouts
    assert readouts["sds"] == pytest.approx(4.54, abs=0.01)
    assert readouts["drawn"] == 0
    assert readouts["women_awaited"] == pytest.approx(0.004, abs=0.0005)
    assert np.isnan(readouts["drawn_mean"])
    assert readouts["weight"] == pytest.approx(94.4, abs=0.1)


@pytest.mark.parametrize(
    ("height", "rounded"), [(150, 150), (171.5, 172), (172.4, 172), (177, 177)]
)
def test_what_was_measured_is_what_the_table_has(height: float, rounded: int) -> None:
    readouts = Conditioning(view="women", height=height).scene().readouts
    (row,) = np.flatnonzero(rounded == STATURE)
    found = [readouts[f"real_{name}"] for name in ("count", "mean", "sd", "error")]
    assert found == pytest.approx([COUNT[row], MEAN[row], SD[row], ERROR[row]])


@pytest.mark.parametrize("height", [140, 149.4, 177.5, 192])
def test_of_fewer_than_ten_women_nothing_is_said(height: float) -> None:
    readouts = Conditioning(view="women", height=height).scene().readouts
    assert all(np.isnan(readouts[f"real_{name}"]) for name in ("count", "mean", "sd", "error"))


def test_the_measured_means_are_drawn_with_their_standard_errors() -> None:
    marks = Conditioning(view="women", height=150).scene().marks
    np.testing.assert_array_equal(marks["women_means"], ROWS[:, [0, 2]])
    gap = [[np.nan, np.nan]]
    bars = np.concatenate([marks["women_errors"], gap]).reshape(-1, 3, 2)  # from, to, a gap
    assert np.isnan(bars[:, 2]).all()
    np.testing.assert_array_equal(bars[:, 0, 0], STATURE)
    np.testing.assert_array_equal(bars[:, 1, 0], STATURE)
    np.testing.assert_allclose(bars[:, 0, 1], MEAN - ERROR)
    np.testing.assert_allclose(bars[:, 1, 1], MEAN + ERROR)


def test_the_words_count_the_women_right() -> None:
    words = " ".join(Conditioning.words().proofs.split())
    reached = np.abs(MEAN - EXPECTED) / ERROR
    assert f"Yet {(reached < 1).sum()} of the {len(ROWS)} bars reach it" in words
    assert f"all {(reached < 2).sum()} would if they were twice as long" in words
    assert f"as far as {COUNT.sum():,.0f} women can tell" in words
    short, tall = (
        np.sqrt(((COUNT - 1) * SD**2)[some].sum() / (COUNT - 1)[some].sum())
        for some in (STATURE < 160, STATURE >= 170)
    )
    assert f"{short:.1f} kg at 150 to 159 cm, and of {tall:.1f} kg at 170 to 177 cm" in words
    assert f"the formula says {SPREAD:.1f} for all" in words
    assert f"were measured, at {STATURE.min():.0f} to {STATURE.max():.0f} cm" in words
