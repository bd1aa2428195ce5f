"""A seed stands for its noise, which is as Gaussian as eyes and tests can tell."""

import numpy as np
import pytest
from scipy import stats

from gaussians.kit.noise import MOST, draw_noise

SEEDS = [0, 1, 2, 77, 999_999]


def test_a_seed_always_draws_the_same_and_nobody_can_change_it() -> None:
    noise = draw_noise(1)
    first = [-1.9943012218125007, 0.031940491988918046]  # as in a browser
    np.testing.assert_allclose(noise[0], first, rtol=1e-14)
    with pytest.raises(ValueError, match="read-only"):
        noise[0, 0] = 1


@pytest.mark.parametrize("seed", SEEDS)
def test_the_noise_is_standard_gaussian_and_its_coordinates_independent(seed: int) -> None:
    noise = draw_noise(seed)
    assert noise.shape == (MOST, 2)
    for values in (noise[:, 0], noise[:, 1], noise @ [0.6, 0.8], noise[::2].ravel()):
        assert stats.kstest(values, "norm").pvalue > 1e-3
    np.testing.assert_allclose(np.cov(noise.T), np.eye(2), atol=0.06)
    np.testing.assert_allclose(noise.mean(axis=0), 0, atol=0.06)
    lagged = np.corrcoef(noise[:-1, 1], noise[1:, 0])[0, 1]
    assert abs(lagged) < 4 / np.sqrt(MOST)
    radius = stats.kstest(np.hypot(*noise.T), stats.chi(2).cdf)
    assert radius.pvalue > 1e-3


def test_seeds_and_parts_draw_unrelated_noise() -> None:
    flat = np.array([draw_noise(s, part=part).ravel() for s in SEEDS for part in range(3)])
    between = np.corrcoef(flat)[~np.eye(len(flat), dtype=bool)]
    assert np.abs(between).max() < 5 / np.sqrt(2 * MOST)


def test_more_rows_begin_as_fewer_do_and_parts_of_a_seed_never_meet() -> None:
    many = draw_noise(1, 100_000, 3)
    np.testing.assert_array_equal(many[:700], draw_noise(1, 700, 3))
    np.testing.assert_array_equal(draw_noise(1, 9000)[:MOST], draw_noise(1))
    parts = [draw_noise(7, 500, 1000, part) for part in range(4)]
    assert len(np.unique(parts)) == 4 * 500 * 1000


@pytest.mark.parametrize(("rows", "columns"), [(100_000, 3), (200, 1000), (3000, 1)])
def test_noise_of_any_shape_is_standard_gaussian(rows: int, columns: int) -> None:
    noise = draw_noise(2, rows, columns, 1)
    assert noise.shape == (rows, columns)
    assert stats.kstest(noise.ravel(), "norm").pvalue > 1e-3
    for one, other in ((0, -1), (0, columns // 2)):
        apart = noise[:, one] - noise[:, other]
        assert columns == 1 or abs(apart.var() / 2 - 1) < 4 * np.sqrt(2 / rows)
