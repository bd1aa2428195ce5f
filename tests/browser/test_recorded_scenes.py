"""Every recorded scene, run by a real browser, against numpy over all that sliders can set."""

from collections.abc import Callable
from itertools import cycle, product
from typing import Any

import numpy as np
import param
import pytest
from playwright.sync_api import Browser

from gaussians.kit.lesson import Lesson
from gaussians.kit.noise import draw_noise
from gaussians.lessons import LESSONS
from gaussians.record import record

# Every 31st point of each mark, for all points of a mark are computed alike.
_RUN = """([source, states, fixed]) => {
  const scene = eval(source);
  return states.map((p) => {
    const marks = {}, readouts = {};
    const columns = (count) => [new Float64Array(count), new Float64Array(count)];
    const out = (name, count) => (marks[name] ??= columns(count));
    const { still, move } = scene(p);
    for (const part of [still, move]) part(p, { ...fixed, noise: fixed[p.seed] }, out, readouts);
    for (const key in marks) marks[key] = marks[key].map((x) => [...x].filter((_, i) => !(i % 31)));
    return { marks, readouts };
  });
}"""


def numbers(lesson: type[Lesson]) -> dict[str, tuple[float, float]]:
    """Bounds of all sliders but those that choose the noise."""
    return {
        key: lesson.param[key].bounds
        for key in lesson.names()
        if isinstance(lesson.param[key], param.Number) and key not in ("n", "seed", "point")
    }


def corners(lesson: type[Lesson], count: int = 200) -> list[dict[str, Any]]:
    """Ends of all sliders, of which there are thousands: any three of them meet in some."""
    rng = np.random.default_rng(2)
    return [
        {key: ends[rng.integers(2)] for key, ends in numbers(lesson).items()} for _ in range(count)
    ]


def anywhere(lesson: type[Lesson], count: int = 200) -> list[dict[str, Any]]:
    rng = np.random.default_rng(0)
    return [
        {key: round(float(rng.uniform(*bounds)), 2) for key, bounds in numbers(lesson).items()}
        | {"n": int(rng.integers(100, 1000)), "seed": int(rng.integers(3))}
        | ({"point": int(rng.integers(0, 200))} if "point" in lesson.names() else {})
        for _ in range(count)
    ]


def coarse(lesson: type[Lesson], count: int = 200) -> list[dict[str, Any]]:
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
    choices = {key: values for key, values in lesson.choices().items() if key != "view"}
    return [dict(zip(choices, values, strict=True)) for values in product(*choices.values())]


def compare(found: dict[str, Any], lesson: Lesson) -> None:
    """Assert that a browser's scene is numpy's."""
    marks, readouts = lesson.scene()
    assert found["marks"].keys() == marks.keys()
    assert found["readouts"].keys() == readouts.keys()
    texts = {key: value for key, value in readouts.items() if isinstance(value, str)}
    assert {key: found["readouts"][key] for key in texts} == texts
    expected = [points[::31].T.ravel() for points in marks.values()]
    actual = [np.array(found["marks"][name], dtype=float).ravel() for name in marks]
    expected.append(np.array([float(readouts[key]) for key in readouts if key not in texts]))
    actual.append(np.array([float(found["readouts"][key]) for key in readouts if key not in texts]))
    where = f"{[*marks, 'readouts']} at {lesson}"
    for one, other in zip(actual, expected, strict=True):
        assert one.shape == other.shape, where
    np.testing.assert_allclose(
        np.concatenate(actual), np.concatenate(expected), rtol=1e-12, atol=1e-12, err_msg=where
    )


@pytest.mark.parametrize("where", [corners, anywhere, coarse])
@pytest.mark.parametrize("key", LESSONS)
def test_a_browser_computes_what_numpy_computes(
    browser: Browser, key: str, where: Callable[[type[Lesson]], list[dict[str, Any]]]
) -> None:
    lesson = LESSONS[key]
    states = [
        lesson(**{"n": 100, **choice, **place}).state()
        for choice, place in zip(cycle(every_choice(lesson)), where(lesson), strict=False)
    ]
    fixed = {name: array.T.tolist() for name, array in lesson.fixed.items()}
    fixed |= {str(seed): draw_noise(seed).T.tolist() for seed in range(3)}
    page = browser.new_page()
    source = record(lesson)
    for first in range(0, len(states), 100):
        some = states[first : first + 100]
        for state, found in zip(some, page.evaluate(_RUN, [source, some, fixed]), strict=True):
            compare(found, lesson(**state))
    page.close()
