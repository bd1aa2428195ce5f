"""The density of noisy points, the slope of its logarithm everywhere, and a cut through it."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import expected_noise, noisy_logpdf, score_from_noise
from gaussians.kit.arrows import arrows
from gaussians.kit.geometry import arrow
from gaussians.kit.lesson import Array, Scene

REACH = 2.8  # of the plane
CELLS = 64  # of the image, across and up
LOWEST, HIGHEST = -9.0, 2.0  # of log p, where the plane of the cut ends
_SPACE = 0.4  # between arrows
_LONG = 0.36  # no arrow is as long
_HEAD = (0.12, 0.12)
_TANGENT = np.array([[-0.6], [0.6]])


def field(x: Array, data: Array, a: Any, fixed: Mapping[str, Array]) -> Scene:
    """Show p(x) of all noisy points, its arrows, and log p along the line across through x.

    Parameters
    ----------
    x
        The noisy point to look at, shape (2,).
    data
        What x₀ may be, shape (m, 2).
    a
        ᾱ, the share of the variance that is signal.
    fixed
        The `places` of the arrows, the `cells` of the image, and the `line` of the cut.
    """
    v = 1 - a
    slope = score_from_noise(expected_noise(x, data, a), a)
    log, number = noisy_logpdf(x, data, a), fixed["line"][:, 0]
    along = np.stack([number, x[1] + 0 * number], axis=1)
    tangent = x[0] + _TANGENT
    marks = {
        "density": density(data, a, fixed["cells"]),
        "there": np.sqrt(a) * data,
        "field": field_at(fixed["places"], expected_noise(fixed["places"], data, a), a),
        "cut_line": np.array([[-REACH, x[1]], [REACH, x[1]]]),
        "slope": arrow(2 * x, 2 * (x + v * slope)) / 2,
        "noisy_again": x[None, :],
        "cut": np.stack([number, noisy_logpdf(along, data, a)], axis=1),
        "tangent": np.concatenate([tangent, log + slope[0] * _TANGENT], axis=1),
        "height": np.array([[x[0], log]]),
    }
    return Scene(marks, {"below": log < LOWEST})


def field_at(places: Array, noise: Array, a: Any) -> Array:
    """Return arrows along the slope of log p that do not reach each other, as one curve."""
    slope = score_from_noise(noise, a)
    steep = np.sqrt((slope * slope).sum(axis=1))[:, None]
    half = _LONG / 2 * slope / (steep + 1)
    return arrows(places - half, places + half, _HEAD)


def density(data: Array, a: Any, cells: Array) -> Array:
    """Return the density as an image, a share of its largest cell: a bell for each of the data."""
    across, up = (np.exp(-((cells - np.sqrt(a) * data[:, k]) ** 2) / (2 * (1 - a))) for k in (0, 1))
    heights = up @ across.T
    shares: Array = heights / heights.max()
    return shares


def places() -> Array:
    """Return where arrows are, shape (196, 2)."""
    number = _SPACE * (np.arange(14) - 6.5)
    return np.stack(np.meshgrid(number, number), axis=2).reshape(-1, 2)
