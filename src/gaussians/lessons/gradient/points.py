"""A few points on f: where each goes as μ and σ grow, and what weight each has as μ does."""

from collections.abc import Mapping

import numpy as np

from gaussians.core import reparameterized_gradient
from gaussians.kit.arrows import arrows, segments
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.gradient.estimates import weight
from gaussians.lessons.gradient.functions import Function, line

FEW = 12  # points
GROWN = 0.5  # μ and σ, for arrows
TALL = FEW + 2.5  # height of the plane of arrows: a row for each point, and one for σ
_NEAR = 0.35  # to each side of a point, the slope of f is drawn
_APART = 0.2  # two arrows of a point, from its row
_HEAD = (0.16, 0.4)
_FAR = 100.0  # beyond planes


def line_of_x() -> Array:
    """Return places to draw f at, shape (m, 1); two of them are next to each other, at a jump."""
    return np.sort(np.append(np.linspace(-4.5, 4.5, 361), 1e-9))[:, None]


def twice(name: str, mark: Array) -> dict[str, Array]:
    """Return a mark of two planes, one for functions that are tall and one for low ones."""
    return {f"{name}_{size}": mark for size in ("tall", "low")}


def curve(f: Function, x: Array) -> Array:
    """Return f as a curve, shape (m, 2)."""
    return np.stack([x[:, 0], f.of(x)], axis=1)


def moved(f: Function, mu: float, sigma: float, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Follow points x = σ s + μ: all go as far as μ does, and each by its s as σ grows.

    Parameters
    ----------
    f
        The function to average.
    mu, sigma
        Mean and sd of x.
    noise
        The noise of the points, shape (FEW, 1).
    fixed
        The `line` to draw f at, and a `row` for each point.
    """
    law, row = line(mu, sigma), fixed["row"][:, 0]
    points = law.transform(noise)
    x, height = points[:, 0], f.of(points)
    estimates = reparameterized_gradient(law, f.slope, noise)
    slope = estimates.mean[:, 0]
    above, below = (np.stack([x, row + side], axis=1) for side in (_APART, -_APART))
    marks = {
        **twice("f_move", curve(f, fixed["line"])),
        **twice("on_move", np.stack([x, height], axis=1)),
        **twice(
            "slopes",
            segments(
                np.stack([x - _NEAR, height - _NEAR * slope], axis=1),
                np.stack([x + _NEAR, height + _NEAR * slope], axis=1),
            ),
        ),
        "points": np.stack([x, row], axis=1),
        "by_mean": arrows(above, above + np.array([GROWN, 0.0]), _HEAD),
        "by_sd": arrows(
            below, below + GROWN * np.stack([noise[:, 0], 0 * x], axis=1), _HEAD
        ),
        "mean": np.array([[mu, -_FAR], [mu, _FAR]]),
        "sd": np.array([[mu, TALL - 1], [mu + sigma, TALL - 1]]),
        "sd_end": np.array([[mu + sigma, TALL - 1]]),
    }  # fmt: skip
    readouts = {
        "mu": mu, "sigma": sigma, "average": height.mean(), "exact_f": f.mean(mu, sigma),
        "slope_mean": slope.mean(), "exact": f.in_mean(mu, sigma),
        "slope_sd": estimates.factor[:, 0, 0].mean(), "exact_sd": f.in_sd(mu, sigma),
    }  # fmt: skip
    return Scene(marks, readouts)


def weighed(
    f: Function, mu: float, sigma: float, noise: Array, fixed: Mapping[str, Array]
) -> Scene:
    """Weigh the same points by how much more likely each becomes as μ grows; so is f weighed."""
    law = line(mu, sigma)
    points = law.transform(noise)
    x, height = points[:, 0], f.of(points)
    heavy = (x - mu) / sigma**2
    ground = np.stack([x, 0 * x], axis=1)
    weights = np.stack([x, heavy], axis=1)
    marks = {
        **twice("f_weigh", curve(f, fixed["line"])),
        **twice("on_weigh", np.stack([x, height], axis=1)),
        **twice("heights", segments(ground, np.stack([x, height], axis=1))),
        "stems": segments(ground, weights),
        "weights": weights,
        "score": np.array([[mu - 9, -9 / sigma**2], [mu + 9, 9 / sigma**2]]),
        "mean_weigh": np.array([[mu, -_FAR], [mu, _FAR]]),
    }
    return Scene(marks, {"weighed": weight(f, law, noise).mean()})
