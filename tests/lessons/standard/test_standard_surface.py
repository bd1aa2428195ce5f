"""The density over the plane: a product of two bells, the same at all places of one distance."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from gaussians.kit.space import turned
from gaussians.lessons.standard.lesson import Standard
from gaussians.lessons.standard.surface import _FLOOR, _HIGH, EYE

STATES: list[dict[str, Any]] = [
    {"angle": 0, "r": 1},
    {"angle": 45, "r": -2.35, "turn": 100, "tilt": 70},
    {"angle": 133, "r": 3, "turn": -180, "tilt": -20},
    {"angle": 180, "r": 0},
]


@pytest.mark.parametrize("state", STATES)
def test_the_product_is_that_of_the_distance_at_every_angle(state: dict[str, Any]) -> None:
    found, r = Standard(**state).scene().readouts, state["r"]
    x, y = r * np.cos(np.radians(state["angle"])), r * np.sin(np.radians(state["angle"]))
    assert_allclose([found["x"], found["y"]], [x, y], atol=1e-15)
    assert_allclose([found["h1"], found["h2"]], stats.norm.pdf([x, y]), rtol=1e-14)
    exact = stats.multivariate_normal([0, 0]).pdf([x, y])
    for name in ("h", "round", "low", "high"):
        assert found[name] == pytest.approx(exact, rel=1e-14)
    assert found["spread"] < 2e-16
    assert found["off"] < 2e-16
    assert found["unlike"] == pytest.approx(stats.norm.pdf(x) - stats.norm.pdf(y), abs=1e-15)


@pytest.mark.parametrize("state", STATES)
def test_heights_stand_above_the_floor_where_they_belong(state: dict[str, Any]) -> None:
    lesson = Standard(**state)
    marks, Q = lesson.scene().marks, turned(lesson.turn, lesson.tilt)

    def seen(x: Any, y: Any) -> Any:
        places = np.stack([x, y, _FLOOR + _HIGH * stats.norm.pdf(x) * stats.norm.pdf(y)], axis=1)
        return EYE.sees(places @ Q.T)

    way = np.array([np.cos(np.radians(lesson.angle)), np.sin(np.radians(lesson.angle))])
    angle = np.linspace(0, 2 * np.pi, 121)
    assert_allclose(
        marks["ring"], seen(lesson.r * np.cos(angle), lesson.r * np.sin(angle)), atol=1e-9
    )
    assert_allclose(marks["spot"], seen(*(lesson.r * way[:, None])), atol=1e-9)
    along = np.linspace(-3, 3, 121)
    assert_allclose(marks["cut"][:121], seen(way[0] * along, way[1] * along), atol=1e-9)
    along = np.linspace(-3, 3, 81)
    assert_allclose(marks["edge"], seen(way[0] * along, way[1] * along), atol=1e-9)
    rings = np.split(marks["rings"], np.flatnonzero(np.isnan(marks["rings"][:, 0])))
    angle = np.linspace(0, 2 * np.pi, 49)
    for radius, ring in zip((0.5, 1, 1.5, 2, 2.5, 3), rings, strict=True):
        drawn = ring[np.isfinite(ring[:, 0])]
        assert_allclose(drawn, seen(radius * np.cos(angle), radius * np.sin(angle)), atol=1e-9)


def test_from_above_rings_are_circles_and_the_cut_is_the_same_at_all_angles() -> None:
    marks = Standard(tilt=70, turn=33).scene().marks
    lengths = np.linalg.norm(marks["rings"], axis=1)[:49]
    assert_allclose(lengths, lengths[0])
    profiles = [Standard(angle=angle).scene().marks["profile"] for angle in (0, 20, 45, 111)]
    for profile in profiles:
        r, heights = profile.T
        assert_allclose(heights, np.exp(-r * r / 2) / (2 * np.pi), rtol=1e-13)
    assert_allclose(Standard(r=-1.5).scene().marks["at"], [[-1.5, np.exp(-1.125) / (2 * np.pi)]])
