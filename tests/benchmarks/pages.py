"""Pages that benchmarks open: exported lessons, and beside them a hand-written canvas."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from bokeh.embed import components
from bokeh.plotting import figure

from gaussians.lessons.reparameterization import lesson as reparameterization
from gaussians.page.static import export

sys.path.append(str(Path(__file__).parents[1] / "browser"))
from served import serve_folder

MANY = 100_000  # points; lessons stop at 5,000, so their bound is lifted for this
WINDOW: Any = {"viewport": {"width": 1280, "height": 900}}
SIDE = 790  # pixels of the lesson's figure in that window: as large is the canvas beside it
CHROMIUM: Any = {
    "executable_path": shutil.which("chromium"),
    "args": ["--no-sandbox", "--disable-gpu"],
}

READY = "#figure.ready, body > canvas"  # of a lesson, or of the page beside it

# What many a course page does: one arc for each point, all drawn again at each input.
CANVAS = """<!doctype html><meta charset="utf-8"><title>canvas</title>
<input type="range" id="rho" data-key="rho" min="-0.99" max="0.99" step="0.01" value="0"
  style="width: 400px"><br><canvas></canvas><script>
const [n, side] = ["n", "side"].map((key) => Number(new URLSearchParams(location.search).get(key)));
const unit = side / 12;
const normal = () =>
  Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
const noise = Array.from({ length: n }, () => [normal(), normal()]);
const slider = document.getElementById("rho");
const context = document.querySelector("canvas").getContext("2d");
context.canvas.width = context.canvas.height = side;
function dot(x, y) {
  context.beginPath();
  context.arc(side / 2 + unit * x, side / 2 - unit * y, 2, 0, 7);
  context.fill();
}
function draw() {
  const rho = slider.valueAsNumber, rest = Math.sqrt(1 - rho * rho);
  context.clearRect(0, 0, side, side);
  context.fillStyle = "#676e7973";
  for (const [a, b] of noise) dot(a, b);
  context.fillStyle = "#0067b08c";
  for (const [a, b] of noise) dot(a, rho * a + rest * b);
}
let frame = 0;
const paint = () => { frame = 0; draw(); };
slider.addEventListener("input", () => { frame ||= requestAnimationFrame(paint); });
draw();
</script>"""

# The best that one writes by hand for many points: no dots are drawn, but counted in pixels, four
# to a dot, and an image is made of the counts.
PIXELS = """<!doctype html><meta charset="utf-8"><title>pixels</title>
<input type="range" id="rho" data-key="rho" min="-0.99" max="0.99" step="0.01" value="0"
  style="width: 400px"><br><canvas></canvas><script>
const [n, side] = ["n", "side"].map((key) => Number(new URLSearchParams(location.search).get(key)));
const unit = side / 12;
const normal = () =>
  Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
const [a, b] = [0, 1].map(() => Float64Array.from({ length: n }, normal));
const slider = document.getElementById("rho");
const context = document.querySelector("canvas").getContext("2d");
context.canvas.width = context.canvas.height = side;
const counts = [new Uint16Array(side * side), new Uint16Array(side * side)];
const image = new ImageData(side, side);
const pixels = new Uint32Array(image.data.buffer);
const shades = [0x676e79, 0xb06700].map((color) =>
  Uint32Array.from({ length: 256 }, (_, k) => (255 * (1 - 0.5 ** k) << 24 | color) >>> 0));
function count(into, x, y) {
  const column = side / 2 + unit * x | 0, row = side / 2 - unit * y | 0;
  if (column < 0 || column > side - 2 || row < 0 || row > side - 2) return;
  const at = side * row + column;
  into[at]++;
  into[at + 1]++;
  into[at + side]++;
  into[at + side + 1]++;
}
function draw() {
  const rho = slider.valueAsNumber, rest = Math.sqrt(1 - rho * rho);
  for (const some of counts) some.fill(0);
  for (let i = 0; i < n; i++) {
    count(counts[0], a[i], b[i]);
    count(counts[1], a[i], rho * a[i] + rest * b[i]);
  }
  for (let i = 0; i < pixels.length; i++) {
    const front = counts[1][i];
    pixels[i] = front ? shades[1][Math.min(255, front)] : shades[0][Math.min(255, counts[0][i])];
  }
  context.putImageData(image, 0, 0);
}
let frame = 0;
const paint = () => { frame = 0; draw(); };
slider.addEventListener("input", () => { frame ||= requestAnimationFrame(paint); });
draw();
</script>"""

# As little as one can do with BokehJS: one cloud, and what tells when it is drawn.
PLAIN = """<!doctype html><meta charset="utf-8"><title>plain</title>
<div id="figure">{place}</div><script src="lessons/bokeh.min.js"></script>{script}<script>
function look() {{
  if (!Bokeh.documents[0]?.is_idle) return setTimeout(look, 5);
  document.getElementById("figure").className = "ready";
}}
look();
</script>"""


def plain() -> str:
    """Return a page with one scatter plot, as Bokeh's documentation makes it."""
    plot = figure(width=500, height=500, toolbar_location=None, tools="")
    plot.scatter(*np.random.default_rng(0).standard_normal((2, 500)))
    script, place = components(plot)
    return PLAIN.format(script=script, place=place)


@contextmanager
def many_points() -> Iterator[None]:
    """Lift the bound on the number of points."""
    lesson = reparameterization.Reparameterization
    bounds = lesson.param["n"].bounds
    lesson.param["n"].bounds = (100, MANY)
    most = patch.object(reparameterization, "MOST", MANY)
    with most, patch.object(lesson, "noises", {"noise": (MANY, 2)}):
        yield
    lesson.param["n"].bounds = bounds


@contextmanager
def pages() -> Iterator[tuple[str, Path]]:
    """Serve lessons, the canvas and plain Bokeh; give the address and the folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with many_points():
            export(folder / "many", ["reparameterization"])
        export(folder / "lessons")
        (folder / "canvas.html").write_text(CANVAS, "utf-8")
        (folder / "pixels.html").write_text(PIXELS, "utf-8")
        (folder / "plain.html").write_text(plain(), "utf-8")
        with contextmanager(serve_folder)(folder) as host:
            yield host, folder


def beside_canvas(host: str, n: int) -> dict[str, str]:
    """Return addresses of the two pages that are compared."""
    return {
        "lesson": f"{host}/many/reparameterization.html?n={n}&step=0",
        "canvas": f"{host}/{'canvas' if n < MANY else 'pixels'}.html?n={n}&side={SIDE}",
    }
