"""Coins that are read off noise are fair and know nothing of it; coupling keeps what it must."""

import numpy as np
import pytest
from scipy import stats

from gaussians.kit.noise import MOST, draw_noise
from gaussians.lessons.sum.draws import coins, couple

SEEDS = range(40)
NOISE = np.concatenate([draw_noise(seed) for seed in SEEDS])
FIRST, SAME, WHEN = coins(NOISE)


def test_coins_are_fair_and_the_number_is_uniform() -> None:
    for coin in (FIRST, SAME):
        assert stats.binomtest(int(coin.sum()), len(coin)).pvalue > 0.01
    assert stats.kstest(WHEN, "uniform").pvalue > 0.01


def test_what_is_tossed_knows_nothing_of_the_noise_and_of_the_rest() -> None:
    tossed = np.stack([FIRST - 0.5, SAME - 0.5, WHEN - 0.5], axis=1)
    s1, s2 = NOISE.T
    others = np.stack([s1, s2, s1 * s1, s2 * s2, s1 * s2, abs(s1), abs(s2)], axis=1)
    both = np.concatenate([tossed, others], axis=1)
    found = np.corrcoef(both.T)[:3] * np.sqrt(len(NOISE))
    found[:, :3][np.eye(3, dtype=bool)] = 0
    assert abs(found).max() < 4


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_coupled_noise_is_standard_in_each_column_uncorrelated_and_dependent(share: float) -> None:
    coupled = couple(NOISE, share)
    for column in coupled.T:
        assert stats.kstest(column, "norm").pvalue > 0.01
    count = len(NOISE)
    correlation = np.corrcoef(coupled.T)[0, 1] * np.sqrt(count / (1 + 2 * share))
    assert abs(correlation) < 4
    for sign in (-1, 1):
        alike = int((coupled[:, 1] == sign * coupled[:, 0]).sum())
        assert (stats.binomtest(alike, count, share / 2).pvalue if share else 1 - alike) > 0.01


def test_pairs_that_are_coupled_stay_coupled() -> None:
    noise = draw_noise(7)[:MOST]
    few, many = (couple(noise, share)[:, 1] != noise[:, 1] for share in (0.2, 0.7))
    assert few.sum() < many.sum()
    assert not (few & ~many).any()
