"""Data sets to look at: small pictures made of points, the same ones on every machine.

Each is 300 points in the square of half side 1.6, with a variance near 1 along either axis, so that
a picture fades into standard noise without growing or shrinking much. Neighbours along a stroke are
neighbours in the array: every other row is the same picture, only sparser.
"""

import numpy as np

from gaussians.core.checks import Array

COUNT = 300
_GOLDEN = (np.sqrt(5) - 1) / 2  # its multiples, modulo 1, fill an interval without a pattern


def moons(count: int = COUNT) -> Array:
    """Return two half moons that reach into each other, a little wide, shape (count, 2)."""
    upper = count - count // 2
    angle = np.concatenate([np.linspace(np.pi, 0, upper), np.linspace(np.pi, 0, count - upper)])
    width = 0.2 * (np.arange(count) * _GOLDEN % 1 - 0.5)
    sign = np.where(np.arange(count) < upper, 1.0, -1.0)
    x = (1 + width) * np.cos(angle) - sign / 2
    y = sign * ((1 + width) * np.sin(angle) - 0.25)
    return np.stack([x, 1.88 * y], axis=1)


def spiral(count: int = COUNT) -> Array:
    """Return a spiral of one turn and three quarters, evenly drawn, shape (count, 2)."""
    turns = np.linspace(0.15, 1.9, 1000)
    radius, angle = 1.6 * (turns / 1.9) ** 0.6, 2 * np.pi * (turns + 0.35)
    center = np.array([-0.14, -0.13])
    line = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return along([line + center], count)


def letters(count: int = COUNT) -> Array:
    """Return the letters A s, evenly drawn, shape (count, 2)."""
    tall = np.array([[-1.5, -1.6], [-0.8, 1.6], [-0.1, -1.6]])
    bar = np.array([[-1.2375, -0.4], [-0.3625, -0.4]])
    over, under = np.linspace(0.15, 1.5, 60) * np.pi, np.linspace(0.5, -0.85, 60) * np.pi
    wide, high = 0.6, 0.55
    s = np.concatenate(
        [
            np.stack([1 + wide * np.cos(over), 0.05 + high * np.sin(over)], axis=1),
            np.stack([1 + wide * np.cos(under), -1.05 + high * np.sin(under)], axis=1),
        ]
    )
    return along([tall, bar, s], count)


def along(strokes: list[Array], count: int) -> Array:
    """Return points along polygonal lines, as far from each other everywhere, shape (count, 2)."""
    lengths = [np.r_[0, np.cumsum(np.hypot(*np.diff(stroke, axis=0).T))] for stroke in strokes]
    ends = np.cumsum([length[-1] for length in lengths])
    places = (np.arange(count) + 0.5) / count * ends[-1]
    starts = np.r_[0, ends[:-1]]
    parts = []
    for stroke, length, first, last in zip(strokes, lengths, starts, ends, strict=True):
        here = places[(first <= places) & (places < last)] - first
        parts.append(np.stack([np.interp(here, length, stroke[:, i]) for i in (0, 1)], axis=1))
    return np.concatenate(parts)
