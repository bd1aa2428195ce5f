"""The python engine: a state comes, numpy computes its scene, and the numbers go back.

An answer depends on its question alone, so nothing of a reader is kept between the two: a line that
breaks, or a server that starts anew, loses nothing.
"""

import json
import logging
from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.kit.accept import abridge, accept
from gaussians.kit.lesson import Array, Lesson, Scene
from gaussians.stage.figure import columns

_log = logging.getLogger(__name__)
_NUMBER = 8  # bytes


def answer(lesson: type[Lesson], question: object) -> bytes:
    """Compute what a page asks for; no question, however odd, is an error.

    Parameters
    ----------
    lesson
        Which lesson the page shows.
    question
        A state: values by name. Those that are odd, and those that it lacks, stay as the lesson
        starts.

    Returns
    -------
    bytes
        See `pack`.
    """
    shown = lesson()
    try:
        problems = accept(shown, question if isinstance(question, Mapping) else {})
        return pack(shown, shown.scene(), abridge(problems))
    except Exception:
        _log.exception("no scene for the state %.1000r", question)
        failed = "This could not be computed; the figure shows the last state that could."
        return pack(shown, Scene({}, {}), [failed])


def pack(lesson: Lesson, scene: Scene, problems: list[str]) -> bytes:
    """Write a scene as the page reads it (`script/answers.js`).

    First comes a text, JSON: `state` and `problems`, `marks` in sight with their number of points,
    names of the `numbers` and what is said in `words`. Then come the numbers, 8 bytes each: x and y
    of each mark, and the readouts. Nothing is rounded, and NaN is a number, too. The first 4 bytes
    tell how long the text is.
    """
    looks, seen = lesson.marks(), lesson.marks_in_sight()
    points = {
        name: columns(looks[name], array) for name, array in scene.marks.items() if name in seen
    }
    words = {key: value for key, value in scene.readouts.items() if isinstance(value, str)}
    numbers = {key: value for key, value in scene.readouts.items() if key not in words}
    head = _aligned(
        {
            "state": lesson.state(),
            "problems": problems,
            "marks": {name: len(each["x"]) for name, each in points.items()},
            "numbers": list(numbers),
            "words": words,
        }
    )
    arrays = [each[axis] for each in points.values() for axis in "xy"]
    body = [_bytes(array) for array in (*arrays, np.array([*numbers.values()], dtype=float))]
    return b"".join([len(head).to_bytes(4, "little"), head, *body])


def _aligned(head: dict[str, Any]) -> bytes:
    """Write the text so that numbers after it begin where a browser may read them."""
    text = json.dumps(head).encode()
    return text + b" " * (-(len(text) + 4) % _NUMBER)


def _bytes(array: Array) -> bytes:
    return np.ascontiguousarray(array, dtype="<f8").tobytes()
