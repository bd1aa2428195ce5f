"""Lessons as files: any web server can hold them, and they open from a disk as well.

The recorded scene draws the picture, so nothing of it is sent but the axes: no Python is needed.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from gaussians.kit.check import check
from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS
from gaussians.lessons.cover.lesson import Cover
from gaussians.page.address import FRONT_KEYS
from gaussians.page.course import course_of
from gaussians.page.files import write
from gaussians.page.front import front
from gaussians.page.render import render
from gaussians.page.scripts import (
    bokeh_script,
    first_script,
    lesson_script,
    page_script,
    within_html,
)


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
    files = {"index.html": front(course, {}, FRONT_KEYS, _scripts_of(Cover, single_file))}
    for lesson in lessons:
        scripts = _scripts_of(lesson, single_file)
        files[f"{lesson.key}.html"] = render(lesson(), {}, scripts, course=course)
    if not single_file:
        pages: list[type[Lesson]] = [Cover, *lessons]
        files |= {f"{page.key}.js": lesson_script(page) for page in pages}
        files |= {"page.js": page_script(), "first.js": first_script(),
                  "bokeh.min.js": bokeh_script()}  # fmt: skip
    return write(Path(folder), files)


def document(lesson: type[Lesson], state: Mapping[str, float | str]) -> str:
    """Return a lesson in a state, to be embedded, as one text that needs no other."""
    query = {"embed": ["1"]} | {key: [str(value)] for key, value in state.items()}
    return render(check(lesson)(), query, _scripts_of(lesson, is_single=True))


def _scripts_of(lesson: type[Lesson], is_single: bool) -> dict[str, Any]:
    """Return what the template asks for: the scripts themselves, or where they are."""
    if is_single:
        scripts = map(within_html, (lesson_script(lesson), page_script()))
        first, late = Markup(first_script()), within_html(bokeh_script())
        return {"is_file": True, "first": first, "inline": [*scripts], "bokeh_text": late}
    sources = [f"{lesson.key}.js", "page.js"]
    return {"is_file": True, "first_source": "first.js", "sources": sources,
            "bokeh_source": "bokeh.min.js"}  # fmt: skip
