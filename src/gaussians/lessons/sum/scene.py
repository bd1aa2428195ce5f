"""The picture of the sum lesson: the same pairs of draws, added, chosen from, and averaged."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import AffineMap, Gaussian, add_independent, standard_cdf
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.sum.adding import added
from gaussians.lessons.sum.breaking import measured
from gaussians.lessons.sum.choosing import chosen
from gaussians.lessons.sum.counting import bars, bell_of, largest_gap, mean_and_sd
from gaussians.lessons.sum.draws import coins, couple
from gaussians.lessons.sum.planes import LINE, SCORES

_HALF = AffineMap([[0.5]], [0])
PLACES: dict[str, Array] = {
    "grid": np.linspace(-4, 4, 401)[:, None],
    "way": np.linspace(0, 1, 201)[:, None],
    "sums": np.arange(-24.25, 24.5, 0.5)[:, None],
    "mixture": np.arange(LINE[0], LINE[1] + 0.1, 0.5)[:, None],
    "mixture_curve": np.linspace(*LINE, 161)[:, None],
    "pupils": np.arange(SCORES[0], SCORES[1] + 1, 2)[:, None],
    "pupils_curve": np.linspace(*SCORES, 161)[:, None],
}


def pairs(
    first: Gaussian, second: Gaussian, c: float, w: float, coupled: float,
    noise: Array, fixed: Mapping[str, Array],
) -> Scene:  # fmt: skip
    """Add a and b, or choose one of them.

    Parameters
    ----------
    first, second
        The laws of a and of b.
    c, w
        Where the strip of sums begins, and its width.
    coupled
        The share of pairs whose noise is coupled.
    noise
        Noise of the pairs, shape (n, 2).
    fixed
        The standard `bell`, and `PLACES`.
    """
    takes_first, *_ = coins(noise)
    noise = couple(noise, coupled)
    marks, readouts = added(first, second, c, w, noise, fixed)
    mixed = chosen(first, second, marks["cloud"], takes_first, "mixture", fixed)
    root = np.sqrt(noise.shape[0])
    bells = {
        "sums_again": marks["sums"], "bell_again": marks["bell"], "one_bell": mixed.one_bell,
        **feet("mean", first, second),
    }  # fmt: skip
    mixture = {
        "mixture_mean": mixed.mean, "mixture_sd": mixed.sd, "peaks": mixed.peaks,
        "kept_mean": mixed.kept_mean, "kept_sd": mixed.kept_sd,
        "mixture_gap": mixed.gap, "one_gap": mixed.gap_to_one,
        "mixture_root": root * mixed.gap, "one_root": root * mixed.gap_to_one,
    }  # fmt: skip
    return Scene(
        marks | mixed.named("mixture") | bells,
        readouts | mixture | measured(first, second, coupled, noise),
    )


def schools(first: Gaussian, second: Gaussian, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Put the pupils of two schools into one class, or pair them and average each pair.

    Parameters are as for `pairs`.
    """
    takes_first, *_ = coins(noise)
    law, grid = add_independent(first, second).push(_HALF), fixed["grid"][:, 0]
    (mean,), (sd,) = law.mean, law.std
    scores = noise * np.array([first.std[0], second.std[0]]) + np.array(
        [first.mean[0], second.mean[0]]
    )
    averages = (scores[:, 0] + scores[:, 1]) / 2
    pupils = chosen(first, second, scores, takes_first, "pupils", fixed)
    marks = pupils.named("pupils") | feet("school_mean", first, second) | {
        "averages": bars(averages, fixed["pupils"][:, 0]),
        "average_bell": bell_of(mean, sd, fixed["bell"]),
    }
    root, gap = np.sqrt(noise.shape[0]), largest_gap((averages - mean) / sd, grid, standard_cdf(grid))
    averages_mean, averages_sd = mean_and_sd(averages)
    (sd1,), (sd2,) = first.std, second.std
    readouts = {
        "average": mean, "average_sd": sd, "class_peaks": pupils.peaks,
        "averages_mean": averages_mean, "averages_sd": averages_sd, "average_root": root * gap,
        "class_mean": pupils.mean, "class_sd": pupils.sd, "class_root": root * pupils.gap,
        "pupils_mean": pupils.kept_mean, "pupils_sd": pupils.kept_sd,
        "alike": 1 * (np.abs(sd1 - sd2) < 1e-9), "apart": np.abs(second.mean[0] - first.mean[0]),
    }  # fmt: skip
    return Scene(marks, readouts)


def feet(name: str, first: Gaussian, second: Gaussian) -> dict[str, Array]:
    """Return the two means, on the axis."""
    laws = enumerate((first, second), 1)
    return {f"{name}{k}": np.array([[law.mean[0], 0 * law.mean[0]]]) for k, law in laws}
