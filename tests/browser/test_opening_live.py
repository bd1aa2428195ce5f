"""A page is written as its script leaves it: whatever its address asks for, the script changes nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from page_script import call
from playwright.sync_api import Browser, Page
from views import VIEWS

from gaussians.lessons import LESSONS
from gaussians.lessons.cover.lesson import Cover
from gaussians.page.address import SERVED_KEYS, read_address
from gaussians.page.course import course_of
from gaussians.page.render import page_variables, served_scripts, template

# Opens pages in frames, and tells where what is there differs from what was written.
_CHANGED = """(pages) => Promise.all(pages.map((html) => new Promise((done) => {
  const left = "script, template, #unscripted, #description"; // nobody sees the description
  const line = (e) => {
    const own = [...e.attributes].filter(({ name, value }) => value !== "inline" || name !== "display")
      .map(({ name, value }) => [name, name === "class" ? classes(e) : value]).filter(([, value]) => value !== null);
    const text = [...e.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ data }) => data.trim()).join(" ").trim();
    return JSON.stringify([e.localName, own.sort(), text, e.value, e.checked]);
  };
  const classes = (e) => {
    const names = [...e.classList].filter((name) => !["symbol", "movable", "read"].includes(name));
    return names.length ? names.sort().join(" ") : null;
  };
  const lines = (root) => [...root.querySelectorAll("html, body *")].filter((e) => !e.closest(left)).map(line);
  const frame = Object.assign(document.createElement("iframe"), { srcdoc: html });
  frame.onload = () => {
    const [before, after] = [new DOMParser().parseFromString(html, "text/html"), frame.contentDocument].map(lines);
    const [old, present] = [new Set(before), new Set(after)];
    const added = after.filter((one) => !old.has(one));
    const gone = before.filter((one) => !present.has(one));
    const first = after.findIndex((one, i) => one !== before[i]);
    frame.remove();
    done(first < 0 && before.length === after.length ? []
      : [`${before.length} and ${after.length} parts, ${first}`, ...added, "instead of", ...gone]);
  };
  document.body.append(frame);
})))"""


def written(key: str, query: dict[str, str]) -> str:
    """Return the page that a server answers with."""
    lesson = LESSONS[key]()
    asked = read_address(lesson, {name: [value] for name, value in query.items()}, SERVED_KEYS)
    variables = page_variables(
        lesson, lesson.scene(), course=course_of(LESSONS, home="?", link="?lesson={}"),
        keys=SERVED_KEYS, asked=asked,
    )  # fmt: skip
    scripts = served_scripts(type(lesson), in_browser=True)
    return template().render(variables, **scripts, roots=[], plot_script="")


def queries(key: str) -> Iterator[dict[str, str]]:
    """Ask for every step and every view; lock each parameter in some of them."""
    lesson = LESSONS[key]
    names, steps = lesson.names(), lesson.words().steps
    for step in range(len(steps) + 1):
        yield {"step": str(step)}
        yield {"step": str(step), "hide": ",".join(names[step :: len(steps)])}
    for view in VIEWS.values():
        if view.key == key:
            yield view.choices
            yield view.choices | {"hide": ",".join(view.choices), "embed": "1", "steps": "0"}
            yield view.choices | {"step": "2"}
    yield {"step": "1"} | {f"{name}": "nonsense" for name in names}


@pytest.mark.parametrize("key", LESSONS)
def test_the_script_finds_everything_as_it_would_make_it(browser: Browser, key: str) -> None:
    page = browser.new_page()
    asked = [*queries(key)]
    found = page.evaluate(_CHANGED, [written(key, query) for query in asked])
    page.close()
    assert {str(query): changes for query, changes in zip(asked, found, strict=True) if changes} == {}
