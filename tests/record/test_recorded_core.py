"""Scenes call the core: a law of recorded numbers maps the lesson's own points."""

import re
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
import param
import pytest
from computed import Run
from recorded_laws import CASES, Wrap, compare

from gaussians import AffineMap, Gaussian
from gaussians.kit.lesson import Lesson, Scene
from gaussians.record import CannotRecordError, record


def mapping(law: Callable[[Any], Any]) -> type[Lesson]:
    """Return a lesson that maps noise, a fixed curve, and a point."""

    class Mapped(Lesson):
        key = "mapped"
        planes: ClassVar = {}  # nobody looks at it
        a = param.Number(1.0, bounds=(-2, 2))
        t = param.Number(0.5, bounds=(-2, 2))
        n = param.Integer(100, bounds=(10, 200))

        def scene(self) -> Scene:
            change = law(self)
            points = {"cloud": self.draws(self.n), "curve": self.fixed["circles"]}
            image = change(np.array([self.t, 1.0]))
            return Scene({name: change(x) for name, x in points.items()}, {"image": image[1]})

    return Mapped


def factor(lesson: Any) -> tuple[Any, Any]:
    return np.array([[lesson.a, 0.5], [-1.0, lesson.a]]), np.array([lesson.t, 1.0])


def by_hand(lesson: Any) -> Any:
    A, t = factor(lesson)
    return lambda x: x @ A.T + t


@pytest.mark.parametrize(
    "law",
    [lambda s: Gaussian(*factor(s)).transform, lambda s: AffineMap(*factor(s))],
    ids=["transform", "map"],
)
def test_what_the_core_maps_takes_no_more_steps_than_by_hand(law: Callable[[Any], Any]) -> None:
    assert record(mapping(law)) == record(mapping(by_hand))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_recorder_has_words_for_all_that_the_core_does(case: Callable[[Wrap], Any]) -> None:
    run = Run()
    compare(case(np.array), case(run.record), run.reveal)


def test_points_of_another_dimension_are_refused() -> None:
    line = mapping(lambda s: Gaussian([[s.a]], [s.t]).transform)
    with pytest.raises(CannotRecordError, match=r"`eps` must have shape \(..., 1\)"):
        record(line)


def read(scene: Callable[[Any], Any]) -> type[Lesson]:
    """Return a lesson with one readout."""

    class Read(Lesson):
        key = "read"
        planes: ClassVar = {}  # nobody looks at it
        a = param.Number(1.0, bounds=(-2, 2))
        t = param.Number(0.5, bounds=(-2, 2))
        n = param.Integer(100, bounds=(10, 200))

        def scene(self) -> Scene:
            return Scene({}, {"r": scene(self)})

    return Read


def test_a_density_along_points_is_as_few_steps_as_by_hand() -> None:
    """Per point: two differences, four products and two sums of A⁻¹, and what the density asks."""
    written = record(read(lambda s: Gaussian(*factor(s)).pdf(s.draws(s.n)).mean()))
    loop = written[written.index("for (let i") :].split("}")[0]
    assert len(re.findall(r"s\d+ = ", loop)) == 2 + 6 + 3 + 1 + 1 + 1
