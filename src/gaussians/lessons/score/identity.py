"""One slope of log p in three ways: from the noise, from the bells of the data, by differences."""

from typing import Any

import numpy as np

from gaussians.core import Gaussian, expected_noise, noisy_logpdf, score_from_noise
from gaussians.kit.lesson import Array, Scene

H = 0.003  # of the sd of a bell: near enough between far dots, and rounding does not count
_WEIGHTS = (45 / 60, -9 / 60, 1 / 60)  # of differences over 2, 4 and 6 of these


def mean_noise(x: Array, data: Array, a: Any) -> Scene:
    """Compute the mean of the noise that fits a noisy point x, shape (2,)."""
    noise = expected_noise(x, data, a)
    readouts = {
        "a": a, "signal": np.sqrt(a), "px": x[0], "py": x[1],
        "mean1": noise[0], "mean2": noise[1], "mean_long": np.sqrt(noise @ noise),
    }  # fmt: skip
    return Scene({}, readouts)


def identity(x: Array, data: Array, a: Any) -> Scene:
    """Compute the slope of log p at a noisy point x, shape (2,), and how well the ways agree."""
    noise = expected_noise(x, data, a)
    slope, known = score_from_noise(noise, a), closed(x, data, a)
    across, up = (difference(x, data, a, np.array(way)) for way in ((1.0, 0.0), (0.0, 1.0)))
    steep = np.sqrt(slope @ slope)
    log = noisy_logpdf(x, data, a)
    readouts = {
        "score1": slope[0], "score2": slope[1], "steep": steep, "root": np.sqrt(1 - a),
        "closed1": known[0], "closed2": known[1], "across": across, "up": up,
        "gap": apart(slope - known) / np.maximum(steep, 1.0),
        "gap_by_differences": apart(slope - np.array([across, up])) / np.maximum(steep, 1.0),
        "log": log, "pure": a == 0,
        # What is easily answered instead of the first number of the slope.
        "minus": -slope[0], "of_height": slope[0] * np.exp(log),
        "undivided": np.where(a == 0, np.nan, -noise[0]),  # which is right then
        "by_variance": np.where(a == 0, np.nan, -noise[0] / (1 - a)),
    }  # fmt: skip
    return Scene({}, readouts)


def closed(x: Array, data: Array, a: Any) -> Array:
    """Return ∇p / p of the mean p of all bells, N(√ᾱ x₀, (1 - ᾱ) I): no noise is asked for."""
    v = 1 - a
    there = np.sqrt(a) * data
    bell = Gaussian(np.sqrt(v) * np.eye(2), np.zeros(2))
    heights = bell.pdf(there - x)
    slopes = (there - x) / v * heights[:, None]
    found: Array = slopes.sum(axis=0) / heights.sum()
    return found


def difference(x: Array, data: Array, a: Any, way: Array) -> Any:
    """Return how steep log p is along a unit vector, by its values at six places."""
    step = H * np.sqrt(1 - a)

    def height(count: int) -> Any:
        return noisy_logpdf(x + count * step * way, data, a)

    differences = [height(k) - height(-k) for k in (1, 2, 3)]
    return sum(w * gap for w, gap in zip(_WEIGHTS, differences, strict=True)) / step


def apart(gap: Array) -> Any:
    """Return the larger of two differences."""
    return np.maximum(np.abs(gap[0]), np.abs(gap[1]))
