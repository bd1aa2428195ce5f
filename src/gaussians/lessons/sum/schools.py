"""Two schools: their pupils in one class are a mixture; averages of pairs are halved sums."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import AffineMap, Gaussian, add_independent, standard_cdf
from gaussians.kit.bars import bars, largest_gap, mean_and_sd
from gaussians.kit.curves import bell_of
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.sum.choosing import chosen, feet
from gaussians.lessons.sum.draws import coins

_HALF = AffineMap([[0.5]], [0])


def schools(first: Gaussian, second: Gaussian, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Put pupils of two schools into one class, or pair them and average the scores of each pair.

    Parameters
    ----------
    first, second
        The laws of scores in the two schools.
    noise
        Noise of the pairs, shape (n, 2).
    fixed
        The standard `bell`, and the `PLACES` of the scene.
    """
    takes_first, *_ = coins(noise)
    law, root = add_independent(first, second).push(_HALF), np.sqrt(noise.shape[0])
    grid = fixed["grid"][:, 0]
    (mean,), (sd,) = law.mean, law.std
    (mu1,), (mu2,), (sigma1,), (sigma2,) = first.mean, second.mean, first.std, second.std
    scores = noise * np.array([sigma1, sigma2]) + np.array([mu1, mu2])
    averages = (scores[:, 0] + scores[:, 1]) / 2
    pupils = chosen(first, second, scores, takes_first, "pupils", fixed)
    gap = largest_gap((averages - mean) / sd, grid, standard_cdf(grid))
    drawn_mean, drawn_sd = mean_and_sd(averages)
    marks = {
        **pupils.named("pupils"),
        **feet("school_mean", first, second),
        "averages": bars(averages, fixed["pupils"][:, 0]),
        "average_bell": bell_of(mean, sd, fixed["bell"]),
    }
    readouts = {
        "average": mean, "average_sd": sd, "averages_mean": drawn_mean, "averages_sd": drawn_sd,
        "average_root": root * gap, "class_peaks": pupils.peaks,
        "class_mean": pupils.mean, "class_sd": pupils.sd, "class_root": root * pupils.gap,
        "pupils_mean": pupils.kept_mean, "pupils_sd": pupils.kept_sd,
        "alike": 1 * (np.abs(sigma1 - sigma2) < 1e-9), "apart": np.abs(mu2 - mu1),
    }  # fmt: skip
    return Scene(marks, readouts)
