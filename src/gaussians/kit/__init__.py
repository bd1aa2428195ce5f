"""What lessons are made of: state, parts, words, noise, curves and the geometry of the plane.

The names here are those that a lesson's Python, for readers to copy, imports.
"""

from gaussians.kit.bent import bend
from gaussians.kit.drawing import points_along
from gaussians.kit.noise import draw_noise
from gaussians.kit.roots import ROOTS, symmetric

__all__ = ["ROOTS", "bend", "draw_noise", "points_along", "symmetric"]
