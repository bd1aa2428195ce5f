"""The scripts of a page: that of every page, a lesson's own, and BokehJS."""

import json
import logging
from functools import cache
from pathlib import Path
from typing import Any

import bokeh
from bokeh.document import Document
from markupsafe import Markup

from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Labels
from gaussians.page.modules import join
from gaussians.record import CannotRecordError, record
from gaussians.stage.figure import build

_HERE = Path(__file__).parent
_log = logging.getLogger(__name__)


@cache
def page_script() -> str:
    """Return the script of every page: its modules, in a scope of their own."""
    return f'"use strict";\n(() => {{\n{join(_HERE / "script/start.js")}}})();\n'


@cache
def first_script() -> str:
    """Return the script that shows a page as soon as it may be read."""
    return f"{{\n{join(_HERE / 'script/first.js')}}}\n"


@cache
def bokeh_script() -> str:
    """Return all that a figure needs of BokehJS."""
    return (Path(bokeh.__file__).parent / "server/static/js/bokeh.min.js").read_text("utf-8")


@cache
def lesson_script(lesson: type[Lesson]) -> str:
    """Return a lesson's recorded scene, and its planes without points, which the scene brings.

    Raises
    ------
    CannotRecordError
        If the scene cannot be recorded.
    """
    return f"window.recordedScene = {record(lesson)};\n{planes_script(lesson)}"


@cache
def planes_script(lesson: type[Lesson]) -> str:
    """Return a lesson's planes only, for a page whose scenes a server computes."""
    return f"window.axes = {json.dumps(_axes(lesson, lesson().scene()))};\n"


@cache
def is_recorded(lesson: type[Lesson]) -> bool:
    """Tell whether a lesson's scene can be recorded; if not, the log has a warning."""
    try:
        lesson_script(lesson)
    except CannotRecordError as error:
        _log.warning("%s is computed by the server at each change: %s", lesson.key, error)
        return False
    return True


def within_html(javascript: str) -> Markup:
    """Mark a script as safe to stand in a page: no text in it can end its element."""
    return Markup(javascript.replace("</script", "<\\/script").replace("<!--", "<\\!--"))


def _axes(lesson: type[Lesson], scene: Scene) -> dict[str, Any]:
    """Build the planes, each in a document."""
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
