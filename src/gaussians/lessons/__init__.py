"""The lessons, in the order of the course."""

from gaussians.lessons.accept import accept
from gaussians.lessons.lesson import Lesson
from gaussians.lessons.reparameterization import Reparameterization

LESSONS: dict[str, type[Lesson]] = {lesson.key: lesson for lesson in (Reparameterization,)}

__all__ = ["LESSONS", "Lesson", "Reparameterization", "accept"]
