"""Conditioning in noise space: an observation fixes some noise directions and leaves the rest."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, checked, indices, is_recorded
from gaussians.core.errors import OffSupportError
from gaussians.core.factors import rounding
from gaussians.core.support import reaches, support

if TYPE_CHECKING:
    from gaussians.core.gaussian import Gaussian


def given(gaussian: "Gaussian", index: int | Sequence[int], value: npt.ArrayLike) -> "Gaussian":
    """Condition on coordinates: keep only the noise that explains what was observed.

    The observed rows A_b of the factor say which noise does: A_b ε = value - t_b. The shortest
    solution ε* moves the mean, and the directions that A_b ignores stay random. All n coordinates
    are kept, so the result is a degenerate Gaussian on the slice, in its place; `marginal` of the
    other coordinates is the textbook's conditional. The law of the result is what counts: its
    factor may be any factor.

    Parameters
    ----------
    index
        Observed coordinate, or several in any order.
    value
        What was observed, a number for one coordinate, else shape (m,).

    Returns
    -------
    Gaussian
        The conditional law, of the same dimension n.

    Raises
    ------
    OffSupportError
        If the value cannot occur, as when two equal coordinates are observed to differ.
    ValueError
        If an index is repeated or out of range, or a shape does not fit.

    Notes
    -----
    Recorded numbers are observed one by one, and each observed coordinate must still be random.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> g = Gaussian.from_cov([0, 0], [[1, 0.5], [0.5, 1]])
    >>> y = g.given(0, 2.0).marginal(1)
    >>> y.mean.round(12), y.cov.round(12)
    (array([1.]), array([[0.75]]))
    """
    observed = indices("index", index, gaussian.dim)
    shape = () if np.ndim(index) == 0 else (len(observed),)
    target = np.atleast_1d(checked("value", value, shape))
    if is_recorded(gaussian.factor, gaussian.mean, target):
        for i, number in zip(observed, target, strict=True):
            gaussian = _given_recorded(gaussian, i, number)
        return gaussian

    if gaussian.rank < gaussian.noise_dim:  # or rounding would wake the noise that A ignores
        gaussian = type(gaussian)(gaussian._support.factor, gaussian.mean)
    displacement = target - gaussian.mean[observed]
    known = support(gaussian.factor[observed], complete=True)
    if not reaches(known, gaussian.mean[observed], displacement):
        raise OffSupportError(f"`value` cannot occur at coordinates {observed}: got {value!r}")
    explained = known.right.T @ (displacement @ known.whitening)
    return _pinned(gaussian, observed, target, explained, known.ignored.T)


def _given_recorded(gaussian: "Gaussian", i: int, value: Array) -> "Gaussian":
    """Observe one random coordinate, by a projection: no basis of what is left is continuous."""
    row = gaussian.factor[i]
    squared = row @ row
    explained = row * ((value - gaussian.mean[i]) / squared)
    left = np.eye(len(row)) - np.outer(row, row) / squared
    return _pinned(gaussian, [i], np.array([value]), explained, left)


def _pinned(
    gaussian: "Gaussian", observed: list[int], target: Array, explained: Array, left: Array
) -> "Gaussian":
    """Fix the noise to `explained` but for the directions `left`; the observed become exact."""
    mean = gaussian.factor @ explained + gaussian.mean
    factor = gaussian.factor @ left
    if not is_recorded(mean, factor):
        # What the observed coordinates determine must not keep its rounding errors as noise.
        small, was = rounding(gaussian.factor), np.abs(gaussian.factor)
        still = np.abs(factor).max(axis=1, initial=0.0) <= small * was.max(axis=1, initial=0.0)
        cancelled = np.abs(mean) <= small * (was @ np.abs(explained) + np.abs(gaussian.mean))
        factor[still], mean[still & cancelled] = 0.0, 0.0
    mean[observed], factor[observed] = target, 0.0
    return type(gaussian)(factor, mean)
