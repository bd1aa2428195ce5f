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

MOST = 5000  # points
Floats: TypeAlias = npt.NDArray[np.float64]
_Bits: TypeAlias = npt.NDArray[np.uint32]


@lru_cache(maxsize=64)
def draw_noise(seed: int) -> Floats:
    """Draw all the noise that a seed stands for, read-only, shape (MOST, 2)."""
    uniform = (random_bits(seed, 2 * MOST).reshape(MOST, 2) + 0.5) / 2**32
    length, angle = np.sqrt(-2 * np.log(uniform[:, 0])), 2 * np.pi * uniform[:, 1]
    noise: Floats = np.stack([length * np.cos(angle), length * np.sin(angle)], axis=1)
    noise.flags.writeable = False
    return noise


def random_bits(seed: int, count: int) -> _Bits:
    """Return the first random numbers of 32 bits of a seed, shape (count,)."""
    start: _Bits = _mix(np.array([(seed + 0x9E3779B9) % 2**32], dtype=np.uint32))
    counter: _Bits = np.arange(count, dtype=np.uint32)
    return _mix(start + counter)


def _mix(bits: _Bits) -> _Bits:
    """Make every bit depend on every other: multiply and fold, twice (C. Wellons' lowbias32)."""
    half, less = np.uint32(16), np.uint32(15)
    bits = (bits ^ (bits >> half)) * np.uint32(0x7FEB352D)
    bits = (bits ^ (bits >> less)) * np.uint32(0x846CA68B)
    return bits ^ (bits >> half)
