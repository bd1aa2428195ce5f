"""What a static page costs before its figure is painted. By hand.

`python tests/benchmarks/start.py`: each lesson beside the smallest page that BokehJS allows, and
eight lessons in lazy frames of one page. Pages take the time themselves, so nobody asks them.
"""

import gzip
from pathlib import Path
from statistics import median

from pages import CHROMIUM, WINDOW, pages
from playwright.sync_api import Browser, sync_playwright

from gaussians.lessons import LESSONS

ROUNDS = 7

# In every frame of a page: when its figure has been painted, by the clock of the whole page.
_WATCH = """(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.timeOrigin + performance.now();
    (top.painted ??= []).push(now - top.performance.timeOrigin);
  };
  new MutationObserver((_, observer) => {
    if (!document.querySelector("#figure.ready")) return;
    observer.disconnect();
    requestAnimationFrame(() => port2.postMessage(0)); // comes after this frame was painted
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["class"] });
})()"""


def painted(browser: Browser, address: str, count: int = 1, height: int = 900) -> float:
    """Return when so many figures were painted, in ms after the page was asked for."""
    page = browser.new_page(viewport=WINDOW["viewport"] | {"height": height})
    page.add_init_script(_WATCH)
    page.goto(address)
    page.wait_for_function(f"window.painted?.length === {count}", polling=500)
    times: list[float] = page.evaluate("painted")
    page.close()
    return max(times)


def weigh(browser: Browser, host: str, folder: Path, key: str) -> tuple[int, float]:
    """Return how many files a lesson asks for, and their size in MB, compressed."""
    page = browser.new_page()
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(f"{host}/lessons/{key}.html")
    page.wait_for_selector("#figure.ready")
    page.close()
    names = {url.split("/")[-1] for url in seen if url.startswith(host)}
    sizes = (len(gzip.compress((folder / "lessons" / name).read_bytes())) for name in names)
    return len(names), sum(sizes) / 1e6


def eight_frames(folder: Path) -> None:
    """Write a page full of lessons."""
    keys = [*LESSONS, *LESSONS, *LESSONS][:8]
    size = 'loading="lazy" width="600" height="400"'
    frames = (f'<iframe src="lessons/{key}.html?embed=1" {size}></iframe>' for key in keys)
    (folder / "eight.html").write_text("<!doctype html>" + "".join(frames), "utf-8")


def main() -> None:
    """Print medians; pages take turns, for the computer is not always as fast."""
    with pages() as (host, folder), sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        eight_frames(folder)
        addresses = {key: f"{host}/lessons/{key}.html" for key in LESSONS}
        addresses |= {"plain Bokeh": f"{host}/plain.html"}
        times: dict[str, list[float]] = {name: [] for name in addresses}
        eight = []
        for _ in range(ROUNDS):
            for name, address in addresses.items():
                times[name].append(painted(browser, address))
            eight.append(painted(browser, f"{host}/eight.html", 8, 1700))
        for name, found in times.items():
            print(f"{name}: first figure after {median(found):.0f} ms")
        print(f"eight frames on a page: all painted after {median(eight):.0f} ms")
        for key in LESSONS:
            count, size = weigh(browser, host, folder, key)
            print(f"{key}: {count} files, {size:.2f} MB compressed")
        browser.close()


if __name__ == "__main__":
    main()
