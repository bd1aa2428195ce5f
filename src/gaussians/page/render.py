"""A lesson as a web page: the template with the lesson's words, its controls and its start."""

import json
import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import bokeh
import param
from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup

from gaussians.lessons import Lesson
from gaussians.lessons.draws import MOST
from gaussians.lessons.lesson import Scene
from gaussians.lessons.parts import Slider
from gaussians.page.address import KEPT, without
from gaussians.page.portrait import portrait
from gaussians.record import CannotRecordError, record
from gaussians.record.recording import STILL
from gaussians.stage.figure import BORDER
from gaussians.stage.palette import DARK, LIGHT

_HERE = Path(__file__).parent
_log = logging.getLogger(__name__)


@cache
def template() -> Template:
    """Load the page's template; everything that a page inserts is escaped unless marked safe."""
    return Environment(loader=FileSystemLoader(_HERE), autoescape=True).get_template(
        "template.html"
    )


def page_variables(
    lesson: Lesson,
    scene: Scene,
    *,
    contents: Sequence[type[Lesson]],
    embedded: bool,
    problems: list[str],
    hidden: set[str],
    in_browser: bool = True,
) -> dict[str, Any]:
    """Gather what the template asks for, besides what Bokeh gives it."""
    return {
        "lesson": lesson,
        "controls": without(hidden, lesson.controls),
        "hidden": hidden,
        "border": BORDER,
        "portraits": {entry.key: portrait(entry) for entry in contents},
        "contents": contents,
        "embedded": embedded,
        "problems": problems,
        "css": Markup(_css()),
        "recorded": recorded(type(lesson)) if in_browser else None,
        "script": (_HERE / "page.js").read_text(),
        "bokeh_url": f"static/js/bokeh.min.js?v={bokeh.__version__}",  # all that a figure needs
        "config": _as_script_data(_config(lesson, scene, hidden)),
    }


@cache
def recorded(lesson: type[Lesson]) -> str | None:
    """Return a lesson's scene as JavaScript; None, and a warning, if it cannot be recorded."""
    try:
        return record(lesson)
    except CannotRecordError as error:
        _log.warning("%s is computed by the server at each change: %s", lesson.key, error)
        return None


def _config(lesson: Lesson, scene: Scene, hidden: set[str]) -> dict[str, Any]:
    """Tell the page's script the start, the bounds and the present numbers."""
    controls = [control for group in lesson.controls for control in group.controls]
    return {
        "key": lesson.key,
        "title": lesson.title,
        "code": lesson.code,
        "state": lesson.state(),
        "start": type(lesson)().state(),
        "readouts": {key: _number(value) for key, value in scene.readouts.items()},
        "planes": {key: {"x": plane.x, "y": plane.y} for key, plane in lesson.planes.items()},
        "presets": lesson.presets,
        "picks": {key: marks for key, marks in lesson.picks.items() if key not in hidden},
        "predictions": [
            {"answer": p.answer, "tolerance": p.tolerance, "hints": p.hints, "hides": p.hides}
            for p in lesson.predictions
        ],
        "implied": {
            control.key: control.implies for control in controls if isinstance(control, Slider)
        },
        "kept": KEPT,
        "fixed": {name: array.T.tolist() for name, array in lesson.fixed.items()},
        "most": MOST,
        "still": [
            key
            for key in lesson.names()
            if key in STILL or isinstance(lesson.param[key], param.Selector)
        ],
        "numbers": {
            key: {
                "label": lesson.param[key].label,
                "low": lesson.param[key].bounds[0],
                "high": lesson.param[key].bounds[1],
                "step": lesson.param[key].step or 1,
                "whole": isinstance(lesson.param[key], param.Integer),
            }
            for key in lesson.names()
            if isinstance(lesson.param[key], param.Number)
        },
    }


def _number(value: Any) -> float | str | None:
    """JSON has no NaN; the page shows a dash for nothing."""
    if isinstance(value, str):
        return value
    return None if value != value else float(value)


def _as_script_data(value: object) -> str:
    """Write JSON that no text inside can end the script element of."""
    return json.dumps(value).replace("<", "\\u003c")


def _css() -> str:
    """Insert the palette, the one that the figure uses too, into the style sheet."""
    css = (_HERE / "page.css").read_text()
    for name, colors in (("light", LIGHT), ("dark", DARK)):
        rules = " ".join(f"--{role}: {color};" for role, color in colors.items())
        css = css.replace(f"/* {name} roles */", rules)
    return css
