"""The course, in Chromium: its front page, and the bar by which lessons lead to each other."""

import re
from pathlib import Path

import numpy as np
import pytest
from lesson_page import drag_handle, drawn, settled
from playwright.sync_api import Page, expect
from served import Watched
from tabs import Borrow

from gaussians.lessons import CHAPTERS, LESSONS
from gaussians.lessons.cover.lesson import Cover

TITLES = [lesson.words().title for lesson in LESSONS.values()]
_FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); } })"""


@pytest.fixture(params=["served", "static"])
def front(request: pytest.FixtureRequest, course: str, folder: Path) -> str:
    return {"served": course, "static": (folder / "index.html").as_uri()}[request.param]


def assert_cover(page: Page, **state: float) -> None:
    settled(page)
    marks, found = Cover(**state).scene().marks, drawn(page)
    assert found.keys() == marks.keys()
    for name, points in found.items():
        np.testing.assert_allclose(points, marks[name], atol=1e-9, err_msg=name)


def test_the_picture_is_dragged_and_a_visit_is_remembered(front: str, tab: Borrow) -> None:
    page = tab(
        site="disk" if front.startswith("file") else "localhost",
        viewport={"width": 1280, "height": 900},
    ).page
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.goto(front)
    page.wait_for_selector("#figure.ready")
    assert_cover(page)
    start = Cover().state()
    drag_handle(page, "tip1", 0.8, -1.5)
    settled(page)
    x, y = drawn(page)["tip1"][0] - drawn(page)["shift"][0]
    assert abs(x - start["a11"] - 0.8) < 0.1
    assert abs(y - start["a21"] + 1.5) < 0.1
    assert_cover(page, a11=round(x, 2), a21=round(y, 2))
    expect(page.locator("#equation [data-readout=A11]")).to_contain_text(f"{x:.2f}")
    page.get_by_role("button", name="Reset").click()
    page.locator(".handle[data-mark=shift]").focus()
    page.keyboard.press("ArrowUp")
    assert_cover(page, t2=0.35)
    expect(page.locator("#description")).to_contain_text("t is (0.60, 0.35)")
    assert page.url == front  # addresses with a state are those of lessons
    assert sockets == []  # it needs no session

    onward, marks = page.locator("#onward"), page.locator(".visited:visible")
    expect(onward).to_have_text(f"Start with {TITLES[0]}")
    onward.click()
    page.wait_for_selector("#bar")
    assert next(iter(LESSONS)) in page.url
    page.get_by_role("link", name="Gaussians").click()
    expect(onward).to_have_text(f"Go on with {TITLES[1]}")
    page.reload()
    expect(onward).to_have_text(f"Go on with {TITLES[1]}")
    expect(page.locator("a:has(.visited:visible) b")).to_have_text(TITLES[:1])
    page.get_by_role("button", name="Forget it").click()
    expect(onward).to_have_text(f"Start with {TITLES[0]}")
    expect(marks).to_have_count(0)
    assert errors == []


def test_where_a_browser_keeps_nothing_the_course_works_all_the_same(
    course: str, watched: Watched
) -> None:
    watched.run_first(_FORBIDDEN)
    page = watched.open(f"{course}?lesson=affine&theme=dark")
    page.locator("#bar").get_by_role("link", name="Gaussians").click()
    page.wait_for_selector("html.cover #figure.ready")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    drag_handle(page, "shift", -1, 0)
    settled(page)
    assert drawn(page)["shift"][0, 0] < 0.2
    expect(page.locator("#onward")).to_have_text(f"Start with {TITLES[0]}")
    expect(page.locator("#remembered")).to_be_hidden()


def test_without_scripts_the_front_page_is_a_list_with_portraits(tab: Borrow, folder: Path) -> None:
    page = tab(java_script_enabled=False).page
    page.goto((folder / "index.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=4_000)
    expect(page.locator(".cards svg:visible")).to_have_count(len(LESSONS))
    expect(page.locator("h2").first).to_have_text(next(t for t, names in CHAPTERS.items() if names))
    expect(page.locator(".presets")).to_be_hidden()
    page.locator(".cards a").first.click()
    expect(page.locator("#bar")).to_be_visible()


def test_a_lesson_that_is_not_there_is_said_on_the_front_page(
    course: str, watched: Watched
) -> None:
    page = watched.open(f"{course}?lesson=nirvana")
    expect(page.locator("#notice")).to_contain_text("“nirvana” was not used")
    expect(page.locator(".cards a")).to_have_count(len(LESSONS))


def test_the_bar_is_one_line_and_its_menu_is_for_keys_too(course: str, watched: Watched) -> None:
    page = watched.open(f"{course}?lesson=reparameterization")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the figure")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.lab') !== null")
    expect(skip).not_to_be_in_viewport()

    number = [*LESSONS].index("reparameterization") + 1
    summary, menu = page.locator("#contents summary"), page.locator("#contents .menu")
    expect(summary).to_have_text(f"Contents {number} of {len(LESSONS)}")
    summary.focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link")).to_have_count(len(LESSONS))
    expect(menu.locator("[aria-current=page]")).to_contain_text(TITLES[number - 1])
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    page.mouse.click(5, 300)
    expect(menu).to_be_hidden()
    summary.press("Enter")
    for _ in range(len(LESSONS) + 1):
        expect(menu).to_be_visible()
        page.keyboard.press("Tab")
    expect(menu).to_be_hidden()

    page.set_viewport_size({"width": 320, "height": 700})
    summary.click()
    for name, most in (("#bar", 45), ("#contents .menu", 700)):
        box = page.locator(name).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["height"] <= most
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_lessons_lead_from_one_to_the_next_and_home(course: str, watched: Watched) -> None:
    first, *others = LESSONS
    page = watched.open(f"{course}?lesson={first}&theme=light")
    expect(page.locator(".further [rel=prev]")).to_have_count(0)
    for place, key in enumerate(others):
        (page.locator(".further") if place % 2 else page.locator("#bar")).get_by_role(
            "link", name=re.compile("^Next")
        ).click()
        page.wait_for_url(f"{course}?lesson={key}&theme=light")
        page.wait_for_selector("#figure.movable")  # its script has run, BokehJS's need not
    page.locator(".further").get_by_role("link", name="All lessons").click()
    expect(page.locator("#onward")).to_have_text(f"Start with {TITLES[0]}")  # all were visited
    expect(page.locator(".visited:visible")).to_have_count(len(LESSONS))
