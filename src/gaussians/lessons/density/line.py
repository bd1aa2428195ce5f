"""Density on a number line: moved, its heights stay; stretched, they are divided by the stretch."""

from typing import Any

import numpy as np

from gaussians.core import Gaussian, mass_within
from gaussians.kit.geometry import arrow
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.names import beside, dot, name

STANDARD = Gaussian.standard(1)
PEAK = float(STANDARD.pdf([0.0]))
WIDTH = 0.5  # of a box of noise
RUG = -0.045  # height at which points lie below their line, and how far from there
SCATTER = 0.008
_FLAT = np.array([1, 1 / 24])  # brings the head of an arrow into a plane 12 wide and 0.5 high
_MIDDLE = np.array([0, 0.21])  # of that plane
_NAME_T = 0.43  # height of the name of t


def translate(x: float, t: float, bell: Array, ways: Array) -> Scene:
    """Move the bell to t, and pull a place x back to where its height is known, s = x - t."""
    s = x - t
    law = Gaussian([[1.0]], [t])
    before, after = STANDARD.pdf(np.array([s])), law.pdf(np.array([x]))
    back = arrow(np.array([x, 0.0]), np.array([s, 0.0])) * _FLAT + np.array([0, after])
    name_s, name_x = names(x, s, after, ways)
    marks = {
        "still": bell,
        "moved": bell + np.array([t, 0.0]),
        "middle": np.array([[t, 0.0], [t, PEAK]]),
        "drop_s": np.array([[s, 0.0], [s, before]]),
        "drop_x": np.array([[x, 0.0], [x, after]]),
        "back": back,
        "dot_s": np.array([[s, before]]),
        "dot_x": np.array([[x, after]]),
        "line_s": name_s[None, :],
        "line_x": name_x[None, :],
        "line_t": np.array([[t, _NAME_T]]),
    }
    readouts = {"x": x, "t": t, "s": s, "before": before, "after": after,
                "apart": np.abs(before - after)}  # fmt: skip
    return Scene(marks, readouts)


def names(x: float, s: float, height: Any, ways: Array) -> tuple[Array, Array]:
    """Return places for the names of s and x, on their outer sides, and clear of that of t."""
    places = [(np.array([at, height]) - _MIDDLE) / _FLAT for at in (s, x)]
    top = (np.array([x - s, _NAME_T]) - _MIDDLE) / _FLAT
    things = [*map(dot, places), name(top)]
    out = np.where(x < s, -1.0, 1.0)
    found: list[Array] = []
    for place, side in zip(places, (-out, out), strict=True):
        found.append(beside(place, np.array([side, 1.0]), ways, things))
        things.append(name(found[-1]))
    return found[0] * _FLAT + _MIDDLE, found[1] * _FLAT + _MIDDLE


def stretch(sigma: float, at: float, noise: Array, bell: Array) -> Scene:
    """Stretch the line, x = σ s, with boxes as high as the share of noise in them asks for.

    Parameters
    ----------
    sigma
        The stretch.
    at
        Middle of the box to look at; it is half a unit wide.
    noise
        The points, shape (n, 2); the second number scatters them only.
    bell
        The standard density as a curve, shape (m, 2).
    """
    share = between(at - WIDTH / 2, at + WIDTH / 2)
    height = share / WIDTH
    kept, divided = np.array([sigma, 1.0]), np.array([sigma, 1 / sigma])
    s = noise[:, 0]
    inside = np.abs(s - at) <= WIDTH / 2
    seen = np.where(inside, s, np.nan)
    scattered = RUG + SCATTER * noise[:, 1]
    box = bar(at - WIDTH / 2, at + WIDTH / 2, height)
    total = (WIDTH * HEIGHTS).sum()
    top = Gaussian([[sigma]], [0.0]).pdf(np.array([0.0]))
    marks = {
        "bars": BARS, "edges": BARS, "bell": bell, "bin": box, "bin_at": np.array([[at, height]]),
        "rug": np.stack([s, scattered], axis=1), "rug_near": np.stack([seen, scattered], axis=1),
        "bell_kept": bell * kept, "bars_kept": BARS * kept, "bin_kept": box * kept,
        "bars_divided": BARS * divided, "edges_divided": BARS * divided,
        "bell_divided": bell * divided, "bin_divided": box * divided,
        "rug_after": np.stack([sigma * s, scattered], axis=1),
        "rug_near_after": np.stack([sigma * seen, scattered], axis=1),
        "unit": np.array([[sigma, PEAK * np.exp(-0.5) / sigma]]),
        "name_unit": np.array([[sigma + 0.5, PEAK * np.exp(-0.5) / sigma]]),
    }  # fmt: skip
    readouts = {
        "sigma": sigma, "at": at, "width": WIDTH, "wider": sigma * WIDTH, "height": height,
        "lower": height / sigma, "mass": share, "mass_kept": sigma * WIDTH * height,
        "mass_divided": sigma * WIDTH * (height / sigma), "counted": inside.mean(),
        "chance": np.sqrt(share * (1 - share) / noise.shape[0]),
        "total": total, "total_kept": (sigma * WIDTH * HEIGHTS).sum(),
        "total_divided": (sigma * WIDTH * (HEIGHTS / sigma)).sum(),
        "top": top, "top_kept": PEAK, "top_times": PEAK * sigma, "top_squared": top / sigma,
        "top_one_too_many": top * PEAK, "top_no_z": 1 / sigma,
    }  # fmt: skip
    return Scene(marks, readouts)


def between(left: Any, right: Any) -> Any:
    """Return the share of standard noise between two numbers."""
    return _up_to(right) - _up_to(left)


def _up_to(number: Any) -> Any:
    """Return the share from 0 on, with the number's sign."""
    return np.where(number < 0, -1, 1) * mass_within(np.abs(number), 1) / 2


def bar(left: float, right: float, height: float) -> Array:
    """Return a box that stands on the line as a curve, shape (4, 2)."""
    return np.array([[left, 0.0], [left, height], [right, height], [right, 0.0]])


_EDGES = np.arange(-10, 11) * WIDTH
_SIDES = (_EDGES[:-1], _EDGES[1:])
HEIGHTS = np.array([between(*sides) for sides in zip(*_SIDES, strict=True)]) / WIDTH
BARS = np.concatenate([bar(*box) for box in zip(*_SIDES, HEIGHTS, strict=True)])
