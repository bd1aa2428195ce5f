"""The scene of three coordinates: their pictures and their numbers."""

from collections.abc import Mapping

from gaussians.core import Gaussian
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.space import Eye
from gaussians.lessons.conditioning.three import Known, laws_of, numbers
from gaussians.lessons.conditioning.three_picture import flat, space


def three(law: Gaussian, known: Known, eye: Eye, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Draw three coordinates of a law, as an eye sees them, and say what is left of it.

    Parameters are those of `three_picture.space`; the noise has the shape (n, 3).
    """
    x, laws = law.transform(noise), laws_of(law, *known.values)
    marks = space(eye, laws, known, x, fixed)
    for name, i in (("first", 1), ("then", 0)):
        drawn = flat(i, laws, known, x, fixed)
        marks |= {f"{name}_{mark}": points for mark, points in drawn.items()}
    return Scene(marks, numbers(laws, known, x))
