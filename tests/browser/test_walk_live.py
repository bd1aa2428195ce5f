"""The walk, in Chromium: by keys alone, by a finger alone, and what is in sight at each step."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lesson_page import settled, slider
from once import Once
from playwright.sync_api import Locator, Page, expect
from walks import Way, way_to

from gaussians.lessons import LESSONS

SIZES = [(1440, 900), (1024, 768), (844, 390), (390, 844), (1280, 800)]  # the last one is used
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
Open = Callable[..., Page]


# What a step is about and is not wholly in the window, from the top of the page.
_OUT_OF_SIGHT = """() => {
  scrollTo(0, 0);
  const parts = [...document.querySelectorAll(`.plane .canvas, #walk .present, #walk nav,
    #controls [data-control], #controls [data-preset]`)];
  return parts.filter((e) => e.checkVisibility({ visibilityProperty: true })).flatMap((e) => {
    const { left, top, right, bottom } = e.getBoundingClientRect();
    const isIn = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
    return isIn ? [] : `${e.className || e.localName} ${e.dataset.control ?? ""} to ${bottom}`;
  });
}"""
# What is cramped: a slider without a track, tools in two lines, a bar under the picture.
_CRAMPED = """() => {
  const tracks = [...document.querySelectorAll("#controls input[type=range]")]
    .filter((e) => e.checkVisibility() && e.offsetWidth < 48).map((e) => e.id);
  const lines = new Set([...document.querySelectorAll(".tools > *")]
    .filter((e) => e.checkVisibility()).map((e) => e.offsetTop));
  const home = document.querySelector(".home");
  const isFree = document.elementFromPoint(home.offsetLeft + 20, 32) === home;
  return [...tracks, ...(lines.size === 1 ? [] : ["tools"]), ...(isFree ? [] : ["bar"])];
}"""
_NARROW = """() => [...document.querySelectorAll(".plane")].filter((e) => e.checkVisibility())
  .map((e) => e.getBoundingClientRect().width).filter((width) => width < 230)"""
# All of it once the window has its new size. Nothing is painted in the planes meanwhile, whose size
# is the page's, not of what is in them.
_AMISS = f"""() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
  done([{_OUT_OF_SIGHT}, {_CRAMPED}, {_NARROW}].flatMap((find) => find())))))"""
_UNPAINTED = ".canvas > * { display: none !important }"


def assert_in_sight(page: Page, step: str) -> None:
    """See that figure, words and controls are in sight together in windows of all sizes."""
    unpainted = page.add_style_tag(content=_UNPAINTED)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(_AMISS) == [], f"{step} at {width} × {height}"
    unpainted.evaluate("(e) => e.remove()")


@pytest.fixture
def ways(once: Once) -> Callable[[str], list[list[Way]]]:
    """Give ways to the goals of each step of a lesson, which are looked for once only."""

    def find(key: str, file: Path) -> None:
        found = [[way_to(key, step, goal) for goal in step.goals]
                 for step in LESSONS[key].words().steps]  # fmt: skip
        file.write_text(json.dumps([[way and (way.press, {**way.values}) for way in of_step]
                                    for of_step in found]), "utf-8")  # fmt: skip

    def read(key: str) -> list[list[Way]]:
        file = once.made(f"ways-{key}", lambda file: find(key, file))
        return [[Way(*way) for way in of_step] for of_step in json.loads(file.read_text("utf-8"))]

    return read


def present(page: Page) -> Locator:
    return page.locator("#walk .present")


@pytest.mark.parametrize("key", LESSONS)
def test_a_walk_by_keys_alone_has_in_sight_what_it_is_about(
    opened: Open, ways: Callable[[str], list[list[Way]]], key: str
) -> None:
    found = ways(key)
    page = opened(key, reduced_motion="reduce")
    for number, step in enumerate(LESSONS[key].words().steps, 1):
        expect(present(page).locator(".number").first).to_have_text(str(number))
        assert_in_sight(page, f"step {number}")
        for i, (goal, way) in enumerate(zip(step.goals, found[number - 1], strict=True)):
            by_keys(page, way)
            settled(page)
            expect(present(page).locator(".goals li").nth(i)).to_have_class("reached")
            if goal is not step.goals[-1]:
                by_keys(page, Way(press="Reset"))
        tab_to(page, page.locator("#walk [data-go=next]"))
        page.keyboard.press("Enter")
        settled(page)
        focused = page.evaluate("document.activeElement.dataset.go")
        assert focused == ("next" if number < len(LESSONS[key].words().steps) else str(number))
    expect(page.locator("#controls .aside")).to_have_count(0)
    assert page.evaluate("document.documentElement.className") == "file read"


def by_keys(page: Page, way: Way) -> None:
    """Do what a way says, with nothing but keys."""
    if way.press:
        tab_to(page, page.locator(f"#controls button:text-is('{way.press}'):visible"))
        page.keyboard.press("Enter")
    for key, value in way.values.items():
        typed = page.locator(f"#controls input[type=text][data-key={key}]:visible")
        handle = page.locator(f".handle[data-x={key}]:visible, .handle[data-y={key}]:visible")
        chosen = page.locator(f"#controls input[type=radio][data-key={key}][value='{value}']")
        tick = page.locator(f"#controls input[type=checkbox][data-key={key}]:visible")
        if tick.count():
            tab_to(page, tick)
            if tick.is_checked() != bool(value):
                page.keyboard.press("Space")
        elif (pad := page.locator(f".pad[data-draws={key}]:visible")).count():
            tab_to(page, pad)
            for pressed in ("Space", "Shift+ArrowUp", "Shift+ArrowLeft", "Space"):
                page.keyboard.press(pressed)
        elif isinstance(value, str):
            tab_to(page, page.locator(f"#controls input[type=radio][data-key={key}]:checked"))
            for _ in range(8):
                if chosen.is_checked():
                    break
                page.keyboard.press("ArrowRight")
                settled(page)
        elif typed.count():
            tab_to(page, typed)
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.type(f"{value:g}")
            page.keyboard.press("Enter")
        else:
            by_arrows(page, handle.first, key, value)


def by_arrows(page: Page, handle: Locator, key: str, value: float) -> None:
    """Move a handle until a number has a value."""
    tab_to(page, handle)
    now = float(
        page.locator(f"#controls input[type=text][data-key={key}]").input_value().replace("−", "-")
    )
    step = float(slider(page, key).get_attribute("step") or 1)
    across = handle.get_attribute("data-x") == key
    ways = ("ArrowRight", "ArrowLeft") if across else ("ArrowUp", "ArrowDown")
    tens, ones = divmod(round(abs(value - now) / step), 10)
    way = ways[(value - now) * scale_of(handle) < 0]
    for name in ["Shift+" + way] * tens + [way] * ones:
        page.keyboard.press(name)
    settled(page)


def scale_of(handle: Locator) -> float:
    """Return what the number changes by for a unit of the plane."""
    return float(handle.get_attribute("data-scale") or 1)


def tab_to(page: Page, where: Locator) -> None:
    """Press the Tab key, or with Shift back, until something has the focus; it is in sight then."""
    expect(where).to_be_visible()
    wanted = where.element_handle()
    for key in page.evaluate(_FIRST_WAYS, wanted):
        page.keyboard.press(key)
    for _ in range(200):
        way = page.evaluate(_WAY, wanted)
        if not way:
            break
        page.keyboard.press(way)
    assert page.evaluate(_IS_COVERED, wanted) == "", where


# About as many keys as lead to an element: it may be a few less.
_FIRST_WAYS = """(e) => {
  const selector = "a[href], button, input, select, summary, [tabindex]";
  const stops = [...document.querySelectorAll(selector)].filter((one) => one.tabIndex >= 0
    && !one.disabled && one.checkVisibility({ visibilityProperty: true })
    && (one.type !== "radio" || one.checked));
  const here = stops.indexOf(document.activeElement);
  const there = stops.indexOf(e);
  const count = here < 0 || there < 0 ? 0 : Math.max(0, Math.abs(there - here) - 1);
  return Array(count).fill(there > here ? "Tab" : "Shift+Tab");
}"""

# The key that leads to an element, if it has not the focus yet.
_WAY = """(e) => {
  const { activeElement: here } = document;
  const isBefore = here.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING;
  return here === e ? "" : isBefore ? "Shift+Tab" : "Tab";
}"""

# What lies over the middle of an element that has the focus.
_IS_COVERED = """(e) => {
  if (document.activeElement !== e) return "it has no focus";
  const { left, top, width, height } = e.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  const related = found && [e, found].some((one) => one.contains(e) && one.contains(found));
  if (related || e.parentElement.contains(found) || e.matches(".handle")) return "";
  return `${found?.outerHTML.slice(0, 80)} covers it`;
}"""


@pytest.mark.parametrize("key", LESSONS)
def test_a_walk_by_a_finger_alone(
    opened: Open, ways: Callable[[str], list[list[Way]]], key: str
) -> None:
    found = ways(key)
    page = opened(key, **PHONE, reduced_motion="reduce")
    for number, of_step in enumerate(found, 1):
        expect(present(page).locator(".number").first).to_have_text(str(number))
        assert_large(page)
        for i, way in enumerate(of_step):
            by_finger(page, way)
            expect(present(page).locator(".goals li").nth(i)).to_have_class("reached")
            if way is not of_step[-1]:
                page.locator("[data-action=reset]").tap()
                settled(page)
        page.locator("#walk [data-go=next]").tap()
        settled(page)
    assert len(assert_large(page)) > 20  # all of them are there in free play


def assert_large(page: Page) -> list[float]:
    """See that what is there to be touched is 44 pixels high, handles wide as well."""
    heights: list[float] = page.evaluate(_HEIGHTS)
    handles: list[float] = page.evaluate(_HANDLES)
    assert min(heights) >= 44
    assert min(handles, default=44) >= 43.99  # they are moved by halves
    return heights


_HEIGHTS = """() => [...document.querySelectorAll(":is(#controls, #predictions, #walk nav) "
  + ":is(button, [type=range], [type=text], .choice span)")]
  .map((e) => e.getBoundingClientRect().height).filter(Boolean)"""
_HANDLES = """() => [...document.querySelectorAll(".handle")].flatMap((e) => {
  const { width, height } = e.getBoundingClientRect();
  return width ? [width, height] : [];
})"""


def by_finger(page: Page, way: Way) -> None:
    """Do what a way says, with a finger."""
    if way.press:
        page.locator(f"#controls button:text-is('{way.press}'):visible").tap()
    for key, value in way.values.items():
        if (pad := page.locator(f".pad[data-draws={key}]:visible")).count():
            pad.tap()
        elif isinstance(value, str):
            page.locator(f"#controls label:has([data-key={key}][value='{value}']):visible").tap()
        elif (tick := page.locator(f"#controls input[type=checkbox][data-key={key}]")).is_visible():
            if tick.is_checked() != bool(value):
                tick.tap()
        elif (bar := slider(page, key)).is_visible():
            slide(page, bar, value)
        elif (field := page.locator(f"#controls input[type=text][data-key={key}]")).is_visible():
            field.tap()
            field.fill(f"{value:g}")  # phones have keys for that
            field.press("Enter")
        else:
            pull(page, key, value)
    settled(page)


def slide(page: Page, bar: Locator, value: float) -> None:
    low, high, now = bar.evaluate("e => [Number(e.min), Number(e.max), e.valueAsNumber]")
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box
    track, y = box["width"] - 16, box["y"] + box["height"] / 2  # as wide as the thumb is less
    start, end = (box["x"] + 8 + track * (at - low) / (high - low) for at in (now, value))
    swipe(page, [(start + (end - start) * share, y) for share in (0, 0.5, 1)])


def pull(page: Page, key: str, value: float) -> None:
    """Pull a handle until a number has a value; it may be in a plane behind."""
    there = ".plane:not([hidden]) .handle:not([hidden])"
    handles = page.locator(f"{there}[data-x={key}], {there}[data-y={key}]")
    if not handles.first.is_visible():
        page.locator(f"[data-front={handles.first.get_attribute('data-plane')}]").tap()
    handle = handles.filter(visible=True).first
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box
    pixel: list[float] = handle.evaluate(
        """({ dataset: { plane } }) => {
          const { x_range, y_range, inner_width, inner_height }
            = Bokeh.documents.map((one) => one.get_model_by_name(plane)).find(Boolean);
          return [inner_width / (x_range.end - x_range.start),
                  -inner_height / (y_range.end - y_range.start)];
        }"""
    )
    now = float(
        page.locator(f"#controls input[type=text][data-key={key}]").input_value().replace("−", "-")
    )
    across = handle.get_attribute("data-x") == key
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    far = (value - now) / scale_of(handle) * pixel[0 if across else 1]
    swipe(page, [(x + far * k * across, y + far * k * (not across)) for k in (0, 0.5, 1)])


def swipe(page: Page, places: list[tuple[float, float]]) -> None:
    """Put a finger down, move it from place to place, and lift it.

    It takes its time: after a flick, a browser takes a tap for a hand that stops it, not a click.
    """
    finger = page.context.new_cdp_session(page)
    kinds = ["touchStart", *["touchMove"] * (len(places) - 1), "touchEnd"]
    started = time.time() - len(places) / 10
    for k, (kind, place) in enumerate(zip(kinds, [*places, None], strict=True)):
        points = [{"x": place[0], "y": place[1]}] if place else []
        event = {"type": kind, "touchPoints": points, "timestamp": started + k / 10}
        finger.send("Input.dispatchTouchEvent", event)
    finger.detach()
    settled(page)
