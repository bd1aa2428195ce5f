"""The Python that a lesson hands out computes the numbers that the lesson shows."""

from typing import Any

import numpy as np
import pytest
from copied import run

from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS

every_lesson = pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)


def shown_and_found(key: str, state: dict[str, Any]) -> tuple[Any, Any, dict[str, Any]]:
    """Return a lesson's marks and readouts, and what its code sets."""
    lesson = LESSONS[key](**state)
    return *lesson.scene(), run(lesson)


@every_lesson
def test_it_runs_in_every_preset_and_is_short(
    lesson_class: type[Lesson], capsys: pytest.CaptureFixture[str]
) -> None:
    for preset in lesson_class.presets.values():
        run(lesson_class(**preset))
        assert "nan" not in capsys.readouterr().out
    lines = lesson_class.words().python.splitlines()
    assert 5 < len(lines) < 20
    assert max(map(len, lines)) <= 100


CONDITIONING: list[dict[str, Any]] = [
    {},
    {"observed": "x2", "c": -4, "rho": -0.95, "mu1": 1, "sigma2": 0.5},
    {"joint": "bent", "rho": 0.2, "n": 100, "seed": 5},
    {"view": "proof", "observed": "x2", "joint": "bent"},
]


@pytest.mark.parametrize("state", CONDITIONING)
def test_conditioning(state: dict[str, Any]) -> None:
    marks, readouts, found = shown_and_found("conditioning", state)
    assert found["other"].mean[0] == pytest.approx(readouts["mean"])
    assert found["other"].std[0] == pytest.approx(readouts["sd"])
    np.testing.assert_allclose(found["points"], marks["cloud"], atol=1e-12)


@pytest.mark.parametrize("height", [140, 172.5, 195])
def test_conditioning_of_the_women(height: float) -> None:
    lesson = LESSONS["conditioning"](view="women", observed="x2", height=height)
    readouts = lesson.scene().readouts
    other = run(lesson)["other"]
    assert other.mean[0] == pytest.approx(readouts["weight"])
    assert other.std[0] == pytest.approx(readouts["spread"])
