"""Data sets have the promised size, place and spread, and sparser ones are the same picture."""

from collections.abc import Callable

import numpy as np
import pytest

from gaussians.core.checks import Array
from gaussians.kit.data import along, letters, moons, spiral


@pytest.mark.parametrize("picture", [moons, spiral, letters])
def test_a_picture_is_in_its_square_and_of_unit_variance_nearly(
    picture: Callable[..., Array],
) -> None:
    points = picture()
    assert points.shape == (300, 2)
    assert np.abs(points).max() <= 1.6
    assert np.abs(points.mean(axis=0)).max() < 0.25
    assert ((points.var(axis=0) > 0.65) & (points.var(axis=0) < 1.05)).all()
    np.testing.assert_array_equal(points, picture())


@pytest.mark.parametrize("picture", [moons, spiral, letters])
def test_every_other_row_is_the_same_picture(picture: Callable[..., Array]) -> None:
    points = picture()
    apart = np.hypot(*(points[:, None] - points[None, ::2]).transpose(2, 0, 1)).min(axis=1)
    assert apart.max() < 0.2


def test_points_along_strokes_are_as_far_from_each_other_everywhere() -> None:
    corner = np.array([[0.0, 0.0], [3.0, 0.0], [3.0, 4.0]])
    points = along([corner, np.array([[9.0, 0.0], [9.0, 3.0]])], 10)
    np.testing.assert_allclose(points[:3], [[0.5, 0], [1.5, 0], [2.5, 0]])
    np.testing.assert_allclose(points[3:7, 1], [0.5, 1.5, 2.5, 3.5])
    np.testing.assert_allclose(points[7:], [[9, 0.5], [9, 1.5], [9, 2.5]])
