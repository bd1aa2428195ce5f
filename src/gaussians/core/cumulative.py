"""The standard Gaussian's cumulative distribution function."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, erf, is_recorded, numbers

_ROOT = math.sqrt(2)


def standard_cdf(x: npt.ArrayLike) -> Array:
    """Probability Φ(x) that standard noise is at most `x`.

    The mass of a Gaussian between two numbers is a difference of two such, taken in standard
    deviations from its mean.

    Parameters
    ----------
    x
        Numbers, of any shape.

    Returns
    -------
    ndarray
        Probabilities in [0, 1], shape as of `x`. Small ones have their digits too, but those of
        recorded numbers are as exact as 1 is.

    Raises
    ------
    ValueError
        If a number is not finite.

    Examples
    --------
    >>> standard_cdf([-1, 0, 1]).round(4)
    array([0.1587, 0.5   , 0.8413])
    >>> low, high = standard_cdf([-2, 2])
    >>> float((high - low).round(4))
    0.9545
    """
    array = numbers("x", x)
    below = _below_recorded if is_recorded(array) else _below
    found = np.asarray(np.frompyfunc(below, 1, 1)(array))
    return found if is_recorded(array) else found.astype(np.float64)


def _below(x: float) -> float:
    """Φ(x) by the error function's complement, so that nothing is taken from 1."""
    return math.erfc(-x / _ROOT) / 2


def _below_recorded(x: Any) -> Any:
    return (1 + erf(x / _ROOT)) / 2
