"""The README's ways to put a lesson into a page, taken from it as they are printed, and tried."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Frame, FrameLocator, Page, expect
from served import Watched
from tabs import Borrow

from gaussians.page.static import export

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
HOST = "http://localhost:5006"

Publish = Callable[[str], str]
Scheme = Literal["light", "dark"]

# --r-background-color of reveal.js 6.0.2 from npm: dist/theme/black.css and white.css. Both leave
# the page's colour scheme at what it is without a word, light.
SLIDES: dict[Scheme, str] = {"dark": "#191919", "light": "#ffffff"}

# Contrast of every text of a page to what is behind it, down to the ground of the slide.
_CONTRASTS = """(slide) => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const over = ([r, g, b, a = 1], under) => [r, g, b].map((v, i) => a * v + (1 - a) * under[i]);
  const hex = (color) => [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
  const behind = (element) => element === null ? hex(slide)
    : over(channels(getComputedStyle(element).backgroundColor), behind(element.parentElement));
  const luminance = (color) => color.map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (...colors) => {
    const [dark, light] = colors.map(luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const elements = [...document.querySelectorAll("input[type=text]")];
  while (texts.nextNode()) if (texts.currentNode.data.trim()) elements.push(texts.currentNode.parentElement);
  const found = elements.filter((element) => element.checkVisibility() && element.tagName !== "SCRIPT")
    .map((element) => [contrast(channels(getComputedStyle(element).color), behind(element)), element.outerHTML.slice(0, 80)]);
  for (const plot of Bokeh.documents.flatMap((one) => one.roots())) {
    if (!plot.renderers) continue;
    const colors = plot.renderers.filter(({ glyph }) => glyph.type === "Text").flatMap(({ glyph }) => {
      const label = over([...hex(glyph.background_fill_color.value), glyph.background_fill_alpha.value], hex(slide));
      return [[hex(glyph.text_color.value), label], [hex(glyph.text_color.value), hex(slide)]];
    });
    for (const axis of [...plot.left, ...plot.below]) colors.push([hex(axis.major_label_text_color), hex(slide)]);
    found.push(...colors.map((pair) => [contrast(...pair), `text of ${plot.name}`]));
  }
  return found;
}"""  # noqa: E501


@pytest.fixture
def host(course: str) -> str:
    return course.removesuffix("/apps")


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
    host: str, watched: Watched, lecture: Publish, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "lessons").symlink_to(folder)  # beside the lecture's page
    page = watched.page
    page.goto(lecture(example("html", "<script>", host) + example("html", "loading=", host)))
    frame = page.frame_locator("iframe")
    press_a_key(page, frame, "height")
    expect(frame.locator("#description")).to_contain_text("173.0 centimeters")
    expect_whole(page, lesson_frame(page))


@pytest.mark.parametrize("single_file", [False, True])
def test_a_sandboxed_frame_of_an_exported_lesson_works_and_does_not_claim_to_have_saved(
    host: str, tab: Borrow, lecture: Publish, tmp_path: Path, single_file: bool
) -> None:
    export(tmp_path / "lessons", ["conditioning"], single_file=single_file)
    assert '(`sandbox="allow-scripts"`, in which exported lessons work as well)' in README
    html = example("html", "<script>", host) + example("html", "loading=", host)
    page = tab().page  # not checked: that the download is refused is logged
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(lecture(html.replace("<iframe", '<iframe sandbox="allow-scripts"')))
    frame = page.frame_locator("iframe")
    press_a_key(page, frame, "height")
    expect(frame.locator("#description")).to_contain_text("173.0 centimeters")
    assert lesson_frame(page).evaluate("window.origin") == "null"
    expect_whole(page, lesson_frame(page))
    frame.locator("#share summary").click()
    button = frame.get_by_role("button", name="Download points")
    button.click()
    expect(frame.get_by_text("If no file was saved, this frame may not save any.")).to_be_visible()
    expect(button).to_have_text("Download points")
    assert errors == []
    page.goto(lecture(html))
    frame.locator("#figure.ready").wait_for()
    frame.locator("#share summary").click()
    with page.expect_download():
        frame.get_by_role("button", name="Download points").click()
    expect(frame.get_by_role("button", name="Saved")).to_be_visible()


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("theme", SLIDES)
def test_a_lesson_on_a_slide_can_be_read_and_lets_the_slide_through(
    host: str,
    tab: Borrow,
    lecture: Publish,
    folder: Path,
    tmp_path: Path,
    theme: Scheme,
    system: Scheme,
) -> None:
    (tmp_path / "lessons").symlink_to(folder)
    slide = example("html", "color-scheme", host).replace("dark", theme)
    lessons = "affine.html?", "reparameterization.html?point=3&", "conditioning.html?"
    frames = "".join(slide.replace("affine.html?", lesson) for lesson in lessons)
    watched = tab(color_scheme=system)
    page = watched.page
    page.goto(lecture(f'<body style="background: {SLIDES[theme]}">{frames}'))
    for frame in page.frames[1:]:
        frame.wait_for_selector("#figure.ready")
        contrasts = frame.evaluate(_CONTRASTS, SLIDES[theme])
        assert len(contrasts) > 60
        assert [found for found in contrasts if found[0] < 4.5] == []
    seen = np.array(Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB"))
    for iframe in page.locator("iframe").all():
        box = iframe.bounding_box()
        assert box
        margin = seen[int(box["y"] + 300), int(box["x"] + 4)]
        assert "#" + margin.tobytes().hex() == SLIDES[theme]
    watched.check()


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
    page.evaluate(message, "self")  # no frame
    stranger_frame = page.frames[-1]
    assert stranger_frame.url == "about:srcdoc"
    stranger_frame.evaluate(message, "parent")  # another frame
    assert height(page) == before
    assert page.locator("iframe").nth(1).get_attribute("height") == "123"
    lesson.evaluate(message, "parent")  # the right frame
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
    assert urlsplit(page.url).query == urlsplit(link).query + "&step=0"
    expect(page.locator("#notice")).to_be_hidden()
