"""Two engines: the browser draws while a hand is on, numpy checks when it is off."""

from collections.abc import Callable
from urllib.parse import urlencode

import numpy as np
import pytest
from lesson_page import (
    EARLY_HAND,
    assert_drawn,
    drag_handle,
    drawn,
    grab,
    reveal,
    settled,
    shown_state,
    slider,
)
from playwright.sync_api import Page, Request, expect
from served import Watched
from views import choices_that_show, draws_of

from gaussians.lessons import CHAPTERS, LESSONS


@pytest.fixture
def asked(watched: Watched) -> list[str]:
    """Note what is asked of numpy."""
    questions: list[str] = []

    def note(request: Request) -> None:
        if "/answer/" in request.url:
            questions.append(request.url)

    watched.page.on("request", note)
    return questions


@pytest.fixture
def opened(course: str, watched: Watched) -> Callable[[str], Page]:
    return lambda query: watched.open(course + query)


def test_a_drag_draws_without_a_message_and_numpy_checks_on_release(
    opened: Callable[[str], Page], asked: list[str]
) -> None:
    page = opened("?lesson=reparameterization")
    cloud = drawn(page)["cloud"]
    move = grab(page, "rho", 0.5)
    for share in (0.6, 0.7, 0.8):
        move(share, 5)
    page.wait_for_function("() => document.getElementById('rho').value > 0.5")
    page.wait_for_timeout(200)
    rho = float(slider(page, "rho").input_value())
    moved = LESSONS["reparameterization"](rho=rho).scene().marks["cloud"]
    np.testing.assert_allclose(drawn(page)["cloud"], moved, atol=1e-9)  # with the hand still on
    assert np.abs(moved - cloud).max() > 0.5
    assert asked == []
    page.mouse.up()
    settled(page)
    assert len(asked) == 1
    expect(page.locator("#checked")).to_contain_text("checked by numpy: largest difference")
    assert_drawn(page, **shown_state(page))
    page.get_by_role("button", name="Reset").click()
    settled(page)
    before = len(asked)
    slider(page, "rho").focus()
    for _ in range(20):  # keys held down end in one address and few checks
        page.keyboard.press("ArrowRight")
    settled(page)
    assert page.evaluate("location.search") == "?lesson=reparameterization&rho=0.2"
    assert len(asked) < before + 10
    assert_drawn(page, rho=0.2)


@pytest.mark.parametrize("key", LESSONS)
def test_either_engine_draws_what_numpy_computes_and_numpy_agrees_on_every_preset(
    opened: Callable[[str], Page], key: str
) -> None:
    number, _, _ = draws_of(key)
    shown = urlencode(choices_that_show(key, number))
    is_first = any(key == lessons[0] for lessons in CHAPTERS.values() if lessons)
    for engine in ("", "&engine=python") if is_first else ("",):
        page = opened(f"?lesson={key}{engine}&{shown}")
        checked = page.locator("#checked")
        for name in [] if engine else LESSONS[key].presets:
            page.get_by_role("button", name=name, exact=True).click()
            settled(page)
            expect(checked).to_contain_text("checked by numpy")
        page.get_by_role("button", name="Reset").click()
        slider(page, number).focus()
        page.keyboard.press("ArrowRight")
        page.get_by_role("button", name="Resample").click()
        seed = page.get_by_label("seed")
        seed.fill("12345")
        seed.press("Enter")
        settled(page)
        assert_drawn(page, key, **shown_state(page))
        if engine:
            expect(checked).to_be_empty()
            assert page.evaluate("location.search").startswith(f"?lesson={key}&engine=python")
        else:
            expect(checked).to_contain_text("checked by numpy")


def test_a_hand_that_was_faster_than_the_figure_counts(
    opened: Callable[[str], Page], watched: Watched
) -> None:
    watched.run_first(EARLY_HAND)
    page = opened("?lesson=affine")
    assert_drawn(page, "affine", a11=2)
    expect(page.locator("#description")).to_contain_text("(2.00, 0.40)")
    expect(page.locator("#checked")).to_contain_text("checked by numpy")


def test_numpy_checks_a_step_that_leaves_a_plane_out(opened: Callable[[str], Page]) -> None:
    page = opened("?lesson=affine&step=1")
    page.locator(".handle[data-mark=tip1]").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#checked")).to_contain_text("checked by numpy")


def test_if_numpy_differs_the_page_says_so_and_shows_numpys(opened: Callable[[str], Page]) -> None:
    page = opened("?lesson=affine")
    page.evaluate(
        """() => {
          const { set } = Float64Array.prototype;
          const tip = Bokeh.documents
            .flatMap((one) => one.get_model_by_name("x")?.renderers ?? [])
            .find(({ name }) => name === "tip1").data_source.data.x;
          tip.set = function (values) { set.call(this, Array.from(values, (x) => x + this.off)); };
          tip.off = 1;
          const { fetch } = window; // until numpy has answered
          window.fetch = (...asked) => fetch(...asked).finally(() => { tip.off = 0; });
        }"""
    )
    page.locator(".handle[data-mark=tip1]").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#checked")).to_contain_text("in tip1, point 1; shown is numpy’s")
    assert_drawn(page, "affine", a11=1.35)


def test_numbers_follow_a_drag_and_are_exact_when_it_ends(opened: Callable[[str], Page]) -> None:
    page = opened("?lesson=affine")
    size = page.locator("#proofs [data-readout=size]")
    reveal(page)
    before = size.inner_text()
    handle = page.locator(".handle[data-mark=tip1]")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box
    page.mouse.move(box["x"] + 22, box["y"] + 22)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 22, steps=5)
    expect(size).not_to_have_text(before)  # with the hand still on
    page.mouse.up()
    drag_handle(page, "tip2", 0.2, 0.2)
    state = shown_state(page)
    readouts = LESSONS["affine"](**state).scene().readouts
    expect(size).to_have_text(f"{readouts['size']:.4f}")


def test_every_lesson_is_served_alone_too(alone: str, watched: Watched) -> None:
    for key in LESSONS:
        number, least, _ = draws_of(key)
        choices = choices_that_show(key, number)
        page = watched.open(f"{alone}/{key}?{urlencode(choices)}")
        expect(page.locator("#bar")).to_have_count(0)
        slider(page, number).focus()
        page.keyboard.press("Home")
        assert_drawn(page, key, **{number: least}, **choices)
