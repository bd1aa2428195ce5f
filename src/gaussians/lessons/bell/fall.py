"""How a bell falls: beside exp(-|x|), step by step; where it is steepest; and far out."""

from typing import Any

import numpy as np

from gaussians.kit.lesson import Array, Scene
from gaussians.lessons.bell.lines import curve, diamonds, segment, upright

STEP = 0.5  # further out, to see what is left of a height
FAR = 5.0  # is asked for
_STEEPEST = np.sqrt(0.5)  # of exp(-x²), where its second derivative (4x² - 2) exp(-x²) is 0
_FOUND = 0.1  # as near to it as a hand comes


def fall(x: float, line: Array) -> Scene:
    """Look at exp(-|x|) and exp(-x²) at x and a step further out, and at the slope of the latter.

    Parameters
    ----------
    x
        The place to look at.
    line
        Places along the axis, shape (m, 1).
    """
    n = line[:, 0]
    out = np.where(x < 0, -1, 1)
    further = x + out * STEP
    red, blue = np.exp(-np.abs(x)), np.exp(-x * x)
    red_further, blue_further = np.exp(-np.abs(further)), np.exp(-further * further)
    slope = _slope(x)
    found = np.where(np.abs(np.abs(x) - _STEEPEST) < _FOUND, 1.0, np.nan)
    steepest, high = found * _STEEPEST, found * np.exp(-(_STEEPEST**2))
    sharpest = found * _slope(_STEEPEST)
    marks = {
        "exponential": curve(line, np.exp(-np.abs(n))),
        "squared": curve(line, np.exp(-n * n)),
        "at": upright(x, 0.0, np.maximum(red, blue)),
        "further": upright(further, 0.0, np.maximum(red_further, blue_further)),
        "red_dots": np.array([[x, red], [further, red_further]]),
        "blue_next": np.array([[further, blue_further]]),
        "dot": np.array([[x, blue]]),
        "tangent": segment(x, blue, slope, 0.5),
        "steepest": diamonds(steepest, high, high, (0.15, 0.046)),
        "slopes": curve(line, _slope(n)),
        "slope_at": upright(x, 0.0, slope),
        "slope_dot": np.array([[x, slope]]),
        "turns": diamonds(steepest, -sharpest, sharpest, (0.15, 0.134)),
    }
    readouts = {
        "x": x, "blue": blue, "red": red, "blue_next": blue_further, "red_next": red_further,
        "blue_left": blue_further / blue, "red_left": red_further / red,
        "equal": STEP / 2, "slope": slope, "bending": (4 * x * x - 2) * blue,
        "red_slope": np.where(x == 0, np.nan, -out * red),
        "steepest": _STEEPEST, "steepest_slope": np.abs(_slope(_STEEPEST)),
    }  # fmt: skip
    return Scene(marks, readouts)


def _slope(x: Any) -> Any:
    """Return the slope of exp(-x²)."""
    return -2 * x * np.exp(-x * x)


def far(x: float, line: Array) -> Scene:
    """Look at exp(-x²/2) and exp(-|x|) far out, as they are and by their logarithms."""
    n = line[:, 0]
    bell, tent = -n * n / 2, -np.abs(n)
    log, tent_log = -x * x / 2, -np.abs(x)
    marks = {
        "far_exponential": curve(line, np.exp(tent)),
        "far_bell": curve(line, np.exp(bell)),
        "far_at": upright(x, 0.0, 1.0),
        "far_red_dot": np.array([[x, np.exp(tent_log)]]),
        "far_dot": np.array([[x, np.exp(log)]]),
        "tent": curve(line, tent),
        "parabola": curve(line, bell),
        "log_at": upright(x, 0.0, np.minimum(log, tent_log)),
        "tent_dot": np.array([[x, tent_log]]),
        "log_dot": np.array([[x, log]]),
    }
    readouts = {
        "out": x, "high": np.exp(log), "log": log, "lower": np.exp(-log),
        "tent_high": np.exp(tent_log), "tent_log": tent_log, "tent_lower": np.exp(-tent_log),
        "lower5": np.exp(FAR * FAR / 2), "lower5_no_half": np.exp(FAR * FAR),
        "lower5_no_square": np.exp(FAR), "lower5_half": np.exp(FAR / 2),
        "lower5_log": FAR * FAR / 2, "lower5_upside_down": np.exp(-FAR * FAR / 2),
    }  # fmt: skip
    return Scene(marks, readouts)
