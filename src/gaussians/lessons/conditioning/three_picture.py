"""The pictures of three coordinates: space, and what one sees of it along x₁ and along x₂."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.curves import PEAK, circle, joined
from gaussians.kit.geometry import SQUARE, arrow, only
from gaussians.kit.lesson import Array
from gaussians.kit.space import Eye, by_depth
from gaussians.lessons.conditioning.scene import EDGE, TALL
from gaussians.lessons.conditioning.three import Known, Laws, left, near

ABOVE, AWAY = 18.0, 26.0  # from where space is seen before it is turned
REACH = 6.0  # of the picture of space, from its middle
AXIS = 4.8  # from the middle of an axis to its end
_TALLEST = 3.0  # of a bell: beyond, a narrower one is no taller, so that it stays in its picture
_SIDE = 7.6 * (SQUARE - 0.5)  # of what is drawn of a plane
_CUT = 0.55  # of depth, where far, middle and near part
_GAP = np.full((1, 3), np.nan)
_CIRCLES = [np.insert(2 * circle(61), i, 0, axis=1) for i in range(3)]
RINGS = np.concatenate([part for each in _CIRCLES for part in (each, _GAP)])


def space(
    eye: Eye, laws: Laws, known: Known, x: Array, fixed: Mapping[str, Array]
) -> dict[str, Array]:
    """Draw the points, and the planes, the line and the bell that are left of space.

    Parameters
    ----------
    eye
        Where space is seen from.
    laws
        The law, and what is left of it.
    known
        What is known; what is not known is nowhere.
    x
        The points, shape (n, 3).
    fixed
        `rounds` of radius 2 around 0, the unit `circle`, `circles` and the standard `bell`.
    """
    law, one, two, both = laws
    c, d = known.values

    def seen(*coordinates: Any) -> Array:
        """Return the picture of points, whose coordinates are columns or numbers."""
        return eye.sees(np.stack(np.broadcast_arrays(*coordinates), axis=1))

    dots = eye.sees(x)
    far, middle, close = by_depth(dots, eye.nearness(x), _CUT)
    some1, some2 = (there(is_known) for is_known in known.is_known)
    tips, tails = eye.sees(AXIS * np.eye(3)), eye.sees(-AXIS * np.eye(3))
    across, up = pair_of(one, 1).transform(2 * fixed["circle"]).T
    along, above = pair_of(two, 0).transform(2 * fixed["circle"]).T
    side, top = _SIDE.T
    density, height = bell_of(law, both.mean[2], both.std[2], fixed["bell"])
    return {
        "far": far, "middle": middle, "close": close,
        "left": only(is_left(x, known), dots),
        "axes": joined(*(arrow(*ends) for ends in zip(tails, tips, strict=True))),
        "axis_names": eye.sees(1.15 * AXIS * np.eye(3)),
        "rings": eye.sees(law.transform(fixed["rounds"])),
        "plane1": some1 * seen(c, side, top),
        "plane2": some2 * seen(side, d, top),
        "slice1": some1 * seen(c, across, up),
        "slice2": some2 * seen(along, d, above),
        "meet": some1 * some2 * seen(c, d, top[[0, 2]]),
        "tower": some1 * some2 * seen(c, d + density, height),
    }  # fmt: skip


def flat(
    i: int, laws: Laws, known: Known, x: Array, fixed: Mapping[str, Array]
) -> dict[str, Array]:
    """Draw x₃ above coordinate i, 0 or 1, as if the other one had become known first.

    Parameters are those of `space`.
    """
    j = 1 - i
    at, now, before = known.values[i], known.is_known[i], known.is_known[j]
    law, left_of_it = laws.nothing, (laws.two, laws.one)[i]
    mean, sd = left(laws, known)
    density, height = bell_of(law, mean, sd, fixed["bell"])
    cloud = x[:, [i, 2]]
    line = np.array([[at, -EDGE], [at, EDGE]])
    return {
        "cloud": cloud,
        "slab": only(near(x, known)[j] & (before > 0), cloud),
        "inside": only(is_left(x, known), cloud),
        "before": pair_of(law, i).transform(fixed["circles"]),
        "after": there(before) * pair_of(left_of_it, i).transform(fixed["circles"]),
        "line": line,
        "cut": there(now) * line,
        "bell": there(now) * np.stack([at + density, height], axis=1),
        "expected": there(now) * np.stack([at, mean])[None, :],
    }


def bell_of(law: Gaussian, mean: Any, sd: Any, standard: Array) -> tuple[Array, Array]:
    """Return how far the bell of x₃ is drawn from its line, and at which x₃."""
    number, density = standard.T
    tall = np.minimum(TALL * PEAK * law.std[2] / sd, _TALLEST)
    return tall * density / PEAK, mean + sd * number


def there(is_known: Any) -> Any:
    """Return 1 for what is known, else NaN."""
    return np.where(is_known > 0, 1.0, np.nan)


def is_left(x: Array, known: Known) -> Array:
    """Tell which points are near all that is known; none, if nothing is."""
    near1, near2 = near(x, known)
    found: Array = near1 & near2 & (known.is_known[0] + known.is_known[1] > 0)
    return found


def pair_of(law: Gaussian, i: int) -> Gaussian:
    """Return the law of coordinate i and x₃, made of two noises."""
    pair = law.marginal([i, 2])
    return Gaussian(pair.cholesky, pair.mean)
