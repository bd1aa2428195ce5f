"""A canary: what the page's script uses of BokehJS beyond its documented interface is still there.

BokehJS may rename it in any release, and then some of it would fail silently: a method that nobody
calls any more, a flag that nobody reads.
"""

import re
from pathlib import Path

import bokeh
from bokeh.document import Document
from playwright.sync_api import Browser

from gaussians.lessons.affine.lesson import Affine
from gaussians.page.scripts import page_script
from gaussians.stage.figure import build

BOKEH_JS = Path(bokeh.__file__).parent / "server/static/js/bokeh.min.js"
MEMBERS = {
    "Bokeh": "index embed require",
    "Bokeh.embed": "add_document_standalone",
    "Bokeh.index": "find_one",
    "Bokeh.require('document')": "Document",
    "Bokeh.require('core/util/canvas')": "CanvasLayer",
    "Bokeh.require('core/util/text')": "font_metrics",
    "document": "get_model_by_name",
    "plot": "renderers left below center inner_width x_range on_event setv",
    "view of plot": "views el bbox export paint invalidate_painters after_resize canvas_view frame"
    " is_displayed",
    "view of canvases": "overlays",
    "upper canvas": "prepare finish",
    "views of plot": "get_one",
    "picture": "canvas ctx bbox pixel_ratio resize",
    "renderer": "default_view glyph data_source level visible setv",
    "view of renderer": "needs_clip update_position _paint glyph model all_indices plot_view"
    " coordinates",
    "coordinates of renderer": "x_scale y_scale",
    "scale": "compute",
    "glyph": "default_view setv",
    "view of glyph": "_mask_data paint visuals set_visuals model sx sy x y",
    "view of names": "labels padding swidth sheight",
    "name": "text font _text_line",
}

_LOOK = """async ([source, wanted]) => {
  const { Document } = Bokeh.require("document");
  const found = Object.fromEntries(["document", "core/util/canvas", "core/util/text"].map((name) =>
    [`Bokeh.require('${name}')`, Bokeh.require(name)]));
  const opened = Document.from_json(source);
  const plot = opened.get_model_by_name("x");
  await Bokeh.embed.add_document_standalone(opened, document.body);
  const view = Bokeh.index.find_one(plot);
  const renderer = plot.renderers.find(({ name }) => name === "cloud");
  const own = view.views.get_one(renderer);
  const names = view.views.get_one(plot.renderers.find(({ name }) => name === "names")).glyph;
  Object.assign(found, {
    Bokeh, "Bokeh.embed": Bokeh.embed, "Bokeh.index": Bokeh.index, document: opened, plot,
    "view of plot": view, "view of canvases": view.canvas_view,
    "upper canvas": view.canvas_view.overlays, "views of plot": view.views,
    picture: view.export("png"),
    renderer, "view of renderer": own, "coordinates of renderer": own.coordinates,
    scale: own.coordinates.x_scale, glyph: renderer.glyph, "view of glyph": own.glyph,
    "view of names": names, name: names.labels[0],
  });
  const known = (owner, name) => name in found[owner];
  return Object.entries(wanted).flatMap(([owner, names]) =>
    names.split(" ").filter((name) => !known(owner, name)).map((name) => `${name} of ${owner}`));
}"""


def test_bokehjs_has_all_that_the_script_uses(browser: Browser) -> None:
    document = Document()
    document.add_root(build("x", Affine.planes["x"], Affine().scene().marks))
    page = browser.new_page()
    page.add_script_tag(path=BOKEH_JS)
    assert page.evaluate(_LOOK, [document.to_json(deferred=False), MEMBERS]) == []
    page.close()


def test_the_script_uses_all_that_is_looked_for() -> None:
    names = {name for names in MEMBERS.values() for name in names.split()}
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", page_script())] == []
