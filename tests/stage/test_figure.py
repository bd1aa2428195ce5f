"""The figure is drawn from the scene, with equal and fixed axes and nothing to distract."""

import numpy as np
import pytest

from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS
from gaussians.stage.figure import build, columns


@pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)
def test_every_mark_has_a_renderer_with_its_points_and_its_role(
    lesson_class: type[Lesson],
) -> None:
    lesson = lesson_class()
    marks = lesson.scene().marks
    for name, plane in lesson.planes.items():
        plot = build(name, plane, marks)
        assert plot.name == name
        assert [renderer.name for renderer in plot.renderers] == list(plane.marks)
        for renderer in plot.renderers:
            points = marks[renderer.name]
            np.testing.assert_array_equal(renderer.data_source.data["x"], points[:, 0])
            np.testing.assert_array_equal(renderer.data_source.data["y"], points[:, 1])
            assert renderer.tags == [plane.marks[renderer.name].role]


@pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)
def test_axes_are_fixed_and_there_is_no_toolbar(lesson_class: type[Lesson]) -> None:
    marks = lesson_class().scene().marks
    for name, plane in lesson_class.planes.items():
        plot = build(name, plane, marks)
        assert (plot.x_range.start, plot.x_range.end) == plane.x
        assert (plot.y_range.start, plot.y_range.end) == plane.y
        assert plot.toolbar_location is None
        assert plot.tools == []


def test_columns_are_whole_pieces_of_memory() -> None:
    found = columns(np.arange(6.0).reshape(3, 2))
    assert all(column.flags.c_contiguous for column in found.values())
    np.testing.assert_array_equal(found["y"], [1, 3, 5])
