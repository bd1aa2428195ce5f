"""A lesson's picture for the contents list."""

import re

import numpy as np
import pytest

from gaussians.kit.curves import RADII
from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS
from gaussians.page.portrait import portrait


@pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)
def test_all_that_is_finite_is_drawn_and_pieces_stay_apart(lesson_class: type[Lesson]) -> None:
    svg = str(portrait(lesson_class))
    assert not re.search("nan|inf", svg)
    begun = [line.count("M") for line in re.findall(r' d="([^"]*)"', svg) if "h0" not in line]
    assert len(RADII) in begun  # circles
    places = np.array(re.findall(r"[ML](\S+) ([-\d.]+)", svg), dtype=float)
    assert np.ptp(places, axis=0).min() > 50
