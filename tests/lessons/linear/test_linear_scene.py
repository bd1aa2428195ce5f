"""What the linear lesson claims of maps to a plane and to a line, beside closed forms and scipy."""

from typing import Any

import numpy as np
import pytest
from copied import run
from pieces import pieces
from scipy import stats

from gaussians.kit.lesson import Array
from gaussians.lessons.linear.lesson import Linear

STATES: list[dict[str, Any]] = [
    {},
    {"m11": -2, "m21": 2, "m12": 2, "m22": 2, "a21": -1.5, "a22": 0.3, "n": 2500, "seed": 4},
    {"m11": 0.05, "m21": 0, "m12": -1.3, "m22": 0.7, "r1": -2, "r2": 0.35, "n": 100},
    {"m11": 1, "m21": 0.5, "m12": -1, "m22": -0.5, "r1": 0, "r2": -1.5},  # flat
    {"bend": 1, "r2": -0.5, "t1": 3, "t2": -3, "seed": 2},
    {"r1": 2, "r2": -1.8, "a21": 1.2, "a22": 0.3, "t1": 3, "t2": -3},  # out of the picture
]
every_state = pytest.mark.parametrize("state", STATES)
SEEDS = range(1, 13)


def parts(lesson: Linear) -> tuple[Array, Array, Array, Array]:
    """Return Σ, t, M and the row."""
    A = np.array([[lesson.a11, 0], [lesson.a21, lesson.a22]])
    M = np.array([[lesson.m11, lesson.m12], [lesson.m21, lesson.m22]])
    return A @ A.T, np.array([lesson.t1, lesson.t2]), M, np.array([lesson.r1, lesson.r2])


def matrix(readouts: dict[str, Any], name: str) -> Array:
    return np.array([[readouts[f"{name}{i}{j}"] for j in (1, 2)] for i in (1, 2)])


@every_state
def test_mean_and_covariance_go_through_the_map(state: dict[str, Any]) -> None:
    lesson = Linear(**state)
    (marks, readouts), (cov, t, M, _) = lesson.scene(), parts(lesson)
    np.testing.assert_allclose(matrix(readouts, "S"), cov, atol=1e-14)
    np.testing.assert_allclose(matrix(readouts, "P"), M @ cov @ M.T, atol=1e-13)
    np.testing.assert_allclose([readouts["u1"], readouts["u2"]], M @ t, atol=1e-14)
    C = matrix(readouts, "C")
    np.testing.assert_allclose(C @ C.T, M @ cov @ M.T, atol=1e-13)
    np.testing.assert_allclose(marks["y_center"], [M @ t], atol=1e-14)
    np.testing.assert_array_equal([marks["tip1"][0], marks["tip2"][0]], M.T)
    assert readouts["rank"] == np.linalg.matrix_rank(M) == 2 - readouts["flat"]


@every_state
def test_points_and_grid_go_through_the_map_and_are_measured(state: dict[str, Any]) -> None:
    lesson = Linear(**state)
    (marks, readouts), (*_, M, _) = lesson.scene(), parts(lesson)
    for name in ("cloud", "grid"):
        np.testing.assert_allclose(marks[f"y_{name}"], marks[f"x_{name}"] @ M.T, atol=1e-13)
    y = marks["y_cloud"]
    means = [readouts["d1"], readouts["d2"]]
    np.testing.assert_allclose(means, y.mean(axis=0), atol=1e-13)
    np.testing.assert_allclose([readouts["e1"], readouts["e2"]], stats.sem(y), atol=1e-13)
    D = [[readouts["D11"], readouts["D12"]], [readouts["D12"], readouts["D22"]]]
    np.testing.assert_allclose(D, np.cov(y.T), atol=1e-12)


@pytest.mark.parametrize("bend", [0.0, 1.0])
def test_what_is_measured_is_what_is_predicted_but_for_chance_bent_or_not(bend: float) -> None:
    off = []
    for seed in SEEDS:
        found = Linear(bend=bend, seed=seed, n=2500).scene().readouts
        off += [(found[f"d{i}"] - found[f"u{i}"]) / found[f"e{i}"] for i in "12"]
        off += [(found[f"D{i}"] - found[f"P{i}"]) / found[f"E{i}"] for i in ("11", "12", "22")]
        off.append((found["drawn_mean"] - found["mean"]) / found["mean_error"])
        off.append((found["drawn_var"] - found["var"]) / found["var_error"])
    assert max(map(abs, off)) < 4
    assert 0.7 < np.sqrt(np.mean(np.square(off))) < 1.3


def test_chance_errors_of_a_gaussian_are_those_of_its_closed_form() -> None:
    n, errors = 2500, []
    for seed in SEEDS:
        found = Linear(seed=seed, n=n).scene().readouts
        errors.append([found["E11"], found["E12"], found["E22"], found["var_error"]])
    P = matrix(found, "P")
    exact = [2 * P[0, 0] ** 2, P[0, 0] * P[1, 1] + P[0, 1] ** 2, 2 * P[1, 1] ** 2]
    exact.append(2 * found["var"] ** 2)
    np.testing.assert_allclose(np.mean(errors, axis=0), np.sqrt(np.array(exact) / n), rtol=0.06)


@every_state
def test_ellipses_are_those_of_the_covariance(state: dict[str, Any]) -> None:
    lesson = Linear(**state)
    (marks, readouts), (cov, t, M, _) = lesson.scene(), parts(lesson)
    laws = [("x", cov, t), ("given", cov, t)]
    if readouts["rank"] == 2:
        laws.append(("y", M @ cov @ M.T, M @ t))
    for name, its_cov, mean in laws:
        for radius, ellipse in enumerate(pieces(marks[f"{name}_ellipses"]), 1):
            away = ellipse - mean
            squared = (away @ np.linalg.inv(its_cov) * away).sum(axis=1)
            np.testing.assert_allclose(squared, radius**2, rtol=1e-9)


@every_state
def test_with_a_way_back_both_gaps_are_one_number(state: dict[str, Any]) -> None:
    readouts = Linear(**state).scene().readouts
    if readouts["flat"]:
        assert np.isnan([readouts["y_gap"], readouts["apart"]]).all()
    else:
        assert readouts["y_gap"] == pytest.approx(readouts["x_gap"], abs=1e-9)
        assert readouts["apart"] < 1e-12


@pytest.mark.parametrize("seed", SEEDS)
def test_the_gap_is_that_of_kolmogorov_but_for_what_is_between_ellipses(seed: int) -> None:
    lesson = Linear(seed=seed, n=1000)
    (marks, readouts), (cov, t, *_) = lesson.scene(), parts(lesson)
    away = marks["x_cloud"] - t
    distance = np.sqrt((away @ np.linalg.inv(cov) * away).sum(axis=1))
    exact = np.sqrt(1000) * stats.kstest(distance, stats.rayleigh.cdf).statistic
    # A step of 0.02 has at most 0.02 / √e of the mass.
    assert exact - np.sqrt(1000) * 0.0122 <= readouts["x_gap"] <= exact + 1e-9
    assert readouts["x_gap"] < 1.7
    assert Linear(seed=seed, bend=0.9).scene().readouts["x_gap"] > 4


@every_state
def test_a_row_makes_one_bell(state: dict[str, Any]) -> None:
    lesson = Linear(**state)
    (marks, readouts), (cov, t, _, row) = lesson.scene(), parts(lesson)
    assert readouts["mean"] == pytest.approx(row @ t, abs=1e-14)
    assert readouts["var"] == pytest.approx(row @ cov @ row)
    law = stats.norm(row @ t, np.sqrt(row @ cov @ row))
    number, height = marks["bell"].T
    np.testing.assert_allclose(height, law.pdf(number), rtol=1e-9)
    y = marks["given_cloud"] @ row
    left, tall = marks["bars"].T
    counts, edges = np.histogram(y, [*left, left[-1] + 0.25])
    np.testing.assert_allclose(tall * np.diff(edges), counts / len(y), atol=1e-12)
    gap = np.sqrt(len(y)) * stats.kstest(y, law.cdf).statistic
    assert gap - np.sqrt(len(y)) * 0.008 <= readouts["line_gap"] <= gap + 1e-9
    low, high = law.mean() - 2 * law.std(), law.mean() + 2 * law.std()
    assert readouts["cut"] == (law.pdf(law.mean()) > 0.8 or low < -6 or high > 6)
    for k, line in enumerate(pieces(marks["levels"])):
        np.testing.assert_allclose(line @ row, k - 24, atol=1e-12)


@pytest.mark.parametrize("name", ["sum", "difference", "banana dropped"])
def test_a_preset_has_its_whole_bell_in_the_picture(name: str) -> None:
    assert not Linear(**Linear.presets[name]).scene().readouts["cut"]


def test_what_is_mapped_back_to_noise_lies_where_noise_does() -> None:
    readouts = Linear(**Linear.presets["back to noise"]).scene().readouts
    assert (readouts["u1"], readouts["u2"]) == (0, 0)
    np.testing.assert_allclose(matrix(readouts, "P"), np.eye(2), atol=0.03)


def test_nothing_is_made_of_nothing() -> None:
    marks, readouts = Linear(r1=0, r2=0, m11=0, m21=0, m12=0, m22=0).scene()
    assert (readouts["var"], readouts["mean"], readouts["rank"], readouts["drops"]) == (0, 0, 0, 2)
    assert np.isnan([readouts["line_gap"], readouts["y_gap"]]).all()
    assert np.isnan(marks["levels"]).any(axis=1).all()
    assert (marks["y_cloud"] == 0).all()


@pytest.mark.parametrize("state", [{}, {"r1": -1.5, "r2": 0.5, "a21": -1}, {"a21": 0}])
def test_the_variance_and_what_it_is_taken_for(state: dict[str, Any]) -> None:
    lesson = Linear(**state)
    found, (cov, *_, row) = lesson.scene().readouts, parts(lesson)
    alone, both = row**2 @ np.diag(cov), row[0] * row[1] * cov[0, 1]
    assert found["no_cov"] == pytest.approx(alone)
    assert found["once"] == pytest.approx(alone + both)
    assert found["turned"] == pytest.approx(alone - 2 * both)
    assert found["root"] == pytest.approx(np.sqrt(found["var"]))
    assert found["sds"] == pytest.approx((abs(row) @ np.sqrt(np.diag(cov))) ** 2)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_banana_shows_in_every_number_but_the_one_that_drops_it(seed: int) -> None:
    straight = Linear(seed=seed, r2=0).scene()
    banana = Linear(seed=seed, r2=0, bend=1).scene()
    assert banana.readouts["drops"] == 1
    assert banana.readouts["line_gap"] == straight.readouts["line_gap"] < 1.7
    np.testing.assert_array_equal(banana.marks["bars"], straight.marks["bars"])
    assert banana.readouts["x_gap"] > 7
    x = banana.marks["given_cloud"]
    noise = (x - [-2.5, 1]) @ np.linalg.inv([[0.9, 0], [0.7, 0.5]]).T
    np.testing.assert_allclose(noise[:, 1], (noise[:, 0] ** 2 - 1) / np.sqrt(2), atol=1e-12)
    for r1, r2 in ((1, 1), (0, 1), (-2, 1.5), (1, -2)):
        assert Linear(seed=seed, r1=r1, r2=r2, bend=1).scene().readouts["line_gap"] > 3


@pytest.mark.parametrize("view", ["plane", "line"])
@pytest.mark.parametrize("state", STATES[:3])
def test_the_code_computes_what_is_shown(view: str, state: dict[str, Any]) -> None:
    lesson = Linear(view=view, **state)
    (marks, readouts), found = lesson.scene(), run(lesson)
    if view == "plane":
        np.testing.assert_allclose(found["points"], marks["y_cloud"], atol=1e-12)
        np.testing.assert_allclose(found["pushed"].cov, matrix(readouts, "P"))
    else:
        assert found["pushed"].cov[0, 0] == pytest.approx(readouts["var"])
        assert found["points"].var(ddof=1) == pytest.approx(readouts["drawn_var"])
