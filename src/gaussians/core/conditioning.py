"""Conditioning in noise space: an observation fixes some noise directions and leaves the rest."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gaussians.core.accuracy import joined, settled, sizes_of
from gaussians.core.checks import Array, checked, indices, is_recorded
from gaussians.core.errors import OffSupportError
from gaussians.core.factors import orthogonalized, row_lengths
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
    Where numbers are recorded, each observed coordinate must still be random, whatever is known of
    those before it.

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
        return _given_recorded(gaussian, observed, target)

    # A law that noise was added to step by step must not carry all of it along.
    factor = gaussian._busy_factor if gaussian.noise_dim > gaussian.dim else gaussian.factor
    known = support(factor[observed], gaussian._sizes[0, observed], complete=True)
    displacement = target - gaussian.mean[observed]
    if not reaches(known, gaussian._slack[observed], displacement):
        raise OffSupportError(f"`value` cannot occur at coordinates {observed}: got {value!r}")
    noise = displacement @ known.whitening
    along, left = factor @ known.right.T, factor @ known.ignored.T
    mean = gaussian.mean + along @ noise
    errors = _errors_given(gaussian, observed, along, known, displacement, noise)
    mean[observed], left[observed] = target, 0.0
    return type(gaussian)._computed(*settled(left, mean, errors))


def _errors_given(
    gaussian: "Gaussian",
    observed: list[int],
    along: Array,
    known: Support,
    displacement: Array,
    noise: Array,
) -> Array:
    """Return the rounding errors after a step that explains the part `along` V of each row of A.

    With the regression weights W = A V S⁻¹ the errors E become E - W Uᵀ E_b, as draws do. The step
    adds its own: s₁ ‖W_j‖ for row j, and for its mean that times ‖ε*‖ and the terms of the move.
    """
    weights = along / known.singular
    back = weights @ (known.left / known.scales[:, None]).T
    errors = gaussian._errors - back @ gaussian._errors[:, observed]
    lengths = row_lengths(weights)
    in_factor = lengths * known.singular.max(initial=0.0)
    moved = lengths * np.abs(displacement / known.scales).sum()
    reached = np.hypot(in_factor, sizes_of(errors)[0]) * np.abs(noise).sum()
    errors = joined(errors, np.stack([in_factor, moved + reached]))
    # What was random is exact now; a constant keeps how exactly it is known.
    errors[:, [i for i in observed if gaussian._sizes[0, i] > 0]] = 0.0
    return errors


def _given_recorded(gaussian: "Gaussian", observed: list[int], target: Array) -> "Gaussian":
    """Observe random coordinates, by a projection: no basis of what is left is continuous."""
    lower, basis = orthogonalized(gaussian.factor[observed])
    displacement = target - gaussian.mean[observed]
    noise = np.zeros(len(observed), object)
    for i, row in enumerate(lower):
        noise[i] = (displacement[i] - row[:i] @ noise[:i]) / row[i]
    along = gaussian.factor @ basis.T
    mean, factor = gaussian.mean + along @ noise, gaussian.factor - along @ basis
    mean[observed], factor[observed] = target, 0.0
    return type(gaussian)(factor, mean)
