"""What is drawn: pairs by their weight, arrows that are slopes, and a shade that is the density."""

from typing import Any

import numpy as np
import pytest
from scipy import special, stats

from gaussians.kit.images import places as cells
from gaussians.lessons.score.compatible import FROM
from gaussians.lessons.score.field import CELLS, REACH, places
from gaussians.lessons.score.lesson import Score
from gaussians.lessons.score.sets import SETS

STATES: list[dict[str, Any]] = [
    {},
    {"a": 0.95, "data": "spiral", "px": -1.4, "py": 2.0},
    {"a": 0.64, "data": "two", "px": 0, "py": 0.6},
]


@pytest.mark.parametrize("state", STATES)
def test_every_dot_is_drawn_once_by_its_weight_and_its_line_leads_to_the_point(
    state: dict[str, Any],
) -> None:
    lesson = Score(**state)
    marks = lesson.scene().marks
    x, there = np.array([lesson.px, lesson.py]), np.sqrt(lesson.a) * SETS[lesson.data]
    noise = (x - there) / np.sqrt(1 - lesson.a)
    likely = np.exp(-(noise**2).sum(axis=1) / 2)
    rank = (likely[:, None] / likely.max() < FROM).sum(axis=1)
    for k in range(4):
        drawn = np.isfinite(marks[f"dots{k}"][:, 0])
        np.testing.assert_array_equal(drawn, rank == k)
        np.testing.assert_allclose(marks[f"dots{k}"][drawn], there[drawn])
        np.testing.assert_allclose(marks[f"noise{k}"][drawn], noise[drawn])
        if k < 3:
            lines = marks[f"lines{k}"].reshape(-1, 3, 2)[drawn]
            np.testing.assert_allclose(lines[:, 0], there[drawn])
            np.testing.assert_allclose(lines[:, 1], np.tile(x, (drawn.sum(), 1)))


@pytest.mark.parametrize("state", STATES)
def test_the_thick_arrows_are_the_mean_of_all_that_may_have_been(state: dict[str, Any]) -> None:
    lesson = Score(**state)
    x, there = np.array([lesson.px, lesson.py]), np.sqrt(lesson.a) * SETS[lesson.data]
    weights = special.softmax(-((x - there) ** 2).sum(axis=1) / 2 / (1 - lesson.a))
    marks = lesson.scene().marks
    np.testing.assert_allclose(marks["middle"][0], weights @ there, atol=1e-12)
    np.testing.assert_allclose(marks["mean"][:2], [weights @ there, x], atol=1e-12)
    mean = (x - weights @ there) / np.sqrt(1 - lesson.a)
    np.testing.assert_allclose(marks["expected"][:2], [[0, 0], mean], atol=1e-12)
    slope = (
        Score(view="slope", **state).scene().marks["slope"]
    )  # 1 - ᾱ times as long, it ends there
    np.testing.assert_allclose(slope[:2], [x, weights @ there], atol=1e-12)


@pytest.mark.parametrize("a", [0, 0.5, 0.95])
def test_arrows_point_up_the_slope_and_do_not_reach_each_other(a: float) -> None:
    marks = Score(view="slope", data="moons", a=a).scene().marks
    field = marks["field"].reshape(-1, 6, 2)
    way, middle = field[:, 1] - field[:, 0], (field[:, 1] + field[:, 0]) / 2
    np.testing.assert_allclose(middle, places(), atol=1e-12)
    assert np.hypot(*way.T).max() < 0.36 < np.diff(np.unique(places()[:, 0].round(9))).min()
    steep = []
    inner = np.abs(places()).max(axis=1) < 2.5  # where there may be a noisy point
    for place, arrow in zip(places()[inner][::13], way[inner][::13], strict=True):
        readouts = Score(view="slope", a=a, px=place[0], py=place[1]).scene().readouts
        slope = np.array([readouts["score1"], readouts["score2"]])
        np.testing.assert_allclose(arrow / np.hypot(*arrow), slope / np.hypot(*slope), atol=1e-9)
        steep.append((np.hypot(*slope), np.hypot(*arrow)))
    assert np.all(np.diff([length for _, length in sorted(steep)]) >= 0)


def test_the_tangent_touches_the_cut() -> None:
    marks = Score(view="slope", a=0.8, px=0.3, py=-0.4).scene().marks
    number, log = marks["cut"].T
    near = np.abs(number - 0.3) < 0.6
    line = np.interp(number[near], *marks["tangent"].T)
    closest = np.argmin(np.abs(line - log[near]))
    assert abs(number[near][closest] - 0.3) < 0.05
    np.testing.assert_allclose(np.interp(0.3, *marks["tangent"].T), marks["height"][0, 1])


def test_the_shade_is_the_density() -> None:
    shade = Score(view="slope", data="letters", a=0.7).scene().marks["density"]
    assert shade.shape == (CELLS, CELLS)
    assert shade.max() == pytest.approx(1)
    at = cells((-REACH, REACH), CELLS)[:, 0]
    bells = [stats.multivariate_normal(np.sqrt(0.7) * x, 0.3) for x in SETS["letters"]]
    some = [(10, 40), (32, 31), (20, 22)]  # row and column: up, and across
    heights = [np.mean([p.pdf([at[j], at[i]]) for p in bells]) for i, j in some]
    found = np.array([shade[i, j] for i, j in some])
    np.testing.assert_allclose(found / found[0], np.array(heights) / heights[0], rtol=1e-9)
