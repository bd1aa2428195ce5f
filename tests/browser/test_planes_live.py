"""Planes that are not square: first picture, figure, hands, a phone's tabs, and what is saved."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lesson_page import assert_drawn, drag_handle
from PIL import Image
from playwright.sync_api import Page, Route, expect
from served import Watched
from sketched import assert_sketched
from stacked import Stacked

from gaussians.lessons import CHAPTERS, LESSONS
from gaussians.page.static import export

_FRAMES = """() => Bokeh.documents.map((one) => one.roots()[0]).map((plot) => {
  const { x, y } = document.querySelector(`[data-root-id="${plot.name}"]`).getBoundingClientRect();
  const { left, top, width, height } = Bokeh.index.find_one(plot).frame.bbox;
  return [plot.name, [x + left, y + top, width, height]];
})"""
_LEFTS = """() => [...document.querySelectorAll(".column")]
  .map((column) => column.getBoundingClientRect().left)"""
_SKETCHES = """() => [...document.querySelectorAll(".sketch")].map((sketch) => {
  const { x, y, width, height } = sketch.getBoundingClientRect();
  return [sketch.dataset.plane, [x, y, width, height]];
})"""


def pixels(page: Page) -> list[np.ndarray]:
    """Return the pictures of the planes in sight, without their handles."""
    page.add_style_tag(content=".handle { opacity: 0; }")
    shots = [canvas.screenshot() for canvas in page.locator(".canvas:visible").all()]
    return [np.asarray(Image.open(BytesIO(png)).convert("L"), dtype=float) for png in shots]


@pytest.fixture
def later(tmp_path: Path, watched: Watched, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Open the lesson of the tests; what is returned lets BokehJS come."""
    monkeypatch.setitem(LESSONS, "stacked", Stacked)
    monkeypatch.setitem(CHAPTERS, "The standard Gaussian", ("stacked",))
    export(tmp_path, ["stacked"])
    held: list[Route] = []
    watched.page.route("**/bokeh.min.js*", lambda route: held.append(route))
    watched.page.goto(f"{(tmp_path / 'stacked.html').as_uri()}?step=0&view=both")
    watched.page.wait_for_selector("#figure.movable")
    watched.requests.clear()

    def let() -> None:
        for route in held:
            route.continue_()
        watched.page.wait_for_selector("#figure.ready")
        watched.requests.clear()

    return let


def test_planes_below_each_other(later: Callable[[], None], watched: Watched) -> None:
    page = watched.page
    state: dict[str, Any] = {"view": "both"}
    assert_sketched(page, "stacked", **state)
    first, sketches = pixels(page), dict(page.evaluate(_SKETCHES))
    later()
    for sketch, figure in zip(first, pixels(page), strict=True):
        assert sketch.shape == figure.shape
        near = np.abs(sketch - figure) < 64  # of 256; letters and edges are not painted alike
        assert near.mean() > 0.97
    frames = dict(page.evaluate(_FRAMES))
    for name, frame in frames.items():
        assert frame == pytest.approx(sketches[name], abs=1.01)
    assert frames["curve"][::2] == pytest.approx(frames["counts"][::2], abs=0.51)
    assert frames["counts"][1] > frames["curve"][1] + frames["curve"][3]

    drag_handle(page, "place", -4, 0.03)
    drag_handle(page, "spread", -1.5, 0)
    drag_handle(page, "top", 3, 100)
    state |= {"x": 164, "sigma": 7.5, "h": 1400}
    assert_drawn(page, "stacked", **state)
    page.locator(".handle[data-mark=spread]").press("ArrowLeft")
    assert_drawn(page, "stacked", **state | {"sigma": 7.6})

    # Columns are beside each other, and one below the other where they are much larger then.
    for height, count in ((768, 2), (1366, 1)):
        page.set_viewport_size({"width": 1024, "height": height})
        assert len(set(page.evaluate(_LEFTS))) == count

    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".tabs button:visible")).to_have_text(["cloud", "line"])
    page.locator("[data-front=curve]").click()
    expect(page.locator(".handle:visible")).to_have_count(3)
