"""Three coordinates: which Gaussian is left when one of them is known, or two in either order."""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.geometry import entries, largest
from gaussians.kit.lesson import Array
from gaussians.lessons.conditioning.scene import slips, summary


class Known(NamedTuple):
    """What may be known of x₁ and x₂, whether it is, by 1 or 0, and how wide a slab counts."""

    values: tuple[Any, Any]
    is_known: tuple[Any, Any]
    w: Any


class Laws(NamedTuple):
    """A law of three coordinates and what is left of it; observed coordinates keep their place."""

    nothing: Gaussian
    one: Gaussian  # x₁ is known
    two: Gaussian  # x₂ is known
    both: Gaussian


def law_of(means: Array, scales: Array, rho12: Any, rho13: Any, left: Any) -> Gaussian:
    """Build a law by correlations that never contradict each other.

    Parameters
    ----------
    means, scales
        Means and standard deviations, shape (3,).
    rho12, rho13
        Correlations of x₁ with the others, between -1 and 1.
    left
        Correlation of x₂ and x₃ that is left when x₁ is known, between -1 and 1.
    """
    own2, own3, rest = (np.sqrt(1 - rho * rho) for rho in (rho12, rho13, left))
    rows = np.array([[1.0, 0, 0], [rho12, own2, 0], [rho13, own3 * left, own3 * rest]])
    return Gaussian(scales[:, None] * rows, means)


def laws_of(law: Gaussian, c: Any, d: Any) -> Laws:
    """Condition a law on x₁ = c, on x₂ = d, and on both."""
    one = law.given(0, c)
    return Laws(law, one, law.given(1, d), one.given(1, d))


def near(x: Array, known: Known) -> tuple[Array, Array]:
    """Tell which points (n, 3) are near x₁ = c and which near x₂ = d; all, if it is not known."""
    c, d = known.values
    reach1, reach2 = (np.where(is_known > 0, known.w / 2, 99.0) for is_known in known.is_known)
    return np.abs(x[:, 0] - c) <= reach1, np.abs(x[:, 1] - d) <= reach2


def left(laws: Laws, known: Known) -> tuple[Any, Any]:
    """Return mean and standard deviation of x₃, given what is known."""
    nothing, one, two, both = (np.array([law.mean[2], law.std[2]]) for law in laws)
    first, second = (is_known > 0 for is_known in known.is_known)
    mean, sd = np.where(second, np.where(first, both, two), np.where(first, one, nothing))
    return mean, sd


def numbers(laws: Laws, known: Known, x: Array) -> dict[str, Any]:
    """Return the parameters of each law, and what points (n, 3) near all that is known have."""
    law, one, two, both = laws
    mean, sd = left(laws, known)
    near1, near2 = near(x, known)
    measured = summary(x[:, 2], near1 & near2)
    pair = one.marginal([1, 2])
    (_, d), (known1, known2) = known.values, known.is_known
    wrong = slips(pair, d, both.mean[2], both.std[2])
    return {
        "d": d, "known1": known1, "known2": known2, "all_of": known1 + known2,
        "r23": law.corr[1, 2],
        "mean2": law.mean[1], "sd2": law.std[1], "mean3": law.mean[2], "sd3": law.std[2],
        "one_m2": pair.mean[0], "one_s2": pair.std[0], "one_m3": pair.mean[1],
        "one_s3": pair.std[1], "one_r": pair.corr[0, 1],
        "two_m3": two.mean[2], "two_s3": two.std[2], "left_mean": mean, "left_sd": sd,
        **entries("C", law.cov), **entries("K", pair.cov), **_ways(laws, known),
        **{f"three_{name}": value for name, value in measured.items()},
        **{f"then_{name}": value for name, value in wrong.items()},
        "added": one.mean[2] + two.mean[2] - law.mean[2],
        "old_rho": one.std[2] * np.sqrt(1 - law.corr[1, 2] ** 2),
    }  # fmt: skip


def _ways(laws: Laws, known: Known) -> dict[str, Any]:
    """Find x₃ given both, in either order, at once and noise by noise, and how these differ."""
    law, (c, d) = laws.nothing, known.values
    found = [laws.both, laws.two.given(0, c), law.given([0, 1], [c, d])]
    L, t = law.factor, law.mean
    first = (c - t[0]) / L[0, 0]
    second = (d - t[1] - L[1, 0] * first) / L[1, 1]
    by_noise = t[2] + L[2, 0] * first + L[2, 1] * second
    ways = np.array([*([way.mean[2], way.std[2]] for way in found), [by_noise, L[2, 2]]])
    named = {
        f"way{k + 1}_{what}": ways[k, i] for k in range(4) for i, what in enumerate(("mean", "sd"))
    }
    return {
        "both_mean": ways[0, 0], "both_sd": ways[0, 1], **named, "noise1": first, "noise2": second,
        "ways_apart": largest(ways - ways[0]),
    }  # fmt: skip
