"""The conditioning lesson in a student's hands: the line, the slab, the proof, the women."""

import re

import numpy as np
import pytest
from lesson_page import assert_drawn, drag, drag_handle, drawn, reveal, settled, shown_state
from playwright.sync_api import Page, expect
from served import Watched


@pytest.fixture
def lesson(course: str, watched: Watched) -> Page:
    return watched.open(f"{course}?lesson=conditioning")


def test_the_line_is_dragged_across_and_carries_its_bell_along_in_either_direction(
    lesson: Page,
) -> None:
    before = drawn(lesson)
    drag_handle(lesson, "line", -2, 1)
    settled(lesson)
    state, after = shown_state(lesson), drawn(lesson)
    assert float(state["c"]) == pytest.approx(-0.8, abs=0.06)
    assert_drawn(lesson, "conditioning", **state)
    np.testing.assert_allclose(after["cloud"], before["cloud"], atol=1e-12)
    was, now = (marks["bell"] - marks["bell"].mean(axis=0) for marks in (before, after))
    np.testing.assert_allclose(now, was, atol=1e-12)  # never wider or narrower
    lesson.get_by_role("radio", name="x₂ = c").check()
    settled(lesson)
    line = lesson.locator(".handle:visible")
    expect(line).to_have_count(1)
    drag_handle(lesson, "line", 1, -2)
    settled(lesson)
    state = shown_state(lesson)
    assert state["observed"] == "x2"
    assert float(state["c"]) == pytest.approx(-2.8, abs=0.06)
    assert_drawn(lesson, "conditioning", **state)
    line.focus()
    lesson.keyboard.press("ArrowUp")
    settled(lesson)
    assert shown_state(lesson)["c"] == round(float(state["c"]) + 0.05, 2)
    expect(lesson.locator("#description")).to_contain_text("where x₂ is")


def test_the_readouts_are_those_of_the_slab_that_is_drawn(lesson: Page) -> None:
    reveal(lesson)
    drag(lesson, "w", 0.3, 0.1)
    settled(lesson)
    near = drawn(lesson)["inside"]
    near = near[~np.isnan(near[:, 0])]
    section = lesson.locator("#proofs section").first
    expect(section).to_contain_text(f"so the {len(near)} of 1000 points")
    cells = section.locator("td").all_inner_texts()
    mean, sd = near[:, 1].mean(), near[:, 1].std(ddof=1)
    assert cells[:2] == ["1.120", f"{mean:.3f}"]
    assert cells[3:5] == ["0.840", f"{sd:.3f}"]
    lesson.get_by_role("radio", name="Break it: bent").check()
    settled(lesson)
    assert_drawn(lesson, "conditioning", **shown_state(lesson))
    expect(lesson.locator("#proofs")).to_contain_text("slices are not the formula’s")
    expect(lesson.locator("#equation")).to_contain_text("not true of this bent law")
    expect(lesson.locator("#description")).to_contain_text("The Gaussian’s formula says")


def test_a_slab_without_points_agrees_with_nothing(course: str, watched: Watched) -> None:
    page = watched.open(f"{course}?lesson=conditioning&c=4&w=0.05&n=100&rho=0")
    reveal(page)
    expect(page.locator("#proofs")).to_contain_text("There is none: nothing is measured")
    assert page.locator("#proofs section").first.locator("td").all_inner_texts()[1] == "–"


def test_the_proof_is_shown_in_three_planes_whose_lines_move_together(lesson: Page) -> None:
    expect(lesson.locator(".plane:visible")).to_have_count(1)
    lesson.get_by_role("radio", name="the proof").check()
    reveal(lesson)
    settled(lesson)
    expect(lesson.locator(".plane:visible")).to_have_count(3)
    sizes = [plane.bounding_box() for plane in lesson.locator(".plane:visible .canvas").all()]
    assert all(box and box["width"] > 200 for box in sizes)
    drag_handle(lesson, "x_line", 1, 0)
    settled(lesson)
    state = shown_state(lesson)
    assert float(state["c"]) == pytest.approx(2.2, abs=0.06)
    assert_drawn(lesson, "conditioning", **state)
    shift = float(state["c"]) / 1.2
    for shown in lesson.locator("#proofs [data-readout=shift]").all():
        expect(shown).to_have_text(f"{shift:.3f}")
    expect(lesson.locator("#proofs [data-readout=by_noise]")).to_have_text("2.053")
    np.testing.assert_allclose(drawn(lesson)["z_line"][:, 0], shift)


def test_women_of_172_and_of_192_cm(lesson: Page) -> None:
    lesson.get_by_role("button", name="a tall woman").click()
    settled(lesson)
    expect(lesson.locator("#equation")).to_contain_text("76.11")
    expect(lesson.locator("#proofs [data-readout=real_mean]")).to_have_text("76.8")
    expect(lesson.locator("#controls")).not_to_contain_text("number of points", use_inner_text=True)
    drag_handle(lesson, "women_line", 20, 0)
    settled(lesson)
    state = shown_state(lesson)
    assert float(state["height"]) == pytest.approx(192, abs=0.6)
    assert_drawn(lesson, "conditioning", **state)
    expect(lesson.locator("#proofs [data-readout=drawn]")).to_have_text("0")
    for empty in ("drawn_mean", "real_mean", "real_count"):
        expect(lesson.locator(f"#proofs [data-readout={empty}]")).to_have_text("–")
    expect(lesson.locator("#proofs")).to_contain_text("ANSUR II")
    expect(lesson.locator("#description")).to_contain_text("0 drawn points are within half")
    lesson.reload()
    lesson.wait_for_selector("#figure.ready")
    assert_drawn(lesson, "conditioning", **state)


SLIPS = [("0", "before anything was known"), ("1.4", "forgets ρ"), ("0.96", "forgets the units"),
         ("0.82", "upside down"), ("1.46", "major axis"),
         ("−1.12", "side is wrong"), ("5", "Look at the figure"), ("1.12", "Right")]  # fmt: skip
SD_SLIPS = [("1.4", "before anything was known"), ("0.7056", "variance"), ("0.504", "forgets a"),
            ("0.28", "root of 1 − ρ²"), (".84", "Right")]  # fmt: skip


def test_each_slip_gets_its_own_hint(lesson: Page) -> None:
    for which, slips in enumerate((SLIPS, SD_SLIPS)):
        card = lesson.locator(".prediction").nth(which)
        for text, said in slips:
            card.locator("input").fill(text)
            card.locator("input").press("Enter")
            expect(card.locator(".feedback")).to_contain_text(said)
        expect(card.locator(".formula")).to_be_visible()


def test_of_hostile_values_none_is_used_and_what_is_negative_stands_in_brackets(
    course: str, watched: Watched
) -> None:
    page = watched.open(
        f"{course}?lesson=conditioning&view=<b>&observed=x3&c=99&w=nan&rho=-0.5&mu1=-0.5"
    )
    expect(page.locator("#notice li")).to_have_count(4)
    assert_drawn(page, "conditioning", rho=-0.5, mu1=-0.5)
    reveal(page)
    equation = page.locator("#equation").inner_text()
    assert "+(−0.5833)(1.20−(−0.50))≈" in "".join(equation.split())


TELLING = (2.167, 0.84, 0.9333, 0.6, 1.12, 43.0)  # mean, sd, slope, √(1 − ρ²), ρσ₂, its angle


def test_nothing_tells_an_answer_before_it_is_found(course: str, watched: Watched) -> None:
    for view in ("slice", "proof"):
        page = watched.open(f"{course}?lesson=conditioning&view={view}&c=2&mu2=0.3&n=5000&w=0.3")

        def telling(page: Page = page) -> set[float]:
            texts = page.locator("#equation, #proofs, #description").all_inner_texts()
            numbers = [float(text) for text in re.findall(r"\d+\.\d+", " ".join(texts))]
            return {x for x in TELLING if any(abs(x - number) < 0.015 for number in numbers)}

        assert telling() == set()
        reveal(page)
        assert telling() >= {2.167, 0.84, 0.9333, 0.6}


def test_two_of_three_in_either_order(course: str, watched: Watched) -> None:
    """The picture of space is turned by hand; the line in each flat picture moves one number."""
    page = watched.open(f"{course}?lesson=conditioning&view=three&know2=0&n=3000")
    before = drawn(page)
    assert not np.isfinite(before["tower"]).any()
    assert not np.isfinite(before["first_bell"]).any()
    page.get_by_role("checkbox", name="x₂ = d").check()
    drag_handle(page, "first_line", 0.5, 0)
    drag_handle(page, "then_line", -0.7, 0)
    turner = page.locator(".turner:visible")
    turner.focus()
    page.keyboard.press("ArrowRight")
    settled(page)
    state, after = shown_state(page), drawn(page)
    assert (state["know1"], state["know2"], state["turn"]) == (1, 1, -54)
    assert float(state["c"]) == pytest.approx(0.5, abs=0.06)
    assert float(state["d"]) == pytest.approx(1, abs=0.06)
    assert_drawn(page, "conditioning", **state)
    np.testing.assert_allclose(
        after["first_bell"] - [float(state["d"]), 0], after["then_bell"] - [float(state["c"]), 0],
        atol=1e-9,
    )  # fmt: skip
    telling = page.locator("#equation, #proofs, #description").locator(
        ", ".join(f"[data-readout={name}]" for name in ("way1_mean", "way4_sd", "left_mean"))
    )
    assert set(telling.all_inner_texts()) == {"?"}
    reveal(page)
    ways = page.locator("#proofs [data-readout^=way][data-readout$=_mean]").all_inner_texts()
    assert len(ways) == 4
    assert len(set(ways)) == 1
    count = np.isfinite(after["left"][:, 0]).sum()
    expect(page.locator("#proofs")).to_contain_text(
        f"of points within w / 2 of each, {count} of 3000"
    )
