"""Two draws from noise, and the coins that are tossed with each pair."""

import numpy as np

from gaussians.kit.lesson import Array

_DEEP = 1000  # decimals of noise from the fourth on know nothing of those before them


def coins(noise: Array) -> tuple[Array, Array, Array]:
    """Toss for each pair of noise, shape (n, 2): two fair coins, and a number from 0 to 1.

    A seed stands for two numbers a pair and no more, so the coins are read off their last decimals.
    """
    first, second = _decimals(_DEEP * noise[:, 0]), _decimals(_DEEP * noise[:, 1])
    return first < 0.5, _decimals(2 * first) < 0.5, second


def couple(noise: Array, share: float) -> Array:
    """Return noise of which a share of the pairs is (s, s) or (s, -s), by a coin; shape (n, 2).

    Each column is standard noise still, and their correlation is 0: of the coupled pairs, half have
    1 and half have -1.
    """
    _, same, when = coins(noise)
    first, second = noise[:, 0], noise[:, 1]
    other = np.where(same, first, -first)
    return np.stack([first, np.where(when < share, other, second)], axis=1)


def _decimals(number: Array) -> Array:
    rest: Array = number - np.floor(number)
    return rest
