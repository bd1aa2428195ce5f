"""The Python that a lesson hands out, run."""

from string import Template
from typing import Any

from gaussians.kit.lesson import Lesson


def run(lesson: Lesson) -> dict[str, Any]:
    """Execute the code of a lesson in its state; return the names that it sets."""
    names: dict[str, Any] = {}
    exec(Template(lesson.words().python).substitute(lesson.state()), names)
    return names
