"""What lessons draw and measure, against numpy and scipy."""

import numpy as np
import pytest
from scipy import linalg, stats

from gaussians import Gaussian
from gaussians.kit.curves import RADII
from gaussians.kit.geometry import (
    MASSES,
    SQUARE,
    area,
    arrow,
    axes,
    chance_errors,
    count_inside,
    inverse,
    label_places,
    rotation,
)

COVARIANCES = [
    Gaussian.from_scales([0, 0], [s1, s2], rho).cov
    for s1 in (0.1, 1, 2.5)
    for s2 in (0.1, 1, 2.5)
    for rho in (-0.99, -0.5, 0, 0.3, 0.99)
]
every_cov = pytest.mark.parametrize("cov", COVARIANCES)


@every_cov
def test_axes_are_the_eigenvectors_longest_first(cov: np.ndarray) -> None:
    found = axes(cov, np.sqrt(linalg.det(cov)))
    np.testing.assert_allclose([found.short, found.long], np.sqrt(linalg.eigvalsh(cov)), rtol=1e-9)
    np.testing.assert_allclose(found.columns @ found.columns.T, cov, atol=1e-12)
    assert -np.pi / 2 < found.angle <= np.pi / 2


@pytest.mark.parametrize("rho", [-0.9, -0.1, 0.1, 0.9])
@pytest.mark.parametrize("sigma", [0.1, 1, 2.5])
def test_with_equal_scales_the_axes_stay_at_45_degrees(rho: float, sigma: float) -> None:
    cov = Gaussian.from_scales([0, 0], [sigma, sigma], rho).cov
    found = axes(cov, sigma**2 * np.sqrt(1 - rho**2))
    assert np.degrees(found.angle) == pytest.approx(45 * np.sign(rho))


def test_a_circle_has_axes_without_a_direction_of_their_own() -> None:
    rounded = np.array([[2.25, 8.4e-17], [8.4e-17, 2.25 + 4e-16]])
    assert axes(rounded, 2.25).angle == 0


def test_a_zero_matrix_has_axes_without_length() -> None:
    assert axes(np.zeros((2, 2)), 0.0) == (0, 0, 0)


@every_cov
def test_labels_are_at_the_mahalanobis_distance_of_their_ellipses(cov: np.ndarray) -> None:
    mean = np.array([0.5, -1])
    law = stats.multivariate_normal(mean, cov)
    peak = law.logpdf(mean)
    for radius, place in zip(RADII, label_places(cov, mean), strict=True):
        assert law.logpdf(place) == pytest.approx(peak - radius**2 / 2)


def test_labels_of_a_point_stand_on_it() -> None:
    np.testing.assert_array_equal(label_places(np.zeros((2, 2)), np.ones(2)), np.ones((3, 2)))


def test_a_rotation_turns_anticlockwise() -> None:
    np.testing.assert_allclose(rotation(np.pi / 2) @ [1, 0], [0, 1], atol=1e-15)


def test_an_area_has_the_sign_of_its_way_round() -> None:
    assert area(SQUARE) == 1
    assert area(SQUARE[::-1]) == -1
    assert area(SQUARE @ np.array([[2, 1], [0.5, 3]]).T - 7) == pytest.approx(5.5)


def test_an_inverse_is_numpys() -> None:
    A = np.array([[2, 1], [0.5, 3]])
    np.testing.assert_allclose(inverse(A, 5.5), np.linalg.inv(A))
    assert np.isnan(inverse(A, np.nan)).all()


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
