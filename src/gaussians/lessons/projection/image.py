"""What becomes of the ball in the plane: x = A s, and two noises that do the same."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import Gaussian
from gaussians.core.singular import Singular
from gaussians.kit.lesson import Array
from gaussians.kit.names import beside, dot, name
from gaussians.lessons.projection.ball import arrow_names, arrows
from gaussians.lessons.projection.planes import IMAGE

ORIGIN = np.zeros(2)


def image(
    C: Array, x: Array, law: Gaussian, svd: Singular, two: Array, fixed: Mapping[str, Array]
) -> dict[str, Array]:
    """Draw what A makes of three noises, beside what B makes of two.

    Parameters
    ----------
    C
        The stretch of the shadow, shape (2, 2).
    x
        The points that A makes, shape (n, 2).
    law
        Their law, with A as its factor.
    svd
        A, decomposed.
    two
        The noise for B, shape (n, 2).
    fixed
        The unit `circle`, `circles` of radius 1, 2 and 3, and `ways` all around.
    """
    same = Gaussian(svd.kept, ORIGIN)
    tips = C.T
    edge = same.transform(fixed["circle"])
    mapped = {"cloud": x, "ellipse": edge, "around": edge}
    return {
        **mapped, **{f"mapped_{name}": mark for name, mark in mapped.items()},
        "stretch": arrows(tips),
        "tip1": tips[:1],
        "tip2": tips[1:],
        "stretch_names": stretch_names(C, fixed["ways"]),
        "columns": arrows(law.factor.T),
        "column_names": arrow_names(law.factor.T, fixed["ways"], IMAGE),
        "of_three": x,
        "of_two": same.transform(two),
        "ellipses": same.transform(fixed["circles"]),
        "half_axes": arrows(same.factor.T),
        "half_axis_names": arrow_names(same.factor.T, fixed["ways"], IMAGE),
    }  # fmt: skip


def stretch_names(C: Array, ways: Array) -> Array:
    """Return places for c₁ and c₂, clear of both handles, which may be at one place."""
    first, second = 6 / IMAGE * C.T
    things = [dot(first), dot(second)]
    things += [dot(place, 0.5) for place in (ORIGIN, first / 2, second / 2)]
    one = beside(first, first, ways, things)
    other = beside(second, second, ways, [*things, name(one)])
    return np.array([one, other]) / (6 / IMAGE)
