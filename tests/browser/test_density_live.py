"""The density lesson in a student's hands: its four views, the five steps, and what breaks."""

from collections.abc import Callable

import numpy as np
import pytest
from lesson_page import assert_drawn, drag_handle, drawn, settled, shown_state, slider
from playwright.sync_api import Page, expect
from served import Watched


@pytest.fixture
def opened(course: str, watched: Watched) -> Callable[[str], Page]:
    return lambda query: watched.open(f"{course}?lesson=density&{query}")


HANDLES: dict[str, dict[str, tuple[str, ...]]] = {
    "translate": {"dot_x": ("x",), "middle": ("t",)},
    "scale": {"bin_at": ("at",), "unit": ("sigma",)},
    "boxes": {"center": ("s1", "s2"), "tip1": ("a11", "a21"), "shift": ("t1", "t2")},
    "step": {"point": ("x1", "x2"), "tip2_again": ("a12", "a22")},
}


@pytest.mark.parametrize("view", HANDLES)
def test_a_handle_moves_its_mark_and_sets_what_its_sliders_show(
    opened: Callable[[str], Page], view: str
) -> None:
    page = opened(f"view={view}&sigma=1.5&t=0.5")
    before, places = shown_state(page), drawn(page)
    for mark, keys in HANDLES[view].items():
        right, up = (-0.75, 0.5) if len(keys) == 2 else (-0.75, 0)
        drag_handle(page, mark, right, up)
        after = shown_state(page)
        assert {key for key in after if after[key] != before[key]} == {*keys}
        for key, by in zip(keys, (right, up), strict=False):
            assert float(after[key]) == pytest.approx(float(before[key]) + by, abs=0.06)
        assert_drawn(page, "density", **after)
        assert drawn(page)[mark][0][0] == pytest.approx(places[mark][0][0] + right, abs=0.06)
        page.get_by_role("button", name="Reset").click()
        settled(page)


def test_five_steps_come_one_after_the_other(opened: Callable[[str], Page]) -> None:
    page = opened("view=step")
    numbers = ["squared", "half", "bell", "density"]
    marks = ["level", None, "raw", "final"]
    slots = [page.locator(f"#equation [data-readout={name}]").last for name in numbers]
    slider(page, "taken").focus()
    for step in range(1, 6):
        expect(page.locator("#proofs h2").filter(has_text="of 5")).to_have_text(f"Step {step} of 5")
        for first, (slot, mark) in enumerate(zip(slots, marks, strict=True), start=2):
            assert (slot.text_content() == "–") == (step < first)
            if mark:
                assert np.isnan(drawn(page)[mark]).any() == (step < first)
        page.keyboard.press("ArrowRight")
        settled(page)
    proofs = page.locator("#proofs")
    log, library = (proofs.locator(f"[data-readout={name}]") for name in ("log", "library"))
    assert log.text_content() == library.text_content() == "−3.906229"
    expect(proofs).to_contain_text("the same number, got in two ways")


def test_a_flat_matrix_has_a_density_on_its_line_only(opened: Callable[[str], Page]) -> None:
    page = opened("view=boxes")
    proofs = page.locator("#proofs")
    shown = {name: proofs.locator(f"[data-readout={name}]") for name in ("kept", "volume", "along")}
    expect(shown["volume"]).to_have_text("1.0000")
    expect(shown["along"]).to_have_text("–")
    page.get_by_role("button", name="Break it: the same").click()
    settled(page)
    expect(shown["kept"]).to_have_text("0.0000")
    expect(shown["volume"]).to_have_text("–")
    expect(shown["along"]).to_have_text("1.0000")
    expect(proofs).to_contain_text("no height makes a volume of 1")
    assert abs(np.corrcoef(*drawn(page)["cloud"].T)[0, 1]) == pytest.approx(1)
    page.get_by_role("radio", name="one density, five steps").check()
    settled(page)
    expect(proofs).to_contain_text("This A is flat and has no inverse")
    expect(page.locator("#equation")).to_contain_text("A+")
    expect(page.locator("#equation")).to_contain_text("the density there, along the line")
    assert_drawn(page, "density", **shown_state(page))
