"""Counts that a seed stands for have the law of counts, and each sample contains the one before."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from gaussians.kit.counts import SIZES, Drawn, Taken

SHARES = (0.001, 0.2, 0.05, 0.5, 0.249)
DRAWN = Drawn(SHARES)
PEOPLE = Taken((3, 0, 40, 7, 1))
SEEDS = range(300)


@pytest.fixture(scope="module")
def many() -> Any:
    """Return the counts of many seeds, shape (seeds, bins, sizes)."""
    return np.array([DRAWN.counts(seed, 0) for seed in SEEDS])


def test_sizes_go_from_twenty_to_a_hundred_million() -> None:
    assert SIZES[:5] == (20, 50, 100, 200, 500)
    assert SIZES[-3:] == (20_000_000, 50_000_000, 100_000_000)
    assert len(SIZES) == 21


@pytest.mark.parametrize("seed", [0, 1, 999_999])
def test_all_are_counted_and_the_first_ones_stay(seed: int) -> None:
    counts = DRAWN.counts(seed, 0)
    np.testing.assert_array_equal(counts.sum(axis=0), SIZES)
    assert (np.diff(counts, axis=1, prepend=0) >= 0).all()
    np.testing.assert_array_equal(counts, np.floor(counts))
    with pytest.raises(ValueError, match="read-only"):
        counts[0, 0] = 1


@pytest.mark.parametrize("size", [20, 1000, 100_000_000])
def test_each_count_is_binomial(many: Any, size: int) -> None:
    found = many[:, :, SIZES.index(size)]
    for count, share in zip(found.T, SHARES, strict=True):
        law = stats.binom(size, share)
        # Where a count falls between those that are as likely: uniform, if its law is binomial.
        at = np.random.default_rng(0).uniform(law.cdf(count - 1), law.cdf(count))
        assert stats.kstest(at, "uniform").pvalue > 1e-3
    away = (found - size * np.array(SHARES)) ** 2 / (size * np.array(SHARES))
    assert stats.kstest(away.sum(axis=1), stats.chi2(4).cdf).pvalue > 1e-3 or size == 20


def test_more_draws_are_independent_of_those_before(many: Any) -> None:
    more = np.diff(many[:, 3], axis=1, prepend=0)
    between = np.corrcoef(more.T)[~np.eye(len(SIZES), dtype=bool)]
    assert np.abs(between).max() < 4.5 / np.sqrt(len(SEEDS))


def test_samples_of_a_lesson_and_seeds_differ() -> None:
    assert (DRAWN.counts(1, 0) != DRAWN.counts(1, 1)).any()
    assert (DRAWN.counts(1, 0) != DRAWN.counts(2, 0)).any()


@pytest.mark.parametrize("seed", [0, 1, 999_999])
def test_people_are_taken_once_until_there_are_no_more(seed: int) -> None:
    counts = PEOPLE.counts(seed, 1)
    np.testing.assert_array_equal(counts.sum(axis=0), np.minimum(SIZES, 51))
    assert (np.diff(counts, axis=1, prepend=0) >= 0).all()
    np.testing.assert_array_equal(counts[:, -1], PEOPLE.people)


def test_whom_the_lot_takes_is_hypergeometric() -> None:
    found = np.array([PEOPLE.counts(seed, 1)[2, 0] for seed in SEEDS])
    law = stats.hypergeom(51, 40, 20)
    at = np.random.default_rng(0).uniform(law.cdf(found - 1), law.cdf(found))
    assert stats.kstest(at, "uniform").pvalue > 1e-3
