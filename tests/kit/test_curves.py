"""The curves that all lessons move."""

import numpy as np
import pytest
from pieces import pieces
from scipy import stats

from gaussians import Gaussian
from gaussians.kit.curves import FIXED, RADII, bell, bell_of, circle, joined, slope_of


def test_the_circle_is_closed_and_of_radius_1() -> None:
    points = circle(7)
    np.testing.assert_allclose(np.hypot(*points.T), 1)
    np.testing.assert_allclose(points[0], points[-1], atol=1e-15)


def test_the_bell_is_the_standard_density() -> None:
    number, height = bell().T
    np.testing.assert_allclose(height, stats.norm.pdf(number), rtol=1e-14)


def test_a_bell_that_is_moved_and_stretched_is_the_density() -> None:
    number, height = bell_of(-1.5, 0.4, bell()).T
    np.testing.assert_allclose(height, stats.norm(-1.5, 0.4).pdf(number), rtol=1e-13)


def test_the_slope_of_a_density_is_what_its_heights_change_by() -> None:
    x, small = np.linspace(-5, 9, 29), 1e-5
    higher, lower = (stats.norm.pdf(x + step, 2, 1.5) for step in (small, -small))
    slope = slope_of(Gaussian([[1.5]], [2]), x)
    assert slope == pytest.approx((higher - lower) / (2 * small), abs=1e-9)


def test_joined_curves_keep_their_points_and_a_gap() -> None:
    curves = [circle(5), bell(4), np.ones((1, 2))]
    found = joined(*curves)
    assert found.shape == (5 + 1 + 4 + 1 + 1, 2)
    for piece, curve in zip(pieces(found), curves, strict=True):
        np.testing.assert_array_equal(piece, curve)
    assert joined(np.ones((2, 3)), np.zeros((4, 3))).shape == (7, 3)  # of space


def test_there_is_a_circle_for_each_radius() -> None:
    for piece, radius in zip(pieces(FIXED["circles"]), RADII, strict=True):
        np.testing.assert_allclose(np.hypot(*piece.T), radius)
