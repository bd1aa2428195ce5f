"""The fonts of the pages: they have the letters that are listed, and what formulas need."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from gaussians.page import render

_PAGE = Path(render.__file__).parent


def letters(name: str) -> set[int]:
    return {ord(letter) for letter in (_PAGE / f"fonts/{name}.txt").read_text("utf-8")} - {10}


@pytest.mark.parametrize("name", ["mathematics", "signs"])
def test_a_font_has_every_letter_of_its_list(name: str) -> None:
    with TTFont(_PAGE / f"fonts/{name}.woff2") as font:
        assert letters(name) <= set(font.getBestCmap())


def test_the_mathematics_font_has_large_brackets_and_roots() -> None:
    with TTFont(_PAGE / "fonts/mathematics.woff2") as font:
        grow = font["MATH"].table.MathVariants.VertGlyphCoverage.glyphs
        names = font.getBestCmap()
        assert {names[ord(letter)] for letter in "()[]{}|‖√∑∫"} <= set(grow)


def test_the_style_asks_the_signs_font_for_its_signs_and_for_nothing_else() -> None:
    style = (_PAGE / "style/base.css").read_text("utf-8")
    (ranges,) = re.findall(r"unicode-range: ([^;]+);", style)
    asked = set()
    for first, last in re.findall(r"U\+(\w+)(?:-(\w+))?", ranges):
        asked |= set(range(int(first, 16), int(last or first, 16) + 1))
    assert asked >= letters("signs")
    assert all(chr(code).isascii() is False for code in asked)
