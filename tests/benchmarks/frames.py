"""Frames painted in a drag, beside a hand-written canvas. By hand.

`python tests/benchmarks/frames.py points`: one lesson with more and more points; `frames.py slow`:
every view of every lesson on a phone as slow as lets a bare canvas of 500 points, drawn twice,
paint 49 frames a second, or with a further word only those that have it in their name. A real mouse
moves 60 times a second, far each time so that every slider takes another value, and whether the
page keeps up or not. (Playwright's own mouse waits for the page after each move: it would set the
pace.)
"""

import asyncio
import sys
from statistics import median
from typing import Any
from urllib.parse import urlencode

from pages import CHROMIUM, MANY, READY, WINDOW, beside_canvas, pages
from playwright.async_api import Browser, CDPSession, Page, async_playwright
from views import VIEWS

ROUNDS = 3
MOVES = 120
PACE = 60  # moves a second
PHONE: Any = {"viewport": {"width": 390, "height": 844}}
PHONES = 49  # frames a second that its bare canvas paints

# A frame counts when it is begun: a message sent after it waits in a queue, and misses frames.
_WATCH = """() => {
  window.painted = [];
  let asked = 0;
  document.addEventListener("input", () => {
    asked ||= requestAnimationFrame(() => { painted.push(performance.now()); asked = 0; });
  }, true);
}"""


async def frames(page: Page, slower: float = 1) -> float:
    """Return how many frames a second a drag of the first slider in sight paints."""
    await page.evaluate(_WATCH)
    sliders = page.locator("input[type=range]:visible")
    others = page.locator("input[type=range]:not(#n):visible")  # of most lessons n is for points
    slider = (others if await others.count() else sliders).first
    await slider.scroll_into_view_if_needed()
    box = await slider.bounding_box()
    assert box
    session = await page.context.new_cdp_session(page)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    places = [box["x"] + box["width"] * (0.2 + 0.6 * (i * 0.382 % 1)) for i in range(MOVES)]
    y = box["y"] + box["height"] / 2
    await mouse(session, "mousePressed", places[0], y)
    sent = []
    for x in places:
        sent.append(asyncio.create_task(mouse(session, "mouseMoved", x, y)))
        await asyncio.sleep(1 / PACE)
    await asyncio.gather(*sent)
    times: list[float] = await page.evaluate("painted")
    return 1000 * (len(times) - 1) / (times[-1] - times[0])


async def mouse(session: CDPSession, kind: str, x: float, y: float) -> None:
    """Send a real mouse's event."""
    event: dict[str, Any] = {"type": kind, "x": x, "y": y, "button": "left", "buttons": 1}
    await session.send("Input.dispatchMouseEvent", event | {"clickCount": 1})


async def rounds(
    browser: Browser, addresses: dict[str, str], window: Any = WINDOW, slower: float = 1
) -> dict[str, float]:
    """Measure pages in turn, several times; return medians."""
    found: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(ROUNDS):
        for name, address in addresses.items():
            page = await browser.new_page(**window)
            await page.goto(address)
            await page.wait_for_selector(READY)
            await page.wait_for_timeout(500)
            found[name].append(await frames(page, slower))
            await page.close()
    return {name: median(values) for name, values in found.items()}


async def phone(browser: Browser, canvas: str) -> float:
    """Return how many times slower than this computer a phone is: computers differ."""
    slower = 6.0
    for _ in range(5):
        slower *= (await rounds(browser, {"": canvas}, PHONE, slower))[""] / PHONES
        slower = max(1.0, slower)  # this one may be as slow as a phone itself
    return slower


async def main(what: str, name: str = "") -> None:
    """Print one line for each number of points, or one for each view with a name."""
    with pages() as (host, _):
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(**CHROMIUM)
            for n in (500, 5_000, 50_000, MANY) if what == "points" else ():
                rate = await rounds(browser, beside_canvas(host, n))
                print(f"{n:>6} points: {rate['lesson']:.0f} frames/s, canvas {rate['canvas']:.0f}")
            if what == "slow":
                canvas = f"{host}/canvas.html?n=500&side=492"
                slower = await phone(browser, canvas)
                slow = {"canvas": canvas} | {
                    query: f"{host}/lessons/{view.key}.html?{urlencode(view.choices)}&step=0"
                    for query, view in VIEWS.items()
                    if name in query
                }
                for found, pace in (await rounds(browser, slow, PHONE, slower)).items():
                    print(f"{slower:.1f} times slower, {found}: {pace:.0f} frames/s")
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:] or ["slow"]))
