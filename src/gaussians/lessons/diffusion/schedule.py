"""Schedules: how much of the signal is left after each of T small steps, and in between."""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core import NoiseSchedule
from gaussians.kit.lesson import Array

STEPS = 50
# The published ends suit 1,000 steps; each of these 50 stands for 20 of them.
SCHEDULES = {
    "linear": NoiseSchedule.linear(STEPS, first=0.002, last=0.4),
    "cosine": NoiseSchedule.cosine(STEPS),
}


class Moment(NamedTuple):
    """A schedule at a time t, which need not be a whole step."""

    t: Any
    abar: Any  # ᾱ
    grown: Any  # the sum of β so far
    times: Array  # 0, 1, ... T, shape (T + 1,)
    levels: Array  # ᾱ at these times

    @property
    def signal(self) -> Any:
        """Return √ᾱ, what a point of the data is multiplied by."""
        return np.sqrt(self.abar)

    @property
    def noise(self) -> Any:
        """Return √(1 - ᾱ), what its noise is multiplied by."""
        return np.sqrt(1 - self.abar)


def table(schedule: NoiseSchedule) -> Array:
    """Return what a schedule has at each time 0, 1, ... T and, for areas, on the way back.

    Columns are the time, ᾱ, the sum of β so far, and 1 on the way there; shape (2 (T + 1), 4).
    """
    levels, grown = np.append(1.0, schedule.alpha_bar), np.append(0.0, np.cumsum(schedule.beta))
    there = np.stack([np.arange(STEPS + 1), levels, grown, np.ones(STEPS + 1)], axis=1)
    return np.concatenate([there, there[::-1] * [1, 1, 1, 0]])


def moment(steps: Array, t: Any) -> Moment:
    """Find ᾱ at a time, from 0 to T, by the table of a schedule: between steps it falls evenly."""
    there = steps[: STEPS + 1]
    times, levels, grown = there[:, 0], there[:, 1], there[:, 2]
    near = np.maximum(0, 1 - np.abs(times - t))
    return Moment(t, (near * levels).sum(), (near * grown).sum(), times, levels)


def curves(at: Moment, chosen: Array, other: Array) -> dict[str, Array]:
    """Draw a schedule, the other one, and where it is now."""
    return {
        "schedule_other": other[: STEPS + 1, :2],
        "schedule": chosen[: STEPS + 1, :2],
        "drop": np.array([[at.t, 0 * at.t], [at.t, at.abar], [0 * at.t, at.abar]]),
        "now": np.array([[at.t, at.abar]]),
    }
