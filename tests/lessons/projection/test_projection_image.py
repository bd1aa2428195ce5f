"""What A makes of three noises, and B of two: one law, whatever the ball's turn."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from gaussians import Gaussian
from gaussians.kit.noise import MOST, draw_noise
from gaussians.kit.space import turned
from gaussians.lessons.projection.lesson import Projection

STATES: list[dict[str, Any]] = [
    {},
    {"turn": 180, "tilt": 90, "roll": -45, "c11": -2, "c21": 2, "c12": 2, "c22": 2, "seed": 4},
    {"turn": -77, "tilt": 41, "c11": 0.05, "c21": 0, "c12": 0, "c22": -2, "n": 2500},
    {"tilt": 90, "c11": 1, "c21": 0, "c12": 0, "c22": 1},
    {"turn": 12, "tilt": 34, "roll": 56, "c11": 1.5, "c21": 0.5, "c12": -1.5, "c22": -0.5},  # flat
    {"turn": 12, "tilt": 34, "roll": 56, "c11": 0, "c21": 0, "c12": 0.3, "c22": -0.1},  # flat
    {"turn": 33, "c11": 0, "c21": 0, "c12": 0, "c22": 0},
]
every_state = pytest.mark.parametrize("state", STATES)


def matrix(readouts: dict[str, Any], name: str, rows: int, columns: int) -> np.ndarray:
    return np.array([
        [readouts[f"{name}{i}{j}"] for j in range(1, columns + 1)] for i in range(1, rows + 1)
    ])  # fmt: skip


def C_of(lesson: Projection) -> np.ndarray:  # noqa: N802
    return np.array([[lesson.c11, lesson.c12], [lesson.c21, lesson.c22]])


@every_state
def test_a_turn_a_fall_and_a_stretch_are_one_matrix(state: dict[str, Any]) -> None:
    lesson = Projection(**state)
    marks, found = lesson.scene()
    A = C_of(lesson) @ turned(lesson.turn, lesson.tilt, lesson.roll)[:2]
    assert_allclose(matrix(found, "A", 2, 3), A, atol=1e-15)
    s = draw_noise(lesson.seed, MOST, 3, 1)[: lesson.n]
    for name in ("cloud", "mapped_cloud", "of_three"):
        assert_allclose(marks[name], s @ A.T, atol=1e-13)
    assert_allclose([found["x1"], found["x2"]], A @ s[lesson.point - 1], atol=1e-14)
    assert_allclose(marks["columns"][[1, 7, 13]], A.T, atol=1e-15)
    assert found["rank"] == np.linalg.matrix_rank(A)


@every_state
def test_its_parts_make_it_and_two_noises_do_the_same(state: dict[str, Any]) -> None:
    lesson = Projection(**state)
    marks, found = lesson.scene()
    A, U, S = (matrix(found, *shape) for shape in (("A", 2, 3), ("U", 2, 2), ("S", 2, 3)))
    assert_allclose(U @ S @ matrix(found, "V", 3, 3), A, atol=1e-14)
    assert not S[:, 2].any()
    assert_allclose([S[0, 0], S[1, 1]], np.linalg.svd(A)[1], atol=1e-15 * 8)
    B = matrix(found, "B", 2, 2)
    assert_allclose(B, (U @ S)[:, :2], atol=1e-15)
    assert_allclose(B @ B.T, A @ A.T, atol=1e-14)
    assert_allclose(matrix(found, "K", 2, 2)[0, 1], (A @ A.T)[0, 1], atol=1e-14)
    assert found["apart"] < 1e-14
    assert found["rebuilt"] < 1e-14
    two = draw_noise(lesson.seed)[: lesson.n]
    assert_allclose(marks["of_two"], two @ B.T, atol=1e-13)


@pytest.mark.parametrize("angles", [(100, 0, 0), (-30, 80, 0), (17, -54, 140)])
def test_turning_the_ball_changes_a_and_neither_b_nor_the_ellipse(
    angles: tuple[float, float, float],
) -> None:
    still, other = Projection().scene(), Projection(**dict(zip(("turn", "tilt", "roll"), angles,
                                                              strict=True))).scene()  # fmt: skip
    assert abs(matrix(still[1], "A", 2, 3) - matrix(other[1], "A", 2, 3)).max() > 0.3
    assert_allclose(matrix(other[1], "B", 2, 2), matrix(still[1], "B", 2, 2), atol=1e-13)
    assert_allclose(other[0]["ellipses"], still[0]["ellipses"], atol=1e-13)


@pytest.mark.parametrize("state", STATES[:4])
def test_points_of_the_circle_are_those_of_the_ellipse(state: dict[str, Any]) -> None:
    lesson = Projection(**state)
    marks, found = lesson.scene()
    assert found["x_share"] == pytest.approx(found["disc_share"], abs=1e-12)
    law = Gaussian(C_of(lesson), [0, 0])
    assert found["other_share"] == (law.mahalanobis(marks["of_two"]) < 1).mean()
    edge = marks["around"]
    assert_allclose(law.mahalanobis(edge), 1, atol=1e-9)


def test_both_clouds_have_that_mean_and_covariance_but_for_chance() -> None:
    off = []
    for seed in range(1, 13):
        found = Projection(seed=seed, n=2500, tilt=40, roll=5 * seed).scene().readouts
        for i in "12":
            off += [found[f"m{i}"] / found[f"e{i}"], found[f"p{i}"] / found[f"e{i}"]]
        for ij in ("11", "12", "22"):
            off += [(found[D + ij] - found[f"K{ij}"]) / found[f"E{ij}"] for D in "DF"]
    assert max(map(abs, off)) < 4
    assert 0.7 < np.sqrt(np.mean(np.square(off))) < 1.3


@pytest.mark.parametrize("state", STATES[4:6])
def test_a_flat_shadow_lies_on_a_line_and_needs_one_noise(state: dict[str, Any]) -> None:
    lesson = Projection(**state | {"n": MOST})
    marks, found = lesson.scene()
    assert matrix(found, "S", 2, 3)[1].any() == 0
    assert not matrix(found, "B", 2, 2)[:, 1].any()
    way = matrix(found, "U", 2, 2)[:, 0]
    for name in ("cloud", "of_two"):
        assert np.linalg.matrix_rank(marks[name], tol=1e-9) == 1
        along = marks[name] @ way / found["long"]
        assert stats.kstest(along, "norm").pvalue > 1e-3
        assert (abs(along) < 1).mean() == pytest.approx(0.683, abs=0.03)
    assert np.isnan([found["x_share"], found["other_share"]]).all()


def test_the_button_breaks_it() -> None:
    button = next(c for c in Projection.each_control() if c.key == "flatten")
    start = Projection().scene().readouts
    flat = Projection(**{key: start[name] for key, name in vars(button)["sets"].items()})
    assert (start["rank"], flat.scene().readouts["rank"]) == (2, 1)
