"""A state becomes an answer: its scene, to the last bit, and what was not used of it."""

import json
import logging
from typing import Any, NamedTuple

import numpy as np
import pytest
from scribble import Scribble
from shaded import Shaded

from gaussians.kit.drawing import points_along
from gaussians.kit.lesson import Array, Lesson
from gaussians.lessons import LESSONS
from gaussians.lessons.conditioning.lesson import Conditioning
from gaussians.lessons.reparameterization.lesson import Reparameterization
from gaussians.stage.engine import answer


class Answer(NamedTuple):
    marks: dict[str, Array]  # columns of each
    readouts: dict[str, Any]
    problems: list[str]
    state: dict[str, Any]


def ask(lesson: type[Lesson], question: Any) -> Answer:
    """Read an answer as a browser does, from what is told of its form."""
    sent = answer(lesson, question)
    start = 4 + int.from_bytes(sent[:4], "little")
    assert start % 8 == 0
    head = json.loads(sent[4:start])
    numbers = iter(np.frombuffer(sent[start:], "<f8"))

    def read(count: int) -> Array:
        return np.array([next(numbers) for _ in range(count)])

    marks = {name: np.array([read(n), read(n)]) for name, n in head["marks"].items()}
    readouts = head["words"] | dict(zip(head["numbers"], read(len(head["numbers"])), strict=True))
    assert next(numbers, None) is None
    return Answer(marks, readouts, head["problems"], head["state"])


@pytest.mark.parametrize("key", LESSONS)
def test_an_answer_is_the_scene_of_its_state(key: str) -> None:
    for state in ({}, *LESSONS[key].presets.values()):
        asked = LESSONS[key](**state)
        scene, found = asked.scene(), ask(LESSONS[key], asked.state())
        assert found.problems == []
        assert found.state == asked.state()
        assert found.marks.keys() == asked.marks_in_sight()
        points = {n: a for n, a in found.marks.items() if scene.marks[n].shape[1:] == (2,)}
        for name, columns in points.items():
            np.testing.assert_array_equal(columns.T, scene.marks[name])
        assert found.readouts.keys() == scene.readouts.keys()
        for name, value in scene.readouts.items():
            np.testing.assert_array_equal(found.readouts[name], value)


def test_a_drawing_comes_as_its_text_and_goes_as_points() -> None:
    found = ask(Scribble, {"own": "AA__"})
    assert found.state["own"] == "AA__"
    assert found.marks["dots"][0] == pytest.approx(2 * points_along("AA__", 300)[:, 0])
    odd = ask(Scribble, {"own": "A" * 9999})
    assert odd.problems[0].startswith("Your drawing has at most 200 points")
    assert odd.state["own"] == Scribble().state()["own"]


def test_marks_of_planes_out_of_sight_are_not_sent() -> None:
    planes = Conditioning.planes
    assert ask(Conditioning, {"rho": 0.5}).marks.keys() <= {*planes["joint"].marks}
    seen = ask(Conditioning, {"view": "three"}).marks
    assert seen.keys() <= {m for name in ("space", "first", "then") for m in planes[name].marks}


def test_an_image_is_sent_as_the_shades_of_its_cells_and_their_rows() -> None:
    shades, rows = ask(Shaded, {"s": 1}).marks["image"]
    np.testing.assert_array_equal(shades.reshape(64, 64), Shaded(s=1).scene().marks["image"])
    np.testing.assert_array_equal(rows[::64], range(64))


@pytest.mark.parametrize("question", [3, "x", [1], None, {}, True])
def test_a_question_of_another_form_is_about_the_start(question: Any) -> None:
    assert ask(Reparameterization, question).state == Reparameterization().state()


def test_bad_values_are_named_and_good_ones_used() -> None:
    found = ask(Reparameterization, {"rho": float("nan"), "sigma1": 2, "hack": 1})
    assert len(found.problems) == 2
    assert found.state == Reparameterization(sigma1=2).state()
    assert len(ask(Reparameterization, {f"k{i}": 1 for i in range(900)}).problems) == 4


def test_a_scene_that_fails_is_logged_and_answered_in_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(self: Lesson) -> None:
        raise ArithmeticError("a secret of the server")

    monkeypatch.setattr(Reparameterization, "scene", fail)
    with caplog.at_level(logging.ERROR):
        found = ask(Reparameterization, {"rho": 0.5})
    assert "a secret of the server" in caplog.text
    assert "secret" not in str(found)
    assert (len(found.problems), found.marks) == (1, {})
