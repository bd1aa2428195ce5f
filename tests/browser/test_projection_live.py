"""The ball in a student's hands: a finger turns it, taps its points, and scrolls beside it."""

import pytest
from lesson_page import assert_drawn, drawn, settled, shown_state
from playwright.sync_api import expect
from tabs import Borrow
from test_fingers_live import PHONE, touch


def test_a_ball_is_turned_by_finger_keys_and_mouse_and_its_points_are_picked(
    course: str, tab: Borrow
) -> None:
    watched = tab(**PHONE, reduced_motion="reduce")
    page = watched.open(f"{course}?lesson=projection&step=2")
    ball = page.get_by_role("button", name="drag the picture to turn it")
    box = ball.bounding_box()
    assert box

    # A finger inside turns it and does not scroll, whichever way it goes; half a turn is the width.
    assert touch(page, ball, 0.25 * box["width"], 0.1 * box["width"]) == 0
    state = shown_state(page)
    assert state["turn"] == pytest.approx(15, abs=1)
    assert state["tilt"] == pytest.approx(33, abs=1)
    assert_drawn(page, "projection", **state)
    assert f"turn={state['turn']:g}" in page.url
    assert touch(page, ball, 0, -0.6 * box["height"], at=0.4) == 0
    assert shown_state(page)["tilt"] == pytest.approx(-75, abs=2)
    # One that the browser takes away has done nothing, and one beside the picture scrolls.
    before = shown_state(page)
    touch(page, ball, 40, 0, end="Cancel")
    assert shown_state(page) == before
    assert touch(page, page.locator("#walk .present p").first, 5, -150) > 50
    assert shown_state(page) == before

    # It goes all the way round, and has ends up and down.
    ball.focus()
    for _ in range(18):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("ArrowLeft")
    for _ in range(4):
        page.keyboard.press("Shift+ArrowUp")
    state = shown_state(page)
    assert state["turn"] == pytest.approx(float(before["turn"]) + 179 - 360)
    assert state["tilt"] == -90
    assert_drawn(page, "projection", **state)

    # A tap means a dot.
    page.evaluate("scrollTo(0, 0)")
    x, y = drawn(page)["near"][~(drawn(page)["near"] != drawn(page)["near"]).any(axis=1)][0]
    place = ball.bounding_box()
    assert place
    page.touchscreen.tap(
        place["x"] + (x + 4.2) / 8.4 * place["width"],
        place["y"] + (3.6 - y) / 8.4 * place["height"],
    )
    settled(page)
    picked = int(shown_state(page)["point"])
    followed = drawn(page)["followed"][0]
    assert followed == pytest.approx([x, y], abs=0.3)
    assert picked != state["point"]

    page.get_by_role("button", name="Reset").click()
    settled(page)
    assert shown_state(page) == state | {"turn": -30, "tilt": 15, "point": 18}

    # What is locked does not turn.
    page.goto(f"{course}?lesson=projection&hide=turn")
    page.wait_for_selector("#figure.ready")
    expect(page.locator(".turner")).to_have_count(0)
    watched.check()
