"""The Python that the affine lesson hands out computes the numbers that the lesson shows."""

from typing import Any

import numpy as np
import pytest
from copied import run

from gaussians.lessons.affine.lesson import Affine

STATES: list[dict[str, Any]] = [
    {},
    {"a11": -3, "a21": 0.05, "t1": 3, "s2": 3, "seed": 7, "n": 100},
    {"a11": 1.2, "a21": 0.9, "a12": -0.9, "a22": 1.2, "way": 0.35},
    {"a11": 3, "a21": 0, "a12": 0, "a22": 0.5, "way": 0},
    {"a11": 1, "a21": 0.5, "a12": 2, "a22": 1},
    {"a11": 0, "a21": 0, "a12": 0, "a22": 0},
]


@pytest.mark.parametrize("state", STATES)
def test_it_computes_what_is_shown(state: dict[str, Any]) -> None:
    lesson = Affine(**state)
    (marks, readouts), found = lesson.scene(), run(lesson)
    np.testing.assert_allclose(found["drawn"], marks["cloud"], atol=1e-12)
    np.testing.assert_allclose(found["image"], [readouts["x1"], readouts["x2"]], atol=1e-12)
    np.testing.assert_allclose(
        found["law"].cov.flat, [readouts[f"S{ij}"] for ij in (11, 12, 21, 22)]
    )
    det = lesson.a11 * lesson.a22 - lesson.a12 * lesson.a21
    assert found["det"] == pytest.approx(det)
    assert found["law"].rank == readouts["rank"]
    families = ("spherical", "diagonal", "full")
    assert found["law"].family == families[int(readouts["family"])]
