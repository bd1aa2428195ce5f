"""Links to a state, and the Share menu: what is copied and saved is what is shown."""

from lesson_page import drawn, settled, shown_state, slider
from playwright.sync_api import expect
from served import Watched


def test_hidden_controls_are_gone_and_stay_gone(course: str, watched: Watched) -> None:
    page = watched.open(f"{course}?hide=rho,mu1,mu2,nonsense&sigma1=2")
    expect(page.locator("[data-key=rho], [data-key=mu1]")).to_have_count(0)
    expect(page.get_by_text("Place", exact=True)).to_have_count(0)
    expect(page.locator("#notice li")).to_have_text(
        "There is nothing called “nonsense” here; it was not used."
    )
    slider(page, "sigma1").focus()
    page.keyboard.press("ArrowRight")
    settled(page)
    assert page.evaluate("location.search") == "?hide=rho,mu1,mu2,nonsense&sigma1=2.05"
    assert shown_state(page)["sigma1"] == 2.05


def test_an_address_has_15_digits_and_leads_to_the_same_figure(
    course: str, watched: Watched
) -> None:
    page = watched.open(f"{course}?lesson=affine&a11=0.7&a21=0.2")
    page.get_by_role("button", name="Break it").click()
    settled(page)
    found = drawn(page)
    address = page.evaluate("location.href")
    numbers = [part.split("=")[1] for part in address.split("&")[1:]]
    assert max(map(len, numbers)) == len("0.") + 15
    page = watched.open(address)
    for name, points in drawn(page).items():
        assert abs(points - found[name]).max() < 1e-13, name
