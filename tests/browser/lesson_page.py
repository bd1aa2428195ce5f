"""What browser tests read from a lesson's page: what is drawn, as numbers."""

from typing import Any

import numpy as np
from playwright.sync_api import Locator, Page

from gaussians.lessons import Reparameterization

_DRAWN = """() => {
  const plot = Bokeh.documents[0].get_model_by_name("figure");
  return Object.fromEntries(plot.renderers.map(({ name, data_source: { data } }) =>
    [name, Array.from(data.x, (x, i) => [x, data.y[i]])]));
}"""


def drawn(page: Page) -> dict[str, np.ndarray]:
    """Points of every mark of the figure, as the browser has them."""
    marks: dict[str, Any] = page.evaluate(_DRAWN)
    return {
        name: np.array(points, dtype=float).reshape(-1, 2)  # null is NaN
        for name, points in marks.items()
    }


def settled(page: Page) -> None:
    """Wait until the last change is answered: then the figure has been described."""
    page.wait_for_function(
        """() => {
          const link = Bokeh.documents[0].get_model_by_name("link");
          return (link.request?.id ?? 0) === (link.answer?.id ?? 0);
        }"""
    )


def assert_drawn(page: Page, **state: float | str) -> None:
    """Compare every mark with numpy's, for the state that the page should be in."""
    expected = Reparameterization(**state).scene().marks
    found = drawn(page)
    assert found.keys() == expected.keys()
    for name, points in expected.items():
        np.testing.assert_allclose(found[name], points, atol=1e-9, err_msg=name)


def shown_state(page: Page) -> dict[str, float | str]:
    """State that the controls show, as numbers."""
    fields = page.locator("#controls input[type=text]")
    state: dict[str, float | str] = {
        str(field.get_attribute("data-key")): float(field.input_value().replace("−", "-"))
        for field in fields.all()
    }
    state["root"] = str(page.locator("input[name=root]:checked").get_attribute("value"))
    return {key: int(v) if key in ("n", "seed", "point") else v for key, v in state.items()}


def slider(page: Page, key: str) -> Locator:
    """Return the slider of a parameter."""
    return page.locator(f"input[type=range][data-key={key}]")


def drag(page: Page, key: str, start: float, end: float, steps: int = 25) -> None:
    """Drag a slider with the mouse, between two shares of its length."""
    box = slider(page, key).bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], y, steps=steps)
    page.mouse.up()
