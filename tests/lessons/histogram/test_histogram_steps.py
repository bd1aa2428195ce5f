"""What the steps of the histogram lesson say is so, where they start and where they lead."""

from typing import Any

import numpy as np
import pytest

from gaussians.kit.check_steps import at_step
from gaussians.lessons.histogram.lesson import Histogram

STEPS = {step.title: step for step in Histogram.words().steps}
WIDTH, BELL, GAP = "How wide is a bin?", "Two numbers, one bell", "The largest gap"
PREDICT, MILLIONS, REAL = "Predict the gap", "Up to 100 million", "The real women follow"
MEN, PEAKS = "Break it: men as well", "Break it: two peaks"
TELLING = {"gaps", "typical", "now", "gaps_women"}


def readouts(title: str, **values: Any) -> dict[str, Any]:
    lesson = at_step(Histogram, STEPS[title])
    lesson.param.update(values)
    return lesson.scene().readouts


def test_narrow_bins_have_ten_peaks_and_from_three_centimeters_on_there_is_one() -> None:
    assert readouts(WIDTH)["bars_peaks"] == 10
    for width in range(2, 21):
        found = {readouts(WIDTH, width=width, start=k)["bars_peaks"] for k in range(width)}
        assert found == ({1} if width > 2 else {1, 4})
    assert readouts(WIDTH, width=15)["bars"] <= 4


def test_a_bell_that_is_taken_off_is_brought_back_by_its_own_numbers() -> None:
    start = readouts(BELL)
    assert start["gap_women"] > 0.4
    own = readouts(BELL, mu=start["own_mean"], sigma=start["own_sd"])
    assert own["gap_women"] == pytest.approx(0.017, abs=0.0005)
    assert readouts(GAP)["counted_there"] > readouts(GAP)["exact_there"] + 0.15


def test_the_gap_is_predicted_before_the_figure_tells_how_it_falls() -> None:
    titles = list(STEPS)
    for title in titles[: titles.index(PREDICT) + 1]:
        assert STEPS[title].marks, title
        assert not {*STEPS[title].marks} & TELLING, title
    found = readouts(PREDICT)
    assert found["N"] == 200
    asked = next(p for p in Histogram.words().predictions if p.answer == "smaller")
    assert [found[name] for name in ("smaller", *asked.hints)] == [10, 100, 1]
    ratios = [readouts(PREDICT, seed=seed)["ratio"] for seed in range(1, 25)]
    assert np.exp(np.mean(np.log(ratios))) == pytest.approx(10, rel=0.2)


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_hundred_million_women_are_as_near_as_chance_allows(seed: int) -> None:
    assert readouts(MILLIONS, seed=seed)["N"] == 20
    last = readouts(MILLIONS, seed=seed, sample=21)
    assert last["N"] == 1e8
    assert last["root"] == 10_000
    assert last["gap"] < 0.0002
    assert abs(last["skewness"]) < 5 * last["skewness_chance"]
    assert abs(last["excess"]) < 5 * last["excess_chance"]


def test_real_women_run_out_at_two_thousand() -> None:
    sizes = [readouts(REAL, sample=sample)["size_real"] for sample in (2, 6, 7, 21)]
    assert sizes == [50, 1000, 1986, 1986]
    products = [
        found["gap_real"] * np.sqrt(found["size_real"])
        for seed in range(1, 17)
        for found in [readouts(REAL, seed=seed, sample=4)]
    ]
    assert 0.5 < np.mean(products) < 1  # as of women drawn


def test_men_are_taller_and_the_peak_is_one() -> None:
    found = readouts(MEN)
    assert found["cm_apart"] == pytest.approx(12.8, abs=0.05)
    assert found["sds_apart"] == pytest.approx(1.92, abs=0.005)
    assert found["peaks"] == readouts(MEN, men=0.5)["peaks"] == 1


def test_in_the_middle_bells_bend_down_until_two_sds() -> None:
    assert readouts(PEAKS)["two_peaks"] == 1
    for distance, bends, peaks in ((1.9, -1, 1), (2.1, 1, 2)):
        lesson = at_step(Histogram, STEPS[PEAKS])
        lesson.param.update(distance=distance)
        marks, found = lesson.scene()
        assert found["two_peaks"] == peaks
        x, height = marks["two_sum"].T
        k = np.abs(x - 169.25).argmin()
        assert np.sign(height[k - 1] - 2 * height[k] + height[k + 1]) == bends
