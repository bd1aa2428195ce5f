"""Contours of Gaussians in the plane, where they can be drawn."""

from typing import TYPE_CHECKING

import numpy as np

from gaussians.core.checks import Array, count, scalar

if TYPE_CHECKING:
    from gaussians.core.gaussian import Gaussian


def contour(gaussian: "Gaussian", radius: float = 1.0, *, points: int = 121) -> Array:
    """Ellipse at Mahalanobis distance `radius`: the image of a circle of noise, closed.

    Its inside holds ``mass_within(radius, 2)`` of the mass. It degenerates together with the
    Gaussian: to a segment, which holds ``mass_within(radius, 1)``, or to the point that holds all.

    Parameters
    ----------
    radius
        Radius of the circle of noise, at least 0; the ellipse of one standard deviation has 1.
    points
        How many points to return, at least 2; the first and the last are the same.

    Returns
    -------
    ndarray
        Shape (points, 2), anticlockwise where the Cholesky factor's diagonal is positive.

    Raises
    ------
    ValueError
        If the Gaussian is not two-dimensional, or an argument is out of range.

    Examples
    --------
    >>> from gaussians import Gaussian
    >>> Gaussian.diagonal([5, 5], [2, 1]).contour(points=5).round(12)
    array([[7., 5.],
           [5., 6.],
           [3., 5.],
           [5., 4.],
           [7., 5.]])
    """
    if gaussian.dim != 2:
        raise ValueError(f"a contour needs a Gaussian in 2 dimensions, got {gaussian.dim}")
    if not scalar("radius", radius) >= 0:
        raise ValueError(f"`radius` must be at least 0, got {radius}")
    angle = np.linspace(0.0, 2 * np.pi, count("points", points, least=2))
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    circle[-1] = circle[0]  # closed to the last digit
    return radius * circle @ gaussian.cholesky.T + gaussian.mean
