"""How long standard noise is: the chi law of ‖s‖, whatever the number of coordinates.

Nothing here branches on the number of coordinates, so it may be a recorded number.
"""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, count, each, holds_recorded, is_recorded, numbers

_SHIFT = 8  # by so much the argument of Γ is raised before a fraction or a series takes over
_TERMS = 10
_SERIES_SHIFT = 16
_SMALL = 1e-150  # of which the square is still a float with all its digits
_LARGEST = 37  # radius whose e^(r²/2) is a float


def length_pdf(r: npt.ArrayLike, dim: int) -> Array:
    """Density of the length of standard noise: 2 (r²/2)^(dim/2) e^(-r²/2) / (r Γ(dim/2)).

    Parameters
    ----------
    r
        Lengths, at least 0, of any shape.
    dim
        Number of coordinates, at least 1; a recorded number, too.

    Returns
    -------
    ndarray
        Densities, shape as of `r`; at 0 the limit, which is 0 from two coordinates on.

    Raises
    ------
    ValueError
        If a length is negative or not finite, or `dim` is no integer of at least 1.

    References
    ----------
    C. Loader, Fast and accurate computation of binomial probabilities (2000): what is large in
    numerator and denominator cancels before a power is taken.

    Examples
    --------
    >>> length_pdf([0, 1, 2], dim=1).round(4)
    array([0.7979, 0.4839, 0.108 ])
    >>> round(float(length_pdf(10, dim=100)), 4)
    0.5633
    """
    lengths, half = numbers("r", r), _half(dim)
    if not is_recorded(lengths) and (lengths < 0).any():
        raise ValueError("`r` must hold lengths of at least 0")
    length: Any = each(np.maximum, lengths, _SMALL)
    ratio = length * length / 2 / half
    exponent = half * (ratio - 1 - each(np.log, ratio)) + _remainder(half)
    density: Array = 2 / length * np.sqrt(half / (2 * np.pi)) * each(np.exp, -exponent)
    return density


def length_mean(dim: int) -> float:
    """Mean length of standard noise, √2 Γ((dim+1)/2) / Γ(dim/2): a bit less than √dim.

    Examples
    --------
    >>> round(length_mean(1) ** 2, 12) == round(2 / math.pi, 12), round(length_mean(100), 4)
    (True, 9.975)
    """
    half = _half(dim)
    return _number(np.sqrt(2 * (half - _half_variance(half))))


def length_std(dim: int) -> float:
    """Spread of the length of standard noise, its standard deviation: near 1/√2 if `dim` is large.

    Examples
    --------
    >>> [round(length_std(dim), 4) for dim in (1, 2, 100, 10_000)]
    [0.6028, 0.6551, 0.7062, 0.7071]
    """
    return _number(np.sqrt(2 * _half_variance(_half(dim))))


def log_mass_within(radius: float, dim: int) -> float:
    """Natural logarithm of `mass_within`, which has no smallest float.

    Parameters
    ----------
    radius
        Distance from the origin, above 0 and at most 37.
    dim
        Number of coordinates, at least 1; a recorded number, too.

    Returns
    -------
    float
        The logarithm, at most 0.

    Raises
    ------
    ValueError
        If `radius` is out of range, or `dim` is no integer of at least 1.

    Examples
    --------
    >>> [round(math.exp(log_mass_within(1, dim)), 4) for dim in (1, 2, 3)]
    [0.6827, 0.3935, 0.1987]
    >>> round(log_mass_within(1, 1000) / math.log(10), 1)
    -1284.8
    """
    if not 0 < radius <= _LARGEST:
        raise ValueError(f"`radius` must be above 0 and at most {_LARGEST}, got {radius}")
    a, x = _half(dim), radius * radius / 2
    term = total = 1.0
    for k in range(1, _terms(x) + 1):
        term = term * (x / (a + k))
        total = total + term
    power = a * (1 + math.log(x) - np.log(a)) - x - np.log(2 * np.pi * a) / 2 - _remainder(a)
    return _number(power + np.log(total))


def _half(dim: Any) -> Any:
    """Return dim/2."""
    recorded = holds_recorded(np.asarray(dim, object))
    return (dim if recorded else count("dim", dim, least=1)) / 2


def _number(value: Any) -> float:
    """Return numpy's number as Python's; a recorded one is none yet."""
    number: float = float(value) if isinstance(value, np.floating) else value
    return number


def _terms(x: float) -> int:
    """Return how many terms of a series matter in one dimension; in more, fewer do."""
    k, term, total = 0, 1.0, 1.0
    while term > 1e-17 * total:
        k += 1
        term *= x / (k + 0.5)
        total += term
    return k


def _half_variance(a: Any) -> Any:
    """Return a - (Γ(a+½) / Γ(a))², half of the variance, by sums of positive terms.

    Brouncker's fraction (1656) has it for large a; the recurrence of Γ leads down to small ones.
    """
    s, fraction = 4 * (a + _SHIFT) - 1, 0.0 * a
    for odd in range(2 * _TERMS - 1, 0, -2):
        fraction = odd**2 / (2 * s + fraction)
    left = (1 - fraction) / 4
    for k in range(_SHIFT - 1, -1, -1):
        b = a + k
        left = (b * b * left + b / 4) / (b + 0.5) ** 2
    return left


def _remainder(a: Any) -> Any:
    """Return what Stirling's formula lacks: log Γ(a) - (a - ½) log a + a - ½ log 2π."""
    rest = 0.0 * a
    for k in range(_SERIES_SHIFT):
        rest = rest + ((a + k + 0.5) * np.log1p(1 / (a + k)) - 1)
    big = a + _SERIES_SHIFT
    q = 1 / (big * big)
    return rest + (1 / 12 - q * (1 / 360 - q * (1 / 1260 - q * (1 / 1680 - q / 1188)))) / big
