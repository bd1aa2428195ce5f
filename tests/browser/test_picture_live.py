"""The picture itself: what is painted, where numpy has it, as large as the lesson says."""

from typing import Any
from urllib.parse import urlencode

import numpy as np
import pytest
from lesson_page import assert_drawn, drag, settled, slider
from picture import SIZES, Picture, assert_painted
from playwright.sync_api import Page
from served import Watched

from gaussians.lessons.reparameterization.lesson import Reparameterization

# The point to follow is the last of all.
LAST: dict[str, Any] = {"root": "symmetric", "n": 100, "point": 100}


@pytest.fixture
def page(course: str, watched: Watched) -> Page:
    query = "".join(f"&{key}={value}" for key, value in LAST.items())
    return watched.open(f"{course}?lesson=reparameterization&mu1=1.5{query}")


def test_dots_are_painted_where_numpy_has_them_and_as_large_as_they_should_be(page: Page) -> None:
    plane = page.locator(".canvas")
    before = Reparameterization(mu1=1.5, **LAST).scene().marks
    assert_painted(plane.screenshot(), before)
    slider(page, "mu1").focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    assert_drawn(page, mu1=2, **LAST)
    assert_painted(plane.screenshot(), Reparameterization(mu1=2, **LAST).scene().marks)
    left = Picture(plane.screenshot()).size(before["image"][0], "image")
    assert left < SIZES["image"] / 2  # of an ellipse


def test_no_name_hides_the_dot_that_is_followed(course: str, watched: Watched) -> None:
    state: dict[str, Any] = {"mu1": -2.25, "mu2": 1.65, "sigma1": 1.35, "sigma2": 2.1, "rho": 0.3,
                             "n": 100, "point": 40}  # fmt: skip  # a mass is written where ε is
    page = watched.open(f"{course}?{urlencode({'lesson': 'reparameterization', **state})}")
    marks = Reparameterization(**state).scene().marks
    assert np.hypot(*(marks["masses"][1] - marks["followed"][0])) < 0.3
    shown = Picture(page.locator(".canvas").screenshot())
    assert np.isclose(shown.size(marks["followed"][0], "followed"), SIZES["followed"], rtol=0.2)


_STAIN = """canvas => {
  const context = canvas.getContext("2d");
  context.resetTransform();
  context.fillRect(0, 0, 3, 3);
}"""
_IS_STAINED = """canvas => {
  const pixel = new OffscreenCanvas(1, 1).getContext("2d");
  pixel.drawImage(canvas, 1, 1, 1, 1, 0, 0, 1, 1);
  return pixel.getImageData(0, 0, 1, 1).data[3] > 0;
}"""


def test_what_no_slider_moves_is_not_painted_again_in_a_drag(page: Page) -> None:
    """Bokeh has two canvases: a stain on one stays until that one is painted again."""

    def painted_again() -> list[bool]:
        settled(page)
        return [not canvas.evaluate(_IS_STAINED) for canvas in (lower, upper)]

    lower, upper = page.locator(".canvas canvas").all()
    for canvas in (lower, upper):
        canvas.evaluate(_STAIN)
    drag(page, "rho", 0.5, 0.8)
    assert painted_again() == [False, True]
    page.get_by_role("button", name="Resample").click()
    assert painted_again() == [True, True]
