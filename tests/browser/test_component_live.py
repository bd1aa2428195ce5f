"""Lessons in somebody's own application of Panel: the README's, and another lesson below."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lesson_page import assert_drawn, slider
from playwright.sync_api import Frame, Page, expect
from served import ROOT, serve
from tabs import Borrow

# Its parameter `width` has the name of one of Panel's; and Python answers each change of c.
BELOW = """
below = lesson("histogram")
pn.Column(below, pn.bind(lambda width: f"The width is {width:.2f}.", below.param.width)).servable()
shown.param.watch(lambda event: shown.param.update(d=-event.new), "c")
"""


@pytest.fixture
def application(tmp_path: Path) -> Iterator[str]:
    readme = (ROOT / "README.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(import panel as pn\n.*?)```", readme, re.DOTALL)
    (tmp_path / "own.py").write_text(code + BELOW, "utf-8")
    yield from (f"{host}/own" for host in serve(str(tmp_path / "own.py")))


def lessons(page: Page) -> list[Frame]:
    """Return the frames of a page, once they are ready."""
    found = []
    expect(page.locator("iframe")).to_have_count(2)
    for place in page.locator("iframe").element_handles():
        place.scroll_into_view_if_needed()
        frame = place.content_frame()
        assert frame
        frame.wait_for_selector("#figure.ready")
        found.append(frame)
    return found


def test_what_a_reader_drags_reaches_python_and_what_python_sets_moves_the_picture(
    application: str, tab: Borrow
) -> None:
    watched = [tab(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") for _ in "ab"]
    (page, frames), (others_page, others) = [
        (one.page, lessons(one.page)) for one in watched if one.page.goto(application)
    ]
    said = page.get_by_text("on average")
    expect(said).to_have_text("Given x₁ = 1.00, x₂ is 0.93 on average.")
    above, below = frames

    c = slider(above, "c")
    c.scroll_into_view_if_needed()
    box = c.bounding_box()
    assert box
    left, middle = box["x"], box["y"] + box["height"] / 2
    c.evaluate("(input) => setInterval(() => (window.seen ??= []).push(input.valueAsNumber))")
    page.mouse.move(left + 0.6 * box["width"], middle)
    page.mouse.down()
    page.mouse.move(left + 0.7 * box["width"], middle, steps=10)
    expect(said).not_to_contain_text("1.00")  # the hand still drags
    for share in range(70, 90):
        page.mouse.move(left + share / 100 * box["width"], middle)
        page.wait_for_timeout(20)  # so that answers meet a hand that has gone on
    page.mouse.up()
    end = float(c.input_value())
    expect(said).to_contain_text(f"x₁ = {end:.2f},")
    expect(slider(above, "d")).to_have_value(f"{-end:g}")
    assert_drawn(above, "conditioning", c=end, d=-end)
    seen = above.evaluate("window.seen")
    assert seen == sorted(seen)  # no answer has drawn the hand back

    slider(below, "width").focus()
    page.keyboard.press("ArrowRight")
    width = float(slider(below, "width").input_value())
    expect(page.get_by_text("The width is")).to_have_text(f"The width is {width:.2f}.")

    page.get_by_role("button", name="Observe 2").click()
    expect(slider(above, "c")).to_have_value("2")
    expect(said).to_have_text("Given x₁ = 2.00, x₂ is 0.67 on average.")
    assert_drawn(above, "conditioning", c=2, d=-2, sigma2=0.5)
    height = "(frame) => frame.getBoundingClientRect().height"
    content = "Math.ceil(document.documentElement.getBoundingClientRect().height)"
    assert page.locator("iframe").first.evaluate(height) == above.evaluate(content)

    assert_drawn(others[0], "conditioning", c=1)  # of another session
    expect(others_page.get_by_text("on average")).to_contain_text("x₁ = 1.00,")

    odd = {"c": 9, "rho": {}, "nonsense": None, "observed": "x3", "sigma1": "1"}
    own = "window.postMessage({ gaussians: 'state', state: { c: 3 } }, '*')"
    above.evaluate(own)  # a window does not tell itself
    parents = "(frame, state) => frame.contentWindow.postMessage({ gaussians: 'state', state })"
    page.locator("iframe").first.evaluate(parents, odd)
    expect(above.locator("#notice li")).to_have_count(4)
    assert_drawn(above, "conditioning", c=2, d=-2, sigma2=0.5, sigma1=1)
    for one in watched:
        one.check()
