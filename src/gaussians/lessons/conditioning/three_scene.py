"""The scene of three coordinates: their pictures and their numbers."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.conditioning.three import Known, laws_of, numbers
from gaussians.lessons.conditioning.three_picture import EYE, flat, space


def three(law: Gaussian, known: Known, Q: Array, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Draw three coordinates of a law, as turned by Q, and say what is left of it.

    Parameters are those of `three_picture.space`; the noise has the shape (n, 3).
    """
    x, laws = law.transform(noise), laws_of(law, known.c, known.d)
    marks = space(Q, laws, known, x, fixed)
    for name, i in (("first", 1), ("then", 0)):
        drawn = flat(i, laws, known, x, fixed)
        marks |= {f"{name}_{mark}": points for mark, points in drawn.items()}
    return Scene(marks, numbers(laws, known, x) | {"edge": edge(Q, known.c)})


def edge(Q: Array, c: Any) -> Any:
    """Return by how many degrees the plane x₁ = c, turned by Q, is not seen from its edge."""
    toward = EYE.nearness(Q.T)[0]  # how much of x₁ goes to the eye
    return np.degrees(np.arcsin(np.clip(toward - c / EYE.away, -1, 1)))
