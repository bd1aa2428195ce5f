"""The ball and its shadow, drawn and counted, beside the chi law and plain numpy."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from gaussians.kit.noise import MOST, draw_noise
from gaussians.kit.space import turned
from gaussians.lessons.projection.ball import EYE, FLOOR
from gaussians.lessons.projection.lesson import Projection

STATES: list[dict[str, Any]] = [
    {},
    {"turn": 180, "tilt": 90, "roll": -180, "n": 2500, "seed": 4, "point": 500},
    {"turn": 77, "tilt": -41, "roll": 130, "seed": 9, "point": 1},
]
every_state = pytest.mark.parametrize("state", STATES)


def noise_of(lesson: Projection) -> np.ndarray:
    return draw_noise(lesson.seed, MOST, 3, 1)[: lesson.n]


@every_state
def test_shares_are_counted_and_exact(state: dict[str, Any]) -> None:
    lesson = Projection(**state)
    found, s = lesson.scene().readouts, noise_of(lesson)
    shadow = s @ turned(lesson.turn, lesson.tilt, lesson.roll)[:2].T
    assert found["ball"] == pytest.approx(stats.chi(3).cdf(1), abs=1e-15)
    assert found["disc"] == pytest.approx(stats.chi(2).cdf(1), abs=1e-15)
    assert found["answer"] == pytest.approx(100 * (1 - np.exp(-0.5)))
    within = stats.norm.cdf(1) - stats.norm.cdf(-1)
    assert found["as_square"] == pytest.approx(100 * within**2)
    assert found["ball_share"] == (np.linalg.norm(s, axis=1) < 1).mean()
    assert found["disc_share"] == (np.linalg.norm(shadow, axis=1) < 1).mean()
    assert found["over_share"] == pytest.approx(found["disc_share"] - found["ball_share"])


def test_counts_are_off_by_what_chance_does_from_any_side() -> None:
    off = []
    for seed in range(1, 13):
        found = Projection(seed=seed, n=2500, turn=9 * seed, tilt=60 - 9 * seed).scene().readouts
        off += [
            (found[f"{name}_share"] - found[name]) / found[f"{name}_chance"]
            for name in ("ball", "disc", "over")
        ]
    assert max(map(abs, off)) < 4
    assert 0.6 < np.sqrt(np.mean(np.square(off))) < 1.4


@every_state
def test_points_are_drawn_where_they_are_and_sorted_by_the_ball(state: dict[str, Any]) -> None:
    lesson = Projection(**state)
    marks, s = lesson.scene().marks, noise_of(lesson)
    Q = turned(lesson.turn, lesson.tilt, lesson.roll)
    seen = EYE.sees(s @ Q.T)
    assert_allclose(np.nansum([marks[name] for name in ("far", "middle", "near")], axis=0), seen)
    inside, below = (np.linalg.norm(x, axis=1) < 1 for x in (s, s @ Q[:2].T))
    assert not (inside & ~below).any()
    for name, chosen in (("inside", inside), ("over", below & ~inside), ("others", ~below)):
        assert_allclose(marks[name][chosen], seen[chosen])
        assert np.isnan(marks[name][~chosen]).all()
    assert_allclose(marks["their_shadows"][inside], marks["shadows"][inside])
    assert_allclose(marks["over_shadows"][below & ~inside], marks["shadows"][below & ~inside])


@every_state
def test_a_point_is_joined_with_its_shadow_straight_below(state: dict[str, Any]) -> None:
    lesson = Projection(**state)
    (marks, found), s = lesson.scene(), noise_of(lesson)[lesson.point - 1]
    place = turned(lesson.turn, lesson.tilt, lesson.roll) @ s
    assert_allclose([found["s1"], found["s2"], found["s3"]], s)
    assert_allclose([found["h1"], found["h2"], found["h3"]], place)
    assert found["far"] == pytest.approx(np.linalg.norm(s))
    assert found["fallen"] == pytest.approx(np.hypot(*place[:2]))
    assert_allclose(marks["followed"], EYE.sees(place[None]))
    assert_allclose(marks["fallen"], EYE.sees(np.array([[*place[:2], FLOOR]])))
    assert_allclose(marks["fall"], np.concatenate([marks["followed"], marks["fallen"]]))
    assert_allclose(marks["fallen"][0], marks["shadows"][lesson.point - 1])


def test_arrows_turn_with_the_ball_and_their_names_follow() -> None:
    lesson = Projection(turn=50, tilt=-20, roll=10)
    marks = lesson.scene().marks
    tips = EYE.sees(turned(50, -20, 10).T)
    assert_allclose(marks["axes"][[1, 7, 13]], tips)
    assert (np.linalg.norm(marks["axis_names"] - tips, axis=1) < 0.8).all()
