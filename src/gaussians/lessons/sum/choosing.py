"""One of two draws chosen by a coin: a mixture, whose density is the mean of two bells."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from gaussians.core import Gaussian, Mixture, standard_cdf
from gaussians.kit.bars import bars, largest_gap, mean_and_sd
from gaussians.kit.curves import bell_of, slope_of
from gaussians.kit.lesson import Array


class Chosen(NamedTuple):
    """What is drawn of a mixture, and what is measured."""

    bars: Array
    curve: Array
    halves: tuple[Array, Array]  # what each law brings to the curve
    one_bell: Array  # of the same mean and sd
    mean: Any
    sd: Any
    kept_mean: Any  # of the kept draws
    kept_sd: Any
    gap: Any  # between the kept draws and the mixture
    gap_to_one: Any  # and the one bell
    peaks: Any

    def named(self, name: str) -> dict[str, Array]:
        """Return the marks of a mixture."""
        return {
            name: self.bars, f"{name}_curve": self.curve,
            f"{name}_first": self.halves[0], f"{name}_second": self.halves[1],
        }  # fmt: skip


def chosen(
    first: Gaussian, second: Gaussian, pairs: Array, takes_first: Array, name: str,
    fixed: Mapping[str, Array],
) -> Chosen:  # fmt: skip
    """Keep one draw of each pair, and compare them with the mixture, and with one bell.

    Parameters
    ----------
    first, second
        The two laws, on a line.
    pairs
        A draw of each, shape (n, 2).
    takes_first
        Which of the two to keep, shape (n,).
    name
        Of the fixed edges of bars, between which the curve is drawn as well.
    fixed
        The standard `bell`, those edges, and a `grid` of places to compare shares at.
    """
    mixture = Mixture([0.5, 0.5], [first, second])
    (mean,), ((variance,),) = mixture.mean, mixture.cov
    sd = np.sqrt(variance)
    kept = np.where(takes_first, pairs[:, 0], pairs[:, 1])
    bell, edges, grid = fixed["bell"], fixed[name], fixed["grid"][:, 0]
    standardized, at = (kept - mean) / sd, mean + sd * grid
    below = [standard_cdf((at - law.mean[0]) / law.std[0]) for law in (first, second)]
    return Chosen(
        bars(kept, edges[:, 0]),
        np.column_stack([fixed[f"{name}_curve"][:, 0], mixture.pdf(fixed[f"{name}_curve"])]),
        (half(first, bell), half(second, bell)),
        bell_of(mean, sd, bell),
        mean,
        sd,
        *mean_and_sd(kept),
        largest_gap(standardized, grid, (below[0] + below[1]) / 2),
        largest_gap(standardized, grid, standard_cdf(grid)),
        peaks(first, second, fixed["way"][:, 0]),
    )


def half(law: Gaussian, bell: Array) -> Array:
    """Return a bell half as high."""
    lowered: Array = bell_of(law.mean[0], law.std[0], bell) * np.array([1, 0.5])
    return lowered


def peaks(first: Gaussian, second: Gaussian, way: Array) -> Any:
    """Count the peaks of ½ first + ½ second: where its slope turns from up to down.

    They are between the two means, so the slope is taken along a `way` from 0 to 1 between these.
    """
    gap = second.mean[0] - first.mean[0]
    x = first.mean[0] + gap * way
    slope = gap * (slope_of(first, x) + slope_of(second, x))
    return np.maximum(((slope[:-1] > 0) & (slope[1:] <= 0)).sum(), 1)


def feet(name: str, first: Gaussian, second: Gaussian) -> dict[str, Array]:
    """Return the two means, on the axis."""
    laws = enumerate((first, second), 1)
    return {f"{name}{k}": np.array([[law.mean[0], 0 * law.mean[0]]]) for k, law in laws}
