"""A real Chromium on the two ways to serve: the course, and every lesson alone."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from once import Once
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from served import APPS, Watched, serve, serve_folder
from tabs import PATIENCE, Borrow, Tabs
from text_fonts import environment

from gaussians.page.static import export

CHROMIUMS = (
    "chromium-headless-shell",  # the engine without windows: a tenth less time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
QUIET = (  # a browser under test has no business elsewhere
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Callable[..., Browser]:
    """Start a browser; options are playwright's."""
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        pytest.fail(
            "These tests need Chromium or Chrome. Install one with "
            "`sudo apt-get install chromium` (Debian) or `brew install --cask chromium` (macOS)."
        )
    return partial(playwright.chromium.launch, executable_path=path, args=QUIET)


@pytest.fixture(scope="session")
def browser(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    with closing(chromium()) as browser:
        yield browser


@pytest.fixture(scope="session")
def tabs_with(
    browser: Browser, chromium: Callable[..., Browser], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Tabs]]:
    """Give the tabs of a browser that has a set of text fonts only, or all fonts for no name."""
    with ExitStack() as started:

        @cache
        def start(fonts: str) -> Tabs:
            if not fonts:
                return Tabs(browser)
            env = environment(fonts, tmp_path_factory.mktemp("fonts"))
            return Tabs(started.enter_context(closing(chromium(env=env))))

        yield start


@pytest.fixture
def tab(request: pytest.FixtureRequest, tabs_with: Callable[[str], Tabs]) -> Iterator[Borrow]:
    """Borrow a tab for a test: its fonts, the site, and options of a context."""
    failures = request.session.testsfailed
    borrowed: list[tuple[Tabs, Watched]] = []

    def borrow(*, fonts: str = "", site: str = "localhost", **options: Any) -> Watched:
        tabs = tabs_with(fonts)
        borrowed.append((tabs, tabs.borrow(site, **options)))
        return borrowed[-1][1]

    yield borrow
    for tabs, watched in borrowed:
        tabs.give_back(watched, is_well=request.session.testsfailed == failures)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    return Once(tmp_path_factory)


@pytest.fixture(scope="session")
def course(once: Once) -> Iterator[str]:
    """Yield where the course is, whose server answers pages of other origins as well."""
    any_origin = "--allow-websocket-origin", "*"
    started = once.running("course", lambda: serve(str(APPS), *any_origin))
    yield from (f"{host}/apps" for host in started)


@pytest.fixture(scope="session")
def alone(once: Once) -> Iterator[str]:
    files = sorted(map(str, APPS.glob("*.py")))
    yield from once.running("alone", lambda: serve(*files, "--index", "main"))


@pytest.fixture(scope="session")
def folder(once: Once) -> Path:
    """All lessons, exported."""
    return once.made("static", export)


@pytest.fixture
def lecture(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Put HTML on a page of an instructor's own, at another origin; return its address."""

    def publish(origin: str, html: str) -> str:
        head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">'
        (tmp_path / "lecture.html").write_text(head + html, "utf-8")
        return f"{origin}/lecture.html"

    yield from (partial(publish, origin) for origin in serve_folder(tmp_path))


@pytest.fixture
def watched(tab: Borrow) -> Iterator[Watched]:
    """Open a page; at the end no error was logged and no foreign host was asked."""
    # Without motion a change is there at once; test_walk_live.py looks at what moves.
    found = tab(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield found
    found.check()


@pytest.fixture
def from_disk(tab: Borrow) -> Iterator[Watched]:
    """Open pages of a disk; at the end no error was logged, and nothing asked but for files."""
    found = tab(site="disk", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield found
    assert found.errors == []
    assert [url for url in found.requests if not re.match("file:|data:|blob:", url)] == []


@pytest.fixture
def opened(tab: Borrow, folder: Path) -> Iterator[Callable[..., Page]]:
    """Open exported lessons, each in a tab of one’s choice; none may have had an error."""
    pages: list[Watched] = []

    def open_lesson(key: str, query: str = "step=1", **context: Any) -> Page:
        pages.append(tab(site="disk", **context))
        return pages[-1].open(f"{(folder / f'{key}.html').as_uri()}?{query}")

    yield open_lesson
    for watched in pages:
        assert watched.errors == []
