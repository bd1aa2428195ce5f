"""Names keep clear of what is there, near what they name."""

import numpy as np
import pytest

from gaussians import Gaussian
from gaussians.kit.curves import FIXED, RADII
from gaussians.kit.names import BESIDE, beside, dot, name, of_columns, on_ellipses

WAYS = FIXED["ways"]
HERE = np.array([1.0, -2.0])


@pytest.mark.parametrize("angle", [0, 1, 2.5, 4])
def test_a_name_is_where_it_is_wanted_if_there_is_room(angle: float) -> None:
    toward = np.array([np.cos(angle), np.sin(angle)])
    np.testing.assert_allclose(beside(HERE, toward, WAYS, []), HERE + BESIDE * toward, atol=0.2)


def test_a_name_goes_round_what_is_in_its_way() -> None:
    stone = dot(HERE + np.array([BESIDE, 0]))
    off = beside(HERE, np.array([1.0, 0.2]), WAYS, [stone]) - HERE
    assert np.hypot(*off) == pytest.approx(BESIDE)
    assert (np.abs(HERE + off - stone.place) > [0.85, 0.92]).any()


def test_a_name_does_not_leave_the_plane() -> None:
    corner = np.array([5.9, 5.9])
    assert (beside(corner, np.ones(2), WAYS, []) < 5.9).all()


def test_a_column_of_no_length_has_its_name_too() -> None:
    places, _ = of_columns(Gaussian(np.zeros((2, 2)), HERE), WAYS, [])
    np.testing.assert_allclose(np.hypot(*(places - HERE).T), BESIDE)
    assert min(np.hypot(*(places[i] - places[i - 1])) for i in range(3)) > 0.9


def test_masses_are_on_their_ellipses_if_these_are_large() -> None:
    A = np.array([[1.5, 0.3], [0.2, 1.4]])
    places = on_ellipses(A, 0 * HERE, WAYS, [])
    pulled = np.linalg.solve(A, places.T)
    np.testing.assert_allclose(np.hypot(*pulled)[1:], RADII[1:])


@pytest.mark.parametrize("size", [1e-9, 0.1, 1])
def test_masses_keep_clear_of_each_other_however_small_their_ellipses_are(size: float) -> None:
    things = [dot(HERE), name(HERE + np.array([0, 1]))]
    first, second, third = on_ellipses(size * np.eye(2), HERE, WAYS, things)
    for one, other in ((first, second), (first, third), (second, third)):
        assert (np.abs(one - other) > [1.6, 0.85]).any()
