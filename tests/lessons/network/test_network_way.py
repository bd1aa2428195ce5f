"""Where points are on their way, and what the network is without bends."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from gaussians.kit.noise import draw_noise
from gaussians.lessons.network.lesson import Network
from gaussians.record import record

STATES: list[dict[str, Any]] = [
    {"bend": "tanh"},
    {"bend": "relu", "gain": 0.7, "seed": 4},
    {"bend": "identity", "layers": 3, "gain": 0.6, "seed": 9},
    {"bend": "tanh", "layers": 2, "weights": "hand", "layer": 2, "w11": -2, "b1": 0.9, "seed": 2},
    {"bend": "relu", "layers": 3, "weights": "hand", "w12": 2.5, "w21": -0.3, "seed": 11},
]


def weights(lesson: Network) -> list[tuple[Any, Any]]:
    """Return W and b of each layer, by numpy alone."""
    found = []
    for k, s in enumerate(draw_noise(lesson.seed, 4, 6, 1)):
        (c, d), (e, f) = ((np.cos(x), np.sin(x)) for x in (0.7 * s[0], np.pi * s[1]))
        turn, axes = np.array([[c, -d], [d, c]]), np.array([[e, -f], [f, e]])
        sizes = np.diag(([2.4, 1.5] if k else [1.6, 1.0]) * np.exp(0.2 * s[2:4]))
        found.append((lesson.gain * turn @ axes @ sizes @ axes.T, lesson.gain * s[4:] / 2))
        if lesson.weights == "hand" and lesson.layer == k + 1:
            W = np.array([[lesson.w11, lesson.w12], [lesson.w21, lesson.w22]])
            found[-1] = W, np.array([lesson.b1, lesson.b2])
    return found[: lesson.layers]


def sent(lesson: Network, points: Any) -> list[Any]:
    """Return points after each half of a layer."""
    bends: dict[str, Callable[[Any], Any]] = {
        "tanh": np.tanh, "relu": lambda x: np.where(x < 0, 0, x), "identity": np.copy,
    }  # fmt: skip
    found = [points]
    for W, b in weights(lesson):
        found.append(found[-1] @ W.T + b)
        found.append(bends[lesson.bend](found[-1]))
    return found


@pytest.mark.parametrize("state", STATES)
def test_points_the_grid_and_the_square_go_straight_from_half_to_half(
    state: dict[str, Any],
) -> None:
    for way in (0, 0.35, 1, 2, 3.8, 4, 5.5, 7.05, 8):
        lesson = Network(way=way, **state)
        marks, readouts = lesson.scene()
        passed = min(way, 2 * lesson.layers)
        k = min(int(passed), 2 * lesson.layers - 1)
        for mark, points in (
            ("cloud", draw_noise(lesson.seed, 5000)),
            *((name, lesson.fixed[name]) for name in ("mesh", "square")),
        ):
            before, after = sent(lesson, points)[k : k + 2]
            expected = before + (passed - k) * (after - before)
            np.testing.assert_allclose(marks[mark], expected, atol=1e-12)
        assert readouts["place"] == np.floor(passed)
        assert readouts["on_the_way"] == (passed % 1 > 0)
        ends = marks["kurtosis_now"]
        assert (ends[:, 0] == passed).all()


def test_the_grid_is_of_unit_squares_and_fine_enough_to_bend() -> None:
    mesh = Network.fixed["mesh"]
    seen = mesh[np.isfinite(mesh[:, 0])]
    off = np.abs(seen - seen.round())
    assert (off.min(axis=1) < 1e-12).all()  # on a line
    steps = np.abs(np.diff(mesh, axis=0))
    assert np.nanmax(steps) < 0.11


@pytest.mark.parametrize("state", STATES)
def test_without_bends_it_is_one_map(state: dict[str, Any]) -> None:
    lesson = Network(**state)
    _, readouts = lesson.scene()
    A, t = np.eye(2), np.zeros(2)
    for W, b in weights(lesson):
        A, t = W @ A, W @ t + b
    np.testing.assert_allclose([[readouts["A11"], readouts["A12"]],
                                [readouts["A21"], readouts["A22"]]], A)  # fmt: skip
    np.testing.assert_allclose([readouts["t1"], readouts["t2"]], t)
    areas = [abs(np.linalg.det(W)) for W, _ in weights(lesson)]
    told = [readouts[f"area{k}"] for k in (1, 2, 3, 4)]
    np.testing.assert_allclose(told, [*areas, *[1] * (4 - len(areas))])
    assert readouts["area"] == pytest.approx(np.prod(areas))
    assert readouts["added"] == pytest.approx(sum(areas))
    assert readouts["mean_area"] == pytest.approx(np.mean(areas))
    noise = draw_noise(lesson.seed, 5000)
    apart = np.abs(sent(lesson, noise)[-1] - noise @ A.T - t).max()
    assert readouts["apart"] == pytest.approx(apart, abs=1e-12)
    assert (readouts["apart"] < 1e-12) == (lesson.bend == "identity")


@pytest.mark.parametrize("way", [0.5, 1, 3.25, 6])
def test_the_ellipses_are_those_of_the_points_if_nothing_bends(way: float) -> None:
    lesson = Network(bend="identity", layers=3, gain=0.6, way=way)
    marks, _ = lesson.scene()
    circles = lesson.fixed["circles"]
    k = min(int(way), 5)
    before, after = sent(lesson, circles)[k : k + 2]
    np.testing.assert_allclose(marks["ellipses"], before + (way - k) * (after - before), atol=1e-12)
    assert np.isnan(Network(way=way).scene().marks["ellipses"]).all()


def test_on_the_way_nothing_is_bent_or_measured_again() -> None:
    """A hundred thousand points move at once only because their halves are kept."""
    bodies = record(Network).split(", move: ")
    assert sum(body.count("Math.tanh") for body in bodies) > 8
    for body in bodies[1:]:
        move = body[: body.index(", moving:")]
        assert "Math.tanh" not in move
        assert " += " not in move


def test_weights_are_drawn_where_a_hand_sets_them_alone() -> None:
    hand = {"w11": -2, "w21": 1.5, "b1": 0.5, "b2": -1}
    marks, _ = Network(weights="hand", **hand).scene()
    np.testing.assert_allclose(marks["tip1"], [[-1.5, 0.5]])
    np.testing.assert_allclose(marks["shift"], [[0.5, -1]])
    unused, _ = Network(**hand).scene()
    for mark in ("columns", "tip1", "tip2", "shift"):
        assert np.isnan(unused[mark]).all(), mark
