"""A lesson as a Bokeh application, for `panel serve`: what a file in `apps/` calls."""

import logging
from html import escape

import panel as pn
from bokeh.io import curdoc
from bokeh.models.widgets.markups import Div

from gaussians.kit.check import check
from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS
from gaussians.page.address import SERVED_KEYS, choose_lesson, decode, read_address
from gaussians.page.autoload import add_frame, is_autoload
from gaussians.page.compress import compress
from gaussians.page.render import css, page_variables, served_scripts, template
from gaussians.page.session import is_chosen, own_address
from gaussians.stage.engine import Stage

_log = logging.getLogger(__name__)


def show(key: str | None = None) -> None:
    """Put a lesson, in the state that the address asks for, into the current session's page.

    Parameters
    ----------
    key
        Which lesson; without it the whole course, in which the address chooses by ``?lesson=``.
    """
    document = curdoc()
    compress()
    # Panel would read the address's own, and fails where that is no text.
    pn.config.theme = "default"  # type: ignore[misc]  # a property that takes values
    if is_chosen(document):
        document.template = template("chosen.html")
        document.template_variables.update(css=css(), address=own_address(pn.state.session_args))
        return
    query = decode(pn.state.session_args)
    lesson_class = LESSONS[key] if key else choose_lesson(query)
    if problem := _misfit(lesson_class):
        document.add_root(Div(text=escape(problem)))
        return
    if is_autoload(document):
        add_frame(document, lesson_class, pn.state.session_args)
        return

    lesson = lesson_class()
    keys = SERVED_KEYS if key else SERVED_KEYS | {"lesson": tuple(LESSONS)}
    asked = read_address(lesson, query, keys)
    stage = Stage(lesson, locked=asked.hidden)
    for figure in stage.figures:
        document.add_root(figure)
    document.title = lesson.words().title
    document.config.notify_connection_status = False  # the page says it in its own words
    document.template = template()
    document.template_variables.update(
        page_variables(
            lesson,
            stage.first,
            contents=() if key else tuple(each for each in LESSONS.values() if not _misfit(each)),
            links={entry.key: f"?lesson={entry.key}" for entry in LESSONS.values()},
            keys=keys,
            asked=asked,
        )
    )
    scripts = served_scripts(lesson_class, in_browser=asked.page.get("engine") != "python")
    document.template_variables.update(scripts)


def _misfit(lesson: type[Lesson]) -> str:
    """Say what does not fit together in a lesson; nothing if all does."""
    try:
        check(lesson)
    except ValueError as error:
        _log.error("%s", error, exc_info=error.__cause__)  # a scene's own error, if it is one
        return str(error)
    return ""
