"""Space on a plane: three dimensions as an eye sees them, in plain arithmetic without branches.

From the eye, x₁ goes to the right, x₂ away and x₃ up. What is nearer is larger; as the dots of a
mark have one size, those of a cloud are shared out: a mark each for far, middle and near.
"""

from typing import Any, NamedTuple

import numpy as np

from gaussians.kit.lesson import Array

THIRD = 0.43  # of standard noise, a third each is farther away, nearer, and between
_DEGREE = np.pi / 180


class Eye(NamedTuple):
    """Where the origin is seen from: degrees around x₃ and above the floor, and how far away."""

    around: Any = 0.0
    above: Any = 20.0
    away: Any = 14.0

    def sees(self, points: Array) -> Array:
        """Return where points (n, 3) are in the picture, (n, 2); the origin keeps its scale.

        >>> Eye(above=0.0).sees(np.array([[1.0, 0, 2], [1, 7, 2], [1, -7, 2]])).round(4)
        array([[1.    , 2.    ],
               [0.6667, 1.3333],
               [2.    , 4.    ]])
        """
        right, up, toward = self._axes()
        scale = self.away / (self.away - points @ toward)
        return np.stack([scale * (points @ right), scale * (points @ up)], axis=1)

    def nearness(self, points: Array) -> Array:
        """Return how far points (n, 3) are from the origin toward the eye, shape (n,)."""
        nearness: Array = points @ self._axes()[2]
        return nearness

    def outline(self, radius: Any, circle: Array) -> Array:
        """Return the outline of a ball around the origin, of the unit circle (n, 2)."""
        outline: Array = radius * self.away / np.sqrt(self.away**2 - radius**2) * circle
        return outline

    def _axes(self) -> tuple[Array, Array, Array]:
        """Return what is to the right, up, and toward the eye."""
        (c, s), (low, high) = cos_sin(self.around), cos_sin(self.above)
        right, up = np.array([c, s, 0.0 * c]), np.array([-s * high, c * high, low])
        return right, up, np.array([s * low, -c * low, high])


def turned(turn: Any, tilt: Any, roll: Any = 0.0) -> Array:
    """Return a rotation of space: `turn` around x₃ first, then `roll` around x₂, `tilt` around x₁.

    All are degrees. What is in front goes to the right by a turn, and down by a tilt.

    >>> (turned(90, 0) @ [0, -1, 0]).round(9) + 0, (turned(0, 90) @ [0, -1, 0]).round(9) + 0
    (array([1., 0., 0.]), array([ 0.,  0., -1.]))
    """
    (a, b), (c, d), (e, f) = map(cos_sin, (turn, roll, tilt))
    around3 = np.array([[a, -b, 0.0], [b, a, 0.0], [0.0, 0.0, 1.0]])
    around2 = np.array([[c, 0.0, d], [0.0, 1.0, 0.0], [-d, 0.0, c]])
    around1 = np.array([[1.0, 0.0, 0.0], [0.0, e, -f], [0.0, f, e]])
    return np.asarray(around1 @ around2 @ around3)


def cos_sin(degrees: Any) -> tuple[Any, Any]:
    """Return cosine and sine of an angle in degrees."""
    return np.cos(_DEGREE * degrees), np.sin(_DEGREE * degrees)


def by_depth(seen: Array, nearness: Array, cut: Any = THIRD) -> tuple[Array, Array, Array]:
    """Share points of a picture (n, 2) out to far, middle and near: NaN where they are elsewhere.

    >>> [part[:, 0] for part in by_depth(np.ones((3, 2)), np.array([-2.0, 0, 2]))]
    [array([ 1., nan, nan]), array([nan,  1., nan]), array([nan, nan,  1.])]
    """
    far, near = nearness < -cut, nearness > cut
    middle = np.logical_not(far | near)
    is_far, is_middle, is_near = (part[:, None] for part in (far, middle, near))
    return tuple(np.where(part, seen, np.nan) for part in (is_far, is_middle, is_near))  # type: ignore[return-value]
