"""The standard bell f, and squares weighed with it, x² f: both have the area 1 under them.

Their difference x² f - f is the slope of the slope of f, so its area is what that slope gains from
one end to the other, and far out there is none. So the variance of noise is 1.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from gaussians.core import Gaussian, mass_within
from gaussians.kit.areas import summed
from gaussians.kit.lesson import Array

STANDARD = Gaussian.standard(1)


def f(x: Array) -> Array:
    """Return the standard density at numbers, shape (m,)."""
    return STANDARD.pdf(x[:, None])


def f_at(x: Any) -> Any:
    """Return the standard density at one number."""
    return f(np.array([x]))[0]


def weighed(x: Array) -> Array:
    """Return x² f."""
    return x * x * f(x)


def bend(x: Array) -> Array:
    """Return x² f - f."""
    return (x * x - 1) * f(x)


CURVES: dict[str, Callable[[Array], Array]] = {"mass": f, "second": weighed, "bend": bend}


def areas_within(limit: Any, pieces: Array) -> tuple[dict[str, Any], dict[str, Any]]:
    """Measure the areas of the three `CURVES` from -limit to limit, and sum them from pieces.

    >>> from gaussians.kit.areas import pieces
    >>> for areas in areas_within(2.0, pieces()):
    ...     print({name: round(float(area), 4) for name, area in areas.items()})
    {'mass': 0.9545, 'second': 0.7385, 'bend': -0.216}
    {'mass': 0.9545, 'second': 0.7385, 'bend': -0.216}
    """
    mass, missing = mass_within(limit, 1), 2 * limit * STANDARD.pdf(np.array([limit]))
    closed = {"mass": mass, "second": mass - missing, "bend": -missing}
    s = limit * pieces[:, 0]
    return closed, {name: summed(curve(s), pieces, limit) for name, curve in CURVES.items()}
