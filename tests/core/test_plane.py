"""Closed forms in the plane, against numpy's decompositions and on recorded numbers."""

import numpy as np
import pytest
import scipy.linalg
from numpy.testing import assert_allclose, assert_array_equal
from recorded import record, reveal
from recorded_laws import compare, decisions

from gaussians import AffineMap, Gaussian
from gaussians.core.plane import area, axes, determinant, inverse, rotation

TINY = [0.0, 1e-17, 1e-15, 1e-13, 1e-10, 1e-6, 1e-3]
SCALES = [1e-150, 1e-8, 1.0, 1e8, 1e150]


def matrices() -> list[np.ndarray]:
    """Return regular, nearly flat, flat and badly scaled ones, and those with zeros."""
    rng = np.random.default_rng(0)
    found = [np.zeros((2, 2)), np.eye(2), np.diag([3.0, 0]), np.diag([0, 2.0]), np.ones((2, 2))]
    found += [rng.uniform(-3, 3, (2, 2)) for _ in range(20)]
    for tiny in TINY:
        for _ in range(5):
            column, other = rng.uniform(-3, 3, (2, 2))
            found.append(np.stack([column, rng.uniform(-1, 1) * column + tiny * other], axis=1))
    regular = rng.uniform(-3, 3, (2, 2))
    for scale in (1e-9, 1e-5, 1e5, 1e9):
        found += [regular * [1, scale], regular * [[1], [scale]], regular * scale]
        found += [found[-1] * [[1], [0]], np.outer([1, scale], [0.3, 0.1])]
    return found


every_matrix = pytest.mark.parametrize("A", matrices())


@every_matrix
def test_recorded_numbers_lead_to_the_same_decisions(A: np.ndarray) -> None:
    numbers, recorded = Gaussian(A, [1, 2]), Gaussian(record(A), record([1.0, 2.0]))
    compare(decisions(numbers), decisions(recorded), reveal)
    assert_allclose(reveal(recorded.cholesky), numbers.cholesky, rtol=1e-9, atol=1e-13)
    x = np.array([[0.3, -0.4], [1.0, 2.0]])
    for name in ("whiten", "logpdf", "pdf"):
        expected = getattr(numbers, name)(x, degenerate="nan")
        assert_allclose(reveal(getattr(recorded, name)(x, degenerate="nan")), expected, rtol=1e-12)
        assert np.isnan(expected).all() == (numbers.rank < 2)


@every_matrix
@pytest.mark.parametrize("scale", SCALES)
def test_decisions_are_those_of_a_decomposition_in_any_unit(A: np.ndarray, scale: float) -> None:
    rows = np.linalg.norm(A, axis=1, keepdims=True)
    singular = scipy.linalg.svdvals(A / np.where(rows > 0, rows, 1))
    near = 1e-16 < singular[1] < 1e-14  # where it is a matter of taste
    g = Gaussian(scale * A, [0, 0])
    assert near or g.rank == (singular > 1e-15).sum()
    expected = scipy.linalg.svdvals(scale * A)
    found = [g.axes.long, g.axes.short]
    assert_allclose(found, expected, rtol=1e-12, atol=1e-14 * expected[0])


@pytest.mark.parametrize("turn", np.linspace(-1.5, 1.5, 7))
def test_axes_are_singular_vectors(turn: float) -> None:
    found = Gaussian(rotation(turn) @ np.diag([3.0, 1.0]) @ rotation(0.4), [0, 0]).axes
    assert_allclose([found.angle, found.long, found.short], [turn, 3, 1], atol=1e-14)
    assert_allclose(found.columns, rotation(turn) * [3, 1], atol=1e-12)


def test_axes_of_a_wide_factor_keep_the_digits_of_the_shorter() -> None:
    wide = np.array([[1.0, 1.0, 1.0], [1.0, 1.0, 1.0 + 1e-9]])
    assert_allclose(area(wide), np.sqrt(2) * 1e-9, rtol=1e-6)
    assert_allclose(Gaussian(wide, [0, 0]).axes.short, scipy.linalg.svdvals(wide)[1], rtol=1e-6)


def test_determinant_and_inverse_are_numpys() -> None:
    for A in map(np.array, ([[2.0, 1.0], [0.5, 3.0]], [[-4.0]])):
        det = determinant(A)
        assert det == pytest.approx(np.linalg.det(A))
        assert_allclose(inverse(A, det), np.linalg.inv(A))
        assert np.isnan(inverse(A, np.nan)).all()


def test_a_circle_has_axes_without_a_direction_of_their_own() -> None:
    rounded = np.array([[2.25, 8.4e-17], [8.4e-17, 2.25 + 4e-16]])
    assert axes(rounded, 2.25).angle == 0


def test_a_zero_matrix_has_axes_without_length() -> None:
    assert axes(np.zeros((2, 2)), 0.0) == Gaussian(np.zeros((2, 0)), [0, 0]).axes == (0, 0, 0)


def test_a_rotation_turns_anticlockwise() -> None:
    assert_allclose(rotation(np.pi / 2) @ [1, 0], [0, 1], atol=1e-15)


def test_whitened_gaps_stay_gaps() -> None:
    for g in (Gaussian([[2, 0], [1, 1]], [1, 2]), Gaussian([[2], [1]], [1, 2])):
        found = g.whiten([[3.0, 3.0], [np.nan, np.nan]])
        assert_allclose(g.transform(found), [[3.0, 3.0], [np.nan, np.nan]])


def test_what_has_no_density_can_be_nan_in_any_dimension() -> None:
    line = Gaussian([[1, 2, 3], [1, 2, 3], [0, 0, 1]], [0, 0, 0])
    assert_array_equal(line.pdf([[1, 1, 0], [0, 0, 0]], degenerate="nan"), [np.nan, np.nan])
    assert_array_equal(line.whiten([1, 1, 0], degenerate="nan"), [np.nan] * 3)
    wide = Gaussian([[1, 2, 3], [1, 2, 4]], [0, 0])
    assert_allclose(wide.whiten([1, 1], degenerate="nan"), wide.whiten([1, 1]))


@pytest.mark.parametrize("rho", [-0.99, -0.5, 0, 0.3, 0.99])
@pytest.mark.parametrize("scales", [(0.1, 1), (1, 1), (2.5, 0.1)])
def test_axes_of_a_covariance_are_its_eigenvectors(rho: float, scales: tuple[float, float]) -> None:
    cov = Gaussian.from_scales([0, 0], scales, rho).cov
    found = axes(cov, np.sqrt(scipy.linalg.det(cov)))
    assert_allclose([found.short, found.long], np.sqrt(scipy.linalg.eigvalsh(cov)), rtol=1e-9)
    assert_allclose(found.columns @ found.columns.T, cov, atol=1e-12)
    assert -np.pi / 2 < found.angle <= np.pi / 2
    if scales == (1, 1):
        assert np.degrees(found.angle) == pytest.approx(45 * np.sign(rho))


def test_small_differences_of_large_terms_stay_two_directions() -> None:
    """Their determinant, 1e-16, is smaller than rounding errors of the terms' own area."""
    pairs = Gaussian([[1.0, 1e-8], [1.0, 0.0], [1e-8, 1.0], [0.0, 1.0]], np.zeros(4))
    apart = pairs.push(AffineMap([[1, -1, 0, 0], [0, 0, 1, -1]], [0, 0]))
    assert apart.rank == 2
    assert_allclose(apart.std, [1e-8, 1e-8], rtol=1e-6)
