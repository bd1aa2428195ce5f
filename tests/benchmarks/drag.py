"""How fast the python engine follows a drag. By hand: `python tests/benchmarks/drag.py`.

A real mouse drags ρ for three seconds, in a real Chromium, at several numbers of points. The last
line tells how many questions the browser's own engine asks meanwhile.
"""

import sys
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import monotonic

from pages import CHROMIUM, WINDOW
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "browser"))
from lesson_page import grab, settled
from served import APPS, serve

SECONDS = 3


def drag(page: Page) -> tuple[float, float, float]:
    """Return updates a second, median gap and time from release to the last answer, in ms."""
    answers: list[float] = []
    page.on("requestfinished", lambda _: answers.append(monotonic()))
    move = grab(page, "rho", 0.5)
    begin, step = monotonic(), 0
    while monotonic() - begin < SECONDS:
        step += 1
        move(0.3 + 0.4 * (step % 100) / 100, 1)
    released = monotonic()
    page.mouse.up()
    settled(page)
    gaps = [1000 * (after - before) for before, after in pairwise(answers)]
    return len(answers) / SECONDS, median(gaps), max(0.0, 1000 * (answers[-1] - released))


def questions(browser: Browser, address: str) -> int:
    """Count what a page of the browser's engine asks its server while ρ is dragged."""
    page = browser.new_page(**WINDOW)
    page.goto(address)
    page.wait_for_selector("#figure.ready")
    page.wait_for_timeout(1000)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    move = grab(page, "rho", 0.5)
    move(0.7, 100)
    return len(asked)


def main() -> None:
    """Print one line for each number of points."""
    print(f"{'points':>8} {'updates/s':>10} {'gap ms':>8} {'after release ms':>17}")
    for host in serve(str(APPS)):
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(**CHROMIUM)
            for n in (100, 500, 1000, 5000):
                page = browser.new_page(**WINDOW)
                page.goto(f"{host}/apps?engine=python&n={n}")
                page.wait_for_selector("#figure.ready")
                rate, gap, late = drag(page)
                print(f"{n:>8} {rate:>10.1f} {gap:>8.1f} {late:>17.1f}")
            print(f"browser engine: {questions(browser, f'{host}/apps?rho=0')} questions in a drag")
            browser.close()


if __name__ == "__main__":
    main()
