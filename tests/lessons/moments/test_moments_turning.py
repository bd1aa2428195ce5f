"""Turned noise: other points, another matrix, and the same law."""

from typing import Any

import numpy as np
import pytest
from scipy import stats
from test_moments_mean import STATES, came

from gaussians.kit.noise import draw_noise
from gaussians.lessons.moments.lesson import Moments

TURNS = [-180, -37, 0, 26.57, 90]


def turned(lesson: Moments) -> Any:
    angle = np.radians(lesson.turn)
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("state", STATES)
def test_points_and_columns_turn_and_their_law_does_not(state: dict[str, Any], turn: float) -> None:
    lesson = Moments(view="turn", turn=turn, **state)
    marks, readouts = lesson.scene()
    A, t, _ = came(lesson)
    Q, noise = turned(lesson), draw_noise(lesson.seed)[:1000]
    B, n = A @ Q, lesson.n
    np.testing.assert_allclose(marks["turned"][:n], noise[:n] @ Q.T, atol=1e-12)
    np.testing.assert_allclose(marks["law_points"][:n], noise[:n] @ B.T + t, atol=1e-12)
    np.testing.assert_allclose(marks["law_few"], noise[:6] @ B.T + t, atol=1e-12)
    np.testing.assert_allclose(marks["turned_few"], noise[:6] @ Q.T, atol=1e-12)
    np.testing.assert_allclose(marks["law_columns"][[1, 7]], t + B.T, atol=1e-12)
    for i in range(2):
        for j in range(2):
            name = f"{i + 1}{j + 1}"
            assert readouts[f"B{name}"] == pytest.approx(B[i, j], abs=1e-12)
            assert readouts[f"S{name}"] == pytest.approx((B @ B.T)[i, j], abs=1e-12)
            assert readouts[f"G{name}"] == pytest.approx((B.T @ B)[i, j], abs=1e-12)
    assert readouts["moved"] < 2e-15
    assert readouts["astray"] == pytest.approx(abs(B.T @ B - A @ A.T).max(), abs=1e-12)


@pytest.mark.parametrize("turn", TURNS)
def test_points_are_counted_in_both_ellipses(turn: float) -> None:
    lesson = Moments(view="turn", n=1000, turn=turn, a11=1, a21=0, a12=1, a22=1)
    marks, readouts = lesson.scene()
    A, t, _ = came(lesson)
    B = A @ turned(lesson)
    off = marks["law_points"] - t
    for name, cov, ellipse in (("share", B @ B.T, "ellipse"),
                               ("wrong_share", B.T @ B, "wrong_ellipse")):  # fmt: skip
        squared = np.einsum("ni,ij,nj->n", off, np.linalg.inv(cov), off)
        assert readouts[name] == pytest.approx((squared <= 4).mean())
        edge = marks[ellipse] - t
        np.testing.assert_allclose(np.einsum("ni,ij,nj->n", edge, np.linalg.inv(cov), edge), 4)
    exact = stats.chi2(2).cdf(4)
    assert exact == pytest.approx(0.865, abs=5e-4)  # as the words say
    assert abs(readouts["share"] - exact) < 4 * np.sqrt(exact * (1 - exact) / 1000)


def test_a_flat_matrix_has_no_ellipse_to_count_in() -> None:
    flat = Moments(view="turn", n=50, a11=1, a12=-1, a21=-1, a22=1, turn=30).scene().readouts
    zero = Moments(view="turn", n=50, a11=0, a12=0, a21=0, a22=0).scene().readouts
    found = [(flat, 1), (zero, 0)]
    for turn in range(-180, 181, 9):  # some leave a rounding error of the other column
        state = {"a11": 1.3, "a21": 1.25, "a12": -1.3, "a22": -1.25, "turn": turn}
        found.append((Moments(view="turn", n=50, **state).scene().readouts, 1))
    for readouts, rank in found:
        assert readouts["rank"] == rank
        assert np.isnan(readouts["share"])
        assert np.isnan(readouts["wrong_share"])


def test_both_orders_agree_where_the_matrix_is_its_own_transpose() -> None:
    lesson = Moments(**Moments.presets["symmetric A Q"])
    readouts = lesson.scene().readouts
    assert readouts["B12"] == pytest.approx(readouts["B21"], abs=1e-3)
    assert readouts["astray"] < 1e-3
