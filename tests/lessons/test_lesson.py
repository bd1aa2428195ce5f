"""What holds for every lesson: its parts name each other rightly."""

import re
from typing import Any

import param
import pytest

from gaussians.lessons import LESSONS, Lesson, accept
from gaussians.lessons.parts import Button, Labels, Points

every_lesson = pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)


def all_words(lesson: type[Lesson]) -> str:
    """Everything of a lesson that is HTML."""
    formulas = "".join(prediction.formula for prediction in lesson.predictions)
    return (
        lesson.lead + lesson.equation + lesson.proofs + lesson.story + lesson.description + formulas
    )


@every_lesson
def test_each_mark_of_the_scene_is_declared_and_has_points_in_the_plane(
    lesson_class: type[Lesson],
) -> None:
    marks = lesson_class().scene().marks
    assert set(marks) == set(lesson_class.marks())
    for name, points in marks.items():
        assert points.ndim == 2, name
        assert points.shape[1] == 2, name
        mark = lesson_class.marks()[name]
        if isinstance(mark, Labels):
            assert len(points) == len(mark.texts)


@every_lesson
def test_each_slot_in_the_words_has_a_readout_and_each_readout_a_slot(
    lesson_class: type[Lesson],
) -> None:
    lesson = lesson_class
    slots = set(re.findall(r'data-readout="(\w+)"', all_words(lesson)))
    readouts = set(lesson_class().scene().readouts)
    assert slots <= readouts
    used = {name for p in lesson.predictions for name in (p.answer, *p.hides, *p.hints)}
    for group in lesson.controls:
        for control in group.controls:
            used |= set(control.sets.values()) if isinstance(control, Button) else set()
    by_matrix = {"A11", "A12", "A21", "A22", "S21"}  # S21 = S12 is shown once
    assert readouts - slots - used <= by_matrix | {"wobble1", "wobble2", "wobble3"}


@every_lesson
def test_each_parameter_has_one_control_and_each_preset_is_within_bounds(
    lesson_class: type[Lesson],
) -> None:
    controls = [control for group in lesson_class.controls for control in group.controls]
    keys = [control.key for control in controls if not isinstance(control, Button)]
    assert sorted(keys) == sorted(lesson_class.names())
    for preset in (*lesson_class.presets.values(), lesson_class.portrait[1]):
        assert accept(lesson_class(), preset) == []


@every_lesson
def test_a_click_picks_a_point_of_a_declared_cloud(lesson_class: type[Lesson]) -> None:
    for key, names in lesson_class.picks.items():
        assert key in lesson_class.names()
        assert all(isinstance(lesson_class.marks()[name], Points) for name in names)


@every_lesson
def test_each_handle_stands_on_a_mark_of_its_plane_and_moves_numbers(
    lesson_class: type[Lesson],
) -> None:
    for plane in lesson_class.planes.values():
        for handle in plane.handles:
            assert handle.mark in plane.marks
            keys = {handle.x, handle.y} - {""}
            assert keys
            for key in keys:
                assert isinstance(lesson_class.param[key], param.Number)


@every_lesson
def test_each_button_and_prediction_refers_to_readouts(lesson_class: type[Lesson]) -> None:
    lesson = lesson_class()
    readouts = lesson.scene().readouts
    for group in lesson.controls:
        for control in group.controls:
            if isinstance(control, Button):
                assert set(control.sets) <= set(lesson.names())
                values = {key: readouts[name] for key, name in control.sets.items()}
                assert accept(lesson, {k: float(v) for k, v in values.items()}) == []
    for prediction in lesson.predictions:
        for name in (prediction.answer, *prediction.hides, *prediction.hints):
            assert isinstance(float(readouts[name]), float)


@every_lesson
def test_what_is_there_only_for_some_choices_names_choices_that_exist(
    lesson_class: type[Lesson],
) -> None:
    parts: list[Any] = [
        *lesson_class.planes.values(),
        *lesson_class.controls,
        *lesson_class.predictions,
    ]
    parts += [handle for plane in lesson_class.planes.values() for handle in plane.handles]
    conditions = [part.when for part in parts]
    conditions += [
        dict(one.split("=") for one in text.split("&"))
        for text in re.findall(r'data-when="([^"]*)"', all_words(lesson_class))
    ]
    for when in conditions:
        for key, values in when.items():
            assert set(values.split("|")) <= set(lesson_class.param[key].objects)


@every_lesson
def test_word_slots_have_a_word_for_every_value(lesson_class: type[Lesson]) -> None:
    slots = re.findall(
        r'data-readout="(\w+)" data-format="([^"]*\|[^"]*)"', all_words(lesson_class)
    )
    for preset in ({}, *lesson_class.presets.values()):
        readouts = lesson_class(**preset).scene().readouts
        for key, words in slots:
            assert int(readouts[key]) in range(len(words.split("|")))


@every_lesson
def test_no_label_of_a_contour_hides_a_dot(lesson_class: type[Lesson]) -> None:
    for plane in lesson_class.planes.values():
        looks = list(plane.marks.values())
        labels = [
            i for i, look in enumerate(looks) if isinstance(look, Labels) and "%" in str(look)
        ]
        dots = [i for i, look in enumerate(looks) if isinstance(look, Points) and look.size > 5]
        assert not labels or max(labels) < min(dots)
