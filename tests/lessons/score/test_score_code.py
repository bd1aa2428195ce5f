"""The Python that the score lesson hands out computes what the lesson shows."""

from typing import Any

import numpy as np
import pytest
from copied import run

from gaussians.lessons.score.lesson import Score


@pytest.mark.parametrize("data", ["moons", "two", "drawn"])
@pytest.mark.parametrize("state", [{}, {"a": 0, "px": -2}, {"a": 0.95, "py": 1.3}])
def test_it_computes_mean_noise_and_slope(data: str, state: dict[str, Any]) -> None:
    lesson = Score(view="slope", data=data, **state)
    readouts, found = lesson.scene().readouts, run(lesson)
    np.testing.assert_allclose(found["mean"], [readouts["mean1"], readouts["mean2"]], atol=1e-12)
    np.testing.assert_allclose(found["slope"], [readouts["score1"], readouts["score2"]], atol=1e-12)
    np.testing.assert_allclose(found["measured"], found["slope"], rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"many": 3, "seed": 7},
        {"one": 1, "which": 77, "done": 0.4},
        {"one": 1, "data": "two"},
        {"data": "drawn"},
    ],
)
def test_it_walks_back(state: dict[str, Any]) -> None:
    lesson = Score(view="back", **state)
    (marks, readouts), found = lesson.scene(), run(lesson)
    np.testing.assert_allclose(found["points"], marks["walkers"], atol=1e-9)
    assert found["apart"].mean() == pytest.approx(readouts["distance"])
    assert found["levels"][-1] == pytest.approx(readouts["level"])
