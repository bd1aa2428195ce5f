"""Bad networks: a line that is cut, and a server that starts anew, lose nothing."""

from urllib.parse import urlsplit

from lesson_page import assert_drawn, slider
from playwright.sync_api import Page, expect
from proxies import proxy
from served import APPS, Watched, serve
from tabs import Borrow


def open_through(address: str, tab: Borrow, query: str) -> Watched:
    watched = tab(reduced_motion="reduce")
    watched.open(f"{address}/apps?lesson=reparameterization{query}")
    return watched


def press(page: Page) -> None:
    """Move ρ by .01."""
    slider(page, "rho").focus()
    page.keyboard.press("ArrowRight")


def port(address: str) -> int:
    found = urlsplit(address).port
    assert found
    return found


def test_a_line_that_breaks_and_a_server_that_starts_anew_lose_nothing(
    course: str, tab: Borrow
) -> None:
    with proxy() as line:
        line.target = port(course)
        pages = browsers, pythons = [
            open_through(line.address, tab, query).page for query in ("", "&engine=python")
        ]
        for page in pages:
            press(page)
            assert_drawn(page, rho=0.01)
        line.is_cut = True  # nobody hears that the other one has gone
        for page in pages:
            press(page)
        expect(browsers.locator("#notice")).to_contain_text("only the check by numpy waits")
        expect(pythons.locator("#notice")).to_contain_text("The figure will follow")
        expect(browsers.locator("#description")).to_contain_text("correlation is 0.02")
        line.is_cut = False
        for page in pages:
            expect(page.locator("#notice")).to_be_hidden()
            assert_drawn(page, rho=0.02)
            expect(page.locator("#said")).to_have_text("The server answers again.")
        expect(browsers.locator("#checked")).to_contain_text("checked by numpy")

        line.target = 1  # nobody is there
        line.hang_up()
        for page in pages:
            press(page)
            expect(page.locator("#notice")).to_be_visible()
        press(browsers)
        for started in serve(str(APPS)):  # and has not been asked for any page yet
            line.target = port(started)
            for page in pages:
                expect(page.locator("#notice")).to_be_hidden()
            assert_drawn(browsers, rho=0.04)
            expect(browsers.locator("#checked")).to_contain_text("checked by numpy")
            assert_drawn(pythons, rho=0.03)
        browsers.wait_for_timeout(2500)
        for page in pages:  # it is not even missed
            expect(page.locator("#notice")).to_be_hidden()
