"""What lessons draw and measure, against numpy and scipy."""

import numpy as np
import pytest
from scipy import stats

from gaussians.kit.curves import RADII
from gaussians.kit.geometry import (
    MASSES,
    SQUARE,
    area,
    arrow,
    chance_errors,
    count_inside,
)


def test_an_area_has_the_sign_of_its_way_round() -> None:
    assert area(SQUARE) == 1
    assert area(SQUARE[::-1]) == -1
    assert area(SQUARE @ np.array([[2, 1], [0.5, 3]]).T - 7) == pytest.approx(5.5)


def test_an_arrow_goes_from_start_to_end_and_has_no_head_where_it_has_no_length() -> None:
    found = arrow(np.array([1.0, 1]), np.array([4.0, 5]))
    np.testing.assert_array_equal(found[:2], [[1, 1], [4, 5]])
    np.testing.assert_allclose(np.hypot(*(found[2] - found[1])), np.hypot(*(found[4] - found[1])))
    np.testing.assert_array_equal(arrow(np.ones(2), np.ones(2)), np.ones((5, 2)))


def test_shares_inside_are_counted() -> None:
    counts = count_inside(np.array([[0.5, 0], [0, 1], [1.2, 1.2], [0, 9]]))
    assert [counts[f"share{radius}"] for radius in RADII] == [0.5, 0.75, 0.75]
    errors = chance_errors(4)
    for radius, mass in zip(RADII, MASSES, strict=True):
        assert counts[f"mass{radius}"] == mass == pytest.approx(stats.chi(2).cdf(radius))
        assert errors[f"wobble{radius}"] == pytest.approx(stats.binom(4, mass).std() / 4)
