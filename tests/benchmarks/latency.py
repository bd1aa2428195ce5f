"""Slider to painted frame, beside a canvas written by hand; with the most points, pixels. By hand.

`python tests/benchmarks/latency.py`: real keys press in a real Chromium; rounds of the two pages
alternate, and the ratio of their medians is what counts.
"""

from statistics import median

from pages import CHROMIUM, MANY, READY, WINDOW, beside_canvas, pages
from playwright.sync_api import Browser, Page, sync_playwright

ROUNDS = 3
PRESSES = 25

_WATCH = """() => {
  window.latencies = [];
  const { port1, port2 } = new MessageChannel();
  let began = 0;
  port1.onmessage = () => { latencies.push(performance.now() - began); began = 0; };
  document.addEventListener("input", () => {
    if (began) return;
    began = performance.now();
    requestAnimationFrame(() => port2.postMessage(0)); // comes after this frame was painted
  }, true);
}"""


def latency(page: Page) -> float:
    """Return the median time from a key on the slider to the painted frame, in ms."""
    page.evaluate(_WATCH)
    page.locator("#rho[type=range]").focus()
    for i in range(PRESSES):
        page.keyboard.press("ArrowRight" if i < PRESSES / 2 else "ArrowLeft")
        page.wait_for_function(f"latencies.length > {i}")
    found: list[float] = page.evaluate("latencies")
    return median(found)


def rounds(browser: Browser, addresses: dict[str, str]) -> dict[str, float]:
    """Measure pages in turn, several times; return medians."""
    found: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(ROUNDS):
        for name, address in addresses.items():
            page = browser.new_page(**WINDOW)
            page.goto(address)
            page.wait_for_selector(READY)
            page.wait_for_timeout(500)
            found[name].append(latency(page))
            page.close()
    return {name: median(values) for name, values in found.items()}


def main() -> None:
    """Print one line for each number of points."""
    with pages() as (host, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        for n in (500, 5_000, 50_000, MANY):
            ms = rounds(browser, beside_canvas(host, n))
            print(
                f"{n:>6} points: key to painted frame {ms['lesson']:6.1f} ms, "
                f"canvas {ms['canvas']:6.1f} ms, ratio {ms['lesson'] / ms['canvas']:.2f}"
            )
        browser.close()


if __name__ == "__main__":
    main()
