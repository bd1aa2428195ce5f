"""Links to a state, and the Share menu: what is copied and saved is what is shown."""

import csv
import re
from base64 import b64encode
from collections.abc import Callable
from html import unescape
from itertools import cycle
from pathlib import Path
from string import Template
from urllib.parse import urlencode
from xml.etree import ElementTree

import numpy as np
import pytest
from lesson_page import assert_drawn, drawn, settled, shown_state, slider
from playwright.sync_api import Locator, Page, expect
from served import Watched
from tabs import Borrow
from views import VARIED, View

from gaussians.kit.parts import Curve
from gaussians.lessons import LESSONS
from gaussians.stage.palette import DARK, LIGHT, PAGE_LIGHT

# A picture's grey levels, a letter each, reduced to a width; and the width that it has.
_LOOK = """async ([address, width]) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const height = Math.round(image.naturalHeight * width / image.naturalWidth);
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const letter = (_, i) => String.fromCharCode(data[4 * i + 1]);
  return [image.naturalWidth, Array.from({ length: width * height }, letter).join("")];
}"""


# What BokehJS has painted on the screen.
_SCREEN = """() => Bokeh.documents.flatMap((one) => one.roots()).flatMap((plot) => {
  const { primary, overlays } = Bokeh.index.find_one(plot).canvas_view;
  const seen = [primary, overlays].filter(({ canvas }) => canvas.checkVisibility());
  return seen.map(({ canvas }) => canvas.toDataURL());
})"""


def test_hidden_controls_are_gone_and_stay_gone(course: str, watched: Watched) -> None:
    page = watched.open(f"{course}?lesson=reparameterization&hide=rho,mu1,mu2,nonsense&sigma1=2")
    expect(page.locator("[data-key=rho], [data-key=mu1]")).to_have_count(0)
    expect(page.get_by_text("Place", exact=True)).to_have_count(0)
    expect(page.locator("#notice li")).to_have_text(
        "There is nothing called “nonsense” here; it was not used."
    )
    slider(page, "sigma1").focus()
    page.keyboard.press("ArrowRight")
    settled(page)
    assert (
        page.evaluate("location.search")
        == "?lesson=reparameterization&hide=rho,mu1,mu2,nonsense&sigma1=2.05"
    )
    assert shown_state(page)["sigma1"] == 2.05


def test_an_address_has_15_digits_and_leads_to_the_same_figure(
    course: str, watched: Watched
) -> None:
    page = watched.open(f"{course}?lesson=affine&a11=0.7&a21=0.2")
    page.get_by_role("button", name="Break it: snap").click()
    settled(page)
    found = drawn(page)
    address = page.evaluate("location.href")
    numbers = [part.split("=")[1] for part in address.split("&")[1:]]
    assert max(map(len, numbers)) == len("0.") + 15
    page = watched.open(address)
    for name, points in drawn(page).items():
        np.testing.assert_allclose(points, found[name], atol=1e-13, err_msg=name)


@pytest.fixture
def trusted(watched: Watched) -> Watched:
    """Return a page that may use the clipboard."""
    watched.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return watched


@pytest.fixture
def lesson(course: str, trusted: Watched) -> Page:
    return trusted.open(course + "?lesson=reparameterization&rho=0.5")


def share(page: Page, name: str) -> Locator:
    """Open the menu and press one of its buttons, by keyboard only."""
    page.locator("#share summary").focus()
    if not page.evaluate("document.getElementById('share').open"):
        page.keyboard.press("Enter")
    button = page.locator("#share").get_by_role("button", name=name)
    button.focus()
    page.keyboard.press("Enter")
    return button


def copied(page: Page, name: str) -> str:
    share(page, name)
    expect(page.locator("#share button", has_text="Copied")).to_have_count(1)
    expect(page.locator("#share [role=status]")).to_have_text("Copied")
    expect(page.locator("#share textarea")).to_be_hidden()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def saved(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        share(page, name)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_copied_link_leads_to_the_same_state(lesson: Page, watched: Watched) -> None:
    slider(lesson, "mu1").focus()
    lesson.keyboard.press("ArrowRight")
    link = copied(lesson, "Copy link")
    assert link.endswith("/apps?lesson=reparameterization&mu1=0.05&rho=0.5")
    watched.open(link)
    assert_drawn(lesson, mu1=0.05, rho=0.5)


def test_a_link_from_a_frame_is_to_the_whole_page_and_keeps_what_is_hidden(
    course: str, trusted: Watched
) -> None:
    page = trusted.open(course + "?embed=1&lesson=affine&hide=n")
    assert copied(page, "Copy link") == course + "?lesson=affine&hide=n&step=0"


def test_a_copied_frame_shows_the_same_state_and_theme(
    course: str, trusted: Watched, lecture: Callable[[str], str]
) -> None:
    page = trusted.open(course + "?lesson=reparameterization&rho=0.5&theme=dark")
    html = copied(page, "Copy iframe")
    assert re.fullmatch(
        r'<iframe src="http://localhost:\d+/apps\?lesson=reparameterization&amp;theme=dark'
        r'&amp;embed=1&amp;rho=0\.5" '
        r'title="The reparameterization trick" loading="lazy" allow="clipboard-write" '
        r'width="100%" height="\d{3,4}" '
        r'style="border: 0; color-scheme: dark"></iframe>',
        html,
    )
    page.goto(lecture(html))
    frame = page.frame_locator("iframe")
    expect(frame.locator("#description")).to_contain_text("correlation is 0.50")
    expect(frame.locator("h1")).to_have_count(0)


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("reparameterization", {"root": "turned", "turn": -30, "n": 200}),
        ("affine", {"a12": -1.25, "s1": 0}),
        ("conditioning", {"view": "women", "height": 180.5, "joint": "bent"}),
        ("conditioning", {"observed": "x2", "c": -2}),
    ],
)
def test_copied_python_is_the_lessons_code_in_the_present_state(
    course: str, trusted: Watched, key: str, state: dict[str, float | str]
) -> None:
    page = trusted.open(f"{course}?{urlencode({'lesson': key, **state})}")
    start = LESSONS[key](**state)
    values = {k: v if isinstance(v, str) else f"{v:.15g}" for k, v in start.state().items()}
    assert copied(page, "Copy Python") == Template(start.words().python).substitute(values)


def test_without_a_clipboard_there_is_a_text_to_copy_by_hand(course: str, watched: Watched) -> None:
    watched.run_first(
        "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"
    )
    page = watched.open(f"{course}?lesson=reparameterization")
    share(page, "Copy link")
    field = page.get_by_label("copy this by hand")
    expect(field).to_be_visible()
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString()") == page.url
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()


def assert_points_are_those_that_are_shown(page: Page, view: View) -> None:
    key = view.key
    name, content = saved(page, "Download points")
    assert name == f"gaussians-{key}.csv"
    rows = list(csv.reader(content.decode().splitlines()))
    assert rows[0] == ["mark", "x", "y"]
    expected = LESSONS[key](**view.choices).scene().marks
    shown = [mark for plane in view.planes for mark in LESSONS[key].planes[plane].marks]
    assert list(dict.fromkeys(mark for mark, _, _ in rows[1:])) == [
        mark for mark in shown if np.isfinite(expected[mark]).any()
    ]
    for mark in shown:
        places = [[x or "nan", y or "nan"] for found, x, y in rows[1:] if found == mark]
        points = np.array(places, dtype=float).reshape(-1, 2)
        seen = np.asarray(np.isfinite(expected[mark]).all(axis=1))
        if isinstance(LESSONS[key].marks()[mark], Curve) and seen.any():
            seen[:] = True  # its gaps are rows too
        np.testing.assert_allclose(points, expected[mark][seen], atol=1e-9, err_msg=mark)


def in_squares(greys: np.ndarray) -> np.ndarray:
    """Return what squares of 4 pixels are on average, in which edges of dots are gone."""
    high, wide = (length // 4 for length in greys.shape)
    squares = greys[: 4 * high, : 4 * wide].reshape(high, 4, wide, 4)
    return np.asarray(squares.mean(axis=(1, 3)))


SCREENS: list[tuple[int, float, str]] = [
    (390, 1, "light"), (1280, 1, "dark"), (390, 2.5, "dark"), (1280, 2.5, "light")
]  # fmt: skip


@pytest.mark.parametrize(("view", "screen"), [*zip(VARIED.values(), cycle(SCREENS))], ids=VARIED)
def test_what_is_saved_is_what_is_shown_and_pictures_are_for_slides(
    tab: Borrow, course: str, view: View, screen: tuple[int, float, str]
) -> None:
    width, ratio, theme = screen
    watched = tab(viewport={"width": width, "height": 900}, device_scale_factor=ratio)
    page = watched.open(f"{course}?{view.query}&theme={theme}")
    before = page.evaluate(_SCREEN)
    assert len(before) >= 2
    assert_points_are_those_that_are_shown(page, view)
    key = view.key
    looks = []
    for kind, mime in (("png", "image/png"), ("svg", "image/svg+xml")):
        name, content = saved(page, f"Download {kind.upper()}")
        assert name == f"gaussians-{key}.{kind}"
        address = f"data:{mime};base64,{b64encode(content).decode()}"
        natural, greys = page.evaluate(_LOOK, [address, 640])
        looks.append(np.array([*greys.encode("latin-1")]).reshape(-1, 640))
        assert natural >= 1920 or kind == "svg"
    png, svg = looks
    assert png.shape == svg.shape
    assert np.abs(in_squares(png) - in_squares(svg)).mean() < 1  # the same, but for edges
    assert png[0, 0] == svg[0, 0] == 255
    assert 0.012 < (png < 200).mean() < 0.3
    for plane in np.array_split(png, len(view.planes), axis=1):  # they are side by side
        assert (plane[len(plane) // 3 :] < 200).mean() > 0.002  # below the captions
    root = ElementTree.fromstring(content)
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"
    assert (root.findtext("{*}title") or "").startswith(LESSONS[key].words().title)
    texts = [text.text for text in root.findall(".//{*}text")]
    captions = LESSONS[key].words().captions
    for name in view.planes:
        parts = re.split("<[^>]*>", captions.get(name, ""))
        words = (unescape(part).strip() for part in parts)
        assert [word for word in words if word and " ".join(word.split()) not in texts] == []
        assert {*filter(None, LESSONS[key].planes[name].names)} <= {*texts}
    colors = re.findall("#[0-9a-f]{6}", content.decode().lower())
    planes = (LESSONS[key].planes[name] for name in view.planes)
    roles = {look.role for plane in planes for look in plane.marks.values()}
    assert {LIGHT[role] for role in roles} & {*colors}
    assert PAGE_LIGHT["quiet"] in colors
    assert {*colors}.isdisjoint(DARK.values())
    page.keyboard.press("Escape")
    page.wait_for_timeout(100)  # in which the figure on the screen would change, if it did
    assert page.evaluate(_SCREEN) == before
    assert page.locator("html").get_attribute("data-theme") == theme
    watched.check()


def test_a_picture_of_a_step_has_the_legend_of_what_it_draws(course: str, trusted: Watched) -> None:
    page = trusted.open(f"{course}?lesson=histogram&step=6")
    _, content = saved(page, "Download SVG")
    texts = [text.text for text in ElementTree.fromstring(content).findall(".//{*}text")]
    assert texts.count("as measured") == 2
    assert {"drawn", "the bell"} <= {*texts}
    assert {"women drawn", "this sample"}.isdisjoint(texts)
    assert len(set(re.findall(rb'<path [^>]*A 5 5[^>]*"', content))) == 2  # dots of the legend


def test_the_menu_closes_by_escape_and_by_a_press_elsewhere(lesson: Page) -> None:
    menu = lesson.locator("#share .menu")
    lesson.get_by_text("Share", exact=True).click()
    expect(menu).to_be_visible()
    lesson.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(lesson.locator("#share summary")).to_be_focused()
    lesson.keyboard.press("Enter")
    expect(menu).to_be_visible()
    lesson.locator("h1").click()
    expect(menu).to_be_hidden()


@pytest.mark.parametrize("query", ["?lesson=affine", "?embed=1", "?lesson=conditioning"])
def test_the_menu_fits_and_has_targets_for_fingers(tab: Borrow, course: str, query: str) -> None:
    phone = tab(viewport={"width": 1280, "height": 844}, has_touch=True, is_mobile=True)
    page = phone.open(course + query)
    page.locator("#share summary").tap()
    targets = page.locator("#share :is(button, summary)")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        boxes = [target.bounding_box() for target in targets.all()]
        assert len(boxes) == 7
        for box in boxes:
            assert box
            assert box["height"] >= 44
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
