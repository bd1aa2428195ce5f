"""Exported pages: from a disk and from a strict server, with no Python behind them."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
import pytest
from lesson_page import EARLY_HAND, assert_drawn, drag, drag_handle, drawn, shown_state, slider
from playwright.sync_api import Page, Route, expect
from served import Files, Watched, serve_folder
from tabs import Borrow
from views import choices_that_show, draws_of
from walks import started

from gaussians.lessons import LESSONS
from gaussians.page.static import export

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
(POLICY,) = re.findall(r"```text\n(default-src .*?)```", README, re.DOTALL)
LEAST = POLICY.splitlines()[0]


class Strict(Files):
    """Files of a folder, with the README's content security policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", " ".join(POLICY.split()))
        super().end_headers()


def under(policy: str, page: Page, address: str) -> None:
    """Open a page with another policy."""

    def answer(route: Route) -> None:
        response = route.fetch()
        headers = response.headers | {"content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    page.route("**/*.html*", answer)
    page.goto(address)


@pytest.fixture(scope="session")
def host(folder: Path) -> Iterator[str]:
    yield from serve_folder(folder, Strict)


@pytest.fixture
def page(host: str, watched: Watched) -> Page:
    return watched.open(f"{host}/affine.html")


@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_draws_itself_under_a_strict_policy(host: str, watched: Watched, key: str) -> None:
    page = watched.open(f"{host}/{key}.html")
    assert_drawn(page, key)
    assert len(watched.requests) <= 6
    expect(page.locator("#checked")).to_be_empty()


def test_real_keys_and_handles_move_it(page: Page) -> None:
    slider(page, "a11").focus()
    page.keyboard.press("ArrowRight")  # pressed, not evaluated: that would go round the policy
    drag_handle(page, "tip2", 0.5, -1)
    state = shown_state(page)
    assert state["a11"] == 1.35
    assert_drawn(page, "affine", **state)
    expect(page.locator("#description")).to_contain_text("(1.35, 0.40)")


@pytest.mark.parametrize("key", LESSONS)
def test_it_opens_from_a_disk(folder: Path, from_disk: Watched, key: str) -> None:
    number, _, most = draws_of(key)
    choices = choices_that_show(key, number)
    page = from_disk.open(f"{(folder / f'{key}.html').as_uri()}?{urlencode(choices)}")
    assert_drawn(page, key, **choices)
    slider(page, number).focus()
    page.keyboard.press("End")
    state = shown_state(page)
    assert state[number] == most
    assert_drawn(page, key, **state)
    assert re.search(rf"[?&]{number}={most}$", page.url)


def test_a_single_file_needs_no_other(tmp_path: Path, watched: Watched) -> None:
    export(tmp_path, ["conditioning"], single_file=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["conditioning.html", "index.html"]
    page = watched.open((tmp_path / "conditioning.html").as_uri() + "?view=proof&rho=-0.5")
    assert_drawn(page, "conditioning", rho=-0.5, view="proof")
    expect(page.locator(".plane:visible")).to_have_count(3)
    assert len(watched.requests) == 1
    watched.requests.clear()
    assert "needs `script-src 'unsafe-inline'` in place of `'self'`" in README
    policy = " ".join(POLICY.replace("'self'", "'unsafe-inline'").split())
    for host in serve_folder(tmp_path):
        under(policy, page, f"{host}/conditioning.html")
        page.wait_for_selector("#figure.ready")


def test_planes_are_built_when_they_are_shown_and_then_follow(host: str, watched: Watched) -> None:
    page = watched.open(f"{host}/conditioning.html")
    assert page.evaluate("Bokeh.documents.length") == 1
    page.get_by_role("radio", name="proof").check()
    assert_drawn(page, "conditioning", view="proof")
    assert page.evaluate("Bokeh.documents.length") == 4
    slider(page, "c").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("radio", name="slice").check()
    state = shown_state(page)
    assert_drawn(page, "conditioning", **state)
    assert drawn(page).keys() >= {"cloud", "x_cloud"}
    assert page.evaluate("Bokeh.documents.length") == 4


@pytest.mark.parametrize("missing", ["bokeh.min", "affine"])
def test_a_missing_file_is_named_and_the_words_stay(host: str, tab: Borrow, missing: str) -> None:
    page = tab().page
    page.route(f"**/{missing}.js", lambda route: route.abort())
    page.goto(f"{host}/affine.html")
    expect(page.locator("#notice")).to_contain_text("could not be loaded")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_numbers_are_those_of_the_address_before_the_figure_is_there(
    host: str, tab: Borrow
) -> None:
    page = tab().page
    page.route("**/bokeh.min.js", lambda route: route.abort())
    page.goto(f"{host}/affine.html?a11=2")
    expect(page.locator("#description")).to_contain_text("(2.00, 0.40)")
    slider(page, "a21").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#description")).to_contain_text("(2.00, 0.45)")


def test_without_icon_and_font_the_least_policy_will_do(host: str, tab: Borrow) -> None:
    watched = tab()
    page = watched.page
    under(LEAST, page, f"{host}/conditioning.html")
    page.wait_for_selector("#figure.ready")
    assert_drawn(page, "conditioning")
    refused = re.compile("Loading the (image|font) 'data:")
    assert [error for error in watched.errors if not refused.match(error)] == []


def test_without_any_script_the_words_appear_and_say_it(host: str, tab: Borrow) -> None:
    lost, forbidden, off = pages = [tab(java_script_enabled=on).page for on in (True, True, False)]
    lost.route("**/*.js", lambda route: route.abort())
    for page in pages:
        policy = LEAST.replace("'self'", "'none'" if page is forbidden else "'self'")
        under(policy, page, f"{host}/affine.html")
    for page in pages[::-1]:
        words = page.get_by_text("Moving the figure needs JavaScript")
        expect(words).to_be_visible(timeout=4_000 if page is off else 12_000)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator("#proofs")).to_be_visible()
        expect(page.locator(".sketch:visible")).to_have_count(1)
        for dead in page.locator("#walk, #controls, #predictions, .handle").all():
            expect(dead).to_be_hidden()


@pytest.mark.parametrize("blocked", ["style-src", "style-src-attr"])
def test_without_its_styles_a_page_has_words_and_numbers_but_no_figure(
    host: str, tab: Borrow, blocked: str
) -> None:
    page = tab().page
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    under(f"{blocked} 'none'", page, f"{host}/index.html")
    expect(page.locator("#notice")).to_contain_text("“style-src 'unsafe-inline'” would allow them")
    pictures = [box for svg in page.locator("nav svg").all() if (box := svg.bounding_box())]
    if blocked == "style-src":
        assert max(box["width"] for box in pictures) <= 60
    page.goto(f"{host}/conditioning.html?view=proof")
    expect(page.locator("#notice")).to_contain_text("“style-src 'unsafe-inline'” would allow them")
    expect(page.get_by_text("Moving the figure needs JavaScript")).to_have_count(0)
    expect(page.locator("#figure")).to_be_hidden()
    slider(page, "c").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#description")).to_contain_text("1.25")
    assert errors == []


def test_another_seed_draws_the_noise_that_python_draws(page: Page) -> None:
    seed = page.get_by_label("seed")
    seed.fill("77")
    seed.press("Enter")
    assert_drawn(page, "affine", seed=77)


def test_its_address_holds_the_state_and_bad_values_are_named(host: str, watched: Watched) -> None:
    hostile = "rho=5&mu1=1&mu2=0x1&sigma1=1&sigma1=2&root=qr&%3Cb%3E=1"
    page = watched.open(f"{host}/reparameterization.html?{hostile}")
    assert_drawn(page, mu1=1)
    notice = page.locator("#notice")
    expect(notice.locator("li")).to_have_count(4)
    expect(notice).to_contain_text("ρ goes from −0.99 to 0.99; “5” was not used.")
    expect(notice).to_contain_text("2 more were not used either.")
    notice.get_by_role("button").press("Enter")
    expect(notice).to_be_hidden()
    expect(page.locator("#figure")).to_be_focused()
    drag(page, "rho", 0.5, 0.7)
    state = shown_state(page)
    page.reload()
    page.wait_for_selector("#figure.ready")
    assert shown_state(page) == state
    assert_drawn(page, **state)


def test_the_figure_is_described_in_the_state_of_the_address(host: str, watched: Watched) -> None:
    page = watched.open(f"{host}/conditioning.html?c=-1")
    expect(page.locator("#description")).to_contain_text("x₁ is −1.00")


def test_what_is_set_before_the_figure_is_there_counts(host: str, watched: Watched) -> None:
    watched.run_first(EARLY_HAND)
    page = watched.open(f"{host}/affine.html")
    assert_drawn(page, "affine", a11=2)
    expect(page.locator("#description")).to_contain_text("(2.00, 0.40)")


def test_embedded_and_with_hidden_controls(host: str, watched: Watched) -> None:
    page = watched.open(f"{host}/conditioning.html?embed=1&hide=rho,c,nothing&view=slice")
    expect(page.locator("header")).to_be_hidden()
    expect(page.locator("#story")).to_be_hidden()
    expect(page.locator(":is(#bar, .skip):visible")).to_have_count(0)
    expect(page.locator("[data-key=rho]")).to_have_count(0)
    expect(page.locator(".handle:visible")).to_have_count(0)
    expect(page.locator("#figure")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_the_front_page_leads_to_every_lesson(host: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{host}/index.html")
    expect(page.locator(".cards a")).to_have_count(len(LESSONS))
    page.set_viewport_size({"width": 390, "height": 844})
    # The live picture follows its window a moment later.
    page.wait_for_function("() => document.documentElement.scrollWidth === 390")
    cards = [box for card in page.locator(".cards a").all() if (box := card.bounding_box())]
    assert max(box["x"] + box["width"] for box in cards) <= 390 - 16  # the page's own margin
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator(".cards a").last.click()
    page.wait_for_selector("#figure.ready")
    page.locator("#contents summary").click()
    page.locator("#contents").get_by_role("link", name="The affine family").click()
    page.wait_for_url("**/affine.html")
    page.wait_for_selector("#figure.ready")
    np.testing.assert_allclose(drawn(page)["shift"], started("affine", 1).scene().marks["shift"])


def test_a_page_is_small(folder: Path) -> None:
    for key in LESSONS:
        names = (f"{key}.html", f"{key}.js", "page.js", "bokeh.min.js")
        sent = sum(len(gzip.compress((folder / name).read_bytes())) for name in names)
        assert sent < 600_000, key
