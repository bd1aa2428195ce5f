"""The layout under three sets of text fonts: nothing is cut off, and formulas are the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from lesson_page import reveal, settled
from tabs import Borrow
from text_fonts import SETS
from views import VIEWS, View

from gaussians.lessons import LESSONS
from gaussians.page import render

WIDTHS = [320, 390, 768, 1280]
_FONTS = Path(render.__file__).parent / "fonts"
_LETTERS = "".join((_FONTS / f"{name}.txt").read_text("utf-8") for name in ("mathematics", "signs"))

SHIFT = """() => new Promise((resolve) => {
  let total = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) total += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(total), 300);
})"""

# Every piece of text beside the innermost box that it hangs out of; a long formula may scroll.
_CUT_OFF = """() => {
  const found = [];
  const within = (text, e, { left, right }) => {
    if (e.localName === "math" && e.scrollWidth > e.clientWidth) return false;
    const box = e.getBoundingClientRect();
    if (left < box.left - 1 || right > box.right + 1) {
      found.push(`${text.slice(0, 30)}: ${left}..${right} in ${e.outerHTML.slice(0, 60)}`);
      return false;
    }
    return true;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!parentElement.checkVisibility() || parentElement.closest(".unseen, script")) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const place of range.getClientRects()) {
      for (let e = parentElement; place.width > 0 && e; e = e.parentElement) {
        const isBox = !["inline", "contents"].includes(getComputedStyle(e).display);
        if (isBox && !within(data.trim(), e, place)) break;
      }
    }
  }
  const inputs = [...document.querySelectorAll("input[type=text]")];
  const narrow = inputs.filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth);
  return [...found, ...narrow.map((e) => e.outerHTML)];
}"""

_TOO_WIDE = """() => [...document.querySelectorAll("main *")].filter((e) =>
  e.checkVisibility() && !e.closest(".unseen, #figure, math, input")
  && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
  && getComputedStyle(e).display !== "inline").map((e) => e.outerHTML.slice(0, 80))"""

_NOT_SQUARE = """(squares) => Bokeh.documents.flatMap((one) => one.roots())
  .filter(({ name, inner_width }) => squares.includes(name) && inner_width > 0)
  .filter(({ inner_width, inner_height }) => Math.abs(inner_width - inner_height) > 1)
  .map(({ name, inner_width, inner_height }) => `${name}: ${inner_width} by ${inner_height}`)"""
_SHOWN = """() => Bokeh.documents.flatMap((one) => one.roots())
  .some((root) => root.inner_width > 0)"""


_BROKEN_WORDS = """() => [...document.querySelectorAll(".further a")].flatMap((name) =>
  [...name.lastChild.data.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
    const [range, text] = [document.createRange(), name.lastChild];
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return range.getClientRects().length > 1;
  }).map(([word]) => word))"""


class Opening(NamedTuple):
    """A view of a lesson to open, and others that are looked at without opening the lesson anew."""

    fonts: str
    query: str
    scheme: str
    width: int
    views: list[View]


def openings(place: int, key: str) -> Iterator[Opening]:
    """Give openings of a lesson: with each set of fonts, at the start and at both ends of sliders.

    Themes and widths come in turn, and all views are looked at.
    """
    views = [view for view in VIEWS.values() if view.key == key]
    for i, fonts in enumerate(SETS):
        some = views[i :: len(SETS)] or [views[i % len(views)]]
        query = (some[0].query, f"{some[0].at(0)}&embed=1", some[0].at(1))[(2 * place + i) % 3]
        yield Opening(fonts, query, ("light", "dark")[i % 2], WIDTHS[(place + i) % 4], some)


OPENINGS = {
    f"{opening.fonts} {key}": (key, opening)
    for place, key in enumerate(LESSONS)
    for opening in openings(place, key)
}

# Whether a view is chosen by its control, seen or not.
_CHOOSE = """(choices) => Object.entries(choices).map(([key, value]) => {
  const all = [...document.querySelectorAll(`input[type=radio][data-key=${key}]`)];
  all.find((one) => one.value === value).click();
})"""
# All that is amiss, once a window has a new size.
_AMISS = f"""(squares) => new Promise((done) => requestAnimationFrame(() => setTimeout(() => {{
  const {{ scrollWidth }} = document.documentElement;
  done([
    ...(scrollWidth > innerWidth ? [`${{scrollWidth}} wide`] : []),
    ...({_SHOWN})() ? [] : ["nothing is drawn"],
    ...[{_CUT_OFF}, {_TOO_WIDE}, {_BROKEN_WORDS}, {_NOT_SQUARE}].flatMap((find) => find(squares)),
  ]);
}}, 30)))"""


@pytest.mark.parametrize(("key", "opening"), OPENINGS.values(), ids=OPENINGS)
def test_nothing_is_cut_off_and_nothing_shifts(
    tab: Borrow, folder: Path, key: str, opening: Opening
) -> None:
    """Exported pages, which open in less than half the time; below are served ones."""
    fonts, query, scheme, width, views = opening
    window = {"width": width, "height": 900}
    watched = tab(fonts=fonts, site="disk", viewport=window, color_scheme=scheme)
    page = watched.open(f"{(folder / f'{key}.html').as_uri()}?{query.partition('&')[2]}")
    assert page.evaluate(SHIFT) < 0.01
    squares = [name for name, plane in LESSONS[key].planes.items() if plane.height == 1]
    for view in views:
        page.evaluate(_CHOOSE, view.choices)
        settled(page)
        reveal(page)
        for present in WIDTHS:
            page.set_viewport_size({"width": present, "height": 900})
            assert page.evaluate(_AMISS, squares) == [], f"{view.choices}, {present} wide"
        used = {letter for letter in page.evaluate("document.body.innerText") if letter > "~"}
        assert used - set(_LETTERS) - set("\u00a0\u2007") == set()
    page.set_viewport_size({"width": min(WIDTHS), "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '24px'")
    page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")
    assert watched.errors == []


@pytest.mark.parametrize(
    ("query", "width"),
    [
        ("lesson=reparameterization&embed=1", 320),
        ("lesson=conditioning&view=proof", 768),
        ("lesson=conditioning&view=proof", 1280),
    ],
)
def test_nothing_shifts_on_a_slow_line_either(
    tab: Borrow, course: str, query: str, width: int
) -> None:
    watched = tab(viewport={"width": width, "height": 900})
    line = {"latency": 20, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
    network = watched.page.context.new_cdp_session(watched.page)
    network.send("Network.clearBrowserCache")
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", {"offline": False, **line})
    page = watched.open(f"{course}?{query}")
    assert page.evaluate(SHIFT) < 0.001
    network.detach()


# Places and sizes within every formula, and widths of signs, as a figure draws them too.
_FORMULAS = """() => {
  const sizes = [...document.querySelectorAll("#equation math")].map((formula) => {
    const start = formula.getBoundingClientRect();
    return [...formula.querySelectorAll("*")].map((e) => {
      const { x, y, width, height } = e.getBoundingClientRect();
      return [e.localName, ...[x - start.x, y - start.y, width, height].map(Math.round)];
    });
  });
  const context = document.createElement("canvas").getContext("2d");
  context.font = `15px ${getComputedStyle(document.body).fontFamily}`;
  return [sizes, [..."⁻⁹₁‖▾↔"].map((sign) => context.measureText(sign).width)];
}"""


def test_formulas_and_signs_look_the_same_whatever_the_text_font(tab: Borrow, course: str) -> None:
    """No root vanishes, no T floats, no letter is a box: with none of the sets."""
    found = []
    for fonts in SETS:
        page = tab(fonts=fonts).open(f"{course}?lesson=conditioning")
        assert page.evaluate("[...document.fonts].map(({ status }) => status)") == ["loaded"] * 2
        found.append(page.evaluate(_FORMULAS))
    assert found == found[:1] * len(SETS)


# Formulas whose letters go elsewhere once they are laid out again: they had boxes of another font.
_MOVED = """() => [...document.querySelectorAll("math")].filter((math) => {
  const parts = [...math.querySelectorAll("*")];
  const heights = () => parts.map((e) => e.getBoundingClientRect().height);
  const before = heights();
  math.style.display = "none";
  math.getBoundingClientRect();
  math.style.display = "";
  const after = heights();
  return before.some((height, i) => Math.abs(height - after[i]) > 0.5);
}).map(({ textContent }) => textContent)"""


# Heights of what a bracket or a root holds, beside its own; one in sight.
_HELD = """([inside, around]) =>
  [...document.querySelectorAll(`#equation ${inside}`)].filter((e) => e.checkVisibility())
    .map((e) => [e, e[around]].map((part) => part.getBoundingClientRect().height))"""


def test_brackets_and_roots_are_as_high_as_what_they_hold(tab: Borrow, course: str) -> None:
    watched = tab()
    for query, inside, around in (
        ("?lesson=reparameterization", "mtable", "previousElementSibling"),
        ("?lesson=reparameterization", "mtable", "nextElementSibling"),
        ("?lesson=conditioning", "msqrt > *", "parentElement"),
    ):
        page = watched.open(course + query)
        found = page.evaluate(_HELD, [inside, around])
        assert found
        for inner, outer in found:
            assert outer >= 0.9 * inner
        assert page.evaluate(_MOVED) == [], query


def test_a_formula_that_is_too_long_is_scrolled_in_its_own_box(tab: Borrow, course: str) -> None:
    narrow = tab(viewport={"width": 320, "height": 900})
    page = narrow.open(f"{course}?lesson=reparameterization")
    hidden = page.evaluate(
        """() => ["#equation", "#proofs p", "dt", ".lead", "#story p"].map((place) => {
          const formula = "<math><mi>x</mi><mo>=</mo><mn>" + "1".repeat(80) + "</mn></math>";
          const home = document.querySelector(place);
          home.insertAdjacentHTML("beforeend", formula);
          return home.lastElementChild.scrollWidth - home.lastElementChild.clientWidth;
        })"""
    )
    assert min(hidden) > 0
    assert page.evaluate(_CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
