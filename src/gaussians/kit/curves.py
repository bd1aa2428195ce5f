"""The curves that lessons draw again and again, moved by a map each."""

from typing import Any, TypeAlias

import numpy as np

from gaussians.core import Gaussian, standard_normalizer

_Curve: TypeAlias = np.ndarray[tuple[int, int], np.dtype[Any]]

PEAK = 1 / standard_normalizer(1)  # height of the standard bell
RADII = (1, 2, 3)  # of the circles of noise that lessons draw, in standard deviations


def circle(points: int = 121) -> _Curve:
    """Return the unit circle as a closed curve, shape (points, 2)."""
    angle = np.linspace(0, 2 * np.pi, points)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def bell(points: int = 121) -> _Curve:
    """Return the standard Gaussian's density from -4 to 4: number, density; shape (points, 2)."""
    number = np.linspace(-4, 4, points)
    return np.stack([number, np.exp(-number * number / 2) / np.sqrt(2 * np.pi)], axis=1)


def bell_of(mean: Any, sd: Any, standard: _Curve) -> _Curve:
    """Return the standard bell moved to a mean and stretched to an sd: its area stays 1."""
    number, height = standard.T
    return np.stack([mean + sd * number, height / sd], axis=1)


def slope_of(law: Gaussian, x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return the slope of the density of a law on a line, f′(x) = f(x) (t - x) / σ², shape (n,)."""
    slope: np.ndarray[Any, Any] = law.pdf(x[:, None]) * (law.mean[0] - x) / law.std[0] ** 2
    return slope


def grid(reach: int = 3) -> _Curve:
    """Return the lines of unit squares around the origin as one curve, shape (m, 2).

    Two points make a line, for an affine map leaves it straight.
    """
    ends = np.array([-reach, reach])
    across = [np.array([ends, [at, at]]).T for at in range(-reach, reach + 1)]
    return joined(*across, *(line[:, ::-1] for line in across))


def joined(first: _Curve, *others: _Curve) -> _Curve:
    """Return curves that look alike as one, to be drawn at once; a point of NaN keeps them apart.

    >>> joined(np.zeros((2, 2)), np.ones((1, 2)))
    array([[ 0.,  0.],
           [ 0.,  0.],
           [nan, nan],
           [ 1.,  1.]])
    """
    gap = np.full((1, first.shape[1]), np.nan)
    return np.concatenate([first, *(part for curve in others for part in (gap, curve))])


FIXED = {
    "circle": circle(),
    "circles": joined(*(radius * circle() for radius in RADII)),
    "bell": bell(),
    "ways": circle(25)[:-1],
}
