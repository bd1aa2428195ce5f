"""Many small steps, each with new noise: the same law as one jump, by another way."""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core import Gaussian, LinearGaussian
from gaussians.kit.lesson import Array
from gaussians.kit.runs import path
from gaussians.lessons.diffusion.schedule import Moment


class Steps(NamedTuple):
    """Noise of all points' steps, a row for each point."""

    across: Array  # shape (n, T)
    up: Array

    def added(self, weights: Array) -> Array:
        """Add up each point's noise with a weight for each step, shape (n, 2)."""
        return np.stack(
            [(self.across * weights).sum(axis=1), (self.up * weights).sum(axis=1)], axis=1
        )

    def of(self, index: Array, number: Any) -> Array:
        """Return the noise of one point's steps, shape (T, 2)."""
        chosen = index == number
        return np.stack(
            [
                np.where(chosen, self.across, 0.0).sum(axis=0),
                np.where(chosen, self.up, 0.0).sum(axis=0),
            ],
            axis=1,
        )


def weights(at: Moment) -> Array:
    """Return how much of each step's noise counts, in units of what is left of the data.

    A step x = √(1 - β) x' + √β s, divided by √ᾱ, is x/√ᾱ = x'/√ᾱ' + √(1/ᾱ - 1/ᾱ') s: nothing is
    left to do but to add. The last step, if t is within it, is taken as far as ᾱ has fallen.
    """
    before, after = 1 / at.levels[:-1], 1 / at.levels[1:]
    root: Array = np.sqrt(np.maximum(0, np.minimum(after, 1 / at.abar) - before))
    return root


def walked(at: Moment, data: Array, steps: Steps) -> Array:
    """Take all steps up to a time, shape (n, 2)."""
    points: Array = at.signal * (data + steps.added(weights(at)))
    return points


def grown(at: Moment, data: Array, steps: Steps) -> Array:
    """Add the noise of all steps up to a time to data that never shrink."""
    beta = 1 - at.levels[1:] / at.levels[:-1]
    taken = np.clip(at.t - at.times[:-1], 0, 1)  # of each step
    points: Array = data + steps.added(np.sqrt(beta * taken))
    return points


def way(at: Moment, start: Array, noise: Array) -> Array:
    """Return the places that one point came by, shape (T, 2): those ahead are where it is now.

    Parameters
    ----------
    at
        The schedule now.
    start
        Where it began, shape (2,).
    noise
        Of its steps, shape (T, 2).
    """
    kept = np.sqrt(np.maximum(at.levels[1:], at.abar))
    places: Array = kept[:, None] * (start + np.cumsum(weights(at)[:, None] * noise, axis=0))
    return places


def chained(at: Moment) -> Any:
    """Put all steps up to a time after each other, as laws: what is left of 1, and the sd."""
    levels = np.maximum(at.levels, at.abar)

    def step(law: Any, kept: Any) -> Any:
        kernel = LinearGaussian([[np.sqrt(kept)]], Gaussian([[np.sqrt(1 - kept)]], [0.0]))
        after = kernel.chain(Gaussian([[law[1]]], [law[0]]))
        return np.stack([after.mean[0], after.std[0]])

    laws = path(step, np.array([1.0, 0.0]), levels[1:] / levels[:-1])
    return laws[-1:].sum(axis=0)
