"""Data become noise: in one jump or in steps, by a schedule; and how much of them is left."""

from typing import Any

import numpy as np

from gaussians.kit.areas import between
from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.diffusion.schedule import STEPS, Moment
from gaussians.lessons.diffusion.shares import chance, expected, moments, named
from gaussians.lessons.diffusion.walk import Steps, chained, grown, walked, way

HALF = 3.5  # of the planes, to each side
MOST = 4.2  # variance that is drawn


def small_steps(at: Moment, data: Array, steps: Steps, one: tuple[Array, Array]) -> Scene:
    """Take small steps: another way than a jump, and the same law.

    Parameters
    ----------
    at
        The schedule now.
    data
        Points x₀, shape (n, 2).
    steps
        Noise of the steps.
    one
        Of the point to follow: x₀, shape (2,), and the noise of its steps, shape (T, 2).
    """
    points, path = walked(at, data, steps), way(at, *one)
    rest, count = 1 - at.abar, data.shape[0]
    signal, noise = chained(at)
    off = points - at.signal * data
    readouts = {
        "t": at.t,
        "step_noise": (off * off).mean(),
        "step_noise_error": rest / np.sqrt(count),
        "chained_signal": signal,
        "chained_noise": noise,
        "chained_apart": np.maximum(np.abs(signal - at.signal), np.abs(noise - at.noise)),
    }
    return Scene({"walked": points, "way": path, "way_end": path[-1:]}, readouts)


def shares(
    at: Moment, data: Array, cloud: Array, steps: Steps, shrinks: Any, table: Array
) -> Scene:
    """Tell how much of the variance is left of the picture, and how much noise came in.

    Parameters
    ----------
    at
        The schedule now.
    data, cloud
        Points x₀, and where a jump leads them, shape (n, 2).
    steps
        Noise of the steps.
    shrinks
        1 if each step shrinks the points before it adds noise, 0 if it only adds.
    table
        Of the schedule, there and back.
    """
    of, count = moments(data), data.shape[0]
    law, error = expected(of, at.abar, 1 - at.abar), chance(of, at.abar, 1 - at.abar, count)
    points = walked(at, data, steps)
    kept = np.where(shrinks > 0, at.abar, 1.0)
    added = np.where(shrinks > 0, 1 - at.abar, at.grown)
    mixed = np.where(shrinks > 0, points, grown(at, data, steps))
    now, now_error = expected(of, kept, added), chance(of, kept, added, count)
    measured = moments(mixed, now.mean)
    whole = np.where(shrinks > 0, 1.0, np.nan)
    broken = np.where(shrinks > 0, np.nan, 1.0)
    marks = {
        "mixed": whole * mixed,
        "mixed_broken": broken * mixed,
        **over_time(of.across, shrinks, table),
        "time": np.array([[at.t, -1.0], [at.t, 20.0]]),
        "bar": np.array(
            [[at.t, measured.across - now_error.across], [at.t, measured.across + now_error.across]]
        ),
        "measured": np.array([[at.t, measured.across]]),
    }
    outside = (np.abs(mixed[:, 0]) > HALF) | (np.abs(mixed[:, 1]) > HALF)
    readouts = {
        **named("of", of), **named("law", law), **named("error", error),
        **named("jumped", moments(cloud, law.mean)), **named("walked", moments(points, law.mean)),
        "abar": at.abar, "rest": 1 - at.abar, "kept": 100 * at.abar,
        "kept_root": 100 * at.signal, "kept_rest": 100 * (1 - at.abar),
        "kept_square": 100 * at.abar * at.abar,
        "picture_part": kept * of.across, "noise_part": added,
        "sum_beta": at.grown, "added_up": of.across + at.grown,
        "total": now.across, "now": measured.across, "now_error": now_error.across,
        "outside": outside.sum(), "shrinks": shrinks, "high": 1.0 * (now.across > MOST),
    }  # fmt: skip
    return Scene(marks, readouts)


def over_time(variance: Any, shrinks: Any, table: Array) -> dict[str, Array]:
    """Draw both parts of a variance on each other, and their sum."""
    time, level, sum_of_beta = table[:, 0], table[:, 1], table[:, 2]
    picture = variance * np.where(shrinks > 0, level, 1.0)
    total = picture + np.where(shrinks > 0, 1 - level, sum_of_beta)
    sides = table[:, [0, 3]]
    curve = np.stack([time, total], axis=1)[: STEPS + 1]
    return {
        "picture_area": between(sides, time, picture),
        "noise_area": between(sides, time, total, picture),
        "total": np.where(shrinks > 0, curve, np.nan),
        "total_broken": np.where(shrinks > 0, np.nan, curve),
    }
