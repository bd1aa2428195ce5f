"""Lessons as files: any web server can hold them, and they open from a disk as well.

The recorded scene draws the picture, so nothing of it is sent but the axes: no Python is needed.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import bokeh
from bokeh.document import Document
from markupsafe import Markup

from gaussians.kit.check import check
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Labels
from gaussians.lessons import LESSONS
from gaussians.page.address import STATIC_KEYS, read_address
from gaussians.page.files import write
from gaussians.page.render import contents, page_variables, script, template
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
        What was written, the page with the list of lessons first.

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
    links = {lesson.key: f"{lesson.key}.html" for lesson in lessons}
    files = {"index.html": contents(lessons, links)}
    for lesson in lessons:
        files[f"{lesson.key}.html"] = _page(
            lesson(), {}, contents=lessons, links=links, is_single=single_file
        )
        if not single_file:
            files |= _scripts(lesson) | {_BOKEH: _bokeh()}
    return write(Path(folder), files)


def document(lesson: type[Lesson], state: Mapping[str, float | str]) -> str:
    """Return a lesson in a state, to be embedded, as one text that needs no other."""
    query = {"embed": ["1"]} | {key: [str(value)] for key, value in state.items()}
    return _page(check(lesson)(), query, contents=(), links={}, is_single=True)


def _page(
    lesson: Lesson,
    query: Mapping[str, list[str]],
    *,
    contents: Sequence[type[Lesson]],
    links: Mapping[str, str],
    is_single: bool,
) -> str:
    scripts = _scripts(type(lesson))
    if is_single:
        where = {
            "inline": map(_within_html, scripts.values()),
            "bokeh_text": _within_html(_bokeh()),
        }
    else:
        where = {"sources": list(scripts), "bokeh_source": _BOKEH}
    asked = read_address(lesson, query, STATIC_KEYS)
    return template().render(
        page_variables(
            lesson,
            lesson.scene(),
            contents=contents,
            links=links,
            keys=STATIC_KEYS,
            asked=asked,
        ),
        roots={name: {"elementid": f"plane-{name}", "id": name} for name in lesson.planes},
        static=True,
        **where,
    )


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
