"""Lessons as a folder of files: any web server can hold it, and it opens from a disk as well.

The recorded scene draws the picture, so nothing of it is sent but the axes: no Python is needed.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import bokeh
from bokeh.document import Document
from markupsafe import Markup

from gaussians.lessons import LESSONS, Lesson
from gaussians.lessons.lesson import Scene
from gaussians.lessons.parts import Labels
from gaussians.page.address import STATIC_KEYS, Address
from gaussians.page.render import contents, page_variables, script, template
from gaussians.record import record
from gaussians.stage.figure import build

_BOKEH = "bokeh.min.js"


def export(folder: Path, keys: Iterable[str] = (), *, single_file: bool = False) -> list[Path]:
    """Write lessons as web pages that need no server.

    Parameters
    ----------
    folder
        Where to; it is made if it is not there.
    keys
        Names of lessons; all if there are none.
    single_file
        Put everything that a lesson needs into its one file. Otherwise lessons share scripts, and
        run under the content security policy ``script-src 'self'``.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    ValueError
        If there is no such lesson.
    CannotRecordError
        If a lesson's scene cannot be recorded, so that it needs a server.
    """
    keys = list(keys) or list(LESSONS)
    if unknown := [key for key in keys if key not in LESSONS]:
        raise ValueError(f"there is no lesson {unknown[0]!r}; there are {', '.join(LESSONS)}")
    lessons = [LESSONS[key] for key in keys]
    links = {lesson.key: f"{lesson.key}.html" for lesson in lessons}
    shared = {"page.js": script(), _BOKEH: _bokeh()}
    files = {"index.html": contents(lessons, links)}
    for lesson in lessons:
        start = lesson()
        scene = start.scene()
        scripts = {f"{lesson.key}.js": _own_script(lesson, scene)} | shared
        files[f"{lesson.key}.html"] = template().render(
            page_variables(
                start, scene, contents=lessons, links=links, keys=STATIC_KEYS, asked=Address()
            ),
            roots={name: {"elementid": f"plane-{name}", "id": name} for name in lesson.planes},
            static=True,
            sources=[] if single_file else scripts,
            inline=map(_within_html, scripts.values()) if single_file else [],
        )
        if not single_file:
            files |= scripts
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def _own_script(lesson: type[Lesson], scene: Scene) -> str:
    axes = json.dumps(_axes(lesson, scene))
    return f"window.recordedScene = {record(lesson)};\nwindow.axes = {axes};\n"


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


def _bokeh() -> str:
    return (Path(bokeh.__file__).parent / "server/static/js" / _BOKEH).read_text(encoding="utf-8")


def _within_html(javascript: str) -> Markup:
    """Mark a script as safe to stand in a page: no text in it can end its element."""
    return Markup(javascript.replace("</script", "<\\/script").replace("<!--", "<\\!--"))
