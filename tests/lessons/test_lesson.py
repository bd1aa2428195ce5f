"""What holds for every lesson: its parts name each other rightly."""

import re

import numpy as np
import pytest

from gaussians.lessons import LESSONS, Lesson, accept
from gaussians.lessons.lesson import Labels, Points, circle

every_lesson = pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)


@every_lesson
def test_each_mark_of_the_scene_is_declared_and_has_points_in_the_plane(
    lesson_class: type[Lesson],
) -> None:
    marks = lesson_class().scene().marks
    assert set(marks) == set(lesson_class.marks)
    for name, points in marks.items():
        assert points.ndim == 2, name
        assert points.shape[1] == 2, name
        mark = lesson_class.marks[name]
        if isinstance(mark, Labels):
            assert len(points) == len(mark.texts)


@every_lesson
def test_each_slot_in_the_words_has_a_readout_and_each_readout_a_slot(
    lesson_class: type[Lesson],
) -> None:
    lesson = lesson_class
    words = lesson.lead + lesson.equation + lesson.proofs + lesson.story + lesson.description
    slots = set(re.findall(r'data-readout="(\w+)"', words))
    readouts = set(lesson_class().scene().readouts)
    assert slots <= readouts
    assert readouts - slots <= {"A11", "A12", "A21", "A22", "S21"}  # S21 = S12 is shown once


@every_lesson
def test_each_parameter_has_one_control_and_each_preset_is_within_bounds(
    lesson_class: type[Lesson],
) -> None:
    keys = [control.key for group in lesson_class.controls.values() for control in group]
    assert sorted(keys) == sorted(lesson_class.names())
    for preset in lesson_class.presets.values():
        assert accept(lesson_class(), preset) == []


@every_lesson
def test_a_click_picks_a_point_of_a_declared_cloud(lesson_class: type[Lesson]) -> None:
    for key, names in lesson_class.picks.items():
        assert key in lesson_class.names()
        assert all(isinstance(lesson_class.marks[name], Points) for name in names)


def test_the_circle_is_closed_and_of_radius_1() -> None:
    points = circle(7)
    np.testing.assert_allclose(np.hypot(*points.T), 1)
    np.testing.assert_allclose(points[0], points[-1], atol=1e-15)
