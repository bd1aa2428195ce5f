"""Every recorded scene, run by a real browser, against numpy over all that sliders can set."""

from itertools import cycle, product
from typing import Any

import numpy as np
import param
import pytest
from playwright.sync_api import Browser
from recorded_pages import compare, run

from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS

STATES = 36  # of each kind
_MOST = 900  # above the least of a whole number: noise is long enough, and numpy is asked quickly


def numbers(lesson: type[Lesson]) -> dict[str, tuple[float, float]]:
    """Bounds of all sliders."""
    return {
        key: lesson.param[key].bounds
        for key in lesson.names()
        if type(lesson.param[key]) is param.Number
    }


def counts(lesson: type[Lesson]) -> dict[str, tuple[int, int]]:
    """Bounds of whole numbers: of points, of a point, of a seed."""
    bounds = {
        key: lesson.param[key].bounds
        for key in lesson.names()
        if isinstance(lesson.param[key], param.Integer)
    }
    return {key: (low, min(high, low + _MOST)) for key, (low, high) in bounds.items()}


def corners(lesson: type[Lesson], count: int = STATES) -> list[dict[str, Any]]:
    """Ends of all sliders, of which there are thousands: any three of them meet in some."""
    rng = np.random.default_rng(2)
    return [
        {key: ends[rng.integers(2)] for key, ends in numbers(lesson).items()} for _ in range(count)
    ]


def anywhere(lesson: type[Lesson], count: int = STATES) -> list[dict[str, Any]]:
    rng = np.random.default_rng(0)
    return [
        {key: round(float(rng.uniform(*bounds)), 2) for key, bounds in numbers(lesson).items()}
        | {key: int(rng.integers(*ends, endpoint=True)) for key, ends in counts(lesson).items()}
        | {"seed": int(rng.integers(2))}
        for _ in range(count)
    ]


def coarse(lesson: type[Lesson], count: int = STATES) -> list[dict[str, Any]]:
    """Presets, and a few values of each slider: equal scales, right angles and rank 1 are common.

    There a rounding error must not decide what is drawn, for a browser may round otherwise.
    """
    rng = np.random.default_rng(1)
    return [*lesson.presets.values()] + [
        {
            key: round(float(low + (high - low) * rng.integers(7) / 6), 2)
            for key, (low, high) in numbers(lesson).items()
        }
        for _ in range(count)
    ]


def every_choice(lesson: type[Lesson]) -> list[dict[str, Any]]:
    choices = lesson.choices()
    return [dict(zip(choices, values, strict=True)) for values in product(*choices.values())]


@pytest.mark.parametrize("key", LESSONS)
def test_a_browser_computes_what_numpy_computes(browser: Browser, key: str) -> None:
    lesson = LESSONS[key]
    few = {key: low for key, (low, _) in counts(lesson).items()}
    states = [
        lesson(**{**few, **choice, **place}).state()
        for where in (corners, anywhere, coarse)
        for choice, place in zip(cycle(every_choice(lesson)), where(lesson), strict=False)
    ]
    for state, found in zip(states, run(browser, lesson, states), strict=True):
        compare(found, lesson(**state))
