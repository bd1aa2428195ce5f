"""Conditioning in noise space: an observation fixes some noise directions and leaves the rest."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, checked, indices, is_recorded
from gaussians.core.errors import OffSupportError
from gaussians.core.factors import row_lengths
from gaussians.core.sizes import settled
from gaussians.core.support import Support, reaches, support

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

    # A law that noise was added to step by step must not carry all of it along.
    factor = gaussian._busy_factor if gaussian.noise_dim > gaussian.dim else gaussian.factor
    known = support(factor[observed], gaussian._sizes[0, observed], complete=True)
    displacement = target - gaussian.mean[observed]
    if not reaches(known, gaussian._slack[observed], displacement):
        raise OffSupportError(f"`value` cannot occur at coordinates {observed}: got {value!r}")
    noise = displacement @ known.whitening
    along, left = factor @ known.right.T, factor @ known.ignored.T
    mean = gaussian.mean + along @ noise
    sizes = _sizes_given(gaussian._sizes, observed, target, along / known.singular, known, noise)
    mean[observed], left[observed] = target, 0.0
    return type(gaussian)._sized(*settled(left, mean, sizes))


def _sizes_given(
    sizes: Array, observed: list[int], target: Array, weights: Array, known: Support, noise: Array
) -> Array:
    """Sizes of the terms in x + G (value - x_b), which conditioning makes of every draw x.

    Row j of G is, in units of what is observed, as long as row j of the `weights` A V S⁻¹.
    """
    lengths = row_lengths(weights)
    place = np.linalg.norm(np.hypot(sizes[1, observed], target) / known.scales)
    in_factor = np.hypot(sizes[0], lengths)
    in_mean = sizes[1] + lengths * place + in_factor * np.linalg.norm(noise)
    constant = sizes[0, observed] == 0  # keeps how exactly it is known; all others are now exact
    in_mean[observed] = np.where(constant, sizes[1, observed], 0.0)
    return np.stack([in_factor, in_mean])


def _given_recorded(gaussian: "Gaussian", i: int, value: Array) -> "Gaussian":
    """Observe one random coordinate, by a projection: no basis of what is left is continuous."""
    row = gaussian.factor[i]
    squared = row @ row
    mean = gaussian.factor @ row * ((value - gaussian.mean[i]) / squared) + gaussian.mean
    factor = gaussian.factor - np.outer(gaussian.factor @ row, row) / squared
    mean[i], factor[i] = value, 0.0
    return type(gaussian)(factor, mean)
