"""The course: its lessons in their order, a folder each. A new lesson is a line here."""

from importlib import import_module

from gaussians.kit.lesson import Lesson

_ORDER = (
    "reparameterization",
    "affine",
    "conditioning",
    "density",
)

# The lesson of the folder `affine` is the class `Affine` of its `lesson.py`.
LESSONS: dict[str, type[Lesson]] = {
    name: getattr(import_module(f"{__name__}.{name}.lesson"), name.capitalize()) for name in _ORDER
}

__all__ = ["LESSONS"]
