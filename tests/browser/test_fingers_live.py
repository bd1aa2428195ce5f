"""Fingers: what scrolls, what moves, and which of two handles is meant."""

from collections.abc import Callable, Iterator

import pytest
from lesson_page import assert_drawn, settled, shown_state, slider
from playwright.sync_api import Locator, Page
from tabs import Borrow

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

_COUNT_CHANGES = """() => {
  window.changes = 0;
  new MutationObserver(() => { window.changes += 1; })
    .observe(document.getElementById("figure"), { attributeFilter: ["aria-busy"] });
}"""

# A swipe's scroll goes on when the finger has left; it has ended when ten frames are alike.
_STILL = """() => new Promise((done) => {
  let [top, alike] = [scrollY, 0];
  const look = () => {
    alike = scrollY === top ? alike + 1 : 0;
    top = scrollY;
    if (alike < 10) requestAnimationFrame(look);
    else done(top);
  };
  look();
})"""


@pytest.fixture
def phone(tab: Borrow, course: str) -> Iterator[Callable[[str], Page]]:
    watched = tab(**PHONE, reduced_motion="reduce")

    def opened(query: str) -> Page:
        page = watched.open(course + query)
        page.evaluate(_COUNT_CHANGES)
        return page

    yield opened
    watched.check()


def touch(
    page: Page, where: Locator, right: float, down: float, *, at: float = 0.5, end: str = "End"
) -> float:
    """Put a finger on something, move it by so many pixels, lift it; return how far it scrolls."""
    where.evaluate("e => e.scrollIntoView({ block: 'center' })")
    top: float = page.evaluate(_STILL)
    box = where.bounding_box()
    assert box
    x, y = box["x"] + at * box["width"], box["y"] + box["height"] / 2
    finger = page.context.new_cdp_session(page)
    for step in range(11):
        finger.send(
            "Input.dispatchTouchEvent",
            {
                "type": "touchMove" if step else "touchStart",
                "touchPoints": [{"x": x + right * step / 10, "y": y + down * step / 10}],
            },
        )
    finger.send("Input.dispatchTouchEvent", {"type": f"touch{end}", "touchPoints": []})
    finger.detach()
    settled(page)
    scrolled: float = page.evaluate(_STILL) - top
    return scrolled


def in_front(page: Page, plane: str) -> None:
    """Show a plane that lies behind another one, by its tab."""
    page.locator(f".tabs [data-front={plane}]").tap()


def test_a_swipe_over_a_slider_scrolls_and_changes_nothing(phone: Callable[[str], Page]) -> None:
    page = phone("?lesson=reparameterization&sigma1=1.7&point=3")
    for at in (0.1, 0.65):  # beside the thumb, and on it
        assert touch(page, slider(page, "sigma1"), 10, -150, at=at) > 50
    assert page.evaluate("changes") == 0
    assert slider(page, "sigma1").input_value() == "1.7"
    assert_drawn(page, sigma1=1.7, point=3)


def test_a_finger_drags_a_slider_along_and_taps_it(phone: Callable[[str], Page]) -> None:
    page = phone("?lesson=reparameterization")
    sigma, turn = slider(page, "sigma1"), slider(page, "turn")
    assert touch(page, sigma, 120, 20, at=0.3) == 0
    dragged = float(shown_state(page)["sigma1"])
    assert dragged > 1.5
    assert_drawn(page, sigma1=dragged)
    touch(page, turn, 0, 0, at=0.75)
    state = shown_state(page)
    assert 70 < float(state["turn"]) < 110
    assert state["root"] == "turned"
    assert_drawn(page, **state)
    assert page.evaluate("location.search") == (
        f"?lesson=reparameterization&sigma1={dragged:g}&root=turned&turn={state['turn']:g}"
    )


def test_a_finger_that_the_browser_takes_away_has_done_nothing(
    phone: Callable[[str], Page],
) -> None:
    page = phone("?lesson=affine")
    touch(page, slider(page, "a11"), -60, 0, at=0.7, end="Cancel")
    assert page.evaluate("changes") > 0  # it was dragged, then put back
    assert_drawn(page, "affine")
    in_front(page, "x")
    touch(page, page.locator(".handle[data-mark=tip1]"), -60, 0, end="Cancel")
    assert_drawn(page, "affine")
    assert shown_state(page)["a11"] == 1.3
    assert page.evaluate("location.search") == "?lesson=affine&step=0"


def test_a_line_moves_across_itself_and_the_page_along_it(phone: Callable[[str], Page]) -> None:
    page = phone("?lesson=conditioning")
    line = page.locator(".handle:visible")
    assert touch(page, line, 5, -150) > 50
    assert_drawn(page, "conditioning")
    assert touch(page, line, -60, 10) == 0
    across = shown_state(page)
    assert -3 < float(across["c"]) < 0
    page.get_by_role("radio", name="x₂ = c").check()
    assert touch(page, line, 0, 40) == 0
    down = shown_state(page)
    assert -4 < float(down["c"]) < float(across["c"]) - 0.5
    touch(page, line, -80, 5)
    assert_drawn(page, "conditioning", **down)
    page = phone("?lesson=conditioning&observed=x2&c=1.5")  # through the middle
    assert touch(page, page.locator(".canvas:visible"), 5, -150) > 50
    assert_drawn(page, "conditioning", observed="x2", c=1.5)


def test_a_finger_drags_a_round_handle_both_ways_and_does_not_scroll(
    phone: Callable[[str], Page],
) -> None:
    page = phone("?lesson=affine")
    in_front(page, "x")
    assert touch(page, page.locator(".handle[data-mark=shift]"), -40, -60) == 0
    state = shown_state(page)
    assert float(state["t1"]) < 0
    assert float(state["t2"]) > 1.5
    assert_drawn(page, "affine", **state)


def test_of_handles_that_overlap_the_nearer_is_meant(phone: Callable[[str], Page]) -> None:
    """The tip of a₂ is half a unit above t, then at the same place: there it can be pulled out."""
    page = phone("?lesson=affine")
    in_front(page, "x")
    tip, shift = {"a12", "a22"}, {"t1", "t2"}
    for a22, mark, moved in (("0.5", "tip2", tip), ("0.5", "shift", shift), ("0", "shift", tip)):
        for drag in (touch, mouse):
            page.get_by_role("button", name="Reset").click()
            page.get_by_role("button", name="diagonal", exact=True).click()
            page.get_by_label("A₂₂, typed").fill(a22)
            page.keyboard.press("Enter")
            before = shown_state(page)
            drag(page, page.locator(f".handle[data-mark={mark}]"), -50, -50)
            after = shown_state(page)
            assert {key for key in after if after[key] != before[key]} == moved, (drag, a22)


def mouse(page: Page, where: Locator, right: float, down: float) -> None:
    """Drag something by so many pixels with the mouse."""
    box = where.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right, y + down, steps=5)
    page.mouse.up()
    settled(page)
