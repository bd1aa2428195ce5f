"""How exactly a law is known: what is less than the rounding errors of its terms is nothing.

A sum of floats is known relative to its *terms*, and these may be far larger than what they leave:
3 · 0.1 - 0.3 is 5.6e-17, which is nothing beside terms of 0.3. So a law keeps how large the terms
were that each row of its factor, and each entry of its mean, was computed from. Lengths of rows do
not change when the noise is turned, so no decision that is made by them does.

Rounding errors add up like independent noise: sizes are added as standard deviations are. That
describes a step well, but in a long chain of maps such bounds multiply where errors need not, so a
map believes of what it is given only that half of the digits are lost.
"""

import numpy as np

from gaussians.core.checks import Array, is_recorded
from gaussians.core.factors import rounding, row_lengths

HALF_OF_THE_DIGITS = 2.0**26


def own_sizes(factor: Array, mean: Array) -> Array:
    """Sizes (2, n) of a law that was given, not computed: lengths of A's rows, and |t|."""
    return np.stack([row_lengths(_known(factor)), np.abs(_known(mean))])


def pushed_sizes(sizes: Array, own: Array, matrix: Array, shift: Array) -> Array:
    """Sizes (2, m) of the terms in M A and M t + s, for A and t of `sizes` and `own` sizes."""
    believed = np.minimum(sizes, HALF_OF_THE_DIGITS * own)
    in_factor, in_mean = (_known(matrix) * size for size in believed)
    in_mean = np.column_stack([in_mean, _known(shift)])
    return np.stack([row_lengths(in_factor), row_lengths(in_mean)])


def settled(factor: Array, mean: Array, sizes: Array) -> tuple[Array, Array, Array]:
    """Return factor, mean and sizes with zeros where a row is rounding error and nothing else."""
    if is_recorded(factor, mean):
        return factor, mean, sizes
    own, tolerance = own_sizes(factor, mean), rounding(factor)
    nothing, cancelled = own <= tolerance * sizes
    factor = np.where(nothing[:, None], 0.0, factor)
    mean = np.where(nothing & cancelled, 0.0, mean)  # else rounding may well be overestimated
    in_factor, in_mean = np.maximum(own, sizes)
    return factor, mean, np.stack([np.where(nothing, 0.0, in_factor), in_mean])


def _known(array: Array) -> Array:
    """Return the array, or zeros for recorded numbers: they have no size yet."""
    return np.zeros(array.shape) if is_recorded(array) else array
