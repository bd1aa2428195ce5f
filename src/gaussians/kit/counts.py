"""Counts in bins that a seed stands for: of a sample that is drawn, or of people who were counted.

Of a hundred million draws only the counts are drawn. How many of them are in the first bin is a
binomial number; how many of the others are in the second one is another, and so on: so the counts
have exactly the law that they would have if each draw was made by itself. A larger sample is a
smaller one and more draws.

A browser must count the same to the last one, and languages differ in the last digits of logarithms
and powers. So a binomial number is found from one uniform number of 52 bits by +, −, ×, / and a
square root alone, which are rounded alike everywhere: chances go out from the likeliest number by
the ratio of neighbours, and their sum takes the place of the binomial coefficients. What is left
out, nine standard deviations away, is less than such a uniform number can tell.
`page/script/counts.js` does the same in the same order, and `tests/browser/test_both_languages.py`
compares them.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gaussians.kit.noise import Floats, random_bits

_DECADES = [first * 10**power for power in range(1, 8) for first in (1, 2, 5)]
SIZES = (*_DECADES[1:], 100_000_000)  # of samples: 20, 50, 100, 200 and so on
_SEEDS_APART = 0x51ED270B  # from the noise, and the samples of a lesson from each other


@dataclass(frozen=True)
class Drawn:
    """Samples from a law, by the shares of it in each bin, which are above 0 and add up to 1."""

    shares: tuple[float, ...]

    def counts(self, seed: int, number: int) -> Floats:
        """Draw the counts of a lesson's sample by its number, read-only, shape (bins, sizes)."""
        return _draw(self.odds(), _seed(seed, number))

    def odds(self) -> tuple[float, ...]:
        """Return the chance of being in each bin but the last, if in no bin before it."""
        share = np.array(self.shares)
        left = np.cumsum(share[::-1])[::-1]
        return tuple((share / left)[:-1].tolist())


@dataclass(frozen=True)
class Taken:
    """Samples of people who were counted, each of them at most once; all, if they are too few."""

    people: tuple[int, ...]  # in each bin

    def counts(self, seed: int, number: int) -> Floats:
        """Take the counts of a lesson's sample by its number, read-only, shape (bins, sizes)."""
        return _take(self.people, _seed(seed, number))


def _seed(seed: int, number: int) -> int:
    return seed + (number + 1) * _SEEDS_APART


@lru_cache(maxsize=16)
def _draw(chances: tuple[float, ...], seed: int) -> Floats:
    bits = random_bits(seed, 2 * len(SIZES) * len(chances)).reshape(len(SIZES), -1, 2) >> 6
    uniform = (bits[..., 0] * 2.0**26 + bits[..., 1] + 0.5) / 2**52
    counts = np.empty((len(chances) + 1, len(SIZES)))
    for column, more in enumerate(np.diff(SIZES, prepend=0)):
        left = int(more)
        for row, chance in enumerate(chances):
            drawn = _binomial(left, chance, float(uniform[column, row])) if left else 0
            counts[row, column] = drawn
            left -= drawn
        counts[-1, column] = left
    return _frozen(np.cumsum(counts, axis=1))


def _binomial(n: int, chance: float, uniform: float) -> int:
    """Invert the binomial law, whose outcomes are lined up from the likeliest one up, then down."""
    likeliest = int((n + 1) * chance)
    reach = int(9 * np.sqrt(n * chance * (1 - chance))) + 40
    up = _outwards(n - likeliest + 1, likeliest, chance / (1 - chance), reach)
    down = _outwards(likeliest + 1, n - likeliest, (1 - chance) / chance, reach)
    sought = uniform * (1 + up[-1] + down[-1])  # the likeliest number itself is 1
    if sought < 1:
        return likeliest
    if sought - 1 < up[-1]:
        return likeliest + 1 + int(np.searchsorted(up, sought - 1, side="right"))
    below = int(np.searchsorted(down[:-1], sought - 1 - up[-1], side="right"))
    return max(0, likeliest - 1 - below)  # rounding may seek what is beyond all


def _outwards(top: int, bottom: int, odds: float, reach: int) -> Floats:
    """Add up chances from the likeliest number's on, each the one before it times a ratio."""
    away = np.arange(1.0, reach + 1)
    return np.cumsum(np.multiply.accumulate((top - away) / (bottom + away) * odds))


@lru_cache(maxsize=16)
def _take(people: tuple[int, ...], seed: int) -> Floats:
    everybody = np.repeat(np.arange(len(people)), people)
    mixed = everybody[np.argsort(random_bits(seed, len(everybody)), kind="stable")]
    counts = [np.bincount(mixed[:size], minlength=len(people)) for size in SIZES]
    return _frozen(np.array(counts, dtype=np.float64).T)


def _frozen(counts: Floats) -> Floats:
    counts.flags.writeable = False
    return counts
