"""The linear lesson in a student's hands: coordinates are ticked, columns are pulled."""

import pytest
from lesson_page import assert_drawn, drag_handle, drawn, settled, shown_state
from playwright.sync_api import expect
from served import Watched


def test_coordinates_are_ticked_and_columns_of_one_number_pulled(
    course: str, watched: Watched
) -> None:
    page = watched.open(f"{course}?lesson=linear&view=select&keep3=1")
    ticks = [page.get_by_role("checkbox", name=name) for name in ("x₁", "x₂", "x₃")]
    assert [tick.is_checked() for tick in ticks] == [False, True, True]
    ticks[0].check()
    ticks[1].focus()
    page.keyboard.press("Space")
    state = shown_state(page)
    assert (state["keep1"], state["keep2"], state["keep3"]) == (1, 0, 1)
    assert "keep1=1" in page.url
    assert "keep2=0" in page.url
    assert_drawn(page, "linear", **state)
    numbers = page.locator("#equation [data-readout^=K]:visible")
    shown = [text.strip("\u2007") for text in numbers.all_text_contents()]
    assert shown == ["1.44", "–", "−0.60", "–", "–", "–", "−0.60", "–", "0.77"]
    page.get_by_role("button", name="Reset").click()
    settled(page)
    expect(ticks[1]).to_be_checked()
    expect(ticks[0]).not_to_be_checked()

    page.get_by_role("radio", name="two to one").check()
    settled(page)
    before = drawn(page)["end2"]
    drag_handle(page, "end2", -1.5, 0.1)
    state = shown_state(page)
    assert float(state["r2"]) == pytest.approx(-0.5, abs=0.1)
    assert drawn(page)["end2"][0] - before[0] == pytest.approx([-1.5, 0], abs=0.1)
    assert_drawn(page, "linear", **state)
