"""Areas under the bell f, under x² f, and under the slope of the slope of f, which is x² f - f."""

from typing import Any

import numpy as np

from gaussians.core import mass_within
from gaussians.kit.areas import along, between
from gaussians.kit.geometry import largest
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.squares import CURVES, STANDARD, areas_within
from gaussians.lessons.bell.lines import curve, diamonds, upright

_RUG, _SCATTER = -0.026, 0.006  # height at which points lie below their curve, and how far apart


def areas(limit: float, noise: Array, fixed: dict[str, Array]) -> Scene:
    """Shade f, x² f and x² f - f from -L to L, and measure all three areas in two ways.

    Parameters
    ----------
    limit
        L.
    noise
        Points to count, shape (n, 2); the second number scatters them only.
    fixed
        The arrays of the lesson: line, strip and pieces.
    """
    line, strip, pieces = (fixed[name] for name in ("line", "strip", "pieces"))
    x = along(strip, -limit, limit)
    inside = np.abs(noise[:, 0]) <= limit
    rug = _RUG + _SCATTER * noise[:, 1]
    closed, sums = areas_within(limit, pieces)
    mass, missing = closed["mass"], -closed["bend"]  # the slope of f at -L less that at L
    crossing = STANDARD.pdf(np.array([1.0]))
    marks: dict[str, Array] = {
        "rug": np.stack([noise[:, 0], rug], axis=1),
        "rug_inside": np.stack([np.where(inside, noise[:, 0], np.nan), rug], axis=1),
        "crossings": diamonds(1.0, crossing, crossing, (0.14, 0.02)),
        "zeros": diamonds(1.0, 0.0, 0.0, (0.14, 0.032)),
    }
    for name, heights in CURVES.items():
        marks[f"{name}_curve"] = curve(line, heights(line[:, 0]))
        marks[f"{name}_area"] = between(strip, x, heights(x))
    for name, low, high in (("", 0.0, 0.44), ("_below", -0.44, 0.22)):
        marks[f"right{name}"] = upright(limit, low, high)
        marks[f"left{name}"] = upright(-limit, low, high)
    readouts: dict[str, Any] = closed | {f"{name}_sum": value for name, value in sums.items()}
    readouts |= {
        "limit": limit, "end": STANDARD.pdf(np.array([limit])), "missing": missing,
        "areas_apart": largest(np.array([closed[name] - sums[name] for name in closed])),
        "counted": inside.mean(), "n": noise.shape[0],
        "chance": np.sqrt(mass * (1 - mass) / noise.shape[0]),
        "mass1": mass_within(1, 1), "mass2": mass_within(2, 1), "mass3": mass_within(3, 1),
    }  # fmt: skip
    return Scene(marks, readouts)
