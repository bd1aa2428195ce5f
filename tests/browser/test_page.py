"""The page around a lesson: themes, hostile addresses, a lost connection, a drag."""

import json
from urllib.parse import quote

import pytest
from lesson_page import assert_drawn, grab, settled, shown_state, slider
from page_script import call
from playwright.sync_api import Page, Route, expect
from served import Watched
from tabs import Borrow

from gaussians.stage.palette import DARK, LIGHT


def test_a_handle_whose_mark_leaves_its_plane_stays_at_the_edge(tab: Borrow, course: str) -> None:
    page = tab(viewport={"width": 320, "height": 844}).open(f"{course}?lesson=affine")
    handle = page.locator(".handle[data-mark=tip1]")
    places = "({ style }) => [style.getPropertyValue('--x'), style.getPropertyValue('--y')]"
    for x, y, place in ((50, -50, ["1", "0"]), (-50, 50, ["0", "1"]), (0, 0, ["0.5", "0.5"])):
        call(page, "handles", "place", [[{"tip1": {"x": [x], "y": [y]}}]])
        assert handle.evaluate(places) == place
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_figure_takes_the_colours_of_the_theme_and_follows_a_change(
    tab: Borrow, course: str
) -> None:
    page = tab(color_scheme="dark").open(f"{course}?lesson=reparameterization")
    color = """() => Bokeh.documents[0].get_model_by_name("plane").renderers
      .find(({ name }) => name === "cloud").glyph.fill_color.value"""
    assert page.evaluate(color) == DARK["shape"]
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"() => ({color})() === '{LIGHT['shape']}'")


def test_an_embedded_lesson_is_figure_controls_and_readouts_on_a_clear_ground(
    course: str, watched: Watched
) -> None:
    page = watched.open(f"{course}?lesson=reparameterization&embed=1")
    expect(page.locator("#figure")).to_be_visible()
    expect(page.locator("#controls")).to_be_visible()
    expect(page.locator("#proofs")).to_be_visible()
    expect(page.locator("h1, header, #story")).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"


ADDRESSES = [  # what is read from more of them is told by tests/page/addresses.json
    ("?n=²&seed=7&%FF=1", {"seed": 7}, 2),
    ("?" + quote("<script>alert(1)</script>") + "=1&point=2", {"point": 2}, 1),
    ("?rho=" + "9" * 8192, {}, 1),
    ("?" + "&".join(f"k{i}=1" for i in range(900)) + "&mu1=2", {"mu1": 2.0}, 4),
    ("?mu1=2&embed=yes", {"mu1": 2.0}, 1),
]


@pytest.mark.parametrize(
    ("query", "state", "problems"), ADDRESSES, ids=[query[:30] for query, *_ in ADDRESSES]
)
def test_a_hostile_address_keeps_what_is_good_and_names_the_rest(
    course: str, watched: Watched, query: str, state: dict[str, float], problems: int
) -> None:
    page = watched.open(course + query)
    assert_drawn(page, **state)
    notice = page.locator("#notice")
    expect(notice.locator("li")).to_have_count(problems)
    if problems:
        expect(notice).to_be_visible()
        box = notice.bounding_box()
        assert box
        assert box["height"] < 250
        notice.get_by_role("button").click()
    expect(notice).to_be_hidden()


@pytest.fixture
def lesson(course: str, watched: Watched) -> Page:
    return watched.open(f"{course}?lesson=reparameterization")


@pytest.fixture
def by_python(course: str, watched: Watched) -> Page:
    return watched.open(f"{course}?lesson=reparameterization&engine=python")


def test_a_long_drag_leaves_no_backlog_and_the_last_value_wins(by_python: Page) -> None:
    lesson = by_python
    answers: list[str] = []
    lesson.on("response", lambda response: answers.append(response.url))
    move = grab(lesson, "rho", 0.5)
    for step in range(200):
        move(0.5 + 0.4 * ((step % 40) / 40), 1)
    lesson.mouse.up()
    settled(lesson)
    assert 2 <= len(answers) <= 202
    assert_drawn(lesson, **shown_state(lesson))


def test_a_slow_server_is_asked_once_at_a_time_and_then_for_the_newest(by_python: Page) -> None:
    """The page's own part of it: hold the answers back, move on, let go."""
    asked: list[float] = []
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(json.loads(route.request.post_data or "")["rho"])
        waiting.append(route)

    by_python.route("**/answer/*", hold)
    move = """(value) => {
      const slider = document.getElementById("rho");
      slider.value = value;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }"""
    for value in (0.1, 0.2, 0.3, 0.4, 0.5):
        by_python.evaluate(move, value)
    slider(by_python, "rho").dispatch_event("change")
    for count in (1, 2):
        while len(waiting) < count:
            by_python.wait_for_timeout(20)
        waiting[-1].continue_()
    assert_drawn(by_python, rho=0.5)
    assert asked == [0.1, 0.5]
    by_python.unroute_all(behavior="ignoreErrors")


def test_every_part_is_reached_by_keyboard_and_shows_its_focus(lesson: Page) -> None:
    keys = set()
    for _ in range(60):
        lesson.keyboard.press("Tab")
        found = lesson.evaluate(
            """() => {
              const e = document.activeElement;
              const seen = e.type === "radio" ? e.nextElementSibling : e;
              const outline = getComputedStyle(seen).outlineStyle !== "none";
              return [e.dataset.key ?? e.dataset.preset ?? e.dataset.action ?? e.tagName, outline];
            }"""
        )
        keys.add(found[0])
        if found[0] != "BODY":
            assert found[1], f"{found[0]} does not show its focus"
    wanted = {"mu1", "mu2", "sigma1", "sigma2", "rho", "root", "turn", "n", "seed", "point"}
    assert wanted | {"tilted", "reset", "resample", "clear", "A"} <= keys


def test_reduced_motion_is_respected(tab: Borrow, course: str) -> None:
    page = tab(reduced_motion="reduce").open(f"{course}?lesson=reparameterization")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((e) => {
          const style = getComputedStyle(e);
          return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
        }).length"""
    )
    assert moving == 0
