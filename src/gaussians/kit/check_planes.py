"""What fills a whole plane, images and hands, fits together with what else is in it."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Image


def images(lesson: type[Lesson]) -> Iterator[str]:
    """Yield images that would hide other marks, and handles that stand on one."""
    for key, plane in lesson.planes.items():
        marks = plane.marks.items()
        others = [name for name, look in marks if not isinstance(look, Image)]
        for mark in [name for name, look in marks if isinstance(look, Image)]:
            what = f"the image {mark!r} of the plane {key!r}"
            if others and list(plane.marks).index(mark) > list(plane.marks).index(others[0]):
                yield f"{what} comes after {others[0]!r}, but images lie under all other marks"
            for handle in plane.handles:
                if handle.mark == mark:
                    yield f"the handle {handle.label!r} stands on {what}, which is at no point"


def places(lesson: type[Lesson]) -> Iterator[str]:
    """Yield planes that a click changes, and that have other uses for it, or none for keys."""
    for key, plane in lesson.planes.items():
        if not plane.place:
            continue
        what = f"the plane {key!r} has `place`"
        if not any((each.x, each.y, each.scale) == (*plane.place, 1) for each in plane.handles):
            yield f"{what}, but no handle that moves {' and '.join(plane.place)}, as keys need it"
        for other in ("turns", "draws"):
            if getattr(plane, other):
                yield f"{what} and `{other}`, but a drag of a picture does one thing only"
        for number, marks in lesson.picks.items():
            if not plane.marks.keys().isdisjoint(marks):
                yield f"{what}, and `picks` of {number!r} has marks of it: a click does one thing"


def image_of(name: str, array: Any) -> Iterator[str]:
    """Yield what an array is instead of an image."""
    shape, kind = np.shape(array), np.asarray(array).dtype.kind
    if len(shape) != 2 or 0 in shape:
        yield f"its image {name!r} has the shape {shape}, not (rows, columns)"
    elif kind not in "biuf" or not np.isfinite(array).all():
        yield f"its image {name!r} has cells that are no numbers"
    elif np.min(array) < -_ROUNDING or np.max(array) > 1 + _ROUNDING:
        ends = f"from {np.min(array):g} to {np.max(array):g}".replace("-", "−")
        yield f"its image {name!r} goes {ends}, not from 0 to 1"


_ROUNDING = 1e-9
