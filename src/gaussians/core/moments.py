"""Mardia's two numbers: whether points may be a sample of a Gaussian, seen by their moments.

Nothing here branches on a number of the points, so they may be recorded.
"""

from collections import Counter
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
    z, variances = _uncorrelated(x)
    n = range(len(z))
    skewness = sum(
        _orders((i, j, k))
        * (z[i] * z[j] * z[k]).mean() ** 2
        / (variances[i] * variances[j] * variances[k])
        for i, j, k in combinations_with_replacement(n, 3)
    )
    kurtosis = sum(
        _orders((i, j)) * (z[i] * z[i] * z[j] * z[j]).mean() / (variances[i] * variances[j])
        for i, j in combinations_with_replacement(n, 2)
    )
    return Mardia(skewness, kurtosis)


def _uncorrelated(x: Array) -> tuple[list[Array], list[Any]]:
    """Return coordinates that are uncorrelated, and their variances: Gram and Schmidt's way.

    Each is what the ones before leave of a coordinate of mean 0 and variance 1. As few sums as can
    be wait for others, for each of these goes through all points again.
    """
    rough = [x[:, k] - x[:, k].mean() for k in range(x.shape[1])]
    wrong = [column.mean() for column in rough]  # by so much the mean of large numbers was
    squares = [(column * column).mean() - w * w for column, w in zip(rough, wrong, strict=True)]
    # What is as small as the square of a rounding error is one.
    scales = [
        1 / np.sqrt(np.where(square > _FLAT * w * w, square, np.nan))
        for square, w in zip(squares, wrong, strict=True)
    ]
    found: list[Array] = []
    variances: list[Any] = []
    for k, scale in enumerate(scales):
        left = (rough[k] - wrong[k]) * scale
        for j, column in enumerate(found):
            if j == 0:  # so it is known without another look at the points
                shared = ((rough[0] * rough[k]).mean() - wrong[0] * wrong[k]) * scales[0] * scale
            else:
                shared = (column * left).mean() / variances[j]
            left = left - shared * column
        variance = (left * left).mean() if found else 1.0
        found.append(left)
        variances.append(np.where(variance > _FLAT**2, variance, np.nan))
    return found, variances


def _orders(named: tuple[int, ...]) -> int:
    """Return in how many orders some coordinates can be named."""
    return factorial(len(named)) // prod(map(factorial, Counter(named).values()))
