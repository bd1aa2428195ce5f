"""The lesson in a student's hands: real mouse, real keys, and numpy's word on every point."""

import re

import numpy as np
import pytest
from lesson_page import assert_drawn, drag, drawn, grab, settled, shown_state, slider
from playwright.sync_api import Page, expect
from served import Watched

START = {"n": 500, "seed": 1}


@pytest.fixture(params=["course", "alone", "index"])
def page(request: pytest.FixtureRequest, watched: Watched) -> Page:
    """The lesson as each serve command shows it."""
    host = request.getfixturevalue("course" if request.param == "course" else "alone")
    path = "/reparameterization" if request.param == "alone" else ""
    return watched.open(host + path)


@pytest.fixture
def lesson(course: str, watched: Watched) -> Page:
    return watched.open(course)


def test_a_drag_moves_the_points_to_where_numpy_has_them_and_leaves_the_noise(page: Page) -> None:
    assert_drawn(page)
    before = drawn(page)
    fingerprint = page.locator("[data-readout=fingerprint]").inner_text()
    drag(page, "rho", 0.5, 0.8)
    drag(page, "mu1", 0.5, 0.7)
    settled(page)
    state = shown_state(page)
    assert 0.5 < float(state["rho"]) < 0.7
    assert 1 < float(state["mu1"]) < 1.5
    assert_drawn(page, **state)
    after = drawn(page)
    np.testing.assert_array_equal(after["noise"], before["noise"])
    assert np.abs(after["cloud"] - before["cloud"]).max() > 0.5
    assert page.locator("[data-readout=fingerprint]").inner_text() == fingerprint


def test_arrow_keys_move_a_focused_slider(page: Page) -> None:
    slider(page, "sigma1").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    settled(page)
    assert_drawn(page, sigma1=1.2, sigma2=0.95)


def test_a_typed_number_is_used_exactly(lesson: Page) -> None:
    field = lesson.get_by_label("σ₂, typed")
    field.fill("0.123456789")
    field.press("Enter")
    settled(lesson)
    assert_drawn(lesson, sigma2=0.123456789)


@pytest.mark.parametrize("text", ["5", "abc", "", "NaN", "1e999"])
def test_a_wrong_number_is_named_and_nothing_moves(lesson: Page, text: str) -> None:
    field = lesson.get_by_label("ρ, typed")
    field.fill(text)
    field.press("Enter")
    expect(lesson.locator("#notice")).to_contain_text(f"ρ goes from −0.99 to 0.99; “{text}”")
    expect(field).to_have_value("0")
    assert_drawn(lesson)


def test_presets_and_reset(lesson: Page) -> None:
    lesson.get_by_role("button", name="tilted").click()
    settled(lesson)
    assert_drawn(lesson, mu1=0.8, mu2=-0.5, sigma1=1.5, sigma2=1.2, rho=0.75)
    lesson.get_by_role("button", name="Reset").click()
    settled(lesson)
    assert_drawn(lesson)
    assert lesson.evaluate("location.search") == ""


def test_resample_draws_new_noise_and_a_seed_brings_it_back(lesson: Page) -> None:
    before = drawn(lesson)["noise"]
    fingerprint = lesson.locator("[data-readout=fingerprint]")
    first = fingerprint.inner_text()
    lesson.get_by_role("button", name="Resample").click()
    settled(lesson)
    assert fingerprint.inner_text() != first
    assert not np.array_equal(drawn(lesson)["noise"], before)
    seed = lesson.get_by_label("seed")
    assert_drawn(lesson, seed=int(seed.input_value()))
    seed.fill("1")
    seed.press("Enter")
    settled(lesson)
    assert fingerprint.inner_text() == first
    np.testing.assert_array_equal(drawn(lesson)["noise"], before)


def test_the_number_of_points(lesson: Page) -> None:
    slider(lesson, "n").focus()
    lesson.keyboard.press("End")
    settled(lesson)
    assert_drawn(lesson, n=5000)
    lesson.keyboard.press("Home")
    settled(lesson)
    assert_drawn(lesson, n=100)
    expect(lesson.locator("td[data-readout], td").first).to_be_visible()


@pytest.mark.parametrize(("name", "root"), [("symmetric", "symmetric"), ("eigen", "eigen")])
def test_another_root_moves_the_points_but_not_the_ellipses(
    lesson: Page, name: str, root: str
) -> None:
    lesson.get_by_role("button", name="tilted").click()
    settled(lesson)
    before = drawn(lesson)
    lesson.get_by_role("radio", name=name).check()
    settled(lesson)
    after = drawn(lesson)
    assert np.abs(after["cloud"] - before["cloud"]).max() > 0.1
    for mark in ("noise", "ellipses", "box", "masses"):
        np.testing.assert_array_equal(after[mark], before[mark])
    assert_drawn(lesson, mu1=0.8, mu2=-0.5, sigma1=1.5, sigma2=1.2, rho=0.75, root=root)


def test_turning_the_dial_chooses_it(lesson: Page) -> None:
    drag(lesson, "turn", 0.5, 0.75)
    settled(lesson)
    state = shown_state(lesson)
    assert state["root"] == "turned"
    assert 80 < float(state["turn"]) < 100
    assert_drawn(lesson, **state)


def test_roots_are_chosen_by_keys_too(lesson: Page) -> None:
    lesson.locator("input[name=root]:checked").focus()
    lesson.keyboard.press("ArrowRight")
    settled(lesson)
    assert shown_state(lesson)["root"] == "symmetric"


def click_on(page: Page, x: float, y: float) -> None:
    """Click at a place of the figure given in its own coordinates."""
    place = page.evaluate(
        """([x, y]) => {
          const view = Bokeh.index.find_one(Bokeh.documents[0].get_model_by_name("plane"));
          const box = view.canvas_view.el.getBoundingClientRect();
          const { x_scale, y_scale } = view.frame;
          return [box.left + x_scale.compute(x), box.top + y_scale.compute(y)];
        }""",
        [x, y],
    )
    page.mouse.click(*place)


def test_a_click_on_a_grey_point_follows_it_to_its_image(lesson: Page) -> None:
    lesson.get_by_role("button", name="tilted").click()
    settled(lesson)
    noise = drawn(lesson)["noise"]
    lonely = int(np.abs(noise).sum(axis=1).argmax())
    click_on(lesson, *noise[lonely])
    lesson.wait_for_function("document.getElementById('point').value !== '0'")
    settled(lesson)
    assert shown_state(lesson)["point"] == lonely + 1
    assert_drawn(lesson, **shown_state(lesson))
    arithmetic = lesson.locator(".arithmetic").inner_text().replace("\n", "")
    assert f"{abs(noise[lonely, 0]):.2f}" in arithmetic
    lesson.get_by_role("button", name="None").click()
    settled(lesson)
    assert np.isnan(drawn(lesson)["arrow"]).all()


def test_a_click_beside_all_points_changes_nothing(lesson: Page) -> None:
    click_on(lesson, -5.5, 5.5)
    assert shown_state(lesson)["point"] == 0
    assert lesson.evaluate("location.search") == ""


def test_what_is_shown_is_what_numpy_says(lesson: Page) -> None:
    lesson.get_by_role("button", name="tilted").click()
    settled(lesson)
    equation = lesson.locator("#equation").inner_text()
    for number in ("0.80", "−0.50", "1.50", "0.90", "0.79", "2.25", "1.35", "1.44"):
        assert number in equation
    shares = lesson.locator("#proofs td").all_inner_texts()
    squared = (drawn(lesson)["noise"] ** 2).sum(axis=1)
    for k in (1, 2, 3):
        predicted, measured, error = shares[3 * (k - 1) : 3 * k]
        mass = 1 - np.exp(-(k**2) / 2)
        assert predicted == f"{100 * mass:.1f} %"
        assert measured == f"{100 * (squared <= k * k).mean():.1f} %"
        assert error == f"± {100 * np.sqrt(mass * (1 - mass) / 500):.1f} %"
    assert re.fullmatch(
        r"0|\d\.\d × 10⁻¹[5-9]", lesson.locator("[data-readout=error]").inner_text()
    )


def test_a_screen_reader_hears_the_figure_when_a_drag_ends(lesson: Page) -> None:
    description = lesson.locator("#description")
    expect(description).to_have_attribute("aria-live", "polite")
    before = description.inner_text()
    assert "correlation is 0.00" in before
    grab(lesson, "rho", 0.5)(0.8, 10)
    lesson.wait_for_function("document.getElementById('rho').valueAsNumber > 0.4")
    lesson.wait_for_timeout(300)
    assert description.inner_text() == before
    lesson.mouse.up()
    rho = shown_state(lesson)["rho"]
    expect(description).to_contain_text(f"correlation is {rho:.2f}")


def test_the_state_is_kept_in_the_address_and_comes_back(course: str, watched: Watched) -> None:
    page = watched.open(course)
    length = page.evaluate("history.length")
    drag(page, "rho", 0.5, 0.8)
    page.get_by_role("radio", name="eigen").check()
    settled(page)
    state = shown_state(page)
    assert page.evaluate("location.search") == f"?rho={state['rho']}&root=eigen"
    assert page.evaluate("history.length") == length
    page.reload()
    page.wait_for_selector("#figure.ready")
    assert shown_state(page) == state
    assert_drawn(page, **state)
