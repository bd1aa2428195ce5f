"""A lesson as a Bokeh application, for `panel serve`: what a file in `apps/` calls."""

import panel as pn
from bokeh.io import curdoc

from gaussians.lessons import LESSONS
from gaussians.page.address import SERVED_KEYS, choose_lesson, decode, read_address
from gaussians.page.autoload import add_frame, is_autoload
from gaussians.page.render import page_variables, served_scripts, template
from gaussians.stage.engine import Stage


def show(key: str | None = None) -> None:
    """Put a lesson, in the state that the address asks for, into the current session's page.

    Parameters
    ----------
    key
        Which lesson; without it the whole course, in which the address chooses by ``?lesson=``.
    """
    document = curdoc()
    query = decode(pn.state.session_args)
    lesson_class = LESSONS[key] if key else choose_lesson(query)
    if is_autoload(document):
        add_frame(document, lesson_class, pn.state.session_args)
        return

    lesson = lesson_class()
    keys = SERVED_KEYS if key else SERVED_KEYS | {"lesson": tuple(LESSONS)}
    asked = read_address(lesson, query, keys)
    stage = Stage(lesson, locked=asked.hidden)
    for figure in stage.figures:
        document.add_root(figure)
    document.title = lesson.title
    document.config.notify_connection_status = False  # the page says it in its own words
    document.template = template()
    document.template_variables.update(
        page_variables(
            lesson,
            stage.first,
            contents=() if key else tuple(LESSONS.values()),
            links={entry.key: f"?lesson={entry.key}" for entry in LESSONS.values()},
            keys=keys,
            asked=asked,
        )
    )
    scripts = served_scripts(lesson_class, in_browser=asked.page.get("engine") != "python")
    document.template_variables.update(scripts)
