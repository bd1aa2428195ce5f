"""Draws that are coupled: uncorrelated, each of them Gaussian, and their sum is not."""

from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.bars import correlation
from gaussians.kit.lesson import Array

_NOTHING = 1e-9


def measured(first: Gaussian, second: Gaussian, share: float, noise: Array) -> dict[str, Any]:
    """Measure what coupling leaves alone, and what it breaks, beside what is to be expected.

    Parameters
    ----------
    first, second
        The laws of the two draws, on a line.
    share
        The share of coupled pairs, whose noise is (s, s) or (s, -s).
    noise
        Noise of the pairs, shape (n, 2).
    """
    (sigma1,), (sigma2,) = first.std, second.std
    count, variance = noise.shape[0], sigma1**2 + sigma2**2
    off = sigma1 * noise[:, 0] + sigma2 * noise[:, 1]
    fourth = 3 * (  # moment of a sum, which says how far chance carries its sd
        (1 - share) * variance**2 + share * ((sigma1 + sigma2) ** 4 + (sigma1 - sigma2) ** 4) / 2
    )
    equal = np.abs(sigma1 - sigma2) < _NOTHING
    centred = (np.abs(first.mean[0]) < _NOTHING) & (np.abs(second.mean[0]) < _NOTHING)
    cancelled = np.where(equal, share / 2, 0.0)
    return {
        "coupled": share, "some": 1 * (share > 0), "mirrored": 1 * (equal & centred),
        "rho": correlation(noise[:, 0], noise[:, 1]), "rho_error": np.sqrt((1 + 2 * share) / count),
        "sd_error": np.sqrt((fourth / variance**2 - 1) / (4 * count)) * np.sqrt(variance),
        "zero": (np.abs(off) < _NOTHING).mean(), "cancelled": cancelled,
        "zero_error": np.sqrt(cancelled * (1 - cancelled) / count),
    }  # fmt: skip
