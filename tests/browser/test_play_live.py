"""What runs in time plays once, by the clock, and steps; a page whose clock the test turns."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
from lesson_page import slider
from playwright.sync_api import Page, expect
from tabs import Borrow

from gaussians.kit.parts import Slider
from gaussians.lessons import LESSONS
from gaussians.lessons.affine.lesson import Affine
from gaussians.page.static import export

SECONDS = 8


class Timed(Affine):
    """A lesson with a number from 0 to 1, and a whole one from 100 to 5000, that run in time."""

    key = "affine"
    controls: ClassVar[Any] = tuple(
        replace(
            group,
            controls=tuple(
                replace(control, plays=SECONDS, once=True)
                if isinstance(control, Slider) and control.key in ("way", "n")
                else control
                for control in group.controls
            ),
        )
        for group in Affine.controls
    )


@pytest.fixture
def page(tmp_path: Path, tab: Borrow, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """Open the lesson on a phone; time passes when the test says so only."""
    monkeypatch.setitem(LESSONS, "affine", Timed)
    export(tmp_path, ["affine"])
    size = {"width": 390, "height": 844}
    watched = tab(site="disk", viewport=size, has_touch=True, is_mobile=True)
    watched.stop_the_clock()
    page = watched.open(f"{(tmp_path / 'affine.html').as_uri()}?way=0")
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    page.evaluate(_WATCH)
    yield page
    assert watched.errors == []


# Where a point is drawn in each frame from now on.
_WATCH = """() => {
  window.places = [];
  const { data } = Bokeh.documents.flatMap((one) => one.roots())
    .flatMap(({ renderers }) => renderers).find(({ name }) => name === "image").data_source;
  const look = () => {
    window.places.push(data.x[0]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""

# A window that nobody sees.
_HIDE = """() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
  delete document.hidden;
}"""


def value(page: Page, key: str) -> float:
    """Return the number that a field says; it follows a slider that plays after a while."""
    return float(page.locator(f"input[type=text][data-key={key}]").input_value())


def test_what_runs_in_time_plays_once_by_the_clock_and_steps(page: Page) -> None:
    play = page.locator("[data-play=way]")
    row = page.locator(".slider", has=play)
    step, speed = row.locator(".advance"), row.locator(".speed")
    boxes = [button.bounding_box() for button in (play, step, speed, slider(page, "way"))]
    assert all(box and box["height"] >= 44 for box in boxes)
    assert len({box["y"] for box in boxes if box}) == 1  # in one line
    expect(play).to_have_accessible_name("Play from s to x")
    play.tap()
    expect(play).to_have_accessible_name("Pause from s to x")
    address = page.evaluate("location.search")
    page.clock.run_for(4000)
    assert value(page, "way") == pytest.approx(0.5, abs=0.03)
    places = page.evaluate("window.places")
    assert len(places) > 200
    assert np.mean(np.diff(places) != 0) > 0.95  # each frame has a state of its own
    assert page.evaluate("location.search") == address  # and none is at rest

    step.focus()
    page.keyboard.press(".")
    expect(play).to_have_accessible_name("Play from s to x")
    expect(play).to_have_accessible_name(re.compile("Play|Advance"))
    page.clock.run_for(200)
    before = value(page, "way")
    step.tap()
    slider(page, "way").press(",")
    slider(page, "way").press(".")
    page.clock.run_for(200)
    assert value(page, "way") == pytest.approx(before + 0.05)
    kept = page.evaluate("new URLSearchParams(location.search).get('way')")
    assert float(kept) == value(page, "way")
    row.locator("input[type=text]").press(",")  # is typed
    page.clock.run_for(200)
    page.keyboard.press("Escape")
    assert value(page, "way") == pytest.approx(before + 0.05)

    speed.tap()
    expect(speed).to_have_accessible_name("Speed: 2")
    expect(page.locator(".slider:has([data-play=n]) .speed")).to_have_text("2")
    before = value(page, "way")
    play.tap()
    page.clock.fast_forward(900)  # a device that is too slow to paint in between
    page.clock.run_for(100)
    assert value(page, "way") == pytest.approx(before + 0.25, abs=0.04)
    page.clock.run_for(4000)
    expect(play).to_have_accessible_name("Play from s to x")
    assert value(page, "way") == 1
    expect(page.locator("#said")).to_have_text("from s to x 1")
    play.tap()  # anew, and the start is seen
    page.clock.run_for(200)
    assert value(page, "way") == 0
    page.clock.run_for(1200)
    assert 0.1 < value(page, "way") < 0.4
    page.evaluate(_HIDE)
    expect(play).to_have_accessible_name("Play from s to x")

    page.locator("[data-play=n]").tap()
    page.clock.run_for(1500)
    page.locator(".slider:has([data-play=n]) .advance").tap()
    page.clock.run_for(200)
    assert 1500 < value(page, "n") < 2500
    assert value(page, "n").is_integer()

    page.emulate_media(reduced_motion="reduce")
    expect(play).to_have_accessible_name("Advance from s to x by a tenth")
    expect(speed).to_be_hidden()
    before = value(page, "way")
    play.tap()
    page.clock.run_for(200)
    assert value(page, "way") == pytest.approx(before + 0.1)
    expect(play).to_have_accessible_name(re.compile("Play|Advance"))
