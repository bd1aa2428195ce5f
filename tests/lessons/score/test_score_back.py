"""The way back: few steps end between the data, many at them, and one dot's noise at that dot."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from scipy import special
from scipy.spatial.distance import cdist

from gaussians.kit import draw_noise
from gaussians.kit.lesson import Array
from gaussians.lessons.score.lesson import Score
from gaussians.lessons.score.sets import SETS

POINTS = 50


def back(**state: Any) -> tuple[dict[str, Array], dict[str, Any]]:
    marks, readouts = Score(view="back", **state).scene()
    return marks, readouts


def by_hand(x: Array, data: Array, levels: Array) -> Array:
    """Step from one ᾱ to the next: take away the mean noise, and put less of it back."""
    for here, there in pairwise(levels):
        apart = ((x[:, None] - np.sqrt(here) * data) ** 2).sum(axis=2)
        guess = special.softmax(-apart / 2 / (1 - here), axis=1) @ data
        noise = (x - np.sqrt(here) * guess) / np.sqrt(1 - here)
        x = np.sqrt(there) * guess + np.sqrt(1 - there) * noise
    return x


@pytest.mark.parametrize(("many", "done"), [(1, 1.0), (7, 1.0), (40, 1.0), (10, 0.33), (5, 0.0)])
def test_points_go_as_they_do_by_hand(many: int, done: float) -> None:
    marks, readouts = back(data="letters", many=many, done=done, seed=3)
    share = np.minimum(np.arange(many + 1) / many, done)
    levels = np.sin(0.03 + (np.pi / 2 - 0.03) * share) ** 2
    start = draw_noise(3)[:POINTS]
    walked = by_hand(start, SETS["letters"], levels)
    np.testing.assert_allclose(marks["walkers"], walked, atol=1e-9)
    assert readouts["level"] == pytest.approx(levels[-1])
    assert readouts["distance"] == pytest.approx(cdist(walked, SETS["letters"]).min(axis=1).mean())
    assert readouts["before"] == pytest.approx(cdist(start, SETS["letters"]).min(axis=1).mean())


@pytest.mark.parametrize("data", SETS)
def test_few_steps_end_far_from_the_data_and_many_steps_near(data: str) -> None:
    far = [back(data=data, many=many)[1]["distance"] for many in (1, 2, 5, 40)]
    assert far == sorted(far, reverse=True)
    assert far[-1] < 0.03
    marks, readouts = back(data=data, many=1)
    assert readouts["spread"] < 0.05
    mean = SETS[data].mean(axis=0)
    np.testing.assert_allclose(marks["walkers"], np.tile(mean, (POINTS, 1)), atol=0.15)


def test_the_followed_point_goes_like_all_others() -> None:
    px, py = draw_noise(1)[4]
    marks, _ = back(many=12, px=float(px), py=float(py))
    way = marks["way"]
    assert way.shape == (13, 2)
    np.testing.assert_allclose(way[0], marks["start"][0])
    np.testing.assert_allclose(way[-1], marks["walkers"][4])


@pytest.mark.parametrize("data", SETS)
@pytest.mark.parametrize("which", [1, 50, 51, 100])
def test_the_noise_of_one_dot_leads_all_to_that_dot(data: str, which: int) -> None:
    marks, readouts = back(data=data, one=1, which=which, many=9)
    dot = SETS[data][int(np.ceil(which * len(SETS[data]) / 100)) - 1]
    np.testing.assert_allclose(marks["one_dot"][0], dot)
    np.testing.assert_allclose(marks["walkers"], np.tile(dot, (POINTS, 1)), atol=1e-9)
    assert readouts["spread"] < 1e-9
    field, single = (marks[name].reshape(-1, 6, 2) for name in ("flow", "one_flow"))
    assert np.abs(field - single)[:, :5].max() > 0.1  # an arrow, but not the field


def test_no_red_is_drawn_of_the_mean() -> None:
    marks, _ = back(one=0, done=0.5)
    assert np.isnan(marks["one_flow"]).all()
    assert np.isnan(marks["one_dot"]).all()
    assert all(np.isfinite(marks["flow"].reshape(-1, 6, 2)[:, :5]).ravel())


@pytest.mark.parametrize("done", [0, 0.5, 1])
def test_arrows_are_those_of_the_level_that_is_reached(done: float) -> None:
    marks, readouts = back(done=done, data="spiral")
    level = min(readouts["level"], 0.95)
    field = Score(view="slope", data="spiral", a=level).scene().marks["field"]
    np.testing.assert_allclose(marks["flow"][0:2], field[0:2], atol=0.03)
