"""A request becomes one answer: the new state, what changed in the picture, what was not used."""

import logging
from typing import Any

import numpy as np
import pytest
from scribble import Scribble
from shaded import Shaded

from gaussians.kit.drawing import points_along
from gaussians.lessons.conditioning.lesson import Conditioning
from gaussians.lessons.reparameterization.lesson import Reparameterization
from gaussians.stage.engine import Stage


def ask(stage: Stage, request: Any) -> dict[str, Any]:
    stage.link.request = request
    answer = stage.link.answer
    assert isinstance(answer, dict)
    return answer


@pytest.fixture
def stage() -> Stage:
    return Stage(Reparameterization())


def test_an_answer_has_the_number_of_its_request_and_the_new_picture(stage: Stage) -> None:
    answer = ask(stage, {"id": 1, "state": {"rho": 0.5, "mu1": 2}})
    assert answer["id"] == 1
    assert answer["problems"] == []
    assert answer["state"] == Reparameterization(rho=0.5, mu1=2).state()
    scene = Reparameterization(rho=0.5, mu1=2).scene()
    assert answer["readouts"].keys() == scene.readouts.keys()
    assert answer["readouts"]["A21"] == scene.readouts["A21"]
    for name, found in answer["marks"].items():
        np.testing.assert_array_equal(found["x"], scene.marks[name][:, 0])
        np.testing.assert_array_equal(found["y"], scene.marks[name][:, 1])


def test_only_marks_that_changed_are_sent(stage: Stage) -> None:
    moved = ask(stage, {"id": 1, "state": {"rho": 0.5}})["marks"]
    assert set(moved) == {"cloud", "ellipses", "masses"}
    assert "noise" in ask(stage, {"id": 2, "state": {"seed": 2}})["marks"]
    assert set(ask(stage, {"id": 3, "state": {"point": 3}})["marks"]) == {
        "followed",
        "image",
        "arrow",
        "name_noise",
        "name_image",
        "slopes",
        "slope_names",
        "masses",  # they keep clear of the others
    }


def test_a_drawing_comes_as_its_text_and_goes_as_points() -> None:
    stage = Stage(Scribble())
    answer = ask(stage, {"id": 1, "state": {"own": "AA__"}})
    assert answer["state"]["own"] == "AA__"
    assert answer["marks"].keys() == {"dots", "cloud"}
    assert answer["marks"]["dots"]["x"] == pytest.approx(2 * points_along("AA__", 300)[:, 0])
    odd = ask(stage, {"id": 2, "state": {"own": "A" * 9999}})
    assert odd["problems"][0].startswith("Your drawing has at most 200 points")
    assert odd["state"]["own"] == "AA__"


def test_marks_of_planes_out_of_sight_are_sent_once_they_are_seen() -> None:
    stage = Stage(Conditioning())
    planes = Conditioning.planes
    assert set(ask(stage, {"id": 1, "state": {"rho": 0.5}})["marks"]) <= set(planes["joint"].marks)
    seen = ask(stage, {"id": 2, "state": {"view": "three"}})["marks"]
    assert "space" in stage.lesson.planes_in_sight()
    assert set(seen) <= {mark for name in ("space", "first", "then") for mark in planes[name].marks}
    np.testing.assert_array_equal(seen["far"]["x"], stage.lesson.scene().marks["far"][:, 0])
    assert ask(stage, {"id": 3, "state": {"view": "slice"}})["marks"] == {}


def test_an_image_is_sent_as_the_shades_of_its_cells_and_their_rows() -> None:
    stage = Stage(Shaded())
    sent = ask(stage, {"id": 1, "state": {"s": 1}})["marks"]
    assert set(sent) == {"image"}
    np.testing.assert_array_equal(
        sent["image"]["x"].reshape(64, 64), Shaded(s=1).scene().marks["image"]
    )
    np.testing.assert_array_equal(sent["image"]["y"][::64], range(64))


def test_a_state_that_is_already_drawn_sends_nothing_to_draw(stage: Stage) -> None:
    answer = ask(stage, {"id": 1, "state": stage.lesson.state()})
    assert "marks" not in answer
    assert answer["problems"] == []


@pytest.mark.parametrize(
    "request_", [3, "x", [1], {"id": 7}, {"id": 7, "state": 3}, {"id": 7, "state": [1]}, {}]
)
def test_a_message_of_another_form_changes_nothing(stage: Stage, request_: Any) -> None:
    before = stage.lesson.state()
    answer = ask(stage, request_)
    assert answer["state"] == before
    assert "marks" not in answer


def test_bad_values_are_named_and_good_ones_used(stage: Stage) -> None:
    answer = ask(stage, {"id": 1, "state": {"rho": float("nan"), "sigma1": 2, "hack": 1}})
    assert len(answer["problems"]) == 2
    assert stage.lesson.sigma1 == 2  # type: ignore[attr-defined]
    assert stage.lesson.rho == 0  # type: ignore[attr-defined]


def test_a_scene_that_fails_is_logged_and_answered_in_words(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ArithmeticError("a secret of the server")

    monkeypatch.setattr(stage.lesson, "scene", fail)
    with caplog.at_level(logging.ERROR):
        answer = ask(stage, {"id": 1, "state": {"rho": 0.5}})
    assert "a secret of the server" in caplog.text
    assert "secret" not in str(answer)
    assert len(answer["problems"]) == 1
