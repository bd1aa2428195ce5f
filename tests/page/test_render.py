"""A page is whole: escaped, readable by its own script, and in need of no other host."""

import json
import re

import pytest

from gaussians.kit.check import RESERVED
from gaussians.kit.lesson import Lesson
from gaussians.kit.words.refuse import CLASSES
from gaussians.lessons import LESSONS
from gaussians.lessons.reparameterization.lesson import Reparameterization
from gaussians.page.address import SERVED_KEYS
from gaussians.page.course import course_of
from gaussians.page.render import css, render

every_lesson = pytest.mark.parametrize("lesson_class", LESSONS.values(), ids=LESSONS)


def written(lesson: type[Lesson], **query: str) -> str:
    return render(
        lesson(),
        {key: [text] for key, text in query.items()},
        {},
        course=course_of(LESSONS, home="?", link="?lesson={}"),
        keys=SERVED_KEYS,
    )


def test_each_class_that_words_may_have_looks_like_something() -> None:
    assert {name for name in CLASSES if not re.search(rf"\.{name}\b", css())} == set()


@every_lesson
def test_a_page_names_no_foreign_host(lesson_class: type[Lesson]) -> None:
    urls = re.findall(r'(?:src|href)="([^"]*)"', written(lesson_class))
    assert urls
    assert all(url.startswith(("?", "#figure", "data:")) for url in urls)
    inserted = re.findall(r"url\(([^#].{4})", written(lesson_class))  # # is in the page itself
    assert inserted == ["data:"] * 2  # the fonts


@every_lesson
def test_an_embedded_lesson_has_figure_controls_and_readouts_only(
    lesson_class: type[Lesson],
) -> None:
    whole, embedded = written(lesson_class), written(lesson_class, embed="1")
    for part in ("<h1>", 'id="bar"', "Skip to", 'id="story"'):
        assert part in whole
        assert part not in embedded
    for part in ('id="figure"', 'id="controls"', 'id="equation"', 'id="proofs"'):
        assert part in embedded


def test_the_script_gets_the_present_state_and_the_start() -> None:
    html = written(Reparameterization, rho="0.5")
    match = re.search(r'<script type="application/json" id="config">(.*?)</script>', html)
    assert match
    config = json.loads(match[1])
    assert config["asked"]["state"]["rho"] == 0.5
    assert config["start"]["rho"] == 0
    assert config["readouts"]["eps1"] is None  # NaN is no JSON
    assert config["numbers"]["n"] == {
        "label": "number of points", "low": 100, "high": 5000, "step": 100, "whole": True
    }  # fmt: skip


def test_what_a_stranger_wrote_is_escaped() -> None:
    html = written(Reparameterization, **{"<script>alert(1)</script>": "1"})
    assert "<script>alert" not in html
    assert "\\u003cscript>alert" in html


def test_every_control_has_a_label() -> None:
    html = written(Reparameterization)
    for key in re.findall(r'<input[^>]* id="(\w+)"', html):
        assert f'for="{key}"' in html
    for tag in re.findall(r"<input[^>]*>", html):
        assert ' id="' in tag or "aria-label" in tag or 'type="radio"' in tag, tag


def test_names_that_the_page_uses_itself_are_kept_from_lessons() -> None:
    html = re.sub(r'<form id="controls".*?</form>', "", written(Reparameterization), flags=re.S)
    ids = set(re.findall(r' id="([a-z]+)"', html))
    assert "figure" in ids
    assert ids | SERVED_KEYS.keys() | {"lesson", "hide", "step", "controls", "share"} == RESERVED
