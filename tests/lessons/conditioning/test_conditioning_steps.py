"""What the steps of the conditioning lesson say is so, where they start and where they lead."""

from typing import Any

import numpy as np
import pytest

from gaussians import Gaussian
from gaussians.kit.check_steps import at_step
from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Step
from gaussians.lessons.conditioning.lesson import Conditioning

STEPS = {step.title: step for step in Conditioning.words().steps}
PARAMETERS = ("mu1", "mu2", "sigma1", "sigma2", "rho")
TELLING = {"bell", "strip", "slice", "expected", "regression"}  # marks that show the mean

NEAR, MIDDLE, LINES = "A line in a cloud", "Where is the middle?", "A bell, and three lines"
NOISE, BENT = "Why: turn the noise", "Break it: a bent cloud"


def readouts(title: str, **values: Any) -> dict[str, Any]:
    lesson = at_step(Conditioning, STEPS[title])
    lesson.param.update(values)
    return lesson.scene().readouts


def law_of(lesson: Lesson) -> Gaussian:
    values: dict[str, Any] = lesson.state()
    mu1, mu2, sigma1, sigma2, rho = (values[name] for name in PARAMETERS)
    return Gaussian.from_scales([mu1, mu2], [sigma1, sigma2], rho)


@pytest.mark.parametrize("step", [step for step in STEPS.values() if step.predicts])
def test_where_something_is_predicted_no_slip_is_right(step: Step) -> None:
    found = at_step(Conditioning, step).scene().readouts
    asked = {each.answer: each for each in Conditioning.words().predictions}
    for answer in step.predicts:
        values = [found[name] for name in (answer, *asked[answer].hints)]
        assert np.diff(np.sort(values)).min() > 0.05


def test_the_mean_is_predicted_before_the_figure_tells_it() -> None:
    titles = list(STEPS)
    for title in titles[: titles.index(MIDDLE) + 1]:
        marks = {*STEPS[title].marks}
        assert marks, title
        assert not marks & TELLING, title


@pytest.mark.parametrize("seed", range(1, 9))
def test_the_thinnest_slab_has_few_points_and_the_first_one_many(seed: int) -> None:
    assert readouts(NEAR, seed=seed)["count"] > 60
    assert readouts(NEAR, seed=seed, w=0.05)["count"] < 20


def test_the_mean_moves_and_the_width_never_changes() -> None:
    found = [readouts(LINES, c=c) for c in (-4, -1, 2, 4)]
    assert len({float(each["sd"]) for each in found}) == 1
    assert np.all(np.diff([each["mean"] for each in found]) > 1)


@pytest.mark.parametrize("observed", ["x1", "x2"])
@pytest.mark.parametrize("c", [-2.5, 0.4, 1.8])
def test_the_regression_line_halves_what_the_line_cuts_out_and_the_axis_does_not(
    observed: str, c: float
) -> None:
    lesson = at_step(Conditioning, STEPS[LINES])
    lesson.param.update(observed=observed, c=c)
    law, i = law_of(lesson), int(observed == "x2")
    found = lesson.scene().readouts

    def sides(middle: float) -> list[float]:
        """Return how far out, in ellipses, two points are that are equally far from a middle."""
        return [float(law.mahalanobis(np.insert([middle + side], i, c))) for side in (-0.7, 0.7)]

    assert np.diff(sides(found["mean"])) == pytest.approx(0, abs=1e-12)
    assert abs(np.diff(sides(found["on_axis"]))[0]) > 0.05


def test_at_the_center_the_axis_halves_it_too() -> None:
    found = readouts(LINES, c=0)
    assert found["on_axis"] == found["mean"] == 0


def test_turned_noise_is_upright_and_makes_a_gaussian_along_the_line() -> None:
    lesson = at_step(Conditioning, STEPS[NOISE])
    marks, found = lesson.scene()
    assert found["orthogonal"] < 1e-15
    np.testing.assert_allclose(marks["z_line"][:, 0], found["shift"])
    z = np.array([[found["shift"], free] for free in (-2.0, -1.0, 0.0, 1.0, 2.0)])
    turn = np.linalg.lstsq(marks["s_cloud"], marks["z_cloud"], rcond=None)[0]
    law = law_of(lesson)
    root = np.linalg.lstsq(marks["s_cloud"], marks["x_cloud"] - law.mean, rcond=None)[0]
    x = z @ turn.T @ root + law.mean
    cut = law.given(0, 1.2)
    np.testing.assert_allclose(x[:, 0], 1.2)
    np.testing.assert_allclose(abs(x[:, 1] - cut.mean[1]), cut.std[1] * abs(z[:, 1]), atol=1e-12)
    assert readouts(NOISE, c=2.4)["shift"] == pytest.approx(2)


def test_nine_of_the_womens_bars_miss_the_line() -> None:
    heights = range(140, 196)
    gaps = [Conditioning(view="women", height=height).scene().readouts["real_gap"]
            for height in heights]  # fmt: skip
    assert np.isfinite(gaps).sum() == 28
    assert np.sum(np.abs(gaps) > 1) == 28 - 19  # 19 reach it, as the words say
    assert gaps[172 - 140] == pytest.approx((76.78 - 76.11) / 1.79, abs=0.03)


@pytest.mark.parametrize("seed", range(1, 9))
def test_slices_of_the_bent_cloud_are_not_the_formulas(seed: int) -> None:
    start, middle = (readouts(BENT, seed=seed, c=c) for c in (2.4, 0))
    for found, side in ((start, 1), (middle, -1)):
        assert found["mean"] == 0
        assert side * found["near_mean"] > max(0.5, 4 * found["mean_error"])
    again = readouts(BENT, seed=seed, joint="gaussian")
    assert abs(again["near_mean"]) < 4 * again["mean_error"]
