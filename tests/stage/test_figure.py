"""The figure is drawn from the scene, with equal and fixed axes and nothing to distract."""

import numpy as np
import pytest
from shaded import Shaded
from stacked import Stacked

from gaussians.kit.images import as_points
from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Numbers, Plane, Points
from gaussians.lessons import LESSONS
from gaussians.stage.figure import NUMBER, build, columns, number, ticks


@pytest.mark.parametrize("lesson_class", [*LESSONS.values(), Shaded], ids=[*LESSONS, "shaded"])
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
            points = as_points(plane.marks[renderer.name], marks[renderer.name])
            np.testing.assert_array_equal(renderer.data_source.data["x"], points[:, 0])
            np.testing.assert_array_equal(renderer.data_source.data["y"], points[:, 1])
            assert renderer.tags == [plane.marks[renderer.name].role]


@pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)
def test_axes_are_fixed_and_there_is_no_toolbar(lesson_class: type[Lesson]) -> None:
    marks = lesson_class().scene().marks
    for name, plane in lesson_class.planes.items():
        plot = build(name, plane, marks)
        assert np.isclose(plot.aspect_ratio, 1 / plane.height)
        assert (plot.x_range.start, plot.x_range.end) == plane.x
        assert (plot.y_range.start, plot.y_range.end) == plane.y
        assert plot.toolbar_location is None
        assert plot.tools == []


# Widths of signs that DejaVu has, the widest of the page's fonts, as shares of their size.
_WIDTHS = {".": 0.318, ",": 0.318, " ": 0.318, "%": 0.951, "−": 0.838}


@pytest.mark.parametrize("lesson_class", [*LESSONS.values(), Stacked])
def test_numbers_have_room_beside_their_axis(lesson_class: type[Lesson]) -> None:
    for plane in lesson_class.planes.values():
        for tick in ticks(plane)[1]:
            text = number(tick, plane.numbers[1])
            wide = sum(_WIDTHS.get(sign, 0.637) for sign in text) * NUMBER
            assert wide + 5 <= plane.margin, text


@pytest.mark.parametrize(
    ("tick", "kind", "text"),
    [
        (1_000_000, "plain", "1,000,000"),
        (0.1 + 0.2, "plain", "0.3"),
        (-0.05, "%", "−5 %"),
        (0, "%", "0 %"),
        (100, "plain", "100"),
        (7, "none", ""),
    ],
)
def test_numbers_are_written_as_people_do(tick: float, kind: Numbers, text: str) -> None:
    assert number(tick, kind) == text


def test_a_plane_that_is_low_has_few_numbers_up() -> None:
    across, up = ticks(Plane({}, height=0.5, one_unit=False))
    assert len(across) == 7
    assert up == (-5, 0, 5)


def test_columns_are_whole_pieces_of_memory() -> None:
    found = columns(Points("noise"), np.arange(6.0).reshape(3, 2))
    assert all(column.flags.c_contiguous for column in found.values())
    np.testing.assert_array_equal(found["y"], [1, 3, 5])
