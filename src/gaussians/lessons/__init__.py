"""The course: its chapters and their lessons, in their order. A new lesson is a line here."""

from importlib import import_module

from gaussians.kit.lesson import Lesson

# Names of lessons, which are those of their folders. A chapter without any is not shown.
CHAPTERS: dict[str, tuple[str, ...]] = {
    "The standard Gaussian": (
        "bell",
        "histogram",
        "standard",
    ),
    "The affine family": (
        "affine",
        "projection",
        "moments",
        "reparameterization",
        "gradient",
    ),
    "What Gaussians are closed under": (
        "linear",
        "sum",
        "chain",
        "conditioning",
    ),
    "The density": (
        "density",
    ),
    "Gaussians as building blocks": (
        "network",
        "diffusion",
        "score",
    ),
}  # fmt: skip

# The lesson of the folder `affine` is the class `Affine` of its `lesson.py`.
LESSONS: dict[str, type[Lesson]] = {
    name: getattr(import_module(f"{__name__}.{name}.lesson"), name.capitalize())
    for names in CHAPTERS.values()
    for name in names
}

__all__ = ["CHAPTERS", "LESSONS"]
