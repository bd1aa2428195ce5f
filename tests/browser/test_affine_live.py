"""The affine lesson in a student's hands: handles by mouse, finger and key, sliders both ways."""

import numpy as np
import pytest
from lesson_page import assert_drawn, drag, drag_handle, drawn, settled, shown_state, slider
from playwright.sync_api import Page, expect
from served import Watched


@pytest.fixture
def lesson(course: str, watched: Watched) -> Page:
    return watched.open(f"{course}?lesson=affine")


HANDLES = [("tip1", "a11", "a21"), ("tip2", "a12", "a22"), ("shift", "t1", "t2"),
           ("tracked", "s1", "s2")]  # fmt: skip


def test_a_dragged_handle_sets_the_two_numbers_that_its_sliders_show(lesson: Page) -> None:
    noise = drawn(lesson)["noise"]
    for mark, across, up in HANDLES:
        before, place = shown_state(lesson), drawn(lesson)[mark][0]
        drag_handle(lesson, mark, -1, 0.6)
        after = shown_state(lesson)
        assert {key for key in after if after[key] != before[key]} == {across, up}
        assert float(after[across]) == pytest.approx(float(before[across]) - 1, abs=0.06)
        assert float(after[up]) == pytest.approx(float(before[up]) + 0.6, abs=0.06)
        assert float(slider(lesson, across).input_value()) == after[across]
        assert_drawn(lesson, "affine", **after)
        np.testing.assert_allclose(drawn(lesson)[mark][0], place + np.array([-1, 0.6]), atol=0.06)
        np.testing.assert_array_equal(drawn(lesson)["noise"], noise)
        assert f"{across}={after[across]:g}" in lesson.evaluate("location.search")
    drag_handle(lesson, "shift", 5, 4)
    state = shown_state(lesson)
    assert (state["t1"], state["t2"]) == (3, 3)  # it stays within bounds
    expect(lesson.locator("#notice")).to_be_hidden()
    assert_drawn(lesson, "affine", **state)


def test_arrow_keys_move_a_focused_handle(lesson: Page) -> None:
    expected = shown_state(lesson)
    for mark, across, up in HANDLES:
        handle = lesson.locator(f".handle[data-mark={mark}]")
        handle.focus()
        for key in ("ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowDown"):
            lesson.keyboard.press(key)
        moved = {across: float(expected[across]) + 0.1, up: float(expected[up]) - 0.45}
        expected |= {key: round(value, 9) for key, value in moved.items()}
        assert shown_state(lesson) == expected
        assert_drawn(lesson, "affine", **expected)
        assert handle.evaluate("e => getComputedStyle(e).outlineStyle") != "none"


def test_a_handle_follows_its_slider_and_its_field(lesson: Page) -> None:
    drag(lesson, "a11", 0.7, 0.2)
    field = lesson.get_by_label("t₂, typed")
    field.fill("-2.125")
    field.press("Enter")
    settled(lesson)
    state = shown_state(lesson)
    assert float(state["a11"]) < -1.5
    assert state["t2"] == -2.125
    assert_drawn(lesson, "affine", **state)
    place = lesson.evaluate(
        """() => {
          const { x_range, y_range } = Bokeh.documents
            .map((one) => one.get_model_by_name("x")).find(Boolean);
          const canvas = document.querySelector("[data-mark=tip1]").parentElement;
          const box = canvas.getBoundingClientRect();
          const dot = document.querySelector("[data-mark=tip1]").getBoundingClientRect();
          const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
          const border = rem * parseFloat(getComputedStyle(canvas).getPropertyValue("--border"));
          const side = box.width - 2 * border;
          return [((dot.x + dot.width / 2 - box.x) - border) / side * 12 - 6,
                  6 - ((dot.y + dot.height / 2 - box.y) - border) / side * 12];
        }"""
    )
    np.testing.assert_allclose(place, drawn(lesson)["tip1"][0], atol=0.05)


def test_a_word_that_is_being_typed_stays_when_numbers_follow_a_drag(lesson: Page) -> None:
    field = lesson.get_by_label("t₂, typed")
    field.focus()
    lesson.evaluate(_DRAG_AND_TYPE)
    settled(lesson)
    assert field.input_value() == "-2.125"
    field.press("Enter")
    state = shown_state(lesson)
    assert (state["a11"], state["t2"]) == (2, -2.125)
    assert_drawn(lesson, "affine", **state)


# A hand that is quicker than the numbers: it has left the slider, and begun to type.
_DRAG_AND_TYPE = """() => {
  const slider = document.getElementById("a11");
  slider.value = 2;
  for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
  document.activeElement.select();
  document.execCommand("insertText", false, "-2.125");
}"""


def test_a_slider_carries_points_and_grid_from_s_to_x_and_moves_nothing_else(lesson: Page) -> None:
    before, proofs = drawn(lesson), lesson.locator("#proofs").inner_text()
    figure = lesson.locator("#figure")
    expect(figure).to_contain_text("x: after")
    slider(lesson, "way").scroll_into_view_if_needed()
    drag(lesson, "way", 0.97, 0.4)
    state = shown_state(lesson)
    way = float(state["way"])
    assert 0.3 < way < 0.5
    after = drawn(lesson)
    for start, end in (("noise", "cloud"), ("grid_before", "grid"), ("circles", "ellipses")):
        between = (1 - way) * before[start] + way * before[end]
        np.testing.assert_allclose(after[end], between, atol=1e-9)
    for name in ("columns", "parallelogram", "axes", "shift"):
        np.testing.assert_allclose(after[name], before[name], atol=1e-12)
    assert lesson.locator("#proofs").inner_text() == proofs
    expect(figure).to_contain_text("x: on the way")
    expect(lesson.locator("#description")).to_contain_text(f"drawn at {way:.2f} of the way")
    assert_drawn(lesson, "affine", **state)
    lesson.get_by_role("button", name="Reset").click()
    expect(figure).to_contain_text("x: after")


def test_the_page_names_the_family_and_says_what_is_lost_when_it_breaks(lesson: Page) -> None:
    presets = {"spherical, turned": "spherical", "diagonal, hidden": "diagonal", "shear": "full"}
    for preset, family in presets.items():
        lesson.get_by_role("button", name=preset, exact=True).click()
        settled(lesson)
        expect(lesson.locator("#proofs [data-readout=family]")).to_have_text(family)
        expect(lesson.locator("#description")).to_contain_text(f"the family is {family}")
    lesson.get_by_role("button", name="Reset").click()
    lesson.get_by_role("button", name="Break it: snap parallel").click()
    settled(lesson)
    x, y = drawn(lesson)["cloud"].T
    assert abs(np.corrcoef(x, y)[0, 1]) == pytest.approx(1)
    proofs = lesson.locator("#proofs")
    expect(proofs).to_contain_text("1 of 2")
    expect(proofs).to_contain_text("collapsed to a line")
    expect(proofs).to_contain_text("this A flattens it")
    expect(proofs.locator("[data-readout=after2]")).to_have_text("–")
    lesson.reload()
    lesson.wait_for_selector("#figure.ready")
    expect(lesson.locator("#proofs")).to_contain_text("collapsed to a line")
    lesson.get_by_role("button", name="Reset").click()
    settled(lesson)
    assert_drawn(lesson, "affine")


def test_a_prediction_is_kept_secret_judged_and_then_explained(lesson: Page) -> None:
    lesson.get_by_role("button", name="shear").click()
    settled(lesson)
    answer = lesson.locator("#proofs [data-readout=size]")
    expect(answer).to_have_text("?")
    expect(lesson.locator("#proofs")).to_contain_text("this A does not mirror it")
    card = lesson.locator(".prediction")
    field, feedback, formula = (card.locator(s) for s in ("input", ".feedback", ".formula"))
    expect(formula).to_be_hidden()
    expect(lesson.locator("#proofs [data-readout=area]")).to_have_text("?")
    for text, said in [("abc", "Type a number"), ("7", "Not yet. Look"), ("1", "Right: 1.")]:
        expect(formula).to_be_hidden()
        field.fill(text)
        field.press("Enter")
        expect(feedback).to_contain_text(said)
    expect(formula).to_be_visible()
    expect(answer).to_have_text("1.0000")
    drag_handle(lesson, "tip2", 0, -2)  # another matrix is another question
    settled(lesson)
    expect(feedback).to_be_empty()
    expect(formula).to_be_hidden()
    state = shown_state(lesson)
    det = float(state["a11"]) * float(state["a22"]) - float(state["a12"]) * float(state["a21"])
    assert det < 0
    expect(lesson.locator("#proofs")).to_contain_text("this A mirrors it")
    field.fill(f"{det:.3f}".replace("-", "−").replace(".", ","))
    card.get_by_role("button", name="Check").click()
    expect(feedback).to_contain_text("turns the plane over")
    card.get_by_role("button", name="Reveal").click()
    expect(feedback).to_contain_text(f"It is {abs(det):.4f}".rstrip("0"))
    expect(formula).to_be_visible()
    lesson.get_by_role("button", name="Reset").click()
    field.focus()
    expect(answer).to_have_text("?")
    lesson.keyboard.press("Tab")  # a field that was left empty keeps no new secret
    expect(answer).not_to_have_text("?")
