"""The decomposition in closed form is a decomposition, and numpy's, for factors of any rank."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from recorded import record, reveal

from gaussians import Gaussian
from gaussians.core.singular import singular


def factors() -> list[np.ndarray]:
    """Return regular, flat, nearly flat and zero ones, in several units."""
    rng = np.random.default_rng(0)
    found = [np.zeros((2, 3)), np.eye(2, 3), np.eye(2, 3)[:, ::-1], np.ones((2, 3))]
    found += [rng.normal(size=(2, 3)) for _ in range(10)]
    found += [np.outer(rng.normal(size=2), rng.normal(size=3)) for _ in range(5)]
    found += [np.outer(rng.normal(size=2), row) for row in np.eye(3)]
    found += [np.outer(rng.normal(size=2), -row) for row in np.eye(3)]
    tiny = rng.normal(size=(2, 3))
    found += [np.array([tiny[0], tiny[0] + gap * tiny[1]]) for gap in (1e-3, 1e-6, 1e-10)]
    found += [np.array([[2.0, 0, 0], [0, 0, 2.0]]), np.array([[0, 0, -2.0], [0, 2.0, 0]])]
    return found + [10.0**power * found[5] for power in (-150, -9, 9, 150)]


every_factor = pytest.mark.parametrize("A", factors())


@every_factor
def test_it_is_a_turn_a_stretch_and_a_turn(A: np.ndarray) -> None:
    found = singular(A)
    unit = np.abs(A).max() or 1
    rebuilt = found.left @ (found.middle / unit) @ found.right.T
    assert_allclose(rebuilt, A / unit, atol=1e-15 * 8)
    for turn in (found.left, found.right):
        assert_allclose(turn.T @ turn, np.eye(len(turn)), atol=1e-15 * 8)
        assert np.linalg.det(turn) == pytest.approx(1)
    expected = np.linalg.svd(A / unit)[1]
    assert_allclose(found.sizes / unit, expected, atol=1e-15 * 8)
    assert not found.middle[:, 2].any()
    assert (found.sizes > 0).sum() == Gaussian(A, [0, 0]).rank


@every_factor
def test_what_is_kept_has_the_same_covariance(A: np.ndarray) -> None:
    unit = np.abs(A).max() or 1
    kept = singular(A).kept / unit
    assert_allclose(kept @ kept.T, A / unit @ (A / unit).T, atol=1e-14)


@every_factor
def test_recorded_numbers_lead_to_the_same(A: np.ndarray) -> None:
    unit = np.abs(A).max() or 1
    for mine, its in zip(singular(A / unit), singular(record(A / unit)), strict=True):
        assert_allclose(reveal(its), mine, atol=1e-14)


def test_other_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="2 x 3"):
        singular(np.eye(3))
