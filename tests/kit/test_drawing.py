"""A drawing is a short text, and as many points along its strokes as one likes."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scribble import Scribble

from gaussians.kit.accept import accept
from gaussians.kit.drawing import MOST_POINTS, Drawing, misdrawn, points_along
from gaussians.page.address import STATIC_KEYS, Address, read_address
from gaussians.page.opening import Opening

CASES = json.loads((Path(__file__).parents[1] / "page/drawings.json").read_text("utf-8"))
LONG = "AAAB" * (MOST_POINTS // 2)


@pytest.mark.parametrize("case", CASES, ids=[repr(case["text"])[:30] for case in CASES])
def test_a_text_is_a_drawing_or_refused_in_words(case: dict[str, Any]) -> None:
    lesson, problem = Scribble(), case.get("problem", "")
    before = lesson.own
    said = accept(lesson, {"own": case["text"]})
    assert lesson.own == (before if problem else case["text"])
    assert bool(said) == bool(problem)
    if problem:
        assert said[0].startswith(f"Your drawing {problem}; “")
        with pytest.raises(ValueError, match=problem):
            lesson.own = case["text"]
    else:
        assert Opening(lesson, {}, Address()).room("own") == case["room"]


@pytest.mark.parametrize("value", [None, 3, ["AA"], b"AA", {"AA": 1}, "A" * 100_000])
def test_what_is_no_text_or_too_long_is_refused_in_few_words(value: Any) -> None:
    lesson = Scribble()
    (problem,) = accept(lesson, {"own": value, "amount": 0.5})
    assert problem.startswith("Your drawing")
    assert len(problem) < 120
    assert lesson.state() == Scribble(amount=0.5).state()


def test_as_many_points_as_there_may_be_and_no_more() -> None:
    assert misdrawn(LONG) == misdrawn(LONG[:200] + "." + LONG[200:]) == ""
    assert misdrawn(LONG + "AA") == misdrawn("AA." + LONG) == CASES[-1]["problem"]
    assert Opening(Scribble(own=LONG), {}, Address()).room("own") == "200 of 200 points: draw anew"
    with pytest.raises(ValueError, match="has one point at least"):
        Drawing("")


def test_points_are_evenly_along_a_stroke() -> None:
    points = points_along("AAgA_A__", 120)  # to the right, then up: two sides of the square
    half = np.arange(-1 + 1 / 60, 1, 1 / 30)
    np.testing.assert_allclose(points[:60], np.stack([half, 0 * half - 1], axis=1), atol=1e-12)
    np.testing.assert_allclose(points[60:], np.stack([0 * half + 1, half], axis=1), atol=1e-12)


def test_strokes_share_points_by_their_lengths_and_each_has_one() -> None:
    points = points_along("AA_A.A___._A.gg", 300)
    dot = (points == [1, -1]).all(axis=1).sum()
    found = [(points[:, 1] == -1).sum() - dot, (points[:, 1] == 1).sum(), dot]
    assert found == pytest.approx([1 + 296 * part / 130 for part in (64, 64, 1)], abs=1)
    for text in ("AA." * 11 + "AA__A__AAA__", "AA__A__AAA__" + ".__" * 11):
        assert len(points_along(text, 12)) == 12
    with pytest.raises(ValueError, match="`count` must be at least 12"):
        points_along("AA", 11)


@pytest.mark.parametrize("count", [12, 13, 300, 4999])
def test_every_drawing_has_as_many_points_as_asked_for_within_its_square(count: int) -> None:
    rng = np.random.default_rng(0)
    for _ in range(40):
        text = ".".join("".join(rng.choice([*"Aag_"], 2 * n)) for n in rng.integers(1, 9, 12))
        points = points_along(text, count)
        assert points.shape == (count, 2)
        assert np.abs(points).max() <= 1  # no NaN is
    with pytest.raises(ValueError, match="read-only"):
        points[0] = 0


def test_an_address_and_a_step_set_it_and_a_lock_keeps_it() -> None:
    lesson = Scribble()
    assert read_address(lesson, {"own": ["AA__"]}, STATIC_KEYS).problems == []
    assert lesson.own == "AA__"
    assert read_address(lesson, {"step": ["2"]}, STATIC_KEYS).step == 2
    assert lesson.own == "AA_A.__"
    locked = read_address(Scribble(), {"hide": ["own"]}, STATIC_KEYS)
    opening = Opening(Scribble(), {}, locked)
    assert [opening.pen(plane) for plane in Scribble.planes.values()] == [None, None]
    assert Opening(Scribble(), {}, Address()).pen(Scribble.planes["data"])
    assert accept(lesson, {"own": "AA"}, {"own"}) == [
        "Your drawing is locked here; “AA” was not used."
    ]
