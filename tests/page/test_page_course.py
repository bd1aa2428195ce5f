"""The course as pages link to it."""

import pytest

from gaussians.lessons import CHAPTERS, LESSONS
from gaussians.page.course import course_of

COURSE = course_of(LESSONS, home="?", link="?lesson={}")


def test_lessons_keep_their_order_and_chapters_without_any_are_left_out() -> None:
    some = course_of(["density", "affine"], home="?", link="{}")
    assert some.chapters == {
        "The affine family": [LESSONS["affine"]], "The density": [LESSONS["density"]]
    }  # fmt: skip
    assert list(some.chapters) == ["The affine family", "The density"]
    assert some.place("density").number == 2


@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_is_between_its_neighbours_also_across_chapters(key: str) -> None:
    place, keys = COURSE.place(key), [*LESSONS]
    assert key in CHAPTERS[place.chapter]
    assert keys[place.number - 1] == key
    around = [lesson.key if lesson else None for lesson in (place.previous, place.next)]
    padded = [None, *keys, None]
    assert around == [padded[place.number - 1], padded[place.number + 1]]
