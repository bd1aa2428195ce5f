"""What moves by itself: steps and choices glide, sliders play, symbols light up; and addresses."""

import re
from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from lesson_page import drawn, settled, shown_state, slider
from PIL import Image
from playwright.sync_api import Page, expect

from gaussians.kit.check_steps import at_step
from gaussians.lessons import LESSONS

Open = Callable[..., Page]
KEY = "reparameterization"
STEPS = LESSONS[KEY].words().steps

# Where a mark is in each frame from now on, until the page is at rest.
_FILM = """([mark, press]) => new Promise((done) => {
  const frames = [];
  const { data } = Bokeh.documents.flatMap((one) => one.roots())
    .flatMap(({ renderers }) => renderers).find(({ name }) => name === mark).data_source;
  document.querySelector(press).click();
  const note = () => {
    frames.push([data.x[0], data.y[0]]);
    if (document.getElementById("figure").ariaBusy === "true") requestAnimationFrame(note);
    else done(frames);
  };
  requestAnimationFrame(note);
})"""


def film(page: Page, mark: str, press: str) -> np.ndarray:
    """Return where the first point of a mark is, frame by frame, after something is pressed."""
    return np.array(page.evaluate(_FILM, [mark, press]))


def is_smooth(places: np.ndarray) -> bool:
    """Tell whether a point goes from its first place to its last one by many small steps."""
    whole = np.linalg.norm(places[-1] - places[0])
    steps = np.linalg.norm(np.diff(places, axis=0), axis=1)
    return bool(whole > 0.2 and len(np.unique(places, axis=0)) >= 4 and steps.max() < 0.9 * whole)


def test_a_preset_goes_along_states_and_a_choice_glides(opened: Open) -> None:
    page = opened(KEY, "step=0&sigma1=2&rho=0.8")
    # A busy computer may leave frames out: one of a few is smooth, or none ever is.
    presets = [f"[data-preset={name}]" for name in ("tilted", "standard", "tilted")]
    assert any(is_smooth(film(page, "center", press)) for press in presets)
    page.locator("[data-preset=tilted]").click()
    settled(page)
    roots = [f"[data-key=root][value={name}]" for name in ("symmetric", "eigen", "cholesky")]
    assert any(is_smooth(film(page, "cloud", press)) for press in roots)
    still = opened(KEY, "step=0&sigma1=2&rho=0.8", reduced_motion="reduce")
    assert len(np.unique(film(still, "center", "[data-preset=tilted]"), axis=0)) <= 2


def test_a_glide_ends_where_numpy_has_it(opened: Open) -> None:
    page = opened(KEY, "step=0&sigma1=2&rho=0.8")
    film(page, "cloud", "[data-key=root][value=eigen]")
    settled(page)
    expected = LESSONS[KEY](sigma1=2, rho=0.8, root="eigen").scene().marks
    for name in ("cloud", "noise", "ellipses"):
        np.testing.assert_allclose(drawn(page)[name], expected[name], atol=1e-9)


def test_a_hand_does_not_wait_for_a_move(opened: Open) -> None:
    page = opened(KEY, "step=0")
    page.locator("[data-preset=tilted]").click()
    slider(page, "rho").focus()
    page.keyboard.press("End")
    settled(page)
    assert shown_state(page)["rho"] == 0.99
    assert shown_state(page)["mu1"] == LESSONS[KEY].presets["tilted"]["mu1"]


def test_a_step_has_an_address(opened: Open) -> None:
    page = opened(KEY, "step=3", reduced_motion="reduce")
    start = at_step(LESSONS[KEY], STEPS[2]).state()
    assert shown_state(page) == start
    expect(page.locator("#walk .present h2")).to_contain_text("3")
    assert page.evaluate("location.search") == "?step=3"
    page.locator("[data-action=more]").click()
    page.locator("input[type=text][data-key=sigma2]").fill("2.2")
    page.keyboard.press("Enter")
    settled(page)
    assert page.evaluate("location.search") == "?step=3&sigma2=2.2"
    page.reload()
    page.wait_for_selector("#figure.ready")
    assert shown_state(page) == start | {"sigma2": 2.2}
    page.locator("[data-action=more]").click()
    page.locator("[data-action=reset]").click()
    settled(page)
    assert shown_state(page) == start
    page.locator("[data-go=back]").click()
    settled(page)
    assert page.evaluate("location.search") == "?step=2"
    page.locator(".tools [data-go='0']").click()  # free play goes on from there
    settled(page)
    assert shown_state(page) == at_step(LESSONS[KEY], STEPS[1]).state()
    assert "step" not in page.evaluate("location.search")


def test_a_step_that_was_reloaded_is_reset_to_its_own_start(opened: Open) -> None:
    page = opened("affine", "step=1", reduced_motion="reduce")
    page.locator("#walk ol [data-go='3']").click()
    settled(page)
    page.reload()
    page.wait_for_selector("#figure.ready")
    page.locator("[data-action=reset]").click()
    settled(page)
    assert (
        shown_state(page) == at_step(LESSONS["affine"], LESSONS["affine"].words().steps[2]).state()
    )


def test_a_goal_is_not_reached_by_numbers_of_the_step_before(opened: Open) -> None:
    """The red area is that of the default σ until the new step's own has been computed."""
    page = opened("density", "step=1", reduced_motion="reduce")
    page.locator("#walk [data-go=next]").click()
    settled(page)
    expect(page.locator("#walk .present .goals li")).to_have_count(1)
    expect(page.locator("#walk .present .reached")).to_have_count(0)


def test_the_walks_buttons_have_an_end(opened: Open) -> None:
    """The first step has none before it, and after the last one the focus is not lost."""
    page = opened(KEY, f"step={len(STEPS)}", reduced_motion="reduce")
    page.locator("#walk [data-go=next]").press("Enter")
    settled(page)
    assert page.evaluate("document.activeElement.dataset.go") == str(len(STEPS))
    page.locator("#walk ol [data-go='1']").click()
    page.locator(".handle[data-mark=center]").press("ArrowRight")
    settled(page)
    before = shown_state(page)
    page.locator("#walk [data-go=back]").press("Enter")
    settled(page)
    assert shown_state(page) == before
    expect(page.locator("#walk [data-go=back]")).to_have_attribute("aria-disabled", "true")


def test_a_page_without_an_address_begins_the_walk_and_one_with_a_state_does_not(
    opened: Open,
) -> None:
    start = at_step(LESSONS[KEY], STEPS[0]).state()
    first = opened(KEY, "steps=1")
    assert shown_state(first) == start
    free = opened(KEY, "rho=0.5&steps=1")
    assert shown_state(free) == LESSONS[KEY]().state() | {"rho": 0.5}
    without = opened(KEY, "steps=0&embed=1")
    expect(without.locator("#walk")).to_have_count(0)
    expect(without.locator("#controls [data-control]:visible")).to_have_count(
        len(LESSONS[KEY].each_control())
    )


def test_what_is_locked_stays_in_every_step(opened: Open) -> None:
    page = opened(KEY, "step=1&hide=rho&rho=0.5", reduced_motion="reduce")
    for _ in STEPS:
        assert f"correlation is {0.5:.2f}" in page.locator("#description").text_content()  # type: ignore[operator]
        page.locator("[data-go=next]").click()
        settled(page)


def test_a_slider_plays_and_a_hand_takes_over(opened: Open) -> None:
    page = opened(KEY, "step=0&root=turned")
    play = page.locator("[data-play=turn]")
    play.click()
    expect(play).to_have_accessible_name(re.compile("Pause"))
    page.wait_for_function("() => document.getElementById('turn').valueAsNumber > 10")
    slider(page, "turn").focus()
    page.keyboard.press(" ")
    settled(page)
    expect(play).to_have_accessible_name(re.compile("Play|Advance"))
    value = shown_state(page)["turn"]
    page.wait_for_timeout(200)
    assert shown_state(page)["turn"] == value
    page.keyboard.press(" ")
    expect(play).to_have_accessible_name(re.compile("Pause"))
    page.keyboard.press("ArrowRight")
    expect(play).to_have_accessible_name(re.compile("Play|Advance"))
    page.emulate_media(reduced_motion="reduce")
    slider(page, "turn").press("Home")
    play.click()
    settled(page)
    assert shown_state(page)["turn"] == -144  # a tenth of the way, and no motion
    expect(play).to_have_accessible_name(re.compile("Play|Advance"))


def test_whatever_else_sets_a_playing_value_stops_it(opened: Open) -> None:
    page = opened("conditioning", "step=3")
    play = page.locator("[data-play=c]")
    start = shown_state(page)["c"]
    hands: dict[str, Callable[[], object]] = {
        "handle": lambda: page.locator(".handle:visible").press("ArrowLeft"),
        "Escape": lambda: page.keyboard.press("Escape"),
        "what hides it": lambda: page.locator("[data-key=view][value=women]").evaluate(
            "(choice) => choice.click()"
        ),
        "Reset": page.locator("[data-action=reset]").click,
    }
    for name, hand in hands.items():
        play.evaluate("(button) => button.click()")
        page.wait_for_function(f"() => document.getElementById('c').valueAsNumber > {start} + 0.1")
        hand()
        expect(play, name).to_have_attribute("aria-label", "Play c")
    settled(page)
    assert shown_state(page)["c"] == start
    page.locator("[data-action=more]").click()
    play.click()
    page.locator("input[type=text][data-key=rho]").fill("0.25")
    page.keyboard.press("Enter")
    settled(page)
    assert shown_state(page)["rho"] == 0.25


_ALPHAS = """() => Object.fromEntries(Bokeh.documents.flatMap((one) => one.roots())
  .flatMap(({ renderers }) => renderers).map(({ name, visible, glyph }) =>
    [name, visible ? (glyph.line_alpha ?? glyph.text_alpha)?.value ?? 1 : 0]))"""


def test_a_symbol_lights_up_its_marks_and_a_mark_its_symbols(opened: Open) -> None:
    page = opened("affine", "step=0")
    before = page.evaluate(_ALPHAS)
    page.locator("#equation .symbol", has_text="A").first.hover()
    lit = page.evaluate(_ALPHAS)
    assert lit["columns"] == before["columns"]
    assert lit["grid"] < before["grid"]
    expect(page.locator("#equation .symbol.lit").first).to_have_text("A")
    page.mouse.move(5, 5)
    assert page.evaluate(_ALPHAS) == before
    expect(page.locator(".symbol.lit")).to_have_count(0)
    page.locator(".handle[data-mark=shift]").hover()
    expect(page.locator(".lead .symbol.lit")).to_have_text(["orange point", "t", "t"])


def test_marks_that_a_step_does_not_name_are_not_painted(opened: Open) -> None:
    key = "conditioning"
    page = opened(key, "step=1", reduced_motion="reduce")
    step = LESSONS[key].words().steps[0]
    shown = {name for name, alpha in page.evaluate(_ALPHAS).items() if alpha > 0}
    assert shown & set(LESSONS[key].planes["joint"].marks) == set(step.marks)
    few = ink(page)
    page.locator(".tools [data-go='0']").click()
    settled(page)
    assert ink(page) > few


@pytest.mark.parametrize(("number", "picked"), [(3, True), (7, False)])
def test_a_dot_can_be_picked_where_it_is_drawn(opened: Open, number: int, picked: bool) -> None:
    page = opened(KEY, f"step={number}", reduced_motion="reduce")
    start = at_step(LESSONS[KEY], STEPS[number - 1])
    noise, cloud = (start.scene().marks[mark] for mark in ("noise", "cloud"))
    assert ("noise" in STEPS[number - 1].marks) == picked
    away = np.linalg.norm(noise[:, None] - cloud, axis=2).min(axis=1)
    lonely = int(away.argmax())  # of the grey ones, from all blue ones
    for _ in range(3):  # what a busy browser takes long to lift is a press to BokehJS, no click
        page.mouse.click(*page.evaluate(_ON_SCREEN, noise[lonely].tolist()))
        page.wait_for_timeout(300)
        if shown_state(page)["point"] != start.state()["point"]:
            break
    assert shown_state(page)["point"] == (lonely + 1 if picked else start.state()["point"])


_ON_SCREEN = """([x, y]) => {
  const view = Bokeh.documents
    .flatMap((one) => Bokeh.index.find_one(one.get_model_by_name("plane")) ?? [])[0];
  const box = view.canvas_view.el.getBoundingClientRect();
  const { x_scale, y_scale } = view.frame;
  return [box.left + x_scale.compute(x), box.top + y_scale.compute(y)];
}"""


def ink(page: Page) -> int:
    """Count the pixels of the figure that are not its ground."""
    grey = Image.open(BytesIO(page.locator("#figure").screenshot())).convert("L")
    return int((np.asarray(grey) < 200).sum())
