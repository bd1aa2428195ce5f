"""Averages over standard noise as sums over fixed places: no chance is in them."""

from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.lesson import Array

_REACH, _STEP = 10, 0.1


def nodes() -> Array:
    """Return places of noise from -10 to 10, each with its share of the noise; shape (201, 2).

    Equal steps do for a bell, whose ends are flat: a sum over them has all digits if the function
    is a polynomial of degree 20 or less, or a wave of up to 50 radians for each unit of noise.
    """
    place = np.arange(-_REACH, _REACH + _STEP / 2, _STEP)
    return np.stack([place, _STEP * Gaussian.standard(1).pdf(place[:, None])], axis=1)


def expected(values: Array, nodes: Array) -> Any:
    """Average a function of noise by its values at the places of the nodes, shape (m,)."""
    return (values * nodes[:, 1]).sum()


def central_moments(values: Array, nodes: Array) -> tuple[Any, Any, Any]:
    """Return the mean of such a function, its variance and its fourth central moment.

    >>> s = nodes()
    >>> [round(float(moment), 9) for moment in central_moments(s[:, 0] ** 2, s)]
    [1.0, 2.0, 60.0]
    """
    mean = expected(values, nodes)
    squares = (values - mean) ** 2
    return mean, expected(squares, nodes), expected(squares * squares, nodes)
