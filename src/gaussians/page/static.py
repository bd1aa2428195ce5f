"""Lessons as files: any web server can hold them, and they open from a disk as well.

The recorded scene draws the picture, so nothing of it is sent but the axes: no Python is needed.
"""

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

import bokeh
from bokeh.document import Document
from markupsafe import Markup

from gaussians.kit.check import check
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Labels
from gaussians.lessons import LESSONS
from gaussians.lessons.cover.lesson import Cover
from gaussians.page.address import FRONT_KEYS, STATIC_KEYS, read_address
from gaussians.page.course import Course, course_of
from gaussians.page.files import write
from gaussians.page.portrait import portrait
from gaussians.page.render import (
    first_script,
    page_variables,
    script,
    served_bokeh,
    template,
)
from gaussians.record import record
from gaussians.stage.figure import build

_BOKEH = "bokeh.min.js"


def export(
    folder: str | Path, keys: Iterable[str] = (), *, single_file: bool = False
) -> list[Path]:
    """Write lessons as web pages that need no server.

    Parameters
    ----------
    folder
        Where to; it is made if it is not there. In it only what an export wrote is overwritten.
    keys
        Names of lessons; all if there are none.
    single_file
        Put everything that a lesson needs into its one file. Otherwise lessons share scripts, and
        run under the content security policy ``script-src 'self'``.

    Returns
    -------
    list of Path
        What was written, the front page first.

    Raises
    ------
    ValueError
        If there is no such lesson, or the folder holds somebody else's file of such a name.
    OSError
        If the files cannot be written; then none of them is.
    CannotRecordError
        If a lesson's scene cannot be recorded, so that it needs a server.
    """
    if not os.fspath(folder):
        raise ValueError("`folder` must have a name, got ''; the present folder is '.'")
    keys = list(keys) or list(LESSONS)
    if unknown := [key for key in keys if key not in LESSONS]:
        raise ValueError(f"there is no lesson {unknown[0]!r}; there are {', '.join(LESSONS)}")
    lessons = [check(LESSONS[key]) for key in keys]
    course = course_of(keys, home="index.html", link="{}.html")
    files = {"index.html": _front(course, {}, FRONT_KEYS, _scripts_of(Cover, single_file))}
    for lesson in lessons:
        scripts = _scripts_of(lesson, single_file)
        files[f"{lesson.key}.html"] = _page(lesson(), {}, scripts, course=course)
    if not single_file:
        for page in (Cover, *lessons):
            files |= _scripts(page)
        files |= {"first.js": first_script(), _BOKEH: _bokeh()}
    return write(Path(folder), files)


def document(lesson: type[Lesson], state: Mapping[str, float | str]) -> str:
    """Return a lesson in a state, to be embedded, as one text that needs no other."""
    query = {"embed": ["1"]} | {key: [str(value)] for key, value in state.items()}
    return _page(check(lesson)(), query, _scripts_of(lesson, is_single=True))


def served_front(course: Course, query: Mapping[str, list[str]]) -> str:
    """Return the front page for a server to answer with: what moves in it needs no session."""
    keys = FRONT_KEYS | {"lesson": tuple(LESSONS)}
    scripts = _scripts_of(Cover, is_single=True)
    del scripts["bokeh_text"]
    return _front(course, query, keys, scripts | {"bokeh_source": served_bokeh(), "answered": True})


def _front(
    course: Course,
    query: Mapping[str, list[str]],
    keys: Mapping[str, tuple[str, ...]],
    scripts: Mapping[str, Any],
) -> str:
    code = Template(Cover.words().python).substitute(Cover().state())
    portraits = {lesson.key: portrait(lesson) for lesson in course.lessons}
    more = {**scripts, "python": code, "portraits": portraits}
    return _page(Cover(), query, more, name="front.html", course=course, keys=keys)


def _page(
    lesson: Lesson,
    query: Mapping[str, list[str]],
    more: Mapping[str, Any],
    *,
    name: str = "template.html",
    course: Course | None = None,
    keys: Mapping[str, tuple[str, ...]] = STATIC_KEYS,
) -> str:
    """Fill in a template: `more` is what it asks for besides the lesson, its scripts above all."""
    asked = read_address(lesson, query, keys)
    return template(name).render(
        page_variables(lesson, lesson.scene(), course=course, keys=keys, asked=asked),
        roots={name: {"elementid": f"plane-{name}", "id": name} for name in lesson.planes},
        static=True,
        **more,
    )


def _scripts_of(lesson: type[Lesson], is_single: bool) -> dict[str, Any]:
    """Return what the template asks for: the scripts themselves, or where they are."""
    scripts = _scripts(lesson)
    if is_single:
        inline = [_within_html(text) for text in scripts.values()]
        return {"inline": inline, "bokeh_text": _within_html(_bokeh())}
    return {"sources": list(scripts), "bokeh_source": _BOKEH}


@cache
def _scripts(lesson: type[Lesson]) -> dict[str, str]:
    """Return the scripts of a lesson's page by name; the last one is that of every lesson."""
    axes = json.dumps(_axes(lesson, lesson().scene()))
    own = f"window.recordedScene = {record(lesson)};\nwindow.axes = {axes};\n"
    return {f"{lesson.key}.js": own, "page.js": script()}


def _axes(lesson: type[Lesson], scene: Scene) -> dict[str, Any]:
    """Build the planes, each in a document: without points, which the recorded scene will bring."""
    looks = lesson.marks()
    kept = {
        name: points if isinstance(looks[name], Labels) else points[:0]
        for name, points in scene.marks.items()
    }
    documents = {}
    for name, plane in lesson.planes.items():
        document = Document()
        document.config.notifications = None
        document.add_root(build(name, plane, kept))
        documents[name] = document.to_json(deferred=False)
        del documents[name]["defs"]  # of models that only a server's page has
    return documents


@cache
def _bokeh() -> str:
    return (Path(bokeh.__file__).parent / "server/static/js" / _BOKEH).read_text("utf-8")


def _within_html(javascript: str) -> Markup:
    """Mark a script as safe to stand in a page: no text in it can end its element."""
    return Markup(javascript.replace("</script", "<\\/script").replace("<!--", "<\\!--"))
