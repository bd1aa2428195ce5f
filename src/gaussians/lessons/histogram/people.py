"""People who were measured: how many have which stature, and the bells of their two numbers."""

from pathlib import Path

import numpy as np

from gaussians.core import Gaussian, standard_cdf
from gaussians.kit.lesson import Array

# Mean and sd of the stature in cm of 1,986 women and of 4,082 men (ANSUR II; Gordon and others,
# 2014).
WOMEN = Gaussian([[6.42]], [162.85])
MEN = Gaussian([[6.86]], [175.62])
FIRST, LAST = 120, 205  # cm: whoever is smaller, or taller, counts there
# A stature is read to the millimeter: from 162.45 cm on it is 162.5 or more, and counts as 163 cm.
BEFORE, AFTER = 0.55, 0.45
# Stature, how many women, how many men: a row for each cm.
_TABLE = np.loadtxt(Path(__file__).with_name("people.csv"), delimiter=",", encoding="utf-8")


def counted(column: int) -> Array:
    """Return how many were measured of each cm from FIRST to LAST, shape (bins,)."""
    counts = np.zeros(LAST - FIRST + 1)
    counts[_TABLE[:, 0].astype(int) - FIRST] = _TABLE[:, column]
    return counts


def shares(law: Gaussian) -> Array:
    """Return the share of a law in each bin; the outermost ones have all that is beyond them."""
    z = (STATURES[:-1] + AFTER - law.mean) / law.std
    below = np.concatenate([[0], standard_cdf(z), [1]])
    above = np.concatenate([[1], standard_cdf(-z), [0]])
    upper = np.concatenate([[-1], z]) > 0  # where Φ is near 1, differences have lost their digits
    found: Array = np.where(upper, -np.diff(above), np.diff(below))
    return found


STATURES = np.arange(FIRST, LAST + 1.0)
# Of each bin: stature, where it ends, the share of women's bell up to there, women and men in it.
BINS = np.stack(
    [
        STATURES,
        STATURES + AFTER,
        standard_cdf((STATURES + AFTER - WOMEN.mean) / WOMEN.std),
        counted(1),
        counted(2),
    ],
    axis=1,
)
N_WOMEN, N_MEN = BINS[:, 3:].sum(axis=0)
