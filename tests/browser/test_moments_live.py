"""The moments lesson in a student's hands: questions one after the other, points in numbers."""

import numpy as np
from lesson_page import assert_drawn, drawn, settled, shown_state
from playwright.sync_api import expect
from served import Watched


def test_entries_are_asked_one_by_one_and_points_come_by_the_hundred(
    course: str, watched: Watched
) -> None:
    page = watched.open(f"{course}?lesson=moments&step=6")
    forms = page.locator("#walk .prediction")
    sigma = page.locator("#equation [data-when='view=turn'] [data-readout^=S]")
    expect(forms.locator("visible=true")).to_have_count(1)
    assert set(sigma.all_text_contents()) == {"?"}
    field, said = forms.nth(0).locator("input"), forms.nth(0).locator(".feedback")
    field.fill("1")
    field.press("Enter")
    expect(said).to_contain_text("column 1 times column 1")
    expect(said).to_contain_text("Or: That is row 1 times column 1")
    expect(forms.nth(1)).to_be_hidden()
    field.fill("2")
    field.press("Enter")
    expect(said).to_have_text("Right: 2.")
    expect(forms.nth(1)).to_be_visible()
    expect(forms.nth(2)).to_be_hidden()
    forms.nth(1).get_by_role("button", name="Reveal").click()
    assert [text.strip() for text in sigma.all_text_contents()] == ["2.00", "1.00", "1.00", "?"]
    forms.nth(2).get_by_role("button", name="Reveal").click()
    assert "?" not in sigma.all_text_contents()

    page.locator("#walk [data-go='1']").click()
    settled(page)
    expect(page.locator("#predictions .prediction:visible")).to_have_count(0)
    page.get_by_role("button", name="10 more", exact=True).click()
    page.get_by_role("button", name="100 more", exact=True).click()
    settled(page)
    state = shown_state(page)
    assert state["n"] == 111
    way = drawn(page)["way"]
    assert np.isfinite(way[:111]).all()
    assert np.isnan(way[111:]).all()
    assert_drawn(page, "moments", **state)
