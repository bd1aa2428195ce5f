"""The singular value decomposition of a factor with two rows and three columns, in closed form.

Nothing here branches on a number, so a lesson may show it of recorded numbers (see `plane`).
"""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core.checks import Array, is_recorded
from gaussians.core.factors import row_lengths, units
from gaussians.core.plane import axes_of, rank, rotation


class Singular(NamedTuple):
    """A = U S Vᵀ: a turn, a stretch along the axes that drops what is too many, and a turn."""

    left: Array  # U, (2, 2)
    sizes: Array  # the diagonal of S, (2,), the larger one first
    right: Array  # V, (3, 3): Vᵀ turns, and mirrors nothing

    @property
    def middle(self) -> Array:
        """S, shape (2, 3): its last column is zero."""
        return np.asarray(np.diag(self.sizes) @ np.eye(2, 3))

    @property
    def kept(self) -> Array:
        """U S without the column of zeros, (2, 2): a factor of the same covariance."""
        return np.asarray(self.left * self.sizes)


def singular(factor: Array) -> Singular:
    """Decompose a factor A (2, 3) of any rank.

    Where A does not say which way a column of V goes, for its singular value is 0, it is one of the
    ways at right angles to those before.

    Examples
    --------
    >>> found = singular(np.array([[0.0, 0, 2], [3, 0, 0]]))
    >>> found.sizes, found.right.round(9) + 0
    (array([3., 2.]), array([[ 1.,  0.,  0.],
           [ 0.,  0.,  1.],
           [ 0., -1.,  0.]]))
    """
    if factor.shape != (2, 3):
        raise ValueError(f"the decomposition is there for 2 x 3 factors, got {factor.shape}")
    unit = 1.0 if is_recorded(factor) else units(np.abs(factor).max(initial=0.0))
    scaled = factor / unit  # so that squares neither overflow nor vanish
    axes, known = axes_of(scaled), rank(scaled, row_lengths(scaled))
    left = rotation(axes.angle)
    first, second = ((scaled * way[:, None]).sum(axis=0) for way in left.T)  # as in `axes_of`
    one = _direction(first, known > 0, np.array([1.0, 0.0, 0.0]))
    two = _direction(second - (second * one).sum() * one, known > 1, _across(one))
    sizes = np.array([axes.long, np.where(known > 1, axes.short, 0.0)])
    return Singular(left, unit * sizes, np.array([one, two, _cross(one, two)]).T)


def _direction(vector: Array, is_known: Any, other: Array) -> Array:
    """Return a vector's direction, or another one where it has none."""
    length = np.where(is_known, np.sqrt((vector * vector).sum()), 1.0)
    return np.array([np.where(is_known, x / length, y) for x, y in zip(vector, other, strict=True)])


def _across(way: Array) -> Array:
    """Return a direction at right angles to one in space (T. Duff and others, 2017)."""
    x, y, z = way
    sign = np.where(z < 0, -1.0, 1.0)
    share = -x / (sign + z)
    return np.array([1 + sign * x * share, sign * y * share, -sign * x])


def _cross(one: Array, other: Array) -> Array:
    (a, b, c), (d, e, f) = one, other
    return np.array([b * f - c * e, c * d - a * f, a * e - b * d])
