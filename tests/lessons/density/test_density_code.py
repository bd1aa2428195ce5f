"""The Python that the density lesson hands out computes the number that the lesson shows."""

from typing import Any

import numpy as np
import pytest
from copied import run
from scipy import stats

from gaussians.lessons.density.lesson import Density

PLANE: list[dict[str, Any]] = [
    {},
    {"a11": -2, "a21": 0.05, "t1": 2, "x2": -4.5},
    {"a12": 1.6, "a22": 0.4},
    {"a11": 0, "a21": 0, "a12": 0, "a22": 0},
]


@pytest.mark.parametrize("state", PLANE)
def test_it_computes_what_the_five_steps_do(state: dict[str, Any]) -> None:
    lesson = Density(view="step", taken=5, **state)
    readouts, found = lesson.scene().readouts, run(lesson)
    assert found["density"] == pytest.approx(readouts["density"], nan_ok=True)
    np.testing.assert_allclose(found["s"], [readouts["s1"], readouts["s2"]], atol=1e-12)
    if readouts["rank"]:
        on_support = found["law"].logpdf_on_support(found["foot"])
        assert np.exp(on_support) == pytest.approx(readouts["density"])


@pytest.mark.parametrize("state", PLANE)
def test_it_computes_the_density_in_the_middle_of_the_box(
    state: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = Density(view="boxes", s1=1.5, s2=-0.5, **state)
    readouts, found = lesson.scene().readouts, run(lesson)
    middle = lesson.scene().marks["parallelogram"][:4].mean(axis=0)
    np.testing.assert_allclose(found["x"], middle, atol=1e-12)
    s = found["s"]
    if readouts["rank"] == 2:
        np.testing.assert_allclose(s, [1.5, -0.5])
    assert found["density"] == pytest.approx(np.exp(-s @ s / 2) * readouts["peak"], nan_ok=True)
    shown = float(capsys.readouterr().out.split()[-1])
    assert shown == pytest.approx(readouts["size"], abs=1e-12)


@pytest.mark.parametrize("state", [{"x": -1.5, "t": 0.7}, {"x": 4, "t": -2}])
def test_it_moves(state: dict[str, float]) -> None:
    lesson = Density(view="translate", **state)
    assert run(lesson)["density"] == pytest.approx(lesson.scene().readouts["after"])


@pytest.mark.parametrize("state", [{"sigma": 0.5, "at": 0}, {"sigma": 2, "at": -3}])
def test_it_stretches(state: dict[str, float]) -> None:
    found = run(Density(view="scale", **state))
    exact = stats.norm(0, state["sigma"]).pdf(state["sigma"] * state["at"])
    assert found["density"] == pytest.approx(exact)
