"""A lesson's picture for the contents list."""

import re

import numpy as np
import pytest
from pieces import pieces
from shaded import Shaded

from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Area, Bars, Curve
from gaussians.lessons import LESSONS
from gaussians.lessons.diffusion.lesson import Diffusion
from gaussians.page.paths import placed
from gaussians.page.portrait import SIZE, portrait


@pytest.mark.parametrize("lesson_class", [*LESSONS.values(), Shaded], ids=[*LESSONS, "shaded"])
def test_all_that_is_finite_is_drawn_and_pieces_stay_apart(lesson_class: type[Lesson]) -> None:
    svg = str(portrait(lesson_class))
    assert not re.search("nan|inf", svg)
    drawn = re.sub('<g class="image.*?</g>', "", svg)
    lines = [line for line in re.findall(r' d="([^"]*)"', drawn) if "h0" not in line]
    name, state = lesson_class.portrait
    marks = lesson_class(**state).scene().marks
    looks = lesson_class.planes[name].marks.items()
    curves = [marks[mark] for mark, look in looks if isinstance(look, Curve | Area | Bars)]
    counts = [sum(len(piece) > 0 for piece in pieces(curve)) for curve in curves]
    assert [line.count("M") for line in lines] == [count for count in counts if count]
    places = np.array(re.findall(r"[ML](\S+) ([-\d.]+)", svg), dtype=float)
    assert np.ptp(places, axis=0).min() > 50


def test_dots_are_from_all_of_a_cloud() -> None:
    class Begun(Diffusion):
        portrait = "points", {"t": 0.0}

    def drawn(dot: np.ndarray) -> bool:
        place = placed(Begun.planes["points"], dot[None], SIZE)[0]
        return bool((np.abs(places - place).max(axis=1) < 2).any())

    places = np.array(re.findall(r"M(\S+) ([-\d.]+)h0", str(portrait(Begun))), dtype=float)
    begun: type[Lesson] = Begun
    letters = begun().scene().marks["data"]
    assert all(drawn(dot) for dot in letters[::10])
    assert drawn(letters[-1])
