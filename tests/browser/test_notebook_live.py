"""What a notebook shows is alive: the frame that a lesson displays itself by."""

from pathlib import Path

from playwright.sync_api import expect
from served import Watched

from gaussians.page import lesson


def test_a_displayed_lesson_answers_to_keys(watched: Watched, tmp_path: Path) -> None:
    cell = tmp_path / "cell.html"
    cell.write_text("<!doctype html>" + lesson("reparameterization", rho=0.8)._repr_html_())
    watched.page.goto(cell.as_uri())
    frame = watched.page.frame_locator("iframe")
    frame.locator("#figure.ready").wait_for()
    frame.locator("#rho").focus()
    watched.page.keyboard.press("ArrowRight")
    expect(frame.locator("#description")).to_contain_text("correlation is 0.81")
    watched.requests.remove(cell.as_uri())
