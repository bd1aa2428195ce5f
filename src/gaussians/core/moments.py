"""Mardia's two numbers: whether points may be a sample of a Gaussian, seen by their moments.

Nothing here branches on a number of the points, so they may be recorded.
"""

from collections import Counter
from functools import reduce
from itertools import combinations_with_replacement
from math import factorial, prod
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, is_recorded, numbers

_FLAT = 1e-12  # of a coordinate's sd: what the others leave of it is a rounding error


class Mardia(NamedTuple):
    """Skewness and kurtosis of points in several dimensions."""

    skewness: Any  # 0 for a law that is symmetric about its mean
    kurtosis: Any  # dim (dim + 2) for a Gaussian


def mardia(points: npt.ArrayLike) -> Mardia:
    """Measure skewness and kurtosis of a sample, whatever its mean and covariance are.

    The points are whitened first by their own mean and covariance, so an affine map of them that
    has an inverse changes neither number.

    Parameters
    ----------
    points
        Shape (n, dim). Their covariance is divided by n.

    Returns
    -------
    Mardia
        The sum of the squares of all third moments of the whitened points, and the mean of their
        fourth powers of length. Of n points of a Gaussian, n / 6 times the first is about chi
        square with dim (dim + 1) (dim + 2) / 6 degrees of freedom; the second is about Gaussian
        with mean dim (dim + 2) and variance 8 dim (dim + 2) / n. Both are NaN if all points are on
        one line, or in one subspace.

    Raises
    ------
    ValueError
        If these are no points, or none at all.

    References
    ----------
    K. V. Mardia, Measures of multivariate skewness and kurtosis with applications (1970).

    Examples
    --------
    >>> corners = [[1, 1], [1, -1], [-1, 1], [-1, -1]]
    >>> [float(number) for number in mardia(corners)]
    [0.0, 4.0]
    >>> noise = np.random.default_rng(0).standard_normal((5000, 2))
    >>> [round(float(number), 3) for number in mardia(noise)]
    [0.009, 7.9]
    """
    x = numbers("points", points)
    if x.ndim != 2:
        raise ValueError(f"`points` must have shape (n, dim), got {x.ndim} axes")
    if not is_recorded(x) and 0 in x.shape:
        raise ValueError(f"`points` must not be empty, got shape {x.shape}")
    z = _whitened(x)
    skewness = sum(
        _orders(triple) * (z[triple[0]] * z[triple[1]] * z[triple[2]]).mean() ** 2
        for triple in combinations_with_replacement(range(len(z)), 3)
    )
    squared = reduce(np.add, (column * column for column in z))
    return Mardia(skewness, (squared * squared).mean())


def _whitened(x: Array) -> list[Array]:
    """Return coordinates of mean 0 and variance 1 that are uncorrelated: Gram and Schmidt's way."""
    found: list[Array] = []
    for k in range(x.shape[1]):
        left = x[:, k] - x[:, k].mean()
        left = left - left.mean()  # by as much as the mean of large numbers was wrong
        before = (left * left).mean()
        for column in found:
            left = left - (column * left).mean() * column
        variance = (left * left).mean()
        is_there = variance > _FLAT**2 * before
        found.append(left / np.sqrt(np.where(is_there, variance, np.nan)))
    return found


def _orders(triple: tuple[int, ...]) -> int:
    """Return in how many orders three coordinates can be named."""
    return factorial(3) // prod(map(factorial, Counter(triple).values()))
