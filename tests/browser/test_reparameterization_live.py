"""The lesson in a student's hands: real mouse, real keys, and numpy's word on every point."""

import re

import numpy as np
import pytest
from lesson_page import assert_drawn, drag, drawn, grab, settled, shown_state, slider
from playwright.sync_api import Page, expect
from served import Watched

TILTED = {"mu1": 0.8, "mu2": -0.5, "sigma1": 1.5, "sigma2": 1.2, "rho": 0.75}


@pytest.fixture
def lesson(course: str, watched: Watched) -> Page:
    return watched.open(f"{course}?lesson=reparameterization")


def test_a_drag_moves_the_points_to_where_numpy_has_them_and_leaves_the_noise(
    lesson: Page,
) -> None:
    assert_drawn(lesson)
    before = drawn(lesson)
    fingerprint = lesson.locator("[data-readout=fingerprint]").inner_text()
    drag(lesson, "rho", 0.5, 0.8)
    drag(lesson, "mu1", 0.5, 0.7)
    settled(lesson)
    state = shown_state(lesson)
    assert 0.5 < float(state["rho"]) < 0.7
    assert 1 < float(state["mu1"]) < 1.5
    assert_drawn(lesson, **state)
    after = drawn(lesson)
    np.testing.assert_array_equal(after["noise"], before["noise"])
    assert np.abs(after["cloud"] - before["cloud"]).max() > 0.5
    assert lesson.locator("[data-readout=fingerprint]").inner_text() == fingerprint


def test_numbers_are_set_by_arrow_keys_or_typed_and_wrong_ones_move_nothing(lesson: Page) -> None:
    slider(lesson, "sigma1").focus()
    for _ in range(4):
        lesson.keyboard.press("ArrowRight")
    lesson.keyboard.press("Tab")
    lesson.keyboard.press("Tab")
    lesson.keyboard.press("ArrowLeft")
    assert_drawn(lesson, sigma1=1.2, sigma2=0.95)
    field = lesson.get_by_label("σ₂, typed")
    field.fill("0.123456789")
    field.press("Enter")
    assert_drawn(lesson, sigma1=1.2, sigma2=0.123456789)
    field = lesson.get_by_label("ρ, typed")
    for text in ("5", "abc", "", "NaN", "1e999"):
        field.fill(text)
        field.press("Enter")
        expect(lesson.get_by_role("alert")).to_contain_text(f"ρ goes from −0.99 to 0.99; “{text}”")
        assert_drawn(lesson, sigma1=1.2, sigma2=0.123456789)


def test_presets_roots_and_reset(lesson: Page) -> None:
    lesson.get_by_role("button", name="tilted").click()
    assert_drawn(lesson, **TILTED)
    before = drawn(lesson)
    for root in ("symmetric", "eigen"):
        lesson.get_by_role("radio", name=root).check()
        assert_drawn(lesson, **TILTED, root=root)
        after = drawn(lesson)
        assert np.abs(after["cloud"] - before["cloud"]).max() > 0.1
        for mark in ("noise", "ellipses", "box"):
            np.testing.assert_array_equal(after[mark], before[mark])
        np.testing.assert_allclose(after["masses"], before["masses"], rtol=1e-12)
    drag(lesson, "turn", 0.5, 0.75)  # a dial that is turned is chosen
    state = shown_state(lesson)
    assert state["root"] == "turned"
    assert 75 < float(state["turn"]) < 105
    assert_drawn(lesson, **state)
    lesson.get_by_role("button", name="Reset").click()
    assert_drawn(lesson)
    assert lesson.evaluate("location.search") == "?lesson=reparameterization&step=0"
    lesson.locator("input[name=root]:checked").focus()
    lesson.keyboard.press("ArrowRight")
    assert shown_state(lesson)["root"] == "symmetric"


def test_resample_draws_new_noise_as_much_as_wanted_and_a_seed_brings_it_back(
    lesson: Page,
) -> None:
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
    slider(lesson, "n").focus()
    for key, n in (("End", 5000), ("Home", 100)):
        lesson.keyboard.press(key)
        assert_drawn(lesson, n=n)
    assert fingerprint.inner_text() == first


def click_on(page: Page, x: float, y: float, plane: str = "plane") -> None:
    """Click at a place of the figure given in its own coordinates."""
    place = page.evaluate(
        """([x, y, plane]) => {
          const view = Bokeh.documents
    .flatMap((one) => Bokeh.index.find_one(one.get_model_by_name(plane)) ?? [])[0];
          const box = view.canvas_view.el.getBoundingClientRect();
          const { x_scale, y_scale } = view.frame;
          return [box.left + x_scale.compute(x), box.top + y_scale.compute(y)];
        }""",
        [x, y, plane],
    )
    page.mouse.click(*place)


def test_a_click_on_a_grey_point_follows_it_to_its_image(lesson: Page) -> None:
    click_on(lesson, -5.5, 5.5)  # beside all points
    assert shown_state(lesson)["point"] == 0
    assert lesson.evaluate("location.search") == "?lesson=reparameterization&step=0"
    lesson.get_by_role("button", name="tilted").click()
    settled(lesson)
    noise = drawn(lesson)["noise"]
    lonely = int(np.abs(noise).sum(axis=1).argmax())
    for _ in range(3):  # what a busy browser takes long to lift is a press to BokehJS, no click
        click_on(lesson, *noise[lonely])
        lesson.wait_for_timeout(300)
        if shown_state(lesson)["point"]:
            break
    assert shown_state(lesson)["point"] == lonely + 1
    assert_drawn(lesson, **shown_state(lesson))
    arithmetic = lesson.locator("#proofs .arithmetic").inner_text().replace("\n", "")
    assert f"{abs(noise[lonely, 0]):.2f}" in arithmetic
    by_sigma1 = lesson.locator("[data-readout=by_sigma1]:visible")
    expect(by_sigma1).to_have_text(f"{noise[lonely, 0]:.2f}".replace("-", "−"))
    assert np.isfinite(drawn(lesson)["slope_names"]).all()
    lesson.get_by_role("radio", name="eigen").check()
    settled(lesson)
    expect(by_sigma1).to_have_count(0)
    assert np.isnan(drawn(lesson)["slopes"]).all()
    lesson.get_by_role("button", name="None").click()
    settled(lesson)
    assert np.isnan(drawn(lesson)["arrow"]).all()


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


def test_when_a_drag_ends_it_is_said_and_kept_in_the_address(lesson: Page) -> None:
    length = lesson.evaluate("history.length")
    description = lesson.locator("#description")
    before = description.inner_text()
    assert "correlation is 0.00" in before
    grab(lesson, "rho", 0.5)(0.8, 10)
    lesson.wait_for_function("() => document.getElementById('rho').valueAsNumber > 0.4")
    lesson.wait_for_timeout(300)
    assert description.inner_text() == before
    assert lesson.evaluate("location.search") == "?lesson=reparameterization&step=0"
    lesson.mouse.up()
    lesson.get_by_role("radio", name="eigen").check()
    state = shown_state(lesson)
    expect(description).to_contain_text(f"correlation is {state['rho']:.2f}")
    assert (
        lesson.evaluate("location.search")
        == f"?lesson=reparameterization&rho={state['rho']}&root=eigen"
    )
    assert lesson.evaluate("history.length") == length
    lesson.reload()
    lesson.wait_for_selector("#figure.ready")
    assert shown_state(lesson) == state
    assert_drawn(lesson, **state)
