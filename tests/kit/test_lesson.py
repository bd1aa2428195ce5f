"""What holds for every lesson, beyond that its parts fit together."""

import re

import pytest

from gaussians.kit.accept import accept
from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Button, Labels, Points
from gaussians.lessons import LESSONS

every_lesson = pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)


@every_lesson
def test_what_a_button_sets_is_within_bounds(lesson_class: type[Lesson]) -> None:
    lesson = lesson_class()
    readouts = lesson.scene().readouts
    for button in (each for each in lesson.each_control() if isinstance(each, Button)):
        assert accept(lesson, {key: float(readouts[n]) for key, n in button.sets.items()}) == []


@every_lesson
def test_word_slots_have_a_word_for_every_value(lesson_class: type[Lesson]) -> None:
    words = lesson_class.words()
    html = "".join((words.lead, words.equation, words.proofs, words.story, words.description))
    slots = re.findall(r'data-readout="(\w+)" data-format="([^"]*\|[^"]*)"', html)
    for preset in ({}, *lesson_class.presets.values()):
        readouts = lesson_class(**preset).scene().readouts
        for key, words in slots:
            assert int(readouts[key]) in range(len(words.split("|")))


@every_lesson
def test_no_label_of_a_contour_hides_a_dot(lesson_class: type[Lesson]) -> None:
    for plane in lesson_class.planes.values():
        looks = list(plane.marks.values())
        labels = [
            i for i, look in enumerate(looks) if isinstance(look, Labels) and "%" in str(look)
        ]
        dots = [i for i, look in enumerate(looks) if isinstance(look, Points) and look.size > 5]
        assert not labels or max(labels) < min(dots)
