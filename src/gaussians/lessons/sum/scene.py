"""The picture of the sum lesson: the same pairs of draws, added, and chosen from."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.bars import GRID
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.sum.adding import added
from gaussians.lessons.sum.breaking import measured
from gaussians.lessons.sum.choosing import chosen, feet
from gaussians.lessons.sum.draws import coins, couple
from gaussians.lessons.sum.planes import LINE, SCORES

# Places on lines: of a `grid` to compare shares at, in sd; on the `way` from one mean to the other;
# edges of bars, those of `sums` around their mean; and where curves are drawn.
PLACES: dict[str, Array] = {
    name: column[:, None]
    for name, column in {
        "grid": GRID[:, 0],
        "way": np.linspace(0, 1, 201),
        "sums": np.arange(-24.25, 24.5, 0.5),
        "mixture": np.arange(LINE[0], LINE[1] + 0.25, 0.5),
        "mixture_curve": np.linspace(*LINE, 161),
        "pupils": np.arange(SCORES[0], SCORES[1] + 1, 2),
        "pupils_curve": np.linspace(*SCORES, 161),
    }.items()
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
    noise, root = couple(noise, coupled), np.sqrt(noise.shape[0])
    marks, readouts = added(first, second, c, w, noise, fixed)
    mixed = chosen(first, second, marks["cloud"], takes_first, "mixture", fixed)
    more = {
        **mixed.named("mixture"),
        **feet("mean", first, second),
        "one_bell": mixed.one_bell,
        "sums_again": marks["sums"],
        "bell_again": marks["bell"],
    }
    mixture = {
        "mixture_mean": mixed.mean, "mixture_sd": mixed.sd, "peaks": mixed.peaks,
        "kept_mean": mixed.kept_mean, "kept_sd": mixed.kept_sd,
        "mixture_gap": mixed.gap, "one_gap": mixed.gap_to_one,
        "mixture_root": root * mixed.gap, "one_root": root * mixed.gap_to_one,
    }  # fmt: skip
    return Scene(marks | more, readouts | mixture | measured(first, second, coupled, noise))
