"""A printed lesson: words, numbers and the figure, on one or two pages, and nothing to press."""

import re
from itertools import combinations

import pytest
from tabs import Borrow
from views import FULLEST

from gaussians.lessons import CHAPTERS
from gaussians.stage.palette import DARK, LIGHT, PAGE_LIGHT

FIRST = [lessons[0] for lessons in CHAPTERS.values() if lessons]
QUERIES = [*(FULLEST[key].query for key in FIRST), "lesson=affine&embed=1"]

# What is to be read besides the figure.
_SECTIONS = """() => [
  ...document.querySelectorAll("h1, .lead, #equation, #proofs section, #story > *"),
].filter((one) => one.checkVisibility()).length"""

# What stands where on the paper, from above, and what the pieces of the figure look like.
_PAPER = """() => {
  const parts = document.querySelectorAll(
    "h1, .lead, #figure > svg, .plane, #equation, #proofs section, #story > *");
  const box = (element) => element.getBoundingClientRect().toJSON();
  const body = getComputedStyle(document.body);
  return {
    boxes: [...parts].filter((part) => part.checkVisibility()).map(box),
    figure: box(document.querySelector("#figure > svg")),
    main: box(document.querySelector("main")),
    svg: document.querySelector("#figure > svg").outerHTML,
    ink: body.color,
    pressable: [...document.querySelectorAll("button, input, summary, nav a")]
      .filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80)),
  };
}"""


@pytest.mark.parametrize("query", QUERIES)
def test_paper_is_light_and_has_the_figure_at_its_width(
    tab: Borrow, course: str, query: str
) -> None:
    watched = tab(color_scheme="dark", viewport={"width": 900, "height": 800})
    page = watched.open(f"{course}?{query}&theme=dark")
    screen = page.locator("#figure").screenshot()
    count = "() => { window.printed = document.querySelectorAll('#figure > svg').length; }"
    page.evaluate(f"addEventListener('beforeprint', {count})")
    sections = page.evaluate(_SECTIONS)
    pdf = page.pdf(format="A4")
    assert page.evaluate("printed") == 1
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
    assert page.locator("#figure > svg").count() == 0
    assert page.locator("#figure").screenshot() == screen

    page.set_viewport_size({"width": 703, "height": 1032})  # A4 without its margins
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = page.evaluate(_PAPER)
    assert paper["pressable"] == []
    assert paper["figure"]["width"] == pytest.approx(paper["main"]["width"], abs=1)
    assert paper["figure"]["width"] > 690
    ink = tuple(bytes.fromhex(PAGE_LIGHT["ink"][1:]))
    assert paper["ink"] == f"rgb{ink}"
    used = [role for role, color in LIGHT.items() if color in paper["svg"].lower()]
    assert used
    assert not any(DARK[role] in paper["svg"].lower() for role in used)
    assert len(paper["boxes"]) == sections + 1
    for one, next_one in combinations(paper["boxes"], 2):
        beside = one["right"] <= next_one["left"] + 1 or next_one["right"] <= one["left"] + 1
        assert beside or one["bottom"] <= next_one["top"] + 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    watched.check()
