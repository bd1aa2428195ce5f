"""How exactly a law is known: what is less than its rounding errors is nothing.

A sum of floats is known relative to its *terms*, and these may be far larger than what they leave:
3 · 0.1 - 0.3 is 5.6e-17, which is nothing beside terms of 0.3. So a law keeps the rounding errors
that its factor and its mean may have, in units of the machine's precision.

They are kept as what they are, a Gaussian of their own: a factor E, whose rows are as long as the
errors of a row of A, or of an entry of t, are large. Whatever maps the law maps E too, so errors
that cancel do cancel, and a long chain of steps does not multiply them. Lengths of rows do not
change when noise is turned, so no decision that is made by them does.
"""

import numpy as np

from gaussians.core.checks import Array, is_recorded
from gaussians.core.factors import rounding, row_lengths


def own_errors(factor: Array, mean: Array) -> Array:
    """Errors (2, n, n) of a law that was given, not computed: as large as its numbers are."""
    return np.stack([np.diag(size) for size in own_sizes(factor, mean)])


def own_sizes(factor: Array, mean: Array) -> Array:
    """Sizes (2, n) of the numbers of a law: lengths of A's rows, and |t|."""
    return np.stack([row_lengths(_known(factor)), np.abs(_known(mean))])


def sizes_of(errors: Array) -> Array:
    """Sizes (2, n) of errors (2, n, p)."""
    return np.stack([row_lengths(one) for one in errors])


def pushed(errors: Array, own: Array, matrix: Array, shift: Array) -> Array:
    """Errors after a map M x + s of a law with numbers of `own` sizes (2, n)."""
    M = _known(matrix)
    in_factor, in_mean = (row_lengths(M * size) for size in own)
    return joined(M @ errors, np.stack([in_factor, np.hypot(in_mean, _known(shift))]))


def joined(errors: Array, step: Array) -> Array:
    """Add the errors of a step, independent and of sizes (2, n); as many columns as are needed."""
    both = np.concatenate([errors, np.stack([np.diag(size) for size in step])], axis=2)
    return compact(both)


def compact(errors: Array) -> Array:
    """Keep the law of errors (2, n, p), not more columns than twice as many as it needs."""
    _, n, p = errors.shape
    if p <= 2 * n:
        return errors
    return np.stack([np.transpose(np.linalg.qr(one.T, mode="r")) for one in errors])


def settled(factor: Array, mean: Array, errors: Array) -> tuple[Array, Array, Array]:
    """Return factor, mean and errors, with zeros where a row is rounding error and nothing else."""
    if is_recorded(factor, mean):
        return factor, mean, errors
    nothing, cancelled = own_sizes(factor, mean) <= rounding(factor) * sizes_of(errors)
    factor = np.where(nothing[:, None], 0.0, factor)
    mean = np.where(nothing & cancelled, 0.0, mean)  # else rounding may well be overestimated
    in_factor, in_mean = errors
    return factor, mean, np.stack([np.where(nothing[:, None], 0.0, in_factor), in_mean])


def _known(array: Array) -> Array:
    """Return the array, or zeros for recorded numbers: they have no size yet."""
    return np.zeros(array.shape) if is_recorded(array) else array
