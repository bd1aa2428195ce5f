"""Bars have the area of their shares; a gap is as large as scipy finds it, and as chance is."""

import numpy as np
import pytest
from scipy import stats

from gaussians.kit.bars import (
    GRID,
    TYPICAL,
    bars,
    correlation,
    covariance,
    largest_gap,
    mean_and_sd,
)
from gaussians.kit.lesson import Array
from gaussians.kit.noise import draw_noise

PLACES = GRID[:, 0]
NORMAL = stats.norm.cdf(PLACES)


def test_bars_stand_between_their_edges_and_have_shares_as_areas() -> None:
    left, height = bars(np.array([0.5, 1.0, 1.5, 7.0]), np.array([0.0, 1, 3, 4]), shift=10).T
    np.testing.assert_array_equal(left, [10, 11, 13])
    np.testing.assert_array_equal(height, [1 / 4, 2 / 8, 0])  # one of the four is in none of them


def gap_of(draws: Array) -> float:
    """Return the largest gap to the standard bell, at all places."""
    return float(stats.kstest(draws, "norm").statistic)


@pytest.mark.parametrize("shift", [0, 0.3, -5])
def test_the_largest_gap_is_that_of_kolmogorov_but_for_what_is_between_places(shift: float) -> None:
    draws = draw_noise(3)[:2000, 0] + shift
    exact, found = gap_of(draws), largest_gap(draws, PLACES, NORMAL)
    assert exact - 0.008 <= found <= exact + 1e-12  # a step of .02 sd has at most .008 of the mass


def test_chance_makes_gaps_as_large_as_is_said() -> None:
    for count in (500, 5000):
        found = [
            np.sqrt(count) * largest_gap(draw_noise(seed)[:count, k], PLACES, NORMAL)
            for seed in range(150)
            for k in (0, 1)
        ]
        error = np.std(found) / np.sqrt(len(found))
        assert np.mean(found) == pytest.approx(TYPICAL, abs=3 * error)
        assert np.mean(np.array(found) > 1.3) == pytest.approx(0.05, abs=0.035)


def test_what_is_measured_is_what_scipy_measures() -> None:
    draws = draw_noise(1)[:50, 1]
    assert mean_and_sd(draws) == pytest.approx((draws.mean(), stats.tstd(draws)))


def test_a_correlation_is_numpys() -> None:
    one, other = np.random.default_rng(1).normal(size=(2, 500))
    other = other + 3 * one + 7
    assert correlation(one, other) == pytest.approx(np.corrcoef(one, other)[0, 1], abs=1e-14)


def test_a_covariance_is_numpys_and_its_error_that_of_a_mean_of_products() -> None:
    one, other = np.random.default_rng(2).normal(size=(2, 500))
    other = other - 2 * one + 5
    found, error = covariance(one, other)
    assert found == pytest.approx(np.cov(one, other)[0, 1], abs=1e-13)
    products = (one - one.mean()) * (other - other.mean())
    assert error == pytest.approx(products.std() / np.sqrt(500))
    assert covariance(one, one)[0] == pytest.approx(one.var(ddof=1))
