"""Recorded scenes, run by a real browser."""

import json
import math
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from page_script import SCRIPT
from playwright.sync_api import Browser

from gaussians.kit.images import as_points
from gaussians.kit.lesson import Array, Lesson
from gaussians.kit.parts import Image, Points
from gaussians.page import modules
from gaussians.record import record

# Every 31st point of each mark, for all points of a mark are computed alike. What is given and what
# is found are texts: drivers pass on thousands of numbers one by one.
_RUN = """([source, states, fixed, samples, written]) => {
  const scene = eval(source);
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const floats = (text) => new Float64Array(bytes(text).buffer);
  const each = (object, make) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, make(value)]));
  const columns = (array) => each(array, (texts) => texts.map((text) => [...floats(text)]));
  const [data, counted] = [columns(fixed), each(samples, columns)];
  const noises = each(written, (own) => each(own, floats));
  return JSON.stringify(states.map((p) => {
    const marks = {}, readouts = {};
    const empty = (count) => [new Float64Array(count), new Float64Array(count)];
    const out = (name, count) => (marks[name] ??= empty(count));
    const { ready, still, move, drawings } = scene(p);
    const drawn = { ...noises[p.seed], ...counted[p.seed], ...drawnIn(p, drawings) };
    const arrays = { ...data, ...drawn };
    const made = ready(p, arrays);
    still(p, arrays, made, out, null);
    move(p, arrays, made, out, null);
    move(p, arrays, made, null, readouts);
    for (const key in marks) marks[key] = marks[key].map((x) => [...x].filter((_, i) => !(i % 31)));
    return { marks, readouts };
  }), (_, x) => (typeof x === "number" && !Number.isFinite(x) ? { number: String(x) } : x));
}"""


def run(browser: Browser, lesson: type[Lesson], states: Sequence[dict[str, Any]]) -> Iterator[Any]:
    """Yield the marks and readouts of each state."""
    fixed = {name: _columns(array) for name, array in lesson.fixed.items()}
    seeds = {state["seed"] for state in states}
    samples = {
        seed: {name: _columns(lesson(seed=seed).counts(name)) for name in lesson.samples}
        for seed in seeds
    }
    noises = {
        seed: {name: _written(lesson(seed=seed).table(name)) for name in lesson.noises}
        for seed in seeds
    }
    given, page = json.dumps([record(lesson), states, fixed, samples, noises]), browser.new_page()
    join = modules.join(SCRIPT / "drawing.js")
    found = page.evaluate(f"(given) => {{ {join}\nreturn ({_RUN})(JSON.parse(given)); }}", given)
    page.close()
    yield from json.loads(found, object_hook=_read)


def _read(found: dict[str, Any]) -> Any:
    """Return a number that JSON has no word for, or what was found as it is."""
    return float(found["number"]) if found.keys() == {"number"} else found


def compare(found: dict[str, Any], lesson: Lesson) -> None:
    """Assert that a browser's scene is numpy's, each mark in sight and readout by its name."""
    unseen = lesson.marks().keys() - lesson.marks_in_sight()
    every, readouts = lesson.scene()
    marks = {name: _as_drawn(array) for name, array in every.items() if name not in unseen}
    assert found["marks"].keys() == marks.keys()
    assert found["readouts"].keys() == readouts.keys()
    for name, points in marks.items():
        actual = np.array(found["marks"][name], dtype=float).T
        if not np.allclose(actual, points[::31], rtol=1e-12, atol=1e-12, equal_nan=True):
            what = f"the mark {name!r}, every 31st point, of {lesson}"
            np.testing.assert_allclose(actual, points[::31], 1e-12, 1e-12, err_msg=what)
    for name, value in readouts.items():
        actual, what = found["readouts"][name], f"the readout {name!r} of {lesson}"
        if isinstance(value, str):
            assert actual == value, what
        else:
            is_near = _is_near(float(actual), float(value))
            assert is_near, f"{what}: {actual}, not {value}"


def _is_near(actual: float, expected: float) -> bool:
    both_missing = math.isnan(actual) and math.isnan(expected)
    return both_missing or math.isclose(actual, expected, rel_tol=1e-12, abs_tol=1e-12)


def _as_drawn(array: Array) -> Array:
    """Return points as they are, and an image as the page has it."""
    return as_points(Points("noise") if array.shape[1] == 2 else Image("noise"), array)


def _columns(array: Array) -> list[str]:
    return [_written(np.asarray(column, np.float64)) for column in array.T]


def _written(noise: Array) -> str:
    return b64encode(noise.tobytes()).decode()
