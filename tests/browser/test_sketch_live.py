"""The first picture: Python's and the script's are one, it moves, and BokehJS's takes its place."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from lesson_page import drag_handle, slider
from page_script import call
from playwright.sync_api import Page, expect
from served import Watched
from sketched import assert_sketched

from gaussians.lessons import LESSONS

STATES: dict[str, dict[str, Any]] = {
    "bell": {"view": "areas", "limit": 1.5},
    "histogram": {"view": "sample", "sample": 12, "seed": 4},
    "reparameterization": {"rho": 0.7, "point": 3, "n": 700},
    "affine": {"a11": -1.5, "seed": 5},
    "chain": {"view": "planks", "r": 1.2, "n": 700},
    "conditioning": {"view": "proof", "c": -0.5},
    "moments": {"view": "areas", "n": 60, "a12": -1},
    "linear": {"view": "select", "keep1": 1, "n": 700},
    "projection": {"view": "shares", "turn": 100, "n": 700},
    "sum": {"view": "choose", "mu2": -2.5, "n": 700},
    "standard": {"view": "probe", "angle": 75},
    "gradient": {"view": "move", "f": "wave", "mu": 0.4},
    "density": {"view": "step", "taken": 5, "x1": 1.5},
    "diffusion": {"view": "gap", "picture": "drawn", "t": 9, "drawing": "AA__.A__A"},
    "network": {"way": 3.5, "bend": "relu", "n": 500},
    "score": {"view": "slope", "data": "spiral", "a": 0.8, "px": -1.2},
}


_BOKEH = "**/bokeh.**"


@pytest.fixture
def page(watched: Watched) -> Page:
    """Return a page whose BokehJS does not come, until it is let."""
    watched.page.route(_BOKEH, lambda _: None)
    return watched.page


@pytest.mark.parametrize("key", LESSONS)
def test_an_address_is_sketched_by_the_script_as_by_python(
    folder: Path, from_disk: Watched, key: str
) -> None:
    state, page = STATES[key], from_disk.page
    page.route(_BOKEH, lambda _: None)  # a picture without a figure after it
    page.goto(f"{(folder / f'{key}.html').as_uri()}?{urlencode(state)}")
    page.wait_for_selector("#figure.movable")
    assert_sketched(page, key, **state)


def test_hands_move_it_before_bokeh_is_there_and_then_the_figure_is_where_it_was(
    course: str, page: Page
) -> None:
    page.goto(f"{course}?lesson=affine&step=0")
    page.wait_for_selector("#figure.movable")
    box = page.locator(".handle[data-mark=shift]").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 60, steps=3)
    page.mouse.up()
    slider(page, "a21").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.getElementById('figure').ariaBusy !== 'true'")
    fields = page.locator("#controls input[type=text]").all()
    state = {str(field.get_attribute("data-key")): field.input_value() for field in fields}
    shown: dict[str, Any] = {key: float(text.replace("−", "-")) for key, text in state.items()}
    shown |= {"n": 500, "seed": 1}
    assert shown["t1"] > 1.5
    assert shown["a21"] == 0.45
    assert_sketched(page, "affine", **shown)


_LOOKS = """(names) => {
  const plot = Bokeh.documents.map((one) => one.get_model_by_name("x")).find(Boolean);
  adopt(plot);
  reveal(names && new Set(names));
  emphasize(names && new Set(names.slice(0, 1)));
  return Object.fromEntries(plot.renderers.map(({ name, visible, glyph }) =>
    [name, visible ? (glyph.line_alpha ?? glyph.fill_alpha ?? glyph.text_alpha).value : 0]));
}"""
_SHAPE_LOOKS = """(names) => {
  reveal(names && new Set(names));
  emphasize(names && new Set(names.slice(0, 1)));
  return Object.fromEntries([...document.querySelectorAll(".sketch > [data-mark]")].map((svg) => {
    const { display, opacity } = getComputedStyle(svg);
    return [svg.dataset.mark, display === "none" ? 0 : Number(opacity)];
  }));
}"""


def test_marks_hide_and_step_back_in_the_picture_and_in_the_figure(course: str, page: Page) -> None:
    names = ["columns", "cloud"]
    page.goto(f"{course}?lesson=affine")
    page.wait_for_selector("#figure.movable")
    some, every = call(page, "figure", _SHAPE_LOOKS, [[names], [None]])
    assert {name: look for name, look in some.items() if look} == {"columns": 1, "cloud": 0.2}
    assert set(every.values()) == {1}
    page.unroute_all(behavior="ignoreErrors")
    page.reload()
    page.wait_for_selector("#figure.ready")
    expect(page.locator(".sketch:visible")).to_have_count(0)
    before, some, after = call(page, "figure", _LOOKS, [[None], [names], [None]])
    seen = {name: look for name, look in some.items() if look}
    assert seen == {"columns": 1, "cloud": pytest.approx(0.2 * before["cloud"])}
    assert after == before
    drag_handle(page, "tip1", 0.5, 0.5)
