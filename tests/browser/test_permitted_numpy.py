"""Every example of the permitted numpy, done by a real browser, against numpy."""

from typing import Any

import numpy as np
from examples import Examples, example
from playwright.sync_api import Browser
from recorded_pages import run

STATES = [
    {"a": 0.5, "b": -0.25},
    {"a": 0.9, "b": 0.9},
    {"a": -0.7, "b": 0.3},
    {"a": -0.0, "b": 1e-9},
    {"a": 1.0, "b": -1.0},
]


def test_a_browser_does_what_numpy_does(browser: Browser) -> None:
    lesson: Any = Examples
    states = [lesson(**state).state() for state in STATES]
    for state, found in zip(states, run(browser, Examples, states), strict=True):
        with np.errstate(all="ignore"):
            expected = lesson(**state).scene().readouts
        assert found["readouts"].keys() == expected.keys()
        wrong = {
            f"{key}: {example(key)}": (found["readouts"][key], float(value))
            for key, value in expected.items()
            if not np.isclose(found["readouts"][key], value, rtol=1e-12, atol=1e-12, equal_nan=True)
        }
        assert not wrong, state
