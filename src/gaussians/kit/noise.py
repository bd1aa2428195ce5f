"""The noise that lessons reshape: a seed stands for all of it, a lesson shows the first n draws.

A browser must draw the same noise from the same seed, so the generator is one that is as easily
written in JavaScript: a mix of the bits of seed and counter, turned into Gaussians by the method of
Box and Muller. `page/script/noise.js` does the same, and `tests/browser/test_both_languages.py`
compares them. It is good enough to look at; for work of your own, use numpy's.
"""

from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

MOST = 5000  # points, where a lesson says nothing else
_PARTS_APART = 0x9E3779B9  # 2³² over the golden ratio: parts stay far from each other
Floats: TypeAlias = npt.NDArray[np.float64]
_Bits: TypeAlias = npt.NDArray[np.uint32]


@lru_cache(maxsize=16)  # at most 64 MB, of 500 points in 1,000 dimensions
def draw_noise(seed: int, rows: int = MOST, columns: int = 2, part: int = 0) -> Floats:
    """Draw the noise that a seed stands for, read-only, shape (rows, columns).

    More rows begin as fewer do. Each part of it is independent of the others.
    """
    pairs = (columns + 1) // 2  # the method makes two numbers at a time: an odd one is left out
    bits = random_bits(seed, 2 * pairs * rows, part * _PARTS_APART).reshape(rows, pairs, 2)
    uniform = (bits + 0.5) / 2**32
    length, angle = np.sqrt(-2 * np.log(uniform[..., 0])), 2 * np.pi * uniform[..., 1]
    both = np.stack([length * np.cos(angle), length * np.sin(angle)], axis=2)
    noise: Floats = np.ascontiguousarray(both.reshape(rows, 2 * pairs)[:, :columns])
    noise.flags.writeable = False
    return noise


def random_bits(seed: int, count: int, first: int = 0) -> _Bits:
    """Return random numbers of 32 bits of a seed, from the first one on, shape (count,)."""
    start: _Bits = _mix(np.array([(seed + 0x9E3779B9) % 2**32], dtype=np.uint32))
    counter: _Bits = np.arange(count, dtype=np.uint32)
    return _mix(start + np.uint32(first % 2**32) + counter)


def _mix(bits: _Bits) -> _Bits:
    """Make every bit depend on every other: multiply and fold, twice (C. Wellons' lowbias32)."""
    half, less = np.uint32(16), np.uint32(15)
    bits = (bits ^ (bits >> half)) * np.uint32(0x7FEB352D)
    bits = (bits ^ (bits >> less)) * np.uint32(0x846CA68B)
    return bits ^ (bits >> half)
