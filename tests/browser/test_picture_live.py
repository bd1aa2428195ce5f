"""The picture itself: what is painted, where numpy has it, as large as the lesson says."""

from io import BytesIO

import numpy as np
import pytest
from lesson_page import assert_drawn, drag, settled, slider
from PIL import Image
from playwright.sync_api import Page
from served import Watched

from gaussians.lessons import Reparameterization
from gaussians.lessons.parts import Points
from gaussians.stage.figure import BORDER
from gaussians.stage.palette import LIGHT

PLANE = Reparameterization.planes["plane"]
DOTS = {name: look for name, look in PLANE.marks.items() if isinstance(look, Points)}
SIZES = {name: look.size for name, look in DOTS.items()}
LAST = {"n": 100, "point": 100}  # the point to follow is the last of all


class Picture:
    """Pixels of the lesson's plane as it is now on the screen."""

    def __init__(self, page: Page) -> None:
        shot = page.locator(".canvas").screenshot()
        self.pixels = np.asarray(Image.open(BytesIO(shot)).convert("RGB"), dtype=float)
        self.side = len(self.pixels)

    def place(self, point: np.ndarray) -> np.ndarray:
        """Return where a point of the plane is, in pixels to the right and down."""
        low, high = np.transpose([PLANE.x, PLANE.y])
        share = (point - low) / (high - low)
        placed: np.ndarray = BORDER + (self.side - 2 * BORDER) * np.abs([0, 1] - share)
        return placed

    def size(self, point: np.ndarray, mark: str) -> float:
        """Measure how wide the dot of a mark is at a point, by its pixels; 0 if there is none."""
        look = DOTS[mark]
        code = LIGHT[look.role].lstrip("#")
        color = np.array([int(code[i : i + 2], 16) for i in (0, 2, 4)])
        color = 255 + look.alpha * (color - 255)
        x, y = self.place(point)
        down, right = np.mgrid[: self.side, : self.side] + 0.5
        near = np.hypot(right - x, down - y) < 12
        alike = np.abs(self.pixels - color).max(axis=2) < 24
        return float(np.sqrt(4 / np.pi * (near & alike).sum()))


def lonely(marks: dict[str, np.ndarray]) -> np.ndarray:
    """Return the grey point that is farthest from everything else."""
    others = np.concatenate([*marks.values()])
    gap = [np.sort(np.hypot(*(others - point).T))[1] for point in marks["noise"]]
    found: np.ndarray = marks["noise"][np.argmax(gap)]
    return found


@pytest.fixture
def page(course: str, watched: Watched) -> Page:
    query = "".join(f"&{key}={value}" for key, value in LAST.items())
    return watched.open(f"{course}?mu1=1.5{query}")


def test_dots_are_painted_where_numpy_has_them_and_as_large_as_they_should_be(page: Page) -> None:
    before = Reparameterization(mu1=1.5, **LAST).scene().marks
    after = Reparameterization(mu1=2, **LAST).scene().marks
    unmoved = [("followed", before["followed"][0]), ("noise", lonely(before))]
    shown = Picture(page)
    for mark, point in (*unmoved, ("image", before["image"][0])):
        assert shown.size(point, mark) == pytest.approx(SIZES[mark], rel=0.3), mark
    slider(page, "mu1").focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    assert_drawn(page, mu1=2, **LAST)
    shown = Picture(page)
    for mark, point in (*unmoved, ("image", after["image"][0])):
        assert shown.size(point, mark) == pytest.approx(SIZES[mark], rel=0.3), mark
    assert shown.size(before["image"][0], "image") < SIZES["image"] / 2  # but for an ellipse


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
