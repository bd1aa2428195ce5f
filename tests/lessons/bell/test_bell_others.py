"""The curves that break it have the bell's area and sd, and other inflections and shares."""

from typing import Any

import numpy as np
import pytest
from copied import run
from pieces import pieces
from scipy import stats

from gaussians.lessons.bell.lesson import Bell

LAWS: dict[str, Any] = {
    "logistic": stats.logistic(scale=np.sqrt(3) / np.pi),
    "laplace": stats.laplace(scale=np.sqrt(0.5)),
}


@pytest.mark.parametrize("name", LAWS)
@pytest.mark.parametrize("limit", [0.0, 0.92, 2.0, 4.0])
def test_they_are_what_scipy_says(name: str, limit: float) -> None:
    marks, readouts = Bell(view="others", law=name, limit=limit).scene()
    law = LAWS[name]
    assert law.std() == pytest.approx(1)
    assert readouts["other_sd"] == pytest.approx(1, abs=1e-9)
    n, height = marks["other_curve"].T
    np.testing.assert_allclose(height, law.pdf(n), rtol=1e-12)
    assert readouts["other_top"] == pytest.approx(law.pdf(0))
    assert readouts["other_within"] == pytest.approx(law.cdf(limit) - law.cdf(-limit))
    assert readouts["other_beyond"] == pytest.approx(2 * law.sf(limit), rel=1e-12)
    assert readouts["bell_within"] == pytest.approx(1 - 2 * stats.norm.sf(limit), abs=1e-15)
    assert readouts["bell_beyond"] == pytest.approx(2 * stats.norm.sf(limit), rel=1e-12)
    assert readouts["other"] == [*LAWS].index(name)


def test_the_logistic_has_its_inflections_elsewhere_and_the_laplace_none() -> None:
    marks, readouts = Bell(view="others", law="logistic").scene()
    n, height = marks["other_curve"].T
    slope = np.gradient(height, n)
    assert readouts["other_inflection"] == pytest.approx(0.7261, abs=5e-5)
    assert n[slope.argmin()] == pytest.approx(readouts["other_inflection"], abs=0.02)
    for diamond in pieces(marks["other_diamonds"]):
        x, y = diamond[:4].mean(axis=0)
        assert abs(x) == pytest.approx(readouts["other_inflection"])
        assert y == pytest.approx(LAWS["logistic"].pdf(x))
    assert np.isnan(marks["corner"]).any()
    marks, readouts = Bell(view="others", law="laplace").scene()
    assert np.isnan(readouts["other_inflection"])
    assert np.isnan(marks["other_diamonds"]).any(axis=1).all()
    np.testing.assert_allclose(marks["corner"], [[0, np.sqrt(0.5)]])
    height = marks["other_curve"][:, 1]
    bent = np.diff(height, 2)
    assert (bent[np.arange(len(bent)) != len(bent) // 2] > 0).all()  # but at the corner


STATES: list[tuple[dict[str, Any], list[str]]] = [
    ({"view": "fall", "x": -0.7}, ["slope", "steepest"]),
    ({"view": "width", "a": 0.5, "height": 0.4}, ["wide", "h", "area"]),
    ({"view": "width", "a": 2, "height": 0.3}, ["wide", "h", "area"]),
    ({"view": "far", "out": -5}, ["lower", "tent_lower"]),
    ({"view": "areas", "limit": 2.5}, ["mass", "second", "bend"]),
    ({"view": "others", "law": "logistic", "limit": 0.9}, ["bell_within", "other_within"]),
    ({"view": "others", "law": "laplace", "limit": 0.9}, ["bell_within", "other_within"]),
]


@pytest.mark.parametrize(("state", "names"), STATES)
def test_the_python_it_hands_out_prints_the_page_s_numbers(
    state: dict[str, Any], names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = Bell(**state)
    run(lesson)
    printed = [float(word) for word in capsys.readouterr().out.split() if _is_number(word)]
    assert printed == pytest.approx([float(lesson.scene().readouts[name]) for name in names])


def _is_number(word: str) -> bool:
    return word.replace(".", "").replace("-", "").replace("e", "").isdigit()
