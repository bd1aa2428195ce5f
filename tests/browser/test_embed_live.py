"""The README's ways to put a lesson into a page, taken from it as they are printed, and tried."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Frame, FrameLocator, Page, expect
from served import APPS, Watched, serve

from gaussians.page.static import export

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
HOST = "http://localhost:5006"

Publish = Callable[[str], str]


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """Yield where a server is that answers pages of other origins as well."""
    yield from serve(str(APPS), "--allow-websocket-origin", "*")


def example(language: str, word: str, host: str) -> str:
    """Return the README's code block that has a word in it, with the test's host."""
    blocks = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    (found,) = (block for block in blocks if word in block)
    return str(found).replace(HOST, host)


def press_a_key(page: Page, frame: FrameLocator, key: str) -> None:
    frame.locator("#figure.ready").wait_for()
    frame.locator(f"#{key}").focus()
    page.keyboard.press("ArrowRight")


def height(page: Page) -> float:
    box = page.locator("iframe").first.bounding_box()
    assert box
    return box["height"]


def expect_whole(page: Page, frame: Frame) -> None:
    """Wait until a frame is as high as what is in it, and nothing in it scrolls."""
    frame.wait_for_function(
        """() => Math.abs(innerHeight - document.documentElement.offsetHeight) <= 1
          && document.documentElement.scrollHeight <= innerHeight"""
    )
    assert height(page) > 500


def lesson_frame(page: Page) -> Frame:
    (found,) = (frame for frame in page.frames if "embed=1" in frame.url)
    return found


def test_a_frame_is_alive(host: str, watched: Watched, lecture: Publish) -> None:
    page = watched.page
    page.goto(lecture(example("html", "apps?lesson=", host)))
    frame = page.frame_locator("iframe")
    press_a_key(page, frame, "rho")
    expect(frame.locator("#description")).to_contain_text("correlation is 0.81")
    assert height(page) == 1500


def test_a_frame_is_as_high_as_its_lesson_at_every_width(
    host: str, watched: Watched, lecture: Publish
) -> None:
    page = watched.page
    page.goto(lecture(example("html", "<script>", host) + example("html", "apps?lesson=", host)))
    page.frame_locator("iframe").locator("#figure.ready").wait_for()
    frame = lesson_frame(page)
    heights = []
    for width in (1280, 700, 390):
        page.set_viewport_size({"width": width, "height": 600})
        expect_whole(page, frame)
        heights.append(height(page))
    assert heights == sorted(heights)
    assert heights[-1] > heights[0] + 300


def test_a_frame_of_an_exported_lesson_is_alive_and_as_high_as_it_needs_to_be(
    host: str, watched: Watched, lecture: Publish, tmp_path: Path
) -> None:
    export(tmp_path / "lessons")  # beside the lecture's page
    script = example("html", "<script>", host).replace(f'"{host}"', "location.origin")
    page = watched.page
    page.goto(lecture(script + example("html", "loading=", host)))
    frame = page.frame_locator("iframe")
    press_a_key(page, frame, "height")
    expect(frame.locator("#description")).to_contain_text("172.5 centimeters")
    expect_whole(page, lesson_frame(page))


def test_only_the_lessons_own_frame_sets_its_height(
    host: str, watched: Watched, lecture: Publish
) -> None:
    page = watched.page
    stranger = '<iframe srcdoc="<p>stranger</p>" height="123"></iframe>'
    html = example("html", "<script>", host) + example("html", "apps?lesson=", host) + stranger
    page.goto(lecture(html))
    page.frame_locator("iframe").first.locator("#figure.ready").wait_for()
    lesson = lesson_frame(page)
    expect_whole(page, lesson)
    before = height(page)
    message = """(target) => new Promise((done) => {
      (target === "self" ? window : parent).postMessage({ gaussians: "height", height: 777 }, "*");
      setTimeout(done, 200);
    })"""
    page.evaluate(message, "self")  # a wrong origin, and no frame
    stranger_frame = page.frames[-1]
    assert stranger_frame.url == "about:srcdoc"
    stranger_frame.evaluate(message, "parent")  # a frame with a wrong origin
    assert height(page) == before
    assert page.locator("iframe").nth(1).get_attribute("height") == "123"
    lesson.evaluate(message, "parent")  # the right origin and the right frame
    assert height(page) == 777
    assert page.locator("iframe").nth(1).get_attribute("height") == "123"


def test_a_page_made_by_python_has_the_lesson(
    host: str, watched: Watched, lecture: Publish
) -> None:
    names: dict[str, str] = {}
    exec(example("python", "server_document", host), names)
    page = watched.page
    page.goto(lecture(f"<h1>Before</h1>{names['script']}<p>After</p>"))
    frame = page.frame_locator("iframe")
    press_a_key(page, frame, "a12")
    expect(frame.locator("#description")).to_contain_text("(1.05, 1.10)")
    expect(frame.locator("h1")).to_have_count(0)
    expect_whole(page, lesson_frame(page))
    box, after = page.locator("iframe").bounding_box(), page.get_by_text("After").bounding_box()
    assert box
    assert after
    assert box["width"] > 1200
    assert after["y"] >= box["y"] + box["height"]
    page.set_viewport_size({"width": 390, "height": 600})
    expect_whole(page, lesson_frame(page))
    lesson_frame(page).evaluate("parent.postMessage({ gaussians: 'other', height: 7 }, '*')")
    page.evaluate("postMessage({ gaussians: 'height', height: 7 }, '*')")
    page.wait_for_timeout(200)
    assert height(page) > 500


def test_a_link_hides_what_it_says(host: str, watched: Watched) -> None:
    link = example("text", "hide=", host).strip()
    page = watched.open(link)
    expect(page.locator("[data-key=n], [data-key=seed]")).to_have_count(0)
    expect(page.locator("#description")).to_contain_text("where x₂ is -1".replace("-", "−"))
    assert urlsplit(page.url).query == urlsplit(link).query
    expect(page.locator("#notice")).to_be_hidden()
