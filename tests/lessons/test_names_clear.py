"""Names in the figure can be read: none is under another one, under a handle or under a dot.

Sizes are in pixels: of planes on a small phone, and of two planes side by side on a laptop. There
handles keep clear as far as fingers and mice reach; on the phone, as far as one sees them.
"""

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import numpy as np
import param
import pytest

from gaussians.kit.drawing import Drawing
from gaussians.kit.lesson import Array, Lesson
from gaussians.kit.parts import Image, Labels, Plane, Points
from gaussians.lessons import LESSONS

SCREENS = {"phone": (290, 13), "laptop": (392, 22)}  # sides of a plane, radii of a handle
HIGH, SLACK = 22, 2  # of a line of text; a name has that much ground around it
WIDE = {"%": 14, " ": 4, "₁": 7, "₂": 7, "′": 4}  # 10 for other signs
STATES = [(key, state) for key in LESSONS for state in ({}, *LESSONS[key].presets.values())]


def names(plane: Plane, places: dict[str, Array]) -> Iterator[tuple[str, Array, Array]]:
    """Yield each name that is in the plane, its middle, and half of its width and height."""
    for mark, look in plane.marks.items():
        if isinstance(look, Labels):
            for text, place in zip(look.texts, places[mark], strict=True):
                if np.isfinite(place).all():
                    wide = sum(WIDE.get(sign, 10) for sign in text) + 2 * SLACK
                    yield text, place, np.array([wide, HIGH]) / 2


def discs(plane: Plane, lesson: Lesson, places: dict[str, Array], handle: int) -> Iterator[Any]:
    """Yield what names keep clear of: a name, a place, a radius."""
    for mark, look in plane.marks.items():
        if isinstance(look, Points) and look.size >= 8:
            yield from ((mark, place, look.size / 2) for place in places[mark])
    for part in plane.handles:
        if part.x and part.y and lesson.holds(part.when):
            yield part.label, places[part.mark][0], handle


def overlaps(
    lesson: Lesson, marks: dict[str, Array], side: int, handle: int
) -> list[tuple[str, str]]:
    found = []
    for plane in (lesson.planes[name] for name in lesson.planes_in_sight()):
        (left, right), (low, high) = plane.x, plane.y
        places = {
            mark: side * (marks[mark] - [left, low]) / [right - left, high - low]
            for mark, look in plane.marks.items()
            if not isinstance(look, Image)
        }
        seen = [n for n in names(plane, places) if (abs(n[1] - side / 2) < side / 2).all()]
        for (one, place, half), (other, its, its_half) in combinations(seen, 2):
            if (abs(place - its) < half + its_half - SLACK).all():
                found.append((one, other))
        for (one, place, half), (other, its, radius) in product(
            seen, discs(plane, lesson, places, handle)
        ):
            if np.hypot(*np.maximum(abs(place - its) - half, 0)) < radius - SLACK:
                found.append((one, other))
    return found


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("key", "state"), STATES)
def test_no_name_is_covered_at_the_start_or_in_a_preset(
    key: str, state: dict[str, Any], screen: str
) -> None:
    lesson = LESSONS[key](**state)
    assert overlaps(lesson, lesson.scene().marks, *SCREENS[screen]) == []


def anywhere(lesson: type[Lesson], random: np.random.Generator) -> Lesson:
    """Return a lesson in some state, with any of its first hundred points to follow."""
    state: dict[str, Any] = {}
    for key in lesson.names():
        parameter: Any = lesson.param[key]
        if isinstance(parameter, param.Selector):
            state[key] = str(random.choice(parameter.objects))
            continue
        if isinstance(parameter, Drawing):
            continue
        bounds: tuple[float, float] = parameter.bounds
        if isinstance(parameter, param.Integer):
            low = int(bounds[0])
            state[key] = int(random.integers(low, int(max(low, min(bounds[1], 100))) + 1))
        else:
            state[key] = random.uniform(*bounds)
    return lesson(**state)


@pytest.mark.parametrize("key", LESSONS)
def test_nearly_nowhere_else_either(key: str) -> None:
    random = np.random.default_rng(0)
    states = [anywhere(LESSONS[key], random) for _ in range(30)]
    marks = [state.scene().marks for state in states]
    for screen in SCREENS.values():
        covered = [bool(overlaps(*each, *screen)) for each in zip(states, marks, strict=True)]
        assert sum(covered) <= 6
