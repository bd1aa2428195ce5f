"""Lines of the figure go through their points, though a curve goes past several of them."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from page_script import call
from playwright.sync_api import Page

# What each line's painter does to a canvas, beside the places of its points.
_PAINTED = """() => Bokeh.documents.flatMap((one) => one.roots()).flatMap((plot) => {
  const view = Bokeh.index.find_one(plot);
  return plot.renderers.filter(({ glyph }) => glyph.type === "Line").map((renderer) => {
    const { glyph } = view.views.get_one(renderer);
    let path = [];
    const note = (...numbers) => path.push(numbers);
    const context = {
      beginPath() { path = []; }, moveTo: note, lineTo: note, bezierCurveTo: note,
      stroke() {}, setLineDash() {}, save() {}, restore() {},
    };
    glyph.map_data();
    glyph.paint(context);
    return [renderer.name, [...glyph.sx], [...glyph.sy], path];
  });
})"""

Floats = npt.NDArray[np.float64]


def flattened(path: list[list[float]]) -> Floats:
    """Return places along a path, four to a piece at least."""
    places = [np.array(path[0])]
    for numbers in path[1:]:
        held = np.array([*places[-1], *numbers]).reshape(-1, 2)
        t = np.linspace(0, 1, 41)[1:, None]
        if len(held) == 2:
            places.extend(held[:1] + t * (held[1:] - held[:1]))
        else:
            p, q, r, s = held
            curve = (1 - t) ** 3 * p + 3 * t * (1 - t) ** 2 * q + 3 * t**2 * (1 - t) * r + t**3 * s
            places.extend(curve)
    return np.array(places)


def away(places: Floats, corners: Floats) -> Floats:
    """Return how far places are from the line through corners."""
    starts, sides = corners[:-1], np.diff(corners, axis=0)
    lengths = np.maximum((sides**2).sum(axis=1), 1e-12)
    from_start = places[:, None] - starts
    share = np.clip((from_start * sides).sum(axis=2) / lengths, 0, 1)
    distances: Floats = np.linalg.norm(from_start - share[..., None] * sides, axis=2).min(axis=1)
    return distances


@pytest.mark.parametrize(
    ("key", "query"),
    [
        ("affine", "a11=1.5&a12=-1"),  # ellipses, a square
        ("bell", "view=fall&x=0.5"),  # a tent, with a corner
        ("bell", "view=others&law=laplace&limit=1"),
        ("chain", "view=copies&k=12"),
    ],
)
def test_a_curve_stays_close_to_its_points_and_has_their_corners(
    opened: Callable[..., Page], key: str, query: str
) -> None:
    page = opened(key, f"{query}&step=0")
    painted: list[tuple[str, list[Any], list[Any], Any]] = page.evaluate(_PAINTED)
    curved = 0
    for name, across, down, path in painted:
        points = np.array([across, down], dtype=float).T  # null where the pen is up
        if not path or np.isnan(points).any():
            continue
        curved += len(path) < len(points) / 2
        places = flattened(path)
        assert away(points, places).max() < 0.15, name
        assert away(places, points).max() < 0.3, name
        assert np.linalg.norm(places[[0, -1]] - points[[0, -1]], axis=1).max() < 1e-9
    assert curved > 0


_TRACED = """(sx, sy) => {
  const path = [];
  const note = (...numbers) => path.push(numbers);
  trace({ beginPath() {}, moveTo: note, lineTo: note, bezierCurveTo: note }, { sx, sy });
  return path;
}"""


def test_three_sides_of_a_box_have_corners_though_these_lie_on_a_parabola(
    opened: Callable[..., Page],
) -> None:
    page = opened("affine", "step=0")
    (path,) = call(page, "lines", _TRACED, [[[0, 100, 200, 300], [0, 100, 100, 0]]])
    assert path == [[0, 0], [100, 100], [200, 100], [300, 0]]
