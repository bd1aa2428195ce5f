"""What is painted in a drag, frame by frame, beside what BokehJS paints of the same points."""

import pytest
from lesson_page import settled, slider
from playwright.sync_api import Page
from served import Watched

# The pixels of all upper canvases: as they are, and painted anew by BokehJS.
_BOTH = """() => {
  const roots = Bokeh.documents.flatMap((one) => one.roots());
  const plots = roots.map((root) => Bokeh.index.find_one(root));
  const pixels = () => plots.map((plot) => plot.canvas_view.overlays.canvas.toDataURL());
  const before = pixels();
  for (const plot of plots) {
    plot.invalidate_painters(...plot.model.renderers.map((one) => plot.views.get_one(one)));
    plot.paint();
  }
  return [before, pixels()];
}"""

_COUNT = """() => {
  window.clouds = 0;
  const put = CanvasRenderingContext2D.prototype.putImageData;
  CanvasRenderingContext2D.prototype.putImageData = function (...given) {
    clouds += Number(given[0].width > 100);
    put.apply(this, given);
  };
}"""


@pytest.fixture
def page(course: str, watched: Watched) -> Page:
    return watched.open(f"{course}?lesson=conditioning&view=slice&step=0&rho=0.6&c=-1")


def press(page: Page, key: str, times: int = 1) -> None:
    slider(page, key).focus()
    for _ in range(times):
        page.keyboard.press("ArrowRight")
        page.evaluate("new Promise(requestAnimationFrame)")


def assert_painted_right(page: Page) -> None:
    before, anew = page.evaluate(_BOTH)
    assert before == anew


@pytest.mark.parametrize(
    ("view", "keys"),
    [
        ("slice", "c | c c c | rho | c c rho c c c | w c"),
        ("three", "c c | w w w | c | mu1 | w w d d c c | w w w"),  # more and less is behind them
    ],
)
def test_frames_of_a_drag_are_what_bokehjs_paints(
    course: str, watched: Watched, view: str, keys: str
) -> None:
    page = watched.open(f"{course}?lesson=conditioning&view={view}&step=0&rho=0.6&c=-1")
    for some in keys.split(" | "):
        for key in some.split():
            press(page, key)
        assert_painted_right(page)
    settled(page)


def test_a_cloud_that_stays_is_not_painted_again(page: Page) -> None:
    page.evaluate(_COUNT)
    press(page, "c", 3)
    known = page.evaluate("clouds")
    press(page, "c", 3)
    assert page.evaluate("clouds") == known
    press(page, "rho")
    assert page.evaluate("clouds") > known


def test_what_is_kept_is_forgotten_with_another_look(page: Page) -> None:
    press(page, "c", 4)
    page.emulate_media(color_scheme="dark")
    press(page, "c", 2)
    assert_painted_right(page)
    press(page, "c", 4)
    page.set_viewport_size({"width": 800, "height": 900})
    press(page, "c", 2)
    assert_painted_right(page)
