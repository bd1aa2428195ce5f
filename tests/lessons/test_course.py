"""The list of lessons: a lesson's name is that of its folder, its class and its key."""

from inspect import getfile
from pathlib import Path

import pytest

from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS

FOLDERS = Path(__file__).parents[2] / "src/gaussians/lessons"


def test_every_folder_is_in_the_list() -> None:
    assert {path.parent.name for path in FOLDERS.glob("*/lesson.py")} == {*LESSONS, "cover"}


@pytest.mark.parametrize(("name", "lesson"), LESSONS.items(), ids=LESSONS)
def test_a_lesson_is_called_as_its_folder(name: str, lesson: type[Lesson]) -> None:
    folder = Path(getfile(lesson)).parent
    assert name == lesson.key == folder.name == lesson.__name__.lower()
    assert lesson.source == folder / "words.md"
