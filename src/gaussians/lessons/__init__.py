"""The lessons, in the order of the course."""

from gaussians.lessons.accept import accept
from gaussians.lessons.affine import Affine
from gaussians.lessons.conditioning import Conditioning
from gaussians.lessons.lesson import Lesson
from gaussians.lessons.reparameterization import Reparameterization

LESSONS: dict[str, type[Lesson]] = {
    lesson.key: lesson for lesson in (Reparameterization, Affine, Conditioning)
}

__all__ = ["LESSONS", "Affine", "Conditioning", "Lesson", "Reparameterization", "accept"]
