"""What a page costs until its picture is there, and until it can be dragged. By hand.

`python tests/benchmarks/start.py [LESSON ...]`: lessons (all if none is named), exported and
served, on a quick computer and on a slow one with a slow line; beside a page of the same words and
picture without a script, and beside the smallest pages that Bokeh makes. At last, eight lessons
in lazy frames of one page.
Pages take the time themselves, so nobody asks them.
"""

import gzip
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice, product
from pathlib import Path
from statistics import median

from pages import CHROMIUM, WINDOW, pages, plain
from playwright.sync_api import Browser, Page, sync_playwright
from served import APPS, Files, serve, serve_folder

from gaussians.lessons import LESSONS

ROUNDS = {"quick": 5, "slow": 3}
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000,
             "uploadThroughput": 100_000}  # fmt: skip
SLOW_PROCESSOR = 6  # times as slow
NAMED = sys.argv[1:] or list(LESSONS)

# In every frame of a page: when what was painted, by the clock of the whole page.
_WATCH = """(() => {
  const { port1, port2 } = new MessageChannel();
  const found = {};
  const seen = (e) =>
    e?.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 0;
  const looks = {
    picture: () => [...document.querySelectorAll(".sketch")].some(seen) || looks.whole(),
    movable: () => document.querySelector("#figure.movable") || looks.whole(),
    compiled: () => window.Bokeh,
    whole: () => document.querySelector("#figure.ready")
      || !document.querySelector("#figure .canvas") && window.Bokeh?.documents?.[0]?.is_idle,
  };
  port1.onmessage = ({ data }) => {
    const now = performance.timeOrigin + performance.now() - top.performance.timeOrigin;
    for (const name of data) (top.times ??= {})[name] = [...top.times[name] ?? [], now];
  };
  const look = () => {
    const news = Object.keys(looks).filter((name) => !found[name] && looks[name]());
    for (const name of news) found[name] = true;
    if (news.length) port2.postMessage(news); // comes after this frame was painted
    if (!found.whole) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


class Packed(Files):
    """Files of a folder, compressed, as web servers send them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  # its name is the standard library's
        """Send a file."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            super().do_GET()
            return
        body = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@cache
def packed(path: Path) -> bytes:
    """Return a file as it is sent."""
    return gzip.compress(path.read_bytes())


def times(browser: Browser, address: str, *, slow: bool, last: str, count: int = 1,
          height: int = 900) -> dict[str, float]:  # fmt: skip
    """Return when the last of so many figures was there, in ms after the page was asked for."""
    page = browser.new_page(viewport=WINDOW["viewport"] | {"height": height})
    if slow:
        slow_down(page)
    page.add_init_script(_WATCH)
    page.goto(address)
    whole = f"() => window.times?.{last}?.length === {count}"
    page.wait_for_function(whole, polling=500, timeout=90_000)
    found: dict[str, list[float]] = page.evaluate("times")
    page.close()
    if "compiled" in found:
        found["compiled"] = [min(found["compiled"])]
    return {name: max(values) for name, values in found.items()}


def slow_down(page: Page) -> None:
    """Make the page's processor and its line those of a cheap phone."""
    device = page.context.new_cdp_session(page)
    device.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PROCESSOR})
    device.send("Network.enable")
    device.send("Network.emulateNetworkConditions", SLOW_LINE)


# Without what hides parts until fonts or their rest are there: what any page of this size costs.
_SHOWN = """<style>:is(body, .caption, .side > *, #proofs > *, #story > *, .opening)
{ visibility: visible !important } #unscripted { display: none }</style>
"""


def without_scripts(html: str) -> str:
    """Return a page with its words and its picture only."""
    scripts = r'<script[\s\S]*?</script>|<link rel="preload"[^>]*>'
    return re.sub(scripts, "", html).replace("</head>", f"{_SHOWN}</head>")


def eight_frames(folder: Path) -> None:
    """Write a page full of lessons, each in a state of its own."""
    states = product(("seed=2", "seed=3", "seed=4"), LESSONS)
    frames = (
        f'<iframe src="lessons/{key}.html?embed=1&{state}" loading="lazy" width="600" height="400">'
        "</iframe>"
        for state, key in islice(states, 8)
    )
    (folder / "eight.html").write_text("<!doctype html>" + "".join(frames), "utf-8")


_SMALLEST = """from bokeh.io import curdoc
from bokeh.plotting import figure
plot = figure(width=500, height=500, toolbar_location=None, tools="")
plot.scatter([1, 2, 3], [1, 2, 3])
curdoc().add_root(plot)
"""


@contextmanager
def addresses() -> Iterator[tuple[dict[str, str], str]]:
    """Serve all that is compared; give addresses by name, and that of the page full of frames."""
    with pages() as (_, folder), tempfile.TemporaryDirectory() as name:
        eight_frames(folder)
        (folder / "plain.html").write_text(plain(), "utf-8")
        for key in NAMED:
            text = (folder / f"lessons/{key}.html").read_text("utf-8")
            (folder / f"empty-{key}.html").write_text(without_scripts(text), "utf-8")
        smallest = Path(name) / "smallest.py"
        smallest.write_text(_SMALLEST, "utf-8")
        with (
            contextmanager(serve_folder)(folder, Packed) as host,
            contextmanager(serve)(str(APPS), str(smallest)) as server,
        ):
            found = {
                "smallest, file": f"{host}/plain.html",
                "smallest, served": f"{server}/smallest",
            }
            for key in NAMED:
                found[f"{key}, no script"] = f"{host}/empty-{key}.html"
                found[f"{key}, file"] = f"{host}/lessons/{key}.html"
                found[f"{key}, served"] = f"{server}/apps?lesson={key}"
            yield found, f"{host}/eight.html"


def weigh(browser: Browser, address: str) -> tuple[int, float]:
    """Return how many answers a page asks for, and the MB that are sent."""
    page = browser.new_page()
    device = page.context.new_cdp_session(page)
    device.send("Network.enable")
    sizes: list[float] = []
    device.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address)
    page.wait_for_selector("#figure.ready")
    page.close()
    return len(sizes), sum(sizes) / 1e6


def rounds(browser: Browser, found: dict[str, str], eight: str, *, slow: bool) -> None:
    """Print medians; pages take turns, for the computer is not always as fast."""
    measured: dict[str, list[dict[str, float]]] = {name: [] for name in (*found, "eight frames")}
    for _ in range(ROUNDS["slow" if slow else "quick"]):
        for name, address in found.items():
            last = "picture" if name.endswith("no script") else "whole"
            measured[name].append(times(browser, address, slow=slow, last=last))
        full = times(browser, eight, slow=slow, last="whole", count=8, height=1700)
        measured["eight frames"].append(full)
    for name, each in measured.items():
        kinds = [kind for kind in ("picture", "movable", "compiled", "whole") if kind in each[0]]
        told = (f"{kind} {median(one[kind] for one in each):.0f} ms" for kind in kinds)
        print(f"{'slow' if slow else 'quick'}, {name}: {', '.join(told)}", flush=True)


def main() -> None:
    """Measure what is sent, then how long it takes."""
    with addresses() as (found, eight), sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        for name, address in found.items():
            if not name.startswith("smallest") and not name.endswith("no script"):
                count, size = weigh(browser, address)
                print(f"{name}: {count} files, {size:.2f} MB sent")
        for slow in (False, True):
            rounds(browser, found, eight, slow=slow)
        browser.close()


if __name__ == "__main__":
    main()
