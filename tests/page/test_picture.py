"""The first picture of a figure, as the server draws it."""

import gzip
import re

import numpy as np
import pytest
from shaded import Shaded
from stacked import Stacked

from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Labels, Points
from gaussians.lessons import LESSONS
from gaussians.lessons.affine.lesson import Affine
from gaussians.lessons.conditioning.lesson import Conditioning
from gaussians.page.address import Address
from gaussians.page.opening import Opening
from gaussians.page.paths import contour, line
from gaussians.page.picture import LAYERS, handle_places, pictures


@pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)
def test_every_mark_is_there_once_and_nothing_that_svg_cannot_read(
    lesson_class: type[Lesson],
) -> None:
    lesson = lesson_class()
    drawn = pictures(lesson, lesson.scene().marks)
    for name, plane in lesson.planes.items():
        assert re.findall(r'data-mark="(\w+)"', drawn[name]) == list(plane.marks)
        assert not re.search("nan|inf", drawn[name])


def test_dots_are_all_there_shared_out_among_their_paths() -> None:
    lesson = Affine(n=100)
    svg = pictures(lesson, lesson.scene().marks)["x"]
    cloud = re.search(r'data-mark="cloud".*?</svg>', svg)
    assert cloud
    assert [path.count("M") for path in re.findall(r' d="([^"]*)"', cloud[0])] == [
        100 // LAYERS + (i < 100 % LAYERS) for i in range(LAYERS)
    ]


def test_planes_that_are_not_in_sight_have_marks_without_points() -> None:
    lesson = Conditioning(view="slice")
    drawn = pictures(lesson, lesson.scene().marks)
    assert len(drawn["joint"]) > 10_000
    assert set(re.findall(r'data-mark.*? d="([^"]*)"', drawn["women"])) == {""}
    assert not re.search(r'class="(dots|line|area)[^>]*><path[^>]*M', drawn["women"])


def test_marks_may_be_there_without_being_seen() -> None:
    lesson = Affine()
    svg = pictures(lesson, lesson.scene().marks, frozenset({"cloud", "names"}))["x"]
    unseen = re.findall(r'data-mark="(\w+)"[^>]*display="none"', svg)
    assert unseen == ["cloud", "names"]


def test_handles_stand_at_their_marks_and_at_the_edge_when_those_have_left() -> None:
    lesson = Affine(t1=3, t2=-3)
    places = handle_places(lesson, lesson.scene().marks)
    assert places["shift"] == "--x: 0.7500; --y: 0.2500"
    far = Affine(a11=3, t1=3, a21=-3, t2=-3)
    assert handle_places(far, far.scene().marks)["tip1"] == "--x: 1.0000; --y: 0.0000"


def test_planes_that_are_not_square() -> None:
    lesson = Stacked()
    drawn = pictures(lesson, lesson.scene().marks)
    assert re.findall(r"<text.*?>(.*?)</text>", drawn["curve"]) == ["0 %", "5 %", "10 %"]
    assert re.findall(r">([\d,]*)</text>", drawn["counts"])[-3:] == ["0", "1,000", "2,000"]
    assert 'class="base" d="M0 952.4h1000"' in drawn["counts"]
    for shown in (lesson, Stacked(view="both")):
        assert Opening(shown, {}, Address()).tall == "1"
    assert Opening(Stacked(view="both"), {}, Address()).high == "2"


def test_a_click_is_a_place_where_its_numbers_may_change_and_its_handle_is_seen() -> None:
    plane = Shaded.planes["density"]
    asked = {
        hidden: Opening(Shaded(), {}, Address(hidden=frozenset(hidden.split())))
        for hidden in ("", "py", "s")
    }
    placed = {hidden: opening.placed(plane) for hidden, opening in asked.items()}
    assert placed == {"": plane.handles[0], "py": None, "s": plane.handles[0]}
    assert asked[""].placed(Shaded.planes["corner"]) is None


def test_bars_stand_on_their_base_and_may_be_missing() -> None:
    bars = np.array([[0, 5], [1, np.nan], [2, 3], [3, 0.0]])
    assert line(contour(bars, 9)) == "M0 9L0 5L1 5L1 9M2 9L2 3L3 3L3 0L4 0L4 9"
    assert line(contour(bars[:0], 9)) == ""


@pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)
def test_a_page_grows_by_little(lesson_class: type[Lesson]) -> None:
    many = {"n": min(500, lesson_class.param["n"].bounds[1])} if "n" in lesson_class.names() else {}
    lesson = lesson_class(**many)
    drawn = "".join(pictures(lesson, lesson.scene().marks).values())
    assert len(gzip.compress(drawn.encode())) < 25_000
    assert any(isinstance(look, Labels | Points) for look in lesson.marks().values())
