"""The course as its pages link to it: chapters, their lessons, and what comes after what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gaussians.kit.lesson import Lesson
from gaussians.lessons import CHAPTERS, LESSONS
from gaussians.lessons.cover.lesson import Cover


class Place(NamedTuple):
    """Where in a course a lesson is."""

    chapter: str
    number: int  # from 1
    previous: type[Lesson] | None
    next: type[Lesson] | None


def with_pages() -> list[type[Lesson]]:
    """Return the lessons, after that of the front page."""
    return [Cover, *LESSONS.values()]


@dataclass(frozen=True)
class Course:
    """Lessons that pages link to."""

    chapters: Mapping[str, Sequence[type[Lesson]]]  # none is empty
    home: str  # the address of the front page
    link: str  # a lesson's, with {} for its key

    @property
    def lessons(self) -> list[type[Lesson]]:
        """Return the lessons of all chapters, in their order."""
        return [lesson for lessons in self.chapters.values() for lesson in lessons]

    def address(self, lesson: type[Lesson]) -> str:
        """Return where a lesson is."""
        return self.link.format(lesson.key)

    def place(self, key: str) -> Place:
        """Return where a lesson stands, and its neighbours."""
        lessons = self.lessons
        (at,) = (at for at, lesson in enumerate(lessons) if lesson.key == key)
        (chapter,) = (title for title, members in self.chapters.items() if lessons[at] in members)
        before, after = lessons[:at], lessons[at + 1 :]
        return Place(chapter, at + 1, before[-1] if before else None, after[0] if after else None)


def course_of(keys: Iterable[str], *, home: str, link: str) -> Course:
    """Return the course with some of its lessons, whatever their order.

    Examples
    --------
    >>> course = course_of(["conditioning", "affine"], home="index.html", link="{}.html")
    >>> list(course.chapters)
    ['The affine family', 'What Gaussians are closed under']
    >>> course.address(course.place("affine").next)
    'conditioning.html'
    """
    asked = set(keys)
    chapters = {
        title: [LESSONS[name] for name in names if name in asked]
        for title, names in CHAPTERS.items()
    }
    return Course({title: lessons for title, lessons in chapters.items() if lessons}, home, link)
