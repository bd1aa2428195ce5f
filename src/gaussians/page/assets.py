"""The files that served pages share, named by their content: browsers keep them for good."""

import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from gaussians.page.course import with_pages
from gaussians.page.packed import Packed, pack
from gaussians.page.scripts import bokeh_script, lesson_script, page_script, planes_script

PAGE, BOKEH = "page.js", "bokeh.js"
_NAME = re.compile(r"([\w.]+)\.[0-9a-f]{16}\.js")


@dataclass(frozen=True)
class Asset(Packed):
    """A script to send."""

    name: str


_made: dict[str, Asset] = {}  # by name


def name_of(script: str) -> str:
    """Return under which name a script is sent."""
    return _asset(script).name


def made(name: str) -> Asset | None:
    """Return a file if it is there already."""
    return _made.get(name)


def asset(name: str) -> Asset | None:
    """Return what has a name; nothing if there is no such file, or only one of other content.

    Every process makes the same, whether or not it has sent the page that asks for it.
    """
    found = _NAME.fullmatch(name)
    script = f"{found[1]}.js" if found else ""
    kept = _asset(script) if script in {PAGE, BOKEH, *_lessons()} else None
    return kept if kept and kept.name == name else None


@cache
def _lessons() -> set[str]:
    """Return the names of the lessons' scripts."""
    kinds = ("", ".planes")
    return {f"{lesson.key}{kind}.js" for lesson in with_pages() for kind in kinds}


@cache
def _asset(script: str) -> Asset:
    text = _text(script)
    name = f"{script.removesuffix('.js')}.{sha256(text.encode()).hexdigest()[:16]}.js"
    return _made.setdefault(name, Asset(pack(text), name))


def _text(script: str) -> str:
    if script == PAGE:
        return page_script()
    if script == BOKEH:
        return bokeh_script()
    key, *kind = script.removesuffix(".js").split(".")
    (lesson,) = (lesson for lesson in with_pages() if lesson.key == key)
    return planes_script(lesson) if kind else lesson_script(lesson)
