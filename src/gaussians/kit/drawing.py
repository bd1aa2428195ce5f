"""A data set drawn by hand: strokes, kept as a short text, and points along them.

Two characters are a point of a grid, across and then up; a dot is between strokes. A browser must
put the points where Python does, to the last digit, so there are only +, −, ×, / and square roots,
in the same order as in `page/script/drawing.js`; `tests/browser/test_both_languages.py` compares
them.

>>> points_along("AA_A.f_", 12)[[0, 1, -1]].round(3)
array([[-0.9  , -1.   ],
       [-0.7  , -1.   ],
       [-0.016,  1.   ]])
"""

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from math import sqrt
from typing import Any, TypeAlias

import numpy as np
import param

from gaussians.kit.noise import Floats

MOST_POINTS, MOST_STROKES = 200, 12
LONGEST = 2 * MOST_POINTS + MOST_STROKES - 1  # characters
SIDE = 63  # steps of the grid from edge to edge

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_WRITTEN = re.compile(r"([\w-]{2})+(\.([\w-]{2})+)*", re.ASCII)

Stroke: TypeAlias = list[tuple[int, int]]


class Drawing(param.String):  # type: ignore[type-arg]  # older ones have none
    """A parameter that is drawn by hand; it has a point at least.

    Its label begins a sentence: “Your drawing cannot be read”.
    """

    def __init__(self, default: str, *, label: str = "Your drawing") -> None:
        super().__init__(default, label=label)

    def _validate_value(self, val: Any, allow_None: bool) -> None:
        super()._validate_value(val, allow_None)
        if problem := misdrawn(val):
            raise ValueError(f"{self.label} {problem}")


def misdrawn(text: str) -> str:
    """Say, as the end of a sentence, what is wrong with a text as a drawing; nothing if it is one.

    >>> misdrawn("AA_A.f_"), misdrawn("AA_")
    ('', 'cannot be read')
    """
    if len(text) > LONGEST or text.count(".") >= MOST_STROKES:
        return _TOO_MUCH
    if text == "":
        return "has one point at least"
    if not _WRITTEN.fullmatch(text):
        return "cannot be read"
    return _TOO_MUCH if len(text.replace(".", "")) > 2 * MOST_POINTS else ""


_TOO_MUCH = f"has at most {MOST_POINTS} points, in at most {MOST_STROKES} strokes"


def strokes(text: str) -> list[Stroke]:
    """Return the points of each stroke, on the grid; a pen that rests makes no other point.

    >>> strokes("AAAA_A.f_")
    [[(0, 0), (63, 0)], [(31, 63)]]
    """
    return [_points(stroke) for stroke in text.split(".")]


def _points(stroke: str) -> Stroke:
    places = [_LETTERS.index(letter) for letter in stroke]
    points = list(zip(places[::2], places[1::2], strict=True))
    return [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]


@lru_cache(maxsize=64)
def points_along(text: str, count: int) -> Floats:
    """Return points evenly along the strokes of a drawing, read-only, shape (count, 2).

    Each stroke has one point, and of the others a share by its length, to which a dot as wide as a
    step of the grid is added. The square is that from -1 to 1.
    """
    if count < MOST_STROKES:
        raise ValueError(f"`count` must be at least {MOST_STROKES}, one a stroke, got {count}")
    drawn = strokes(text)
    ends = [*accumulate(1 + _ends(stroke)[-1] for stroke in drawn)]  # sum() would round otherwise
    points: list[tuple[float, float]] = []
    for number, (stroke, end) in enumerate(zip(drawn, ends, strict=True), start=1):
        until = number + int((count - len(drawn)) * (end / ends[-1]))
        points += _evenly(stroke, until - len(points))
    found = np.array([[(2 * x - SIDE) / SIDE, (2 * y - SIDE) / SIDE] for x, y in points])
    found.flags.writeable = False
    return found


def _ends(stroke: Stroke) -> list[float]:
    """Return how long a stroke is up to each of its points."""
    steps = (sqrt((x - a) * (x - a) + (y - b) * (y - b)) for (a, b), (x, y) in pairwise(stroke))
    return [*accumulate(steps, initial=0.0)]


def _evenly(stroke: Stroke, count: int) -> list[tuple[float, float]]:
    """Return so many points of a stroke, each in the middle of its part."""
    ends = _ends(stroke)
    points: list[tuple[float, float]] = []
    at = 0
    for number in range(count):
        sought = ends[-1] * ((number + 0.5) / count)
        while at < len(stroke) - 2 and ends[at + 1] <= sought:
            at += 1
        (a, b), (x, y) = stroke[at], stroke[min(at + 1, len(stroke) - 1)]
        share = (sought - ends[at]) / (ends[at + 1] - ends[at]) if len(stroke) > 1 else 0.0
        points.append((a + (x - a) * share, b + (y - b) * share))
    return points
