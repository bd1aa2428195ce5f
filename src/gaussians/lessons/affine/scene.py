"""The picture of the affine lesson: noise, circles, a grid and a point, before and after."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import Gaussian
from gaussians.core.plane import determinant
from gaussians.kit.curves import joined
from gaussians.kit.geometry import SQUARE, arrow
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.names import beside, dot, name, of_columns, on_ellipses
from gaussians.lessons.affine.proofs import proofs
from gaussians.lessons.affine.snap import snap

FLAT = 1e-9  # area of an ellipse that is drawn, over its circle's: below that it is a line


def scene(
    A: Array, t: Array, way: float, tracked: Array, noise: Array, fixed: Mapping[str, Array]
) -> Scene:
    """Carry noise, circles, a grid, the unit square and one point along by x = A s + t.

    Parameters
    ----------
    A
        The matrix, shape (2, 2).
    t
        The shift, shape (2,).
    way
        Where between s, 0, and x, 1, to draw what travels: points, circles and the grid. Where A
        and t put the square and its sides does not depend on it, nor does any number.
    tracked
        The point of noise to follow, shape (2,).
    noise
        The cloud before, shape (n, 2).
    fixed
        Curves to carry along: the unit `circle`, `circles` of radius 1, 2 and 3, the `grid`;
        and `ways` all around.
    """
    law = Gaussian(A, t)
    drawn = Gaussian((1 - way) * np.eye(2) + way * A, way * t)  # of (1 - w) s + w x
    level = np.sqrt(tracked @ tracked) * fixed["circle"]
    image = drawn.transform(tracked)
    tips = A.T + t
    long, short = law.axes.columns.T
    before = names_before(tracked, fixed["ways"])
    own, shares = names(law, drawn, tracked, fixed["ways"])
    marks = {
        "grid_before": fixed["grid"],
        "noise": noise,
        "square": SQUARE,
        "circles": fixed["circles"],
        "level_before": level,
        "units": joined(*(arrow(np.zeros(2), unit) for unit in np.eye(2))),
        "tracked": tracked[None, :],
        "shares_before": before[:3],
        "name_s": before[3:],
        # on the way
        "grid": drawn.transform(fixed["grid"]),
        "cloud": drawn.transform(noise),
        "ellipses": drawn.transform(fixed["circles"]),
        "level": drawn.transform(level),
        "ellipse": drawn.transform(fixed["circle"]),  # the first of them, for it alone
        "shares": shares,
        "image": image[None, :],
        "name_x": own[3:],
        # at its end
        "parallelogram": law.transform(SQUARE),
        "axes": joined(np.array([t - long, t + long]), np.array([t - short, t + short])),
        "columns": joined(*(arrow(t, tip) for tip in tips)),
        "tip1": tips[:1],
        "tip2": tips[1:],
        "shift": t[None, :],
        "names": own[:2],
        "name_t": own[2:3],
    }
    progress = {"way": way, "on_the_way": way < 1}
    return Scene(marks, proofs(law, tracked, noise) | snap(*A.T) | progress)


def names_before(tracked: Array, ways: Array) -> Array:
    """Return places for the shares of the circles, and for s."""
    units = [dot(place, 0.7) for place in np.array([[0, 0], [0.6, 0], [0, 0.6]])]
    s = beside(tracked, tracked, ways, units)
    shares = on_ellipses(-np.eye(2), np.zeros(2), ways, [*units, dot(tracked), name(s)])
    return np.array([*shares, s])


def names(law: Gaussian, drawn: Gaussian, tracked: Array, ways: Array) -> tuple[Array, Array]:
    """Return places for a₁, a₂, t and x, and those for shares on the ellipses.

    The first three do not depend on how far the points are on their way. Shares are nowhere if the
    ellipses are flat, for then they lie.
    """
    named, things = of_columns(law, ways, [dot(law.transform(tracked))])
    image = drawn.transform(tracked)
    x = beside(image, image - law.mean, ways, things)
    shares = on_ellipses(
        -drawn.factor, drawn.mean, ways, [*things, dot(image), name(x)], nearest=1.3
    )
    is_flat = np.abs(determinant(drawn.factor)) < FLAT
    return np.array([*named, x]), np.where(is_flat, np.nan, shares)
