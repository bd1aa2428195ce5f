"""How a plank comes to its length: it is measured, and another one is sawn to the reading."""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core import Gaussian, LinearGaussian


class Saws(NamedTuple):
    """The law of readings, and how they are sawn."""

    reading: Gaussian  # a
    saw: LinearGaussian  # b given a, as far as all readings are sawn alike
    growth: Any  # a reading one sd longer is sawn so many times as roughly


class Moments(NamedTuple):
    """What is expected of lengths."""

    sd: Any
    skew: Any
    kurtosis: Any  # 3 for a Gaussian


def saws(mu: Any, sigma: Any, tau: Any, growth: Any = 1.0) -> Saws:
    """Read planks of length mu with the sd sigma, and saw them with the sd tau."""
    saw = LinearGaussian([[1.0]], Gaussian([[tau]], [0.0]))
    return Saws(Gaussian([[sigma]], [mu]), saw, growth)


def moments(of: Saws) -> Moments:
    """Return what is expected of b = μ + σ s₁ + τ rˢ¹ s₂: powers of r have means of their own."""
    sigma, tau = of.reading.std[0], of.saw.noise.std[0]
    g = np.log(of.growth)
    sawn = tau**2 * np.exp(2 * g**2)  # the mean square of what the saw adds
    sd = np.sqrt(sigma**2 + sawn)
    fourth = 3 * (sigma**4 + 2 * sigma**2 * sawn * (1 + 4 * g**2) + tau**4 * np.exp(8 * g**2))
    return Moments(sd, 6 * g * sigma * sawn / sd**3, fourth / sd**4)
