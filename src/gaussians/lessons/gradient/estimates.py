"""Two estimates of a slope from one draw, along the path and by weights, and how they vary."""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core import (
    Gaussian,
    reparameterized_gradient,
    score_function_gradient,
    standard_cdf,
)
from gaussians.kit.lesson import Array
from gaussians.kit.nodes import central_moments
from gaussians.lessons.gradient.functions import Function

WAYS = ("path", "weight")


class Law(NamedTuple):
    """The law of one estimate, as far as averages of some need it."""

    mean: Any
    variance: Any
    fourth: Any  # central moment


def path(f: Function, law: Gaussian, noise: Array) -> Array:
    """Estimate the slope of E f in the mean from each draw of noise (..., 1): f′(x)."""
    return reparameterized_gradient(law, f.slope, noise).mean[..., 0]


def weight(f: Function, law: Gaussian, noise: Array) -> Array:
    """Estimate it by weights: f(x) (x - μ) / σ²."""
    return score_function_gradient(law, f.of, noise).mean[..., 0]


def laws(f: Function, law: Gaussian, nodes: Array) -> dict[str, Law]:
    """Return the law of one estimate of each way, summed up over nodes.

    A sum over nodes would not see where between two of them f jumps: there it is counted out.
    """
    noise = nodes[:, :1]
    along = Law(*central_moments(path(f, law, noise), nodes))
    if f.jumps:
        return {"path": along, "weight": _of_jump(law)}
    return {"path": along, "weight": Law(*central_moments(weight(f, law, noise), nodes))}


def _of_jump(law: Gaussian) -> Law:
    """Return the law of s / σ, if x = μ + σ s is above 0, and else of 0.

    Each moment of noise beyond a place c follows from the one two before it, by parts.
    """
    (mean,), (sd,) = law.mean, law.std
    c = -mean / sd
    height = sd * law.pdf(np.array([0.0]))  # of the standard bell, at c
    none = standard_cdf(-c)
    two = none + c * height
    first, second, third, fourth = (
        moment / sd**k
        for k, moment in enumerate(
            (height, two, (c * c + 2) * height, 3 * two + c**3 * height), start=1
        )
    )
    return Law(
        first,
        second - first**2,
        fourth - 4 * first * third + 6 * first**2 * second - 3 * first**4,
    )


def of_average(law: Law, count: Any) -> Law:
    """Return the law of an average of so many independent estimates."""
    variance = law.variance / count
    excess = (law.fourth - 3 * law.variance**2) / count**3
    return Law(law.mean, variance, excess + 3 * variance**2)


def error_of_variance(law: Law, count: int) -> Any:
    """Return the standard error of the variance that is measured on so many values."""
    return np.sqrt((law.fourth - law.variance**2 * (count - 3) / (count - 1)) / count)
