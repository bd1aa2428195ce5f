"""What browser tests read from a lesson's page: what is drawn, as numbers."""

import json
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from playwright.sync_api import Frame, Locator, Page

from gaussians.kit.images import as_points
from gaussians.lessons import LESSONS

# As one text: drivers pass on thousands of numbers one by one.
_DRAWN = """() => JSON.stringify(Object.fromEntries(Bokeh.documents.flatMap((one) => one.roots())
  .flatMap(({ renderers }) => renderers.map(({ name, data_source: { data: { x, y } } }) =>
    [name, [Array.from(x), Array.from(y)]]))))"""

# Keys and values of the controls, as they show them.
_SHOWN = """(inputs) => inputs.filter(({ type, checked }) => type !== "radio" || checked)
  .map(({ type, checked, dataset: { key }, value }) =>
    [type, key, type === "checkbox" ? String(Number(checked)) : value])"""


# A script for a page: a hand that is faster than the figure.
EARLY_HAND = """document.addEventListener("DOMContentLoaded", () => {
  const slider = document.getElementById("a11");
  slider.value = 2;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  slider.dispatchEvent(new Event("change", { bubbles: true }));
})"""


class Scripted(Protocol):
    """A page in any browser: what all of these need of it."""

    def evaluate(self, expression: str, /) -> Any:
        """Return the value of an expression or of a function."""

    def wait_for_function(self, expression: str, /) -> Any:
        """Wait until it is true."""


def drawn(page: Scripted) -> dict[str, np.ndarray]:
    """Points of every mark of the figure, as the browser has them."""
    marks: dict[str, Any] = json.loads(page.evaluate(_DRAWN))
    return {name: np.array(columns, dtype=float).T for name, columns in marks.items()}  # null: NaN


def settled(page: Scripted) -> None:
    """Wait until the last change is described, kept in the address and, if served, answered."""
    page.wait_for_function(
        """() => ["figure", "checked"]
          .every((id) => document.getElementById(id)?.ariaBusy !== "true")"""
    )


def assert_drawn(page: Scripted, lesson: str = "reparameterization", /, **state: Any) -> None:
    """Compare every mark in sight with numpy's, for the state that the page should be in."""
    settled(page)
    expected = LESSONS[lesson](**state)
    marks, found = expected.scene().marks, drawn(page)
    assert expected.marks_in_sight() <= found.keys() <= marks.keys()
    for name in expected.marks_in_sight():  # no others are computed
        points = as_points(expected.marks()[name], marks[name])
        np.testing.assert_allclose(found[name], points, atol=1e-9, err_msg=name)


def shown_state(page: Page) -> dict[str, float | str]:
    """State that the controls show, as numbers; hidden controls included."""
    settled(page)
    controls = page.locator("#controls input:is([type=text], [type=radio], [type=checkbox])")
    state: dict[str, float | str] = {
        key: value if kind == "radio" else float(value.replace("−", "-"))
        for kind, key, value in controls.evaluate_all(_SHOWN)
    }
    return {key: int(v) if isinstance(v, float) and v.is_integer() else v
            for key, v in state.items()}  # fmt: skip


def reveal(page: Page) -> None:
    """Reveal the answers of all questions that are asked now."""
    for button in page.locator(".prediction .reveal:visible").all():
        button.click()


def slider(page: Page | Frame, key: str) -> Locator:
    """Return the slider of a parameter."""
    return page.locator(f"input[type=range][data-key={key}]")


def drag(page: Page, key: str, start: float, end: float, steps: int = 25) -> None:
    """Drag a slider with the mouse, between two shares of its length."""
    move = grab(page, key, start)
    move(end, steps)
    page.mouse.up()


def grab(page: Page, key: str, start: float) -> Callable[[float, int], None]:
    """Press the mouse on a slider; return what moves it to another share of its length."""
    slider(page, key).scroll_into_view_if_needed()
    box = slider(page, key).bounding_box()
    assert box
    left, width, y = box["x"], box["width"], box["y"] + box["height"] / 2
    page.mouse.move(left + start * width, y)
    page.mouse.down()
    return lambda share, steps: page.mouse.move(left + share * width, y, steps=steps)


def drag_handle(page: Page, mark: str, right: float, up: float, steps: int = 20) -> None:
    """Drag a handle by so many units of its plane, with the mouse."""
    handle = page.locator(f".handle[data-mark={mark}]:visible")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box
    pixel = handle.evaluate(
        """({ dataset: { plane } }) => {
          const { x_range, y_range, inner_width, inner_height }
            = Bokeh.documents.map((one) => one.get_model_by_name(plane)).find(Boolean);
          return [inner_width / (x_range.end - x_range.start),
                  inner_height / (y_range.end - y_range.start)];
        }"""
    )
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right * pixel[0], y - up * pixel[1], steps=steps)
    page.mouse.up()
