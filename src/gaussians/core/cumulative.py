"""The standard Gaussian's cumulative distribution function."""

import math

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, erfc, is_recorded, numbers

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
        Probabilities in [0, 1], shape as of `x`; small ones have all their digits too.

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
    found: Array = np.frompyfunc(lambda number: erfc(-number / _ROOT) / 2, 1, 1)(array)
    return found if is_recorded(array) else np.asarray(found, dtype=np.float64)
