"""Images and places: first picture, figure, hands, keys, fingers, symbols and what is saved."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lesson_page import assert_drawn, drag_handle, settled, shown_state, slider
from PIL import Image
from playwright.sync_api import Page, Route, expect
from shaded import Shaded
from sketched import assert_sketched
from tabs import Borrow
from test_fingers_live import touch

from gaussians.lessons import CHAPTERS, LESSONS
from gaussians.page.static import export

PLANE, KEY = ".placer[data-plane=density]", "shaded"

_LOOKS = """() => Bokeh.documents.flatMap((one) => one.roots()).flatMap(({ renderers }) =>
  renderers.map(({ name, glyph, level }) => [name, [glyph.fill_alpha.value, level]]))"""


@pytest.fixture
def opened(
    tmp_path: Path, tab: Borrow, monkeypatch: pytest.MonkeyPatch
) -> tuple[Page, Callable[[], None]]:
    """Open the lesson of the tests; what is returned with it lets BokehJS come."""
    monkeypatch.setitem(LESSONS, KEY, Shaded)
    monkeypatch.setitem(CHAPTERS, "The standard Gaussian", (KEY,))
    export(tmp_path, [KEY])
    watched = tab(
        site="disk",
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
        has_touch=True,
        accept_downloads=True,
    )
    page = watched.page
    held: list[Route] = []
    page.route("**/bokeh.min.js*", lambda route: held.append(route))
    page.goto(f"{(tmp_path / f'{KEY}.html').as_uri()}?step=0&s=0.8")
    page.wait_for_selector("#figure.movable")

    def let() -> None:
        for route in held:
            route.continue_()
        page.unroute_all()
        page.wait_for_selector("#figure.ready")

    return page, let


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"), dtype=float)


def shots(page: Page) -> list[np.ndarray]:
    return [pixels(one.screenshot()) for one in page.locator(".canvas:visible").all()]


def click(page: Page, x: float, y: float, *, to: tuple[float, float] | None = None) -> None:
    """Press the mouse at a place of the plane, move it to another one if there is one, let go."""
    box = page.locator(PLANE).bounding_box()
    assert box

    def at(x: float, y: float) -> tuple[float, float]:
        return box["x"] + (x + 6) / 12 * box["width"], box["y"] + (6 - y) / 12 * box["height"]

    page.mouse.move(*at(x, y))
    page.mouse.down()
    if to:
        page.mouse.move(*at(*to), steps=5)
    page.mouse.up()


def place(page: Page) -> tuple[float, float]:
    state = shown_state(page)
    return float(state["px"]), float(state["py"])


def test_an_image_and_a_place_in_it(
    opened: tuple[Page, Callable[[], None]], tmp_path: Path
) -> None:
    page, let = opened
    state: dict[str, Any] = {"s": 0.8}
    assert_sketched(page, KEY, **state)
    slider(page, "s").press("ArrowRight")
    click(page, -2.04, 3.02)
    page.wait_for_function("() => document.getElementById('figure').ariaBusy !== 'true'")
    state |= {"s": 0.85, "px": -2, "py": 3}
    assert_sketched(page, KEY, **state)
    page.mouse.move(0, 0)
    first = shots(page)
    let()
    for sketch, figure in zip(first, shots(page), strict=True):
        assert (np.abs(sketch - figure).max(axis=2) < 24).mean() > 0.97  # letters and edges
    assert_drawn(page, KEY, **state)

    # A place is on the grid and within bounds; a press goes on moving it, and keys do.
    click(page, 5.93, -2.52)
    assert place(page) == (5, -2.5)
    click(page, 0, 0, to=(1.5, 2))
    assert place(page) == (1.5, 2)
    assert "px=1.5&py=2" in page.url
    drag_handle(page, "place", -1, 1)
    page.locator(".handle[data-mark=place]").press("ArrowUp")
    state |= {"px": 0.5, "py": 3.1}
    assert_drawn(page, KEY, **state)

    # Fingers: a tap, a swipe sideways; one that goes up scrolls, one that is taken away is undone.
    page.set_viewport_size({"width": 390, "height": 500})
    page.locator(".tabs [data-front=density]").tap()
    plane = page.locator(PLANE)
    touch(page, plane, 0, 0, at=0.75)
    assert place(page) == pytest.approx((3, 0), abs=0.11)
    box = plane.bounding_box()
    assert box
    assert touch(page, plane, -box["width"] / 4, box["width"] / 12) == 0
    assert place(page) == pytest.approx((-3, -1), abs=0.11)
    before = place(page)
    touch(page, plane, 60, 0, end="Cancel")
    assert place(page) == before
    assert touch(page, plane, 5, -150) > 50
    assert place(page) == before
    page.set_viewport_size({"width": 1280, "height": 900})

    # What is pointed at lights up, and the other way round.
    one, other = (canvas.bounding_box() for canvas in page.locator(".canvas").all())
    box = plane.bounding_box()
    assert one
    assert other
    assert box
    legend = page.locator(".caption .symbol", has_text="corner")
    for down, is_lit in ((0.25, True), (0.75, False)):  # shades of 0.28 and 0.09
        right = other["x"] - one["x"] + 0.375 * box["width"]
        page.mouse.move(box["x"] + right, box["y"] + down * box["height"], steps=2)
        expect(legend).to_have_class(re.compile("lit" if is_lit else "^(?!.*lit)"))
    page.locator(".lead .symbol").hover()
    looks = dict(page.evaluate(_LOOKS))
    assert looks["image"][0] == pytest.approx(0.2 * 0.85)
    assert looks["ramp"] == [1, "glyph"]
    # What an image that moves lies under is on the same canvas, though the points stay.
    assert [looks[name][1] for name in ("image", "dots", "place")] == ["overlay"] * 3
    page.mouse.move(0, 0)

    # Saved: an embedded picture, in the light colour of its role where it is densest.
    page.locator("#share summary").click()
    saved = {}
    for kind in ("svg", "csv"):
        with page.expect_download() as download:
            page.locator(f"[data-download={kind}]").click()
        download.value.save_as(tmp_path / f"saved.{kind}")
        saved[kind] = (tmp_path / f"saved.{kind}").read_text("utf-8")
    assert len(re.findall(r'<image [^>]*href="data:image/png', saved["svg"])) == 2
    assert set(re.findall(r"^\w+", saved["csv"], re.MULTILINE)) == {"mark", "dots", "place"}
    settled(page)
