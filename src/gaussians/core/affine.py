"""Affine maps x -> A x + t, the only functions that this package needs."""

from dataclasses import dataclass

import numpy.typing as npt

from gaussians.core.checks import Array, checked, instance, is_recorded, points


@dataclass(frozen=True, eq=False)
class AffineMap:
    """An affine map x -> A x + t: it keeps lines straight and parallel lines parallel.

    Parameters
    ----------
    matrix
        A, shape (n, k): where the k unit vectors go, a column each.
    shift
        t, shape (n,): where the origin goes.

    Raises
    ------
    ValueError
        If a shape does not fit, or a number is not finite.

    Examples
    --------
    >>> turn = AffineMap([[0, -1], [1, 0]], [0, 0])
    >>> lift = AffineMap([[1, 0], [0, 1]], [0, 5])
    >>> lift.after(turn)([1, 0])
    array([0., 6.])
    """

    matrix: Array
    shift: Array

    def __init__(self, matrix: npt.ArrayLike, shift: npt.ArrayLike) -> None:
        checked_matrix = checked("matrix", matrix, ("n", "k"))
        object.__setattr__(self, "matrix", checked_matrix)
        object.__setattr__(self, "shift", checked("shift", shift, (checked_matrix.shape[0],)))

    def __call__(self, x: npt.ArrayLike) -> Array:
        """Map points of shape (..., k) to points of shape (..., n), NaN to NaN."""
        return apply(self.matrix, self.shift, points("x", x, self.matrix.shape[1], gaps=True))

    def after(self, inner: "AffineMap") -> "AffineMap":
        """Compose: the map that does `inner` first and this one then, x -> self(inner(x))."""
        instance("inner", inner, AffineMap)
        if inner.matrix.shape[0] != self.matrix.shape[1]:
            raise ValueError(
                f"`inner` must map to {self.matrix.shape[1]} dimensions, "
                f"got a matrix of shape {inner.matrix.shape}"
            )
        return AffineMap(self.matrix @ inner.matrix, self.matrix @ inner.shift + self.shift)


def apply(matrix: Array, shift: Array, x: Array) -> Array:
    """Return matrix @ x + shift for points in rows, without a second large array."""
    image = x @ matrix.T
    if is_recorded(image, shift):
        return image + shift
    image += shift
    return image
