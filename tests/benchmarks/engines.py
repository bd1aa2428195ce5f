"""Slider to painted frame, beside a hand-written canvas. By hand.

`python tests/benchmarks/engines.py`: real keys press and a real mouse drags in a real Chromium;
rounds of the two pages alternate, and the ratio of their medians is what counts. The lesson stops
at 5,000 points; for 50,000 its bound is lifted here.
"""

import gzip
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from time import monotonic

from playwright.sync_api import Browser, Page, sync_playwright

from gaussians.lessons import LESSONS, Reparameterization, draws, reparameterization
from gaussians.page import render
from gaussians.page.static import export

sys.path.append(str(Path(__file__).parents[1] / "browser"))
from lesson_page import grab
from served import APPS, serve

MANY = 50_000
ROUNDS = 3
PRESSES = 25

# What many a course page does: one arc for each point, all drawn again at each input.
CANVAS = """<!doctype html><meta charset="utf-8"><title>canvas</title>
<input type="range" id="rho" data-key="rho" min="-0.99" max="0.99" step="0.01" value="0"
  style="width: 400px"><br><canvas width="492" height="492"></canvas><script>
const n = Number(new URLSearchParams(location.search).get("n"));
const normal = () =>
  Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
const noise = Array.from({ length: n }, () => [normal(), normal()]);
const slider = document.getElementById("rho");
const context = document.querySelector("canvas").getContext("2d");
function dot(x, y) {
  context.beginPath();
  context.arc(246 + 41 * x, 246 - 41 * y, 2, 0, 7);
  context.fill();
}
function draw() {
  const rho = slider.valueAsNumber, rest = Math.sqrt(1 - rho * rho);
  context.clearRect(0, 0, 492, 492);
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

_WATCH = """() => {
  window.latencies = [];
  window.frames = 0;
  const { port1, port2 } = new MessageChannel();
  let began = 0;
  port1.onmessage = () => { latencies.push(performance.now() - began); began = 0; frames += 1; };
  document.addEventListener("input", () => {
    if (began) return;
    began = performance.now();
    requestAnimationFrame(() => port2.postMessage(0)); // comes after this frame was painted
  }, true);
}"""


@contextmanager
def many_points() -> Iterator[None]:
    """Lift the bound on the number of points."""
    bounds = Reparameterization.param["n"].bounds
    for module in (draws, reparameterization, render):
        module.MOST = MANY  # type: ignore[attr-defined]
    Reparameterization.param["n"].bounds = (100, MANY)
    yield
    Reparameterization.param["n"].bounds = bounds


class Files(SimpleHTTPRequestHandler):
    """Files of a folder."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def files(folder: Path) -> Iterator[str]:
    """Serve a folder."""
    with ThreadingHTTPServer(("localhost", 0), partial(Files, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def latency(page: Page) -> float:
    """Return the median time from a key on the slider to the painted frame, in ms."""
    page.evaluate(_WATCH)
    page.locator("#rho[type=range]").focus()
    for i in range(PRESSES):
        page.keyboard.press("ArrowRight" if i < PRESSES / 2 else "ArrowLeft")
        page.wait_for_function(f"latencies.length > {i}")
    found: list[float] = page.evaluate("latencies")
    return median(found)


def frames(page: Page, seconds: float = 3) -> float:
    """Return how many frames a second a drag paints."""
    page.evaluate(_WATCH)
    move = grab(page, "rho", 0.5)
    began, step = monotonic(), 0
    while monotonic() - began < seconds:
        step += 1
        move(0.3 + 0.4 * (step % 100) / 100, 1)
    count: int = page.evaluate("frames")
    page.mouse.up()
    return count / seconds


def rounds(
    browser: Browser, addresses: dict[str, str], measure: Callable[[Page], float]
) -> dict[str, float]:
    """Measure pages in turn, several times; return medians."""
    found: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(ROUNDS):
        for name, address in addresses.items():
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(address)
            page.wait_for_selector("canvas" if name == "canvas" else "#figure.ready")
            page.wait_for_timeout(500)
            found[name].append(measure(page))
            page.close()
    return {name: median(values) for name, values in found.items()}


def points(browser: Browser, host: str) -> None:
    """Print latency and frames beside the canvas."""
    for n in (500, 2000, 5000, MANY):
        lesson = f"{host}/many/reparameterization.html?n={n}"
        addresses = {"lesson": lesson, "canvas": f"{host}/canvas.html?n={n}"}
        ms = rounds(browser, addresses, latency)
        fps = rounds(browser, addresses, frames)
        print(
            f"{n:>6} points: key to paint {ms['lesson']:6.1f} ms, canvas {ms['canvas']:6.1f} ms, "
            f"ratio {ms['lesson'] / ms['canvas']:.2f}; "
            f"drag {fps['lesson']:.0f} frames/s, canvas {fps['canvas']:.0f}"
        )


def asked_by(page: Page) -> list[str]:
    """Return a list to which all addresses that a page asks for will be added."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    return seen


def first_figure(browser: Browser, host: str, folder: Path) -> None:
    """Print what a static page costs before it is there."""
    for key in LESSONS:
        page = browser.new_page()
        seen = asked_by(page)
        page.goto(f"{host}/lessons/{key}.html")
        page.wait_for_selector("#figure.ready")
        ready = page.evaluate("performance.now()")
        names = {url.split("/")[-1] for url in seen if url.startswith(host)}
        sent = sum(len(gzip.compress((folder / "lessons" / file).read_bytes())) for file in names)
        print(f"{key}: {len(names)} requests, {sent / 1e6:.2f} MB gzipped, after {ready:.0f} ms")
        page.close()


def eight_frames(browser: Browser, host: str, folder: Path) -> None:
    """Print when a page full of lessons is ready."""
    keys = [*LESSONS, *LESSONS, *LESSONS][:8]
    size = 'loading="lazy" width="600" height="400"'
    frames = (f'<iframe src="lessons/{key}.html?embed=1" {size}></iframe>' for key in keys)
    (folder / "eight.html").write_text("<!doctype html>" + "".join(frames))
    page = browser.new_page(viewport={"width": 1280, "height": 1700})
    began = monotonic()
    page.goto(f"{host}/eight.html")
    for i in range(8):
        page.frame_locator("iframe").nth(i).locator("#figure.ready").wait_for()
    print(f"eight frames on a page: all ready after {monotonic() - began:.1f} s")


def sent_by(page: Page) -> list[object]:
    """Return a list to which all messages of a page will be added."""
    sent: list[object] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(data)))
    return sent


def messages(browser: Browser) -> None:
    """Print how often a served page talks to its server while a slider is dragged."""
    for host in serve(str(APPS)):
        page = browser.new_page()
        sent = sent_by(page)
        page.goto(f"{host}/apps")
        page.wait_for_selector("#figure.ready")
        page.wait_for_timeout(1000)
        before = len(sent)
        move = grab(page, "rho", 0.5)
        for step in range(100):
            move(0.3 + 0.4 * step / 100, 1)
        print(f"messages in a drag of a served page: {len(sent) - before}")
        page.mouse.up()


def main() -> None:
    """Print what a student waits for."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        with many_points():
            export(folder / "many", ["reparameterization"])
        export(folder / "lessons")
        (folder / "canvas.html").write_text(CANVAS)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        with files(folder) as host:
            points(browser, host)
            first_figure(browser, host, folder)
            eight_frames(browser, host, folder)
        messages(browser)
        browser.close()


if __name__ == "__main__":
    main()
