"""What a scene makes is what its lesson's planes draw and what its words show."""

from collections.abc import Iterator
from itertools import chain, product
from typing import Any

import numpy as np

from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Button, Labels


def is_number(value: Any) -> bool:
    """Tell whether a value is one real number, Python's or numpy's."""
    return np.ndim(value) == 0 and np.asarray(value).dtype.kind in "biuf"


def scenes(lesson: type[Lesson]) -> Iterator[str]:
    """Yield what does not fit between a lesson's parts and its scene, whatever is chosen."""
    choices = lesson.choices()
    for values in product(*choices.values()):
        state = dict(zip(choices, values, strict=True))
        where = f" with {state}" if state else ""
        try:
            scene = lesson(**state).scene()
        except Exception as error:
            what = f"the scene of the lesson {lesson.__name__} fails{where}"
            raise ValueError(f"{what}: {type(error).__name__}: {error}") from error
        for problem in chain(_marks(lesson, scene), _readouts(lesson, scene)):
            yield problem + where


def _marks(lesson: type[Lesson], scene: Scene) -> Iterator[str]:
    looks = lesson.marks()
    for name in sorted(looks.keys() - scene.marks.keys()):
        yield f"its scene does not make {name!r}, a mark of its planes"
    for name, points in scene.marks.items():
        if name not in looks:
            yield f"its scene makes the mark {name!r}, which is in none of its planes"
        elif np.ndim(points) != 2 or np.shape(points)[1] != 2:
            yield f"its mark {name!r} has the shape {np.shape(points)}, not (n, 2)"
        elif isinstance(look := looks[name], Labels) and len(points) != len(look.texts):
            yield f"its mark {name!r} has {len(look.texts)} texts for {len(points)} points"


def _readouts(lesson: type[Lesson], scene: Scene) -> Iterator[str]:
    used = dict(lesson.words().slots)
    for control in lesson.each_control():
        if isinstance(control, Button):
            used |= dict.fromkeys(control.sets.values(), f"the button {control.name!r}")
    for name in sorted(used.keys() - scene.readouts.keys()):
        yield f"{used[name]}: there is no readout {name!r}, its scene does not make it"
    for name, value in scene.readouts.items():
        if name not in used:
            yield f"nothing in its words shows the readout {name!r}, nor does a button use it"
        if not isinstance(value, str) and not is_number(value):
            yield f"its readout {name!r} is neither a number nor a text"
