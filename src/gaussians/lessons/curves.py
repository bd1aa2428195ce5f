"""The two curves that lessons draw again and again, moved by a map each."""

import numpy as np


def circle(points: int = 121) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the unit circle as a closed curve, shape (points, 2)."""
    angle = np.linspace(0, 2 * np.pi, points)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def bell(points: int = 121) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the standard Gaussian's density from -4 to 4: number, density; shape (points, 2)."""
    number = np.linspace(-4, 4, points)
    return np.stack([number, np.exp(-number * number / 2) / np.sqrt(2 * np.pi)], axis=1)


FIXED = {"circle": circle(), "bell": bell()}
