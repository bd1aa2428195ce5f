import math

import numpy as np
import pytest
import scipy.linalg
from grid import every_gaussian, every_random_gaussian
from numpy.testing import assert_allclose

from gaussians import Gaussian
from gaussians.core.support import reaches, support


@every_gaussian
def test_it_decomposes_the_factor(g: Gaussian) -> None:
    found = support(g.factor, g._sizes[0], complete=True)
    rank = len(found.singular)
    assert rank == np.linalg.matrix_rank(g.factor) if g.noise_dim else rank == 0
    rebuilt = found.scales[:, None] * (found.left * found.singular) @ found.right
    assert_allclose(rebuilt, g.factor, atol=1e-13)
    every_direction = np.vstack([found.right, found.ignored])
    assert_allclose(every_direction @ every_direction.T, np.eye(g.noise_dim), atol=1e-13)
    assert_allclose(g.factor @ found.ignored.T, 0, atol=1e-13)


@every_gaussian
def test_draws_are_reached_and_their_neighbours_only_if_the_rank_is_full(g: Gaussian) -> None:
    rng = np.random.default_rng(3)
    moved = rng.standard_normal((20, g.noise_dim)) @ g.factor.T
    assert reaches(g._support, g._slack, moved).all()
    aside = moved + 1e-3 * rng.standard_normal(g.dim)
    assert reaches(g._support, g._slack, aside).all() == (not g.is_degenerate)


@every_random_gaussian
def test_volume_is_the_product_of_singular_values(g: Gaussian) -> None:
    values = scipy.linalg.svdvals(g.factor)[: g.rank]
    assert_allclose(g._log_volume, np.log(values).sum(), atol=1e-11)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_volume_in_mixed_units(order: tuple[int, ...]) -> None:
    factor = np.array([[1e-100, 0.0], [0.0, 1e100], [1e-100, 1e100]])[list(order)]
    g = Gaussian(factor, np.zeros(3))
    assert g.rank == 2
    assert_allclose(g._log_volume, math.log(2) / 2, rtol=1e-12)


def test_rank_does_not_depend_on_units() -> None:
    factor = np.array([[1.0, 0.0], [1.0, 1e-9]])
    for units in ([1, 1], [1e-150, 1e150], [1e150, 1e-150]):
        assert Gaussian(np.array(units)[:, None] * factor, [0, 0]).rank == 2


def test_a_coordinate_without_noise_is_known_to_rounding() -> None:
    g = Gaussian([[1], [0]], [0, 3])
    moves = np.array([[5, 0], [5, 1e-10], [5, 1e-8]])
    assert reaches(g._support, g._slack, moves).tolist() == [True, True, False]
    for seed in range(10):
        factor = np.random.default_rng(seed).standard_normal((4, 3))
        factor[seed % 4] = 0
        aside = 1e-12 * np.eye(4)[seed % 4]
        g = Gaussian(factor, np.zeros(4))
        assert not reaches(g._support, g._slack, factor @ np.ones(3) + aside)
