"""A lesson as a web page: the template with the lesson's words, its controls and its start."""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import param
from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup

from gaussians.kit.accept import MOST_PROBLEMS, abridge
from gaussians.kit.check_steps import at_step
from gaussians.kit.counts import SIZES, Drawn
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Plane, Slider, Step
from gaussians.page.address import STATIC_KEYS, Address, read_address, step_key
from gaussians.page.course import Course
from gaussians.page.opening import Opening
from gaussians.page.picture import handle_places, pictures
from gaussians.stage.figure import BORDER, FONT, NAME, NUMBER, ROOT
from gaussians.stage.palette import DARK, LIGHT, PAGE_DARK, PAGE_LIGHT

# Parts of the style sheet; where two have something to say, the later one has the last word.
STYLES = ("base", "course", "start", "lab", "figure", "walk", "controls", "words", "cover", "media",
          "print")  # fmt: skip

_HERE = Path(__file__).parent


@cache
def template(name: str = "template.html") -> Template:
    """Load a template; everything that a page inserts is escaped unless marked safe."""
    return Environment(loader=FileSystemLoader(_HERE), autoescape=True).get_template(name)


def render(
    lesson: Lesson,
    query: Mapping[str, list[str]],
    scripts: Mapping[str, Any],
    *,
    name: str = "template.html",
    course: Course | None = None,
    keys: Mapping[str, tuple[str, ...]] = STATIC_KEYS,
    answers: str = "",
) -> str:
    """Write a page.

    Parameters
    ----------
    lesson
        What it shows; its state is set from the query.
    query
        What its address asks for.
    scripts
        What else the template asks for, its scripts above all.
    name
        The template.
    course
        What the page links to, if it is part of one.
    keys
        Those about the page that its address may have.
    answers
        Where a server answers questions; nowhere, if there is none.
    """
    asked = read_address(lesson, query, keys)
    scene = lesson.scene()
    opening = Opening(lesson, scene.readouts, asked)
    return template(name).render(
        {
            "opening": opening,
            "problems": abridge(asked.problems),
            "lesson": lesson,
            "words": lesson.words(),
            "asked": asked.page,
            "pictures": pictures(lesson, scene.marks, opening.unseen),
            "places": handle_places(lesson, scene.marks),
            "titles": _titles,
            "sheet": _sheet,
            "root": ROOT,
            "course": course,
            "css": css(),
            "config": _as_script_data(
                _config(lesson, scene) | _asked(lesson, asked, keys) | {"answers": answers}
            ),
            **scripts,
        }
    )


def _asked(lesson: Lesson, asked: Address, keys: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """Tell what the page's address may have, and what it has."""
    return {
        "keys": {**keys, **step_key(lesson)},
        "asked": {
            "state": lesson.state(),
            "page": asked.page,
            "hidden": sorted(asked.hidden),
            "step": asked.step,
            "problems": asked.problems,
        },
    }


def _config(lesson: Lesson, scene: Scene) -> dict[str, Any]:
    """Tell the page's script the start, the bounds and the present numbers."""
    return {
        "key": lesson.key,
        "title": lesson.words().title,
        "code": lesson.words().python,
        "start": type(lesson)().state(),
        "readouts": {key: _number(value) for key, value in scene.readouts.items()},
        "planes": {
            key: {
                "x": plane.x,
                "y": plane.y,
                "names": plane.names,
                "marks": list(plane.marks),
                "margin": plane.margin / ROOT,
                "height": plane.height,
            }
            for key, plane in lesson.planes.items()
        },
        "presets": lesson.presets,
        "picks": lesson.picks,
        "predictions": [
            {"answer": p.answer, "tolerance": p.tolerance, "hides": p.hides}
            for p in lesson.words().predictions
        ],
        "symbols": lesson.words().symbols,
        "steps": [_step(lesson, step) for step in lesson.words().steps],
        "implied": {
            control.key: control.implies
            for control in lesson.each_control()
            if isinstance(control, Slider)
        },
        "mostProblems": MOST_PROBLEMS,
        "choices": {
            key: {"label": lesson.param[key].label, "values": values}
            for key, values in lesson.choices().items()
        },
        "drawings": {key: {"label": lesson.param[key].label} for key in lesson.drawings()},
        "fixed": {
            name: [list(map(_number, column)) for column in array.T]
            for name, array in lesson.fixed.items()
        },
        "samples": {
            name: {"odds": sample.odds()} if isinstance(sample, Drawn) else asdict(sample)
            for name, sample in lesson.samples.items()
        },
        "sizes": SIZES if lesson.samples else (),
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


def _titles(plane: Plane) -> dict[str, str]:
    """Return the names that the page writes at a plane's axes, by the way that they go."""
    named = zip(("across", "up"), plane.names, strict=True)
    return {way: name for way, name in named if plane.titled and name}


def _sheet(plane: Plane) -> str:
    """Return where a plane is drawn in, in shares of it."""
    (left, right), (low, high) = plane.x, plane.y
    shares = {
        "from": (-plane.sheet - left) / (right - left),
        "wide": 2 * plane.sheet / (right - left),
        "under": (high - plane.sheet) / (high - low),
        "high": 2 * plane.sheet / (high - low),
    }
    return "; ".join(f"--{name}: {share:.6g}" for name, share in shares.items())


def _step(lesson: Lesson, step: Step) -> dict[str, Any]:
    """Tell what the page does at a step; its words stand in the page."""
    start = at_step(type(lesson), step)
    return {
        "state": {key: start.state()[key] for key in step.state},
        "controls": step.controls,
        "presets": step.presets,
        "marks": step.marks,
        "plane": step.plane,
        "goals": [[asdict(clause) for clause in goal.clauses] for goal in step.goals],
        "predicts": step.predicts,
    }


def _number(value: Any) -> float | str | None:
    """JSON has no NaN; the page shows a dash for nothing."""
    if isinstance(value, str):
        return value
    return None if value != value else float(value)


def _as_script_data(value: object) -> str:
    """Write JSON that no text inside can end the script element of."""
    return json.dumps(value).replace("<", "\\u003c")


@cache
def css() -> Markup:
    """Insert the fonts and the palette, the one that the figure uses too, into the style sheet."""
    style = "".join((_HERE / f"style/{part}.css").read_text("utf-8") for part in STYLES)
    for font in ("mathematics", "signs"):
        data = b64encode((_HERE / f"fonts/{font}.woff2").read_bytes()).decode()
        style = style.replace(f"url(fonts/{font}.woff2)", f"url(data:font/woff2;base64,{data})")
    sizes = {"border": BORDER, "number": NUMBER, "name": NAME}
    style = style.replace(
        "/* letters */",
        f"--text: {FONT}; " + " ".join(f"--{k}: {v / ROOT:.4g}rem;" for k, v in sizes.items()),
    )
    for name, colors in (("light", PAGE_LIGHT | LIGHT), ("dark", PAGE_DARK | DARK)):
        rules = " ".join(f"--{role}: {color};" for role, color in colors.items())
        style = style.replace(f"/* {name} colors */", rules)
    return Markup(style)
