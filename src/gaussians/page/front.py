"""The front page of the course: what this is, a picture to move, and the lessons."""

from collections.abc import Mapping
from string import Template
from typing import Any

from gaussians.lessons.cover.lesson import Cover
from gaussians.page.course import Course
from gaussians.page.portrait import portrait
from gaussians.page.render import render


def front(
    course: Course,
    query: Mapping[str, list[str]],
    keys: Mapping[str, tuple[str, ...]],
    scripts: Mapping[str, Any],
) -> str:
    """Write the page; see `render`. Nobody checks its picture, so no server answers it."""
    code = Template(Cover.words().python).substitute(Cover().state())
    portraits = {lesson.key: portrait(lesson) for lesson in course.lessons}
    more = {**scripts, "python": code, "portraits": portraits}
    return render(Cover(), query, more, name="front.html", course=course, keys=keys)
