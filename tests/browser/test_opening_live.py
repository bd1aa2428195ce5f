"""A page is written as its script leaves it: whatever its address asks for, nothing changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser
from tabs import Borrow
from views import VIEWS

from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS
from gaussians.lessons.cover.lesson import Cover
from gaussians.page.address import FRONT_KEYS, SERVED_KEYS
from gaussians.page.course import course_of
from gaussians.page.front import front
from gaussians.page.render import render
from gaussians.page.scripts import first_script, lesson_script, page_script, within_html

COURSE = course_of(LESSONS, home="?", link="?lesson={}")

# Opens pages in frames, and tells where what is there differs from what was written.
_CHANGED = """(pages) => {
  const left = "script, template, #unscripted, #description"; // nobody sees the description
  const classes = (e) => [...e.classList]
    .filter((name) => !["symbol", "movable", "read", "unset"].includes(name)).sort().join(" ");
  const line = (e) => {
    const own = [...e.attributes].map(({ name, value }) => [name, value])
      .map(([name, value]) => [name, name === "class" ? classes(e) : value.replace(/;$/, "")])
      .filter((pair) => !["class,", "display,inline"].includes(String(pair)));
    const text = [...e.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ data }) => data.trim()).join(" ").trim();
    return JSON.stringify([e.localName, own.sort(), text, e.value, e.checked]);
  };
  const lines = (root) => [...root.querySelectorAll("html, body *")]
    .filter((e) => !e.closest(left)).map(line);
  const compare = (before, after) => {
    const [old, present] = [new Set(before), new Set(after)];
    const news = after.filter((one) => !old.has(one));
    const gone = before.filter((one) => !present.has(one));
    if (news.length + gone.length) return [...news, "in place of", ...gone];
    return after.some((one, i) => one !== before[i]) ? ["another order"] : [];
  };
  return Promise.all(pages.map((html) => new Promise((done) => {
    const frame = Object.assign(document.createElement("iframe"), { srcdoc: html });
    frame.onload = () => {
      const found = lines(frame.contentDocument);
      frame.remove();
      done(compare(lines(new DOMParser().parseFromString(html, "text/html")), found));
    };
    document.body.append(frame);
  })));
}"""


def scripts(lesson: type[Lesson]) -> dict[str, Any]:
    """Return the scripts of a page, within it."""
    inline = [within_html(text) for text in (lesson_script(lesson), page_script())]
    return {"first": Markup(first_script()), "inline": inline}


def written(key: str, query: dict[str, str]) -> str:
    """Return the page that a server answers with."""
    asked = {name: [value] for name, value in query.items()}
    lesson = LESSONS[key]
    return render(lesson(), asked, scripts(lesson), course=COURSE, keys=SERVED_KEYS)


def queries(key: str) -> Iterator[dict[str, str]]:
    """Ask for every other step and every view; in some of them parameters are locked."""
    lesson = LESSONS[key]
    names, steps = lesson.names(), lesson.words().steps
    for step in range([*LESSONS].index(key) % 2, len(steps) + 1, 2):
        locked = {"hide": ",".join(names[step // 3 :: 3])} if step % 3 == 1 else {}
        yield {"step": str(step), **locked}
    for i, view in enumerate(view for view in VIEWS.values() if view.key == key):
        yield view.choices | ({"step": "2"} if i % 2 else {})
    yield {"hide": ",".join(lesson.choices()), "embed": "1", "steps": "0", "c": "-1.005"}
    yield {"step": "1"} | dict.fromkeys(names, "nonsense")


@pytest.mark.parametrize("key", LESSONS)
def test_the_script_finds_everything_as_it_would_make_it(browser: Browser, key: str) -> None:
    page = browser.new_page()
    asked = [*queries(key)]
    found = page.evaluate(_CHANGED, [written(key, query) for query in asked])
    page.close()
    differ = {str(query): each for query, each in zip(asked, found, strict=True) if each}
    assert differ == {}


def test_so_is_the_front_page_and_a_file(browser: Browser, folder: Path) -> None:
    file = (folder / "affine.html").read_text("utf-8")
    for name in ("affine", "page"):
        source = (folder / f"{name}.js").read_text("utf-8")
        file = file.replace(f'<script src="{name}.js">', f"<script>{source}")
    page = browser.new_page()
    assert page.evaluate(_CHANGED, [front(COURSE, {}, FRONT_KEYS, scripts(Cover)), file]) == [
        [],
        [],
    ]
    page.close()


def test_a_file_waits_only_where_its_address_asks_for_something_else(
    tab: Borrow, folder: Path
) -> None:
    page = tab(site="disk").page
    page.route("**/page.js", lambda _: None)  # it is on its way
    seen = "getComputedStyle(document.querySelector('.sketch')).visibility"
    for query, expected in (("", "visible"), ("?step=3", "hidden")):
        page.goto((folder / "affine.html").as_uri() + query, wait_until="commit")
        page.wait_for_selector("#story", state="attached")
        page.wait_for_function(f"() => document.querySelector('html.read') || '{query}'")
        assert page.evaluate(seen) == expected
