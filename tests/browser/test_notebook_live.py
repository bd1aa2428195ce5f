"""What a notebook shows is alive: the frame that a lesson displays itself by."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import expect
from served import Watched

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def run_cell(cell: str) -> Any:
    """Run a cell as a notebook does; return what its last line is."""
    *statements, last = cell.strip().splitlines()
    names: dict[str, Any] = {}
    exec("\n".join(statements), names)
    return eval(last, names)


def test_a_displayed_lesson_answers_to_keys(watched: Watched, tmp_path: Path) -> None:
    (cell,) = re.findall(r"```python\n(from gaussians.page import .*?)```", README, re.DOTALL)
    shown = tmp_path / "cell.html"
    shown.write_text("<!doctype html>" + run_cell(cell)._repr_html_())
    watched.page.goto(shown.as_uri())
    frame = watched.page.frame_locator("iframe")
    frame.locator("#figure.ready").wait_for()
    frame.locator("#rho").focus()
    watched.page.keyboard.press("ArrowRight")
    expect(frame.locator("#description")).to_contain_text("correlation is 0.81")
    watched.requests.remove(shown.as_uri())
