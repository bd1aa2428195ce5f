"""Independent errors at right angles: a triangle with squares, and a spiral of many small steps."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.core import Gaussian, LinearGaussian
from gaussians.kit.curves import joined
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.chain.saws import Saws
from gaussians.lessons.chain.scene import KINK, Z

MOST_STEPS = 16


def triangle(of: Saws, bell: Array) -> Scene:
    """Draw the triangle with legs σ and τ and a square on each side, beside three bells.

    Parameters
    ----------
    of
        How readings and lengths are spread; all readings are sawn alike here.
    bell
        The standard Gaussian's density as a curve, shape (m, 2).
    """
    (sigma,), (tau,) = of.reading.std, of.saw.noise.std
    both = of.saw.chain(of.reading).std[0]
    number, height = bell.T
    end = np.array([sigma, tau])
    left = np.array([-tau, sigma])  # as long as the long side, and square to it
    marks = {
        "square_sigma": np.array([[0, 0], [sigma, 0], [sigma, -sigma], [0, -sigma]]),
        "square_tau": np.array([[sigma, 0], [sigma + tau, 0], [sigma + tau, tau], [sigma, tau]]),
        "square_both": np.array([0 * end, end, end + left, left]),
        "leg_sigma": np.array([[0, 0], [sigma, 0]]),
        "leg_tau": np.array([[sigma, 0], [sigma, tau]]),
        "long_side": np.array([[0, 0], [sigma, tau]]),
        "corner": np.array([[sigma, 0 * sigma]]),
        "tip": np.array([[sigma, tau]]),
        "area_sigma": np.array([[sigma, -sigma]]) / 2,
        "area_tau": np.array([[sigma + tau / 2, tau / 2]]),
        "area_both": (end + left)[None, :] / 2,
        "bell_sigma": np.stack([sigma * number, Z * height], axis=1),
        "bell_tau": np.stack([tau * number, Z * height], axis=1),
        "bell_both": np.stack([both * number, Z * height], axis=1),
        "kink": np.array([[-20.0, KINK], [20.0, KINK]]),
        "kink_sigma": np.array([[sigma, KINK]]),
        "kink_tau": np.array([[tau, KINK]]),
        "kink_both": np.array([[both, KINK]]),
    }
    readouts = {
        "both": both, "variance": both * both, "var_sigma": sigma * sigma, "var_tau": tau * tau,
        "added": sigma + tau, "halved": (sigma + tau) / 2, "larger": np.maximum(sigma, tau),
        "difference": np.abs(sigma - tau), "both_error": np.abs(both - np.sqrt(sigma**2 + tau**2)),
        "longer": both / np.maximum(sigma, tau) - 1,
    }  # fmt: skip
    return Scene(marks, readouts)


def small_steps(of: Saws, m: Any, fixed: Mapping[str, Array]) -> Scene:
    """Take m small steps instead of the saw's one: each at a right angle to what is there.

    Parameters
    ----------
    of
        How readings and lengths are spread; all readings are sawn alike here.
    m
        How many steps there are.
    fixed
        The unit `circle`, the standard `bell`, and `stages`: for each point of the bells between
        how many steps were taken, and a number.
    """
    (mu,), (sigma,), (tau,) = of.reading.mean, of.reading.std, of.saw.noise.std
    small = tau / np.sqrt(m)
    law, angle = of.reading, 0 * sigma
    lengths, angles = [sigma], [angle]
    for j in range(MOST_STEPS):
        step = np.where(j < m, small, 0.0)  # no step at all after the last one
        angle = angle + np.arctan2(step, law.std[0])
        law = LinearGaussian([[1.0]], Gaussian([[step]], [0.0])).chain(law)
        lengths.append(law.std[0])
        angles.append(angle)
    tips = np.array([[r * np.cos(v), r * np.sin(v)] for r, v in zip(lengths, angles, strict=True)])
    number, height = fixed["bell"].T
    taken, at = fixed["stages"].T
    wide = np.sqrt(sigma**2 + taken * tau**2 / m)
    seen = np.where((taken > 0) & (taken < m), 1.0, np.nan)
    marks = {
        "first": np.array([[0, 0], [sigma, 0]]),
        "large": np.array([[sigma, 0], [sigma, tau]]),
        "spokes": joined(*(np.array([0 * tip, tip]) for tip in tips[1:])),
        "chain": tips,
        "turns": tips,
        "reach": np.array([0 * tips[0], tips[-1]]),
        "end": tips[-1:],
        "round": law.std[0] * fixed["circle"],
        "before": np.stack([mu + sigma * number, Z * height], axis=1),
        "between": np.stack([mu + wide * at, seen * sigma / wide * np.exp(-at * at / 2)], axis=1),
        "after": np.stack([mu + law.std[0] * number, sigma / law.std[0] * Z * height], axis=1),
    }
    one = of.saw.chain(of.reading).std[0]
    readouts = {
        "m": m, "small": small, "all_steps": m * small**2, "smaller": np.sqrt(m),
        "stepped": law.std[0], "step_error": np.abs(law.std[0] - one),
    }  # fmt: skip
    return Scene(marks, readouts)


def stage_points(points: int = 41) -> Array:
    """Return steps taken and number of each point of the bells between; shape (m, 2)."""
    number = np.append(np.linspace(-3.5, 3.5, points), np.nan)
    every = np.meshgrid(np.arange(1.0, MOST_STEPS), number, indexing="ij")
    return np.stack(every, axis=2).reshape(-1, 2)
