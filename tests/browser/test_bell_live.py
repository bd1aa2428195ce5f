"""The bell lesson in a student's hands: along a curve, up to the right height, and far out."""

from collections.abc import Callable

import pytest
from lesson_page import assert_drawn, drag_handle, drawn, settled, shown_state
from playwright.sync_api import Page, expect


def test_a_hand_finds_the_inflection_the_height_and_how_low_it_gets(
    opened: Callable[..., Page],
) -> None:
    page = opened("bell", "step=2", reduced_motion="reduce")
    goals = page.locator("#walk .present .goals li")
    drag_handle(page, "dot", 0.5, -0.4)  # x is moved, and the point stays on the curve
    assert shown_state(page)["x"] == pytest.approx(0.7, abs=0.03)
    x, y = drawn(page)["dot"][0]
    assert y == pytest.approx(float(page.evaluate(f"Math.exp(-({x} ** 2))")))
    expect(goals.nth(0)).to_have_class("reached")

    for _ in range(2):
        page.locator("#walk [data-go=next]").click()
        settled(page)
    expect(page.locator("#walk .present")).not_to_contain_text("standard bell")
    drag_handle(page, "top", 0.3, -0.6)
    expect(goals).to_have_class("reached")
    expect(page.locator("#walk .present")).to_contain_text("standard bell")
    assert_drawn(page, "bell", **shown_state(page))

    page.locator("#walk [data-go=next]").click()
    settled(page)
    drag_handle(page, "log_dot", 2, 0)
    expect(goals).to_have_class("reached")
    told = page.locator("[data-readout=lower], [data-readout=log], [data-readout=high]")
    assert set(told.all_text_contents()) == {"?"}
    answer, feedback = page.locator(".prediction input"), page.locator(".prediction .feedback")
    for typed, said in (("e^25", "You forgot the half"), ("e^5", "exp(−|x|)"), ("12.5", "power")):
        answer.fill(typed)
        answer.press("Enter")
        expect(feedback).to_contain_text(said)
    answer.fill("e^12.5")
    answer.press("Enter")
    expect(feedback).to_contain_text("Right")
    expect(page.locator("#walk .present [data-readout=lower]")).to_have_text("268337.3")
    assert_drawn(page, "bell", **shown_state(page))
