import numpy as np
import pytest
from grid import every_gaussian
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import AffineMap, Gaussian


def test_it_maps_points_in_rows() -> None:
    m = AffineMap([[1, 2], [3, 4], [5, 6]], [10, 20, 30])
    assert_array_equal(m([1, 1]), [13, 27, 41])
    assert_array_equal(m([[1, 1], [0, 0]]), [[13, 27, 41], [10, 20, 30]])
    assert m(np.zeros((4, 5, 2))).shape == (4, 5, 3)
    assert m(np.zeros((0, 2))).shape == (0, 3)


@every_gaussian
def test_pushing_twice_is_pushing_the_composition(g: Gaussian) -> None:
    rng = np.random.default_rng(5)
    first = AffineMap(rng.standard_normal((3, g.dim)), rng.standard_normal(3))
    then = AffineMap(rng.standard_normal((2, 3)), rng.standard_normal(2))
    x = g.sample(rng, 5)
    assert_allclose(then.after(first)(x), then(first(x)), rtol=1e-12)
    twice, once = g.push(first).push(then), g.push(then.after(first))
    assert_allclose(twice.factor, once.factor, atol=1e-13)
    assert_allclose(twice.mean, once.mean, atol=1e-13)


@every_gaussian
def test_push_maps_the_draws_themselves(g: Gaussian) -> None:
    rng = np.random.default_rng(6)
    through = AffineMap(rng.standard_normal((3, g.dim)), rng.standard_normal(3))
    eps = rng.standard_normal((7, g.noise_dim))
    assert_allclose(g.push(through).transform(eps), through(g.transform(eps)), atol=1e-12)


def test_input_is_not_changed() -> None:
    x = np.ones((3, 2))
    AffineMap(np.eye(2), [5, 5])(x)
    assert_array_equal(x, np.ones((3, 2)))


def test_it_is_frozen() -> None:
    m = AffineMap(np.eye(2), [0, 0])
    with pytest.raises(AttributeError):
        m.shift = np.ones(2)  # type: ignore[misc]
    with pytest.raises(ValueError, match="read-only"):
        m.matrix[0, 0] = 5


def test_a_gap_of_a_curve_stays_one() -> None:
    curve = np.array([[1.0, 2], [np.nan, np.nan], [3, 4]])
    turn = AffineMap([[0, -1], [1, 0]], [10, 0])
    for map_points in (turn, Gaussian(turn.matrix, turn.shift).transform):
        assert_array_equal(map_points(curve), [[8, 1], [np.nan, np.nan], [6, 3]])
