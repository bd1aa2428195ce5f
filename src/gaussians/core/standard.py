"""The standard Gaussian: independent coordinates, each with density exp(-x²/2) / √(2π).

Its density depends on the distance r from the origin only, so its mass in balls says everything.
"""

import math
from typing import Any

import numpy as np

from gaussians.core.checks import count, erf, holds_recorded


def standard_normalizer(dim: int) -> float:
    """Volume under exp(-‖x‖²/2) in `dim` dimensions: one factor √(2π) for each coordinate.

    Parameters
    ----------
    dim
        Number of coordinates, at least 0.

    Returns
    -------
    float
        (2π)^(dim/2).

    Raises
    ------
    ValueError
        If `dim` is negative or not an integer, or the volume exceeds the largest float (dim > 772).

    Examples
    --------
    >>> round(standard_normalizer(1), 6), round(standard_normalizer(2), 6)
    (2.506628, 6.283185)
    """
    try:
        return float((2 * math.pi) ** (count("dim", dim) / 2))
    except OverflowError:
        raise ValueError(
            f"`dim` must be at most 772, or (2π)^(dim/2) overflows, got {dim}"
        ) from None


def mass_within(radius: float, dim: int) -> float:
    """Probability that standard noise lies within `radius` of the origin.

    An affine map carries the ball to an ellipsoid and its points along, so this is also the mass
    of any Gaussian of rank `dim` within Mahalanobis distance `radius`: a degenerate one fills
    only so many dimensions. In two it is 1 - exp(-r²/2).

    Parameters
    ----------
    radius
        Distance from the origin, at least 0; infinity is allowed, and a recorded number.
    dim
        Number of coordinates of the noise that matters, the rank, at least 0 (all mass of no
        coordinates is at the origin).

    Returns
    -------
    float
        The mass, in [0, 1]: the regularized lower incomplete gamma function P(dim/2, r²/2).

    Raises
    ------
    ValueError
        If `radius` is negative or NaN, or `dim` is not an integer at least 0.

    References
    ----------
    NIST Digital Library of Mathematical Functions, 8.7.1 (series) and 8.8.6 (recurrence).

    Examples
    --------
    >>> [round(mass_within(r, dim=1), 4) for r in (1, 2, 3)]
    [0.6827, 0.9545, 0.9973]
    >>> [round(mass_within(r, dim=2), 4) for r in (1, 2, 3)]
    [0.3935, 0.8647, 0.9889]
    """
    if holds_recorded(np.asarray(radius, object)):
        return _counted_up(radius, count("dim", dim))
    r = _number("radius", radius)
    if not r >= 0:
        raise ValueError(f"`radius` must be at least 0, got {radius}")
    if count("dim", dim) == 0 or r * r == math.inf:
        return 1.0
    # Both sums have positive terms only, so neither loses a digit where it is used.
    return _lower_series(r, dim) if r * r < dim + 2 else 1 - _upper_sum(dim / 2, r * r / 2)


def radius_of(mass: float, dim: int) -> float:
    """Radius of the ball about the origin that holds the share `mass` of standard noise.

    Parameters
    ----------
    mass
        Probability, in [0, 1].
    dim
        Number of coordinates, at least 1.

    Returns
    -------
    float
        The radius r with ``mass_within(r, dim) == mass``; infinity for a mass of 1.

    Raises
    ------
    ValueError
        If `mass` is outside [0, 1], or `dim` is not an integer at least 1.

    Examples
    --------
    >>> round(radius_of(0.95, dim=1), 4)
    1.96
    >>> round(radius_of(0.5, dim=2), 6) == round((2 * math.log(2)) ** 0.5, 6)
    True
    """
    if not 0 <= _number("mass", mass) <= 1:
        raise ValueError(f"`mass` must be in [0, 1], got {mass}")
    if count("dim", dim, least=1) and mass in (0, 1):
        return math.inf if mass else 0.0
    low, high = 0.0, 1.0
    while mass_within(high, dim) < mass:
        low, high = high, 2 * high
    while low < (middle := (low + high) / 2) < high:  # until no float lies between
        low, high = (middle, high) if mass_within(middle, dim) < mass else (low, middle)
    return high


def _number(name: str, value: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"`{name}` must be a number, got {value!r:.40}") from None


def _lower_series(r: float, dim: int) -> float:
    """P(a, x) = xᵃ e⁻ˣ / Γ(a+1) · (1 + x/(a+1) + x²/((a+1)(a+2)) + …), a = dim/2 and x = r²/2.

    The power is taken of a ratio of radii, not of x: small radii have squares that vanish.
    """
    a, x = dim / 2, r * r / 2
    total = term = 1.0
    n = a
    while term > 1e-17 * total:
        n += 1
        term *= x / n
        total += term
    unit = math.exp((a * math.log(2) + math.lgamma(a + 1)) / dim)  # a ball of volume (2π)ᵃ
    return float((r / unit * math.exp(-x / dim)) ** dim) * total


def _counted_up(r: Any, dim: int) -> float:
    """P(dim/2, r²/2) of a recorded number, by the same recurrence: as exact as 1 is, not as P."""
    x, b = r * r / 2, dim % 2 / 2 or 1.0
    mass: float = erf(r / math.sqrt(2)) if b == 0.5 else -np.expm1(-x)
    while b < dim / 2:
        mass = mass - x**b * np.exp(-x) / math.gamma(b + 1)
        b += 1
    return mass if dim else 1.0


def _upper_sum(a: float, x: float) -> float:
    """Q(a, x), counted up by Q(b+1, x) = Q(b, x) + xᵇ e⁻ˣ / Γ(b+1) from b = ½ or 1."""
    b = a % 1 or 1.0
    total = math.erfc(math.sqrt(x)) if b == 0.5 else math.exp(-x)
    while b < a:
        total += math.exp(b * math.log(x) - x - math.lgamma(b + 1))
        b += 1
    return total
