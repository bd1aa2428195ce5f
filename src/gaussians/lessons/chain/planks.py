"""Planks that are measured and sawn: the paths of a few, and the histogram of many."""

import numpy as np

from gaussians.kit.bars import bars, correlation, mean_and_sd
from gaussians.kit.curves import bell_of
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.chain.saws import Saws, moments

FEW = 30  # planks of which the paths are drawn
EDGES = np.arange(483.5, 517)  # of bars, 1 mm wide
LEVELS = (2.0, 1.0, 0.0)  # of the plank, of its reading, of the one that is sawn
_NAMES = 485.5  # where the levels have their names


def planks(of: Saws, noise: Array, few: Array, one: Array, bell: Array) -> Scene:
    """Measure and saw, with noise s₁ of the measuring and s₂ of the saw.

    Parameters
    ----------
    of
        How readings and lengths are spread.
    noise, few
        Noise of all planks, and of those whose paths are drawn, shape (n, 2).
    one
        That of the plank to follow, shape (2,).
    bell
        The standard Gaussian's density as a curve, shape (m, 2).
    """
    (mu,), (sigma,), (tau,) = of.reading.mean, of.reading.std, of.saw.noise.std
    sd, _, kurtosis = moments(of)
    apart = np.sqrt(1 + 4 * np.log(of.growth) ** 2)  # 1 if both errors are independent
    count = noise.shape[0]
    read, sawn = through(of, noise)
    some_read, some_sawn = through(of, few)
    (a,), (b,) = through(of, one[None, :])
    (mean_a, sd_a), (mean_b, sd_b) = mean_and_sd(read), mean_and_sd(sawn)
    marks = {
        "level": np.array([[mu, LEVELS[0]], [mu, LEVELS[2]]]),
        "measured": path(mu + 0 * some_read, some_read, LEVELS[0]),
        "cut": path(some_read, some_sawn, LEVELS[1]),
        "readings": np.stack([some_read, 0 * some_read + LEVELS[1]], axis=1),
        "lengths": np.stack([some_sawn, 0 * some_sawn + LEVELS[2]], axis=1),
        "one_measured": np.array([[mu, LEVELS[0]], [a, LEVELS[1]]]),
        "one_cut": np.array([[a, LEVELS[1]], [b, LEVELS[2]]]),
        "one_plank": np.array([[mu, LEVELS[0]]]),
        "one_reading": np.array([[a, LEVELS[1]]]),
        "one_length": np.array([[b, LEVELS[2]]]),
        "name_mu": np.array([[_NAMES, LEVELS[0]]]),
        "name_a": np.array([[_NAMES, LEVELS[1]]]),
        "name_b": np.array([[_NAMES, LEVELS[2]]]),
        "bars": bars(sawn, EDGES),
        "expected": bell_of(mu, sd, bell),
    }
    readouts = {
        "n": count, "mu": mu, "sigma": sigma, "tau": tau, "s1": one[0], "s2": one[1],
        "own_tau": tau * of.growth ** one[0], "a": a, "b": b,
        "off_a": a - mu, "off_cut": b - a, "off": b - mu,
        "mean_a": mean_a, "mean_error_a": sigma / np.sqrt(count),
        "sd_a": sd_a, "sd_error_a": sigma / np.sqrt(2 * count),
        "mean_b": mean_b, "mean_error": sd / np.sqrt(count),
        "sd_b": sd_b, "sd_error": sd * np.sqrt((kurtosis - 1) / (4 * count)),
        "together": correlation(read, sawn - read), "together_error": apart / np.sqrt(count),
    }  # fmt: skip
    return Scene(marks, readouts)


def through(of: Saws, noise: Array) -> tuple[Array, Array]:
    """Return the readings and the lengths that noise of shape (n, 2) makes, shape (n,)."""
    read = of.reading.transform(noise[:, :1])[:, 0]
    cut = of.saw.noise.transform(noise[:, 1:])[:, 0]
    return read, read + cut * of.growth ** noise[:, 0]


def path(start: Array, end: Array, level: float) -> Array:
    """Draw lines from places at a level to places one below, as one curve, shape (3 n, 2)."""
    gap = np.nan * start
    there, below = 0 * start + level, 0 * start + level - 1
    lines: Array = np.stack([start, there, end, below, gap, gap], axis=1).reshape(-1, 2)
    return lines
