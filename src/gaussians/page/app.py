"""A lesson as a Bokeh application, for `panel serve`: what a file in `apps/` calls."""

import logging
from html import escape

import panel as pn
from bokeh.document import Document
from bokeh.io import curdoc
from bokeh.models.widgets.markups import Div
from bokeh.settings import settings

from gaussians.kit.check import check
from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS
from gaussians.lessons.cover.lesson import Cover
from gaussians.page.address import (
    SERVED_KEYS,
    choose_lesson,
    decode,
    read_address,
)
from gaussians.page.autoload import add_frame, is_autoload
from gaussians.page.compress import compress
from gaussians.page.course import Course, course_of
from gaussians.page.render import css, page_variables, served_scripts, template
from gaussians.page.session import is_chosen, own_address
from gaussians.page.static import served_front
from gaussians.stage.engine import Stage

_log = logging.getLogger(__name__)


def show(key: str | None = None) -> None:
    """Put a lesson, in the state that the address asks for, into the current session's page.

    Parameters
    ----------
    key
        Which lesson; without it the whole course, in which the address chooses by ``?lesson=``, or
        has its front page.
    """
    document = curdoc()
    compress()
    # Tests do, once; here each reader would wait for it, a sixth of the time that a page takes.
    settings.perform_document_validation.set_value(False)
    # Panel would read the address's own, and fails where that is no text.
    pn.config.theme = "default"  # type: ignore[misc]  # a property that takes values
    if is_chosen(document):
        document.template = template("chosen.html")
        document.template_variables.update(css=css(), address=own_address(pn.state.session_args))
        return
    query = decode(pn.state.session_args)
    lesson_class = LESSONS[key] if key else choose_lesson(query) or Cover
    if lesson_class is not Cover and (problem := _misfit(lesson_class)):
        document.add_root(Div(text=escape(problem)))
    elif is_autoload(document):
        add_frame(document, lesson_class.words().title, pn.state.session_args)
    elif lesson_class is Cover:
        _show_front(document, query)
    else:
        _show_lesson(document, lesson_class, query, None if key else _course())


def _show_front(document: Document, query: dict[str, list[str]]) -> None:
    document.template = template("whole.html")
    document.template_variables["page"] = served_front(_course(), query)


def _show_lesson(
    document: Document,
    lesson_class: type[Lesson],
    query: dict[str, list[str]],
    course: Course | None,
) -> None:
    lesson = lesson_class()
    keys = SERVED_KEYS | {"lesson": tuple(LESSONS)} if course else SERVED_KEYS
    asked = read_address(lesson, query, keys)
    if course:
        # The page's links name it, even if its own address did not.
        asked.page = {"lesson": lesson.key, **asked.page}
    stage = Stage(lesson, locked=asked.hidden)
    with document.models.freeze():  # or all models would be counted anew after each of them
        for figure in stage.figures:
            document.add_root(figure)
    document.title = lesson.words().title
    document.config.notify_connection_status = False  # the page says it in its own words
    document.template = template()
    document.template_variables.update(
        page_variables(
            lesson,
            stage.first,
            course=course,
            keys=keys,
            asked=asked,
        )
    )
    scripts = served_scripts(lesson_class, in_browser=asked.page.get("engine") != "python")
    document.template_variables.update(scripts)


def _course() -> Course:
    """Return the course with the lessons that can be shown."""
    keys = [key for key, lesson in LESSONS.items() if not _misfit(lesson)]
    return course_of(keys, home="?", link="?lesson={}")


def _misfit(lesson: type[Lesson]) -> str:
    """Say what does not fit together in a lesson; nothing if all does."""
    try:
        check(lesson)
    except ValueError as error:
        _log.error("%s", error, exc_info=error.__cause__)  # a scene's own error, if it is one
        return str(error)
    return ""
