"""A data set drawn by hand: with a mouse, with keys, with a finger; kept in the address."""

from pathlib import Path

import pytest
from lesson_page import assert_drawn, drawn, settled
from playwright.sync_api import Browser, Locator, Page, expect
from recorded_pages import compare, run
from scribble import LETTER, Scribble
from served import Watched
from tabs import Borrow
from test_fingers_live import PHONE, touch

from gaussians.kit.drawing import strokes
from gaussians.lessons import CHAPTERS, LESSONS
from gaussians.page.static import export


@pytest.fixture
def scribble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Export the lesson of the tests; return its address."""
    monkeypatch.setitem(LESSONS, "scribble", Scribble)
    monkeypatch.setitem(CHAPTERS, "The standard Gaussian", ("scribble",))
    export(tmp_path, ["scribble"])
    return (tmp_path / "scribble.html").as_uri()


def drawing(page: Page) -> str:
    """Return what the address says is drawn, and assert that it is."""
    settled(page)
    text: str = page.evaluate("new URLSearchParams(location.search).get('own')") or LETTER
    assert_drawn(page, "scribble", own=text)
    return text


def to(pad: Locator, x: float, y: float, steps: int = 1) -> None:
    """Move the mouse to a place of the grid."""
    box = pad.bounding_box()
    assert box
    right, down = x / 63 * box["width"], (1 - y / 63) * box["height"]
    pad.page.mouse.move(box["x"] + right, box["y"] + down, steps=steps)


def stroke(pad: Locator, *places: tuple[float, float]) -> None:
    """Press the mouse, and draw a stroke."""
    to(pad, *places[0])
    pad.page.mouse.down()
    for place in places[1:]:
        to(pad, *place, steps=9)


def test_a_mouse_and_keys_draw_and_take_back(scribble: str, from_disk: Watched) -> None:
    page = from_disk.open(scribble)
    pad, room = page.locator(".pad"), page.locator(".room")
    anew, undo = (page.get_by_role("button", name=name) for name in ("Draw anew", "Undo"))

    anew.click()
    expect(anew).to_have_attribute("aria-pressed", "true")
    stroke(pad, (10, 10), (50, 10), (50, 50))
    assert not (drawn(page)["dots"] == Scribble().scene().marks["dots"]).any()  # at once
    page.mouse.up()
    assert strokes(drawing(page)) == [[(10, 10), (50, 10), (50, 50)]]
    expect(anew).to_have_attribute("aria-pressed", "false")
    expect(undo).to_have_attribute("aria-disabled", "true")
    expect(room).to_have_text("3 of 200 points")

    stroke(pad, (20, 30), (90, 30))  # beyond the edge
    page.mouse.up()
    both = drawing(page)
    assert strokes(both)[1] == [(20, 30), (63, 30)]
    stroke(pad, (5, 5), (60, 60))
    page.keyboard.press("Escape")
    to(pad, 5, 60)
    page.mouse.up()
    assert drawing(page) == both
    undo.click()
    undo.click(force=True)  # the only one stays
    assert drawing(page) == both.split(".")[0]

    pad.focus()
    page.keyboard.press("Backspace")
    for key in ("Shift+ArrowUp", "Space", "Shift+ArrowRight", "ArrowRight", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    assert strokes(drawing(page))[1] == [(32, 37), (38, 37), (38, 39)]
    page.keyboard.press("Backspace")
    assert strokes(drawing(page))[1] == [(32, 37), (38, 37)]
    expect(page.locator("#said")).to_have_text("Pen down at 0.4, 0.3")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowLeft")
    by_keys = drawing(page)
    assert len(strokes(by_keys)[1]) == 2  # the pen is up
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    assert drawing(page) == by_keys
    page.keyboard.press("Backspace")
    assert drawing(page) == both.split(".")[0]

    page.reload()
    page.wait_for_selector("#figure.ready")
    assert drawing(page) == both.split(".")[0]
    page.get_by_role("button", name="Reset").click()
    assert drawing(page) == LETTER

    zigzag = "AAAB" * 99 + "AA"  # 199 points
    page = from_disk.open(f"{scribble}?own={zigzag}")
    stroke(pad, (10, 10), (50, 10), (50, 50))
    page.mouse.up()
    assert drawing(page) == f"{zigzag}.KK"
    expect(room).to_have_text("200 of 200 points: undo a stroke, or draw anew")
    stroke(pad, (10, 10), (50, 10))
    page.mouse.up()
    assert drawing(page) == f"{zigzag}.KK"


def test_a_pen_is_there_where_it_is_meant_and_an_odd_text_is_refused(
    scribble: str, from_disk: Watched
) -> None:
    page = from_disk.open(f"{scribble}?own=AA_")
    expect(page.locator("#notice li")).to_have_text(
        "Your drawing cannot be read; “AA_” was not used."
    )
    pad, ring = page.locator(".pad"), page.get_by_role("radio", name="a ring")
    assert_drawn(page, "scribble")
    ring.check()
    expect(pad).to_be_hidden()
    assert_drawn(page, "scribble", data="ring")
    page.get_by_role("button", name="a cross").click()
    assert drawing(page) == "AA__.A__A"

    page = from_disk.open(f"{scribble}?step=1")
    expect(pad).to_be_hidden()
    page.get_by_role("button", name="More").click()
    expect(pad).to_be_visible()
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Next").click()
    expect(pad).to_be_visible()
    assert_drawn(page, "scribble", own="AA_A.__", amount=0.25)
    pad.click()
    expect(page.locator(".goals .reached")).to_be_visible()

    page = from_disk.open(f"{scribble}?hide=own&own=AA__&embed=1")
    assert drawing(page) == "AA__"
    assert page.locator(".pad, .pen").count() == 0


def test_a_finger_draws_and_the_page_stays(scribble: str, tab: Borrow) -> None:
    phone = tab(site="disk", **PHONE, reduced_motion="reduce")
    page = phone.open(f"{scribble}?own=AA")
    pad = page.locator(".pad")
    assert touch(page, pad, 0, -80) == 0
    first, *more = strokes(drawing(page))[1]
    assert more[-1][1] - first[1] > 20
    text = drawing(page)
    touch(page, pad, 60, 0, end="Cancel")
    assert drawing(page) == text
    heights = page.locator(".pen button").evaluate_all("all => all.map((e) => e.offsetHeight)")
    assert min(heights) >= 44
    assert phone.errors == []


def test_a_browser_computes_what_numpy_computes_of_a_drawing(browser: Browser) -> None:
    texts = ("AA", LETTER, "-_Z9.a0qTaa_-00")
    states = [Scribble(own=text, data=data).state() for text in texts for data in ("own", "ring")]
    for state, found in zip(states, run(browser, Scribble, states), strict=True):
        compare(found, Scribble(**state))
