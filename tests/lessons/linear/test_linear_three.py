"""Coordinates that are ticked keep their rows and columns of Σ, in numbers and in the picture."""

import re
from itertools import product
from typing import Any

import numpy as np
import pytest
from copied import run
from pieces import pieces
from scipy import stats

from gaussians import AffineMap, Gaussian
from gaussians.lessons.linear.lesson import Linear
from gaussians.lessons.linear.three import BINS, CELLS_IN_ORDER, ENTRIES, LAW, PAIRS

TICKS = [*product((0, 1), repeat=3)]
every_tick = pytest.mark.parametrize("ticks", TICKS)


def lesson(ticks: tuple[int, ...], **state: Any) -> Linear:
    return Linear(
        view="select", **dict(zip(("keep1", "keep2", "keep3"), ticks, strict=True)), **state
    )


def center(i: int, j: int) -> np.ndarray[Any, Any]:
    return np.array([4.0 * (j - 1), -4.0 * (i - 1)])


@every_tick
def test_rows_and_columns_of_what_is_kept_are_the_law_of_the_map(ticks: tuple[int, ...]) -> None:
    readouts = lesson(ticks).scene().readouts
    kept = np.flatnonzero(ticks)
    assert readouts["many"] == len(kept)
    pushed = LAW.push(AffineMap(np.eye(3)[kept], np.zeros(len(kept))))
    shown = np.array([[readouts[f"K{i}{j}"] for j in (1, 2, 3)] for i in (1, 2, 3)])
    means = np.array([readouts[f"k{i}"] for i in (1, 2, 3)])
    np.testing.assert_array_equal(np.isfinite(shown), np.outer(ticks, ticks))
    np.testing.assert_allclose(shown[np.ix_(kept, kept)], pushed.cov)
    np.testing.assert_allclose(means[kept], pushed.mean)
    for name in ("k", "g", "h"):
        assert [np.isfinite(readouts[f"{name}{i}"]) for i in (1, 2, 3)] == [*map(bool, ticks)]
    for name in ("11", "22", "33", "12", "13", "23"):
        there = all(ticks[int(i) - 1] for i in name)
        assert np.isfinite(readouts[f"G{name}"]) == np.isfinite(readouts[f"H{name}"]) == there


@pytest.mark.parametrize("seed", range(1, 9))
def test_points_have_the_moments_of_the_law(seed: int) -> None:
    """The third noise is none of the other two."""
    readouts = lesson((1, 1, 1), seed=seed, n=2500).scene().readouts
    off = [(readouts[f"g{i}"] - readouts[f"k{i}"]) / readouts[f"h{i}"] for i in (1, 2, 3)]
    off += [
        (readouts[f"G{name}"] - readouts[f"K{name}"]) / readouts[f"H{name}"]
        for name in ("11", "22", "33", "12", "13", "23")
    ]
    assert max(map(abs, off)) < 4


@every_tick
def test_only_cells_of_kept_coordinates_are_framed_and_filled(ticks: tuple[int, ...]) -> None:
    marks = lesson(ticks, n=200).scene().marks
    frames = [tuple(frame.mean(axis=0).round(6)) for frame in pieces(marks["kept"]) if len(frame)]
    kept = [(i, j) for i, j in CELLS_IN_ORDER if ticks[i] and ticks[j]]
    middles = np.array([center(i, j) for i, j in kept]).reshape(-1, 2)
    np.testing.assert_allclose(np.array(frames).reshape(-1, 2), middles, atol=0.4)
    for name in (*PAIRS, "1", "2", "3"):
        there = all(ticks[int(i) - 1] for i in name)
        same = marks[f"cloud{name}" if len(name) == 2 else f"bars{name}"]
        np.testing.assert_array_equal(marks[f"kept{name}"], same if there else np.nan * same)
    drawn = [curve for curve in pieces(marks["kept_curves"]) if len(curve)]
    assert len(drawn) == sum(3 if i != j else 1 for i, j in kept)


def test_a_cell_shows_the_two_coordinates_of_its_row_and_column() -> None:
    chosen = lesson((1, 1, 1), n=2500)
    marks, found = chosen.scene().marks, run(chosen)
    for i, j in ((0, 1), (0, 2), (1, 2)):
        away = (marks[f"cloud{i + 1}{j + 1}"] - center(j, i)) / 0.39
        np.testing.assert_allclose(away + LAW.mean[[i, j]], found["points"][:, [i, j]], atol=1e-12)
    curves = pieces(marks["curves"])
    order = [(i, j) for i in range(3) for j in range(3) if i != j]
    for k, (i, j) in enumerate(order):
        for radius in (1, 2, 3):
            away = (curves[3 * k + radius - 1] - center(i, j)) / 0.39
            inverse = np.linalg.inv(LAW.cov[np.ix_([j, i], [j, i])])
            np.testing.assert_allclose((away @ inverse * away).sum(axis=1), radius**2, rtol=1e-9)
    for i in range(3):
        x, height = ((curves[18 + i] - center(i, i)) - [0, -1.75]).T
        np.testing.assert_allclose(
            height / 4.2, stats.norm(0, LAW.std[i]).pdf(x / 0.39), atol=1e-12
        )
        outline = (marks[f"bars{i + 1}"] - center(i, i) - [0, -1.75]) / [0.39, 4.2]
        counts, _ = np.histogram(found["points"][:, i] - LAW.mean[i], BINS[:, 0])
        np.testing.assert_allclose(outline[::2, 1] * np.diff(BINS[:, 0]), counts / 2500, atol=1e-12)


def test_the_covariance_that_is_written_is_that_of_the_law() -> None:
    np.testing.assert_allclose(LAW.cov.round(2), LAW.cov, atol=1e-15)
    written = [float(text.replace("−", "-")) for text in ENTRIES]
    np.testing.assert_allclose(np.reshape(written, (3, 3)), LAW.cov, atol=1e-15)
    (equation,) = re.findall(
        r"\\Sigma} = \\shape{\\begin{bmatrix}(.*?)\\end", Linear.source.read_text("utf-8")
    )
    rows = [[float(entry) for entry in row.split("&")] for row in equation.split(r"\\")]
    np.testing.assert_allclose(rows, LAW.cov, atol=1e-15)


@pytest.mark.parametrize("ticks", TICKS[1:])
def test_the_code_keeps_what_is_ticked(ticks: tuple[int, ...]) -> None:
    found, kept = run(lesson(ticks)), np.flatnonzero(ticks)
    exact: Gaussian = LAW.marginal([*map(int, kept)])
    np.testing.assert_allclose(found["pushed"].cov, exact.cov)
    np.testing.assert_allclose(found["pushed"].mean, exact.mean)
    assert found["points"].shape == (1000, len(kept))
