"""The plane in closed form: ranks, axes and inverses of matrices with at most two rows.

Nothing here branches on a number, so one formula serves floats and recorded numbers, and a lesson
shows what `Gaussian` decides. A determinant is wrong by as much as its terms are long: what is
smaller than that is nothing (see `accuracy`).
"""

from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from gaussians.core.checks import Array, each, is_recorded, largest
from gaussians.core.factors import rounding, row_lengths, row_scales, units

FAMILY_TOLERANCE = 1e-12  # a correlation, or a relative gap between two std, this small is none


class Axes(NamedTuple):
    """Axes of the ellipse of one standard deviation."""

    angle: Any  # of the longer one, in (-π/2, π/2]; 0 for a circle
    long: Any  # half of its length: the larger singular value of A
    short: Any

    @property
    def columns(self) -> Array:
        """Return the half axes as vectors, longer first, in the columns of a matrix."""
        return np.asarray(rotation(self.angle) * [self.long, self.short])


def axes(cov: Array, root_det: Any) -> Axes:
    """Find the axes of a covariance, given √det Σ too: so the shorter one loses no digits.

    Examples
    --------
    >>> found = axes(np.array([[2.0, 2.0], [2.0, 5.0]]), np.sqrt(6.0))
    >>> [float(number.round(4)) for number in found]
    [1.1071, 2.4495, 1.0]
    """
    (a, b), (_, d) = cov
    gap = np.hypot(a - d, 2 * b)
    long = np.sqrt((a + d + gap) / 2)
    # Rounding errors decide neither on the axes of a circle nor between 90° and -90°.
    side = np.where(b < -FAMILY_TOLERANCE * gap, -1, 1)
    angle: Any = side * np.arctan2(2 * np.abs(b), a - d) / 2
    angle = np.where(gap > FAMILY_TOLERANCE * (a + d), angle, 0)
    return Axes(angle, long, root_det / np.maximum(long, 1e-300))


def axes_of(factor: Array) -> Axes:
    """Find the axes of the ellipse that a factor (2, k) makes of a circle."""
    if len(factor) != 2:
        raise ValueError(f"axes need a Gaussian in 2 dimensions, got {len(factor)}")
    unit = 1.0 if is_recorded(factor) else units(np.abs(factor).max(initial=0.0))
    scaled = factor / unit  # so that squares neither overflow nor vanish
    # Not @: how it rounds depends on the processor, and the axes of a nearly flat factor on that.
    gram = (scaled[:, None] * scaled[None]).sum(axis=2)
    angle, long, short = axes(gram, area(scaled))
    return Axes(angle, unit * long, unit * short)


def rotation(angle: Any) -> Array:
    """Rotate anticlockwise by an angle in radians."""
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def is_small(matrix: Array) -> bool:
    """Tell whether a matrix is 1×1 or 2×2, so that it has a determinant and an inverse here."""
    return matrix.shape in ((1, 1), (2, 2))


def determinant(matrix: Array) -> Any:
    """Return the determinant of a 1×1 or 2×2 matrix; if negative, A turns the plane over.

    Examples
    --------
    >>> determinant(np.array([[2, 1], [1, 3]]))
    np.int64(5)
    """
    if len(matrix) == 1:
        return matrix[0, 0]
    (a, b), (c, d) = matrix
    return a * d - b * c


def inverse(matrix: Array, det: Any) -> Array:
    """Invert a 1×1 or 2×2 matrix whose determinant is known; NaN where that is NaN."""
    if len(matrix) == 1:
        return np.asarray(1 / det).reshape(1, 1)
    (a, b), (c, d) = matrix
    return np.asarray(np.array([[d, -b], [-c, a]]) / det)


def solved(factor: Array, rank: Any) -> tuple[Array, Any]:
    """Return A⁻¹ and log |det A| of a factor 1×1 or 2×2, NaN where its rank says there are none."""
    scales = row_scales(factor)
    scaled = factor / scales[:, None]
    det = np.where(rank == len(factor), determinant(scaled), np.nan)
    return inverse(scaled, det) / scales, np.log(np.abs(det)) + np.log(scales).sum()


def area(factor: Array) -> Any:
    """Tell how many times larger a factor (2, k) makes areas, √det AAᵀ: the length of its minors.

    Examples
    --------
    >>> float(area(np.array([[3, 0, 0], [0, 4, 3]])))
    15.0
    """
    first, second = factor
    minors = [
        first[i] * second[j] - first[j] * second[i] for i, j in combinations(range(len(first)), 2)
    ]
    if len(minors) < 2:
        return np.abs(minors[0]) if minors else 0.0
    return row_lengths(np.array([minors]))[0]


def rank(factor: Array, sizes: Array) -> Any:
    """Rank of a factor (1, k) or (2, k), of rows in which numbers of `sizes` were added up."""
    lengths = row_lengths(factor)
    moves = largest(1 * each(np.greater, lengths, rounding(factor) * sizes))
    if len(factor) == 1:
        return moves
    error = rounding(factor) * (sizes[0] * lengths[1] + sizes[1] * lengths[0])
    return moves + 1 * (area(factor) > error)


def family_index(std: Array, corr: Array) -> Any:
    """Tell the shape of contours, by standard deviations and correlations; of any dimension."""
    between_two = ~np.eye(len(std), dtype=bool)
    tilted = each(np.greater, np.abs(corr[between_two]), FAMILY_TOLERANCE)  # never so for NaN
    longest = largest(std)
    unequal = each(np.greater, longest - std, FAMILY_TOLERANCE * longest)
    return np.maximum(2 * largest(1 * tilted), largest(1 * unequal))
