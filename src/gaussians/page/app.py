"""A lesson as a Bokeh application, for `panel serve`: what a file in `apps/` calls."""

import panel as pn
from bokeh.io import curdoc

from gaussians.lessons import LESSONS
from gaussians.page.address import (
    abridge,
    apply_query,
    choose_hidden,
    choose_lesson,
    read_query,
)
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
    query = pn.state.session_args
    values, problems = read_query(query)
    if key is None:
        lesson_class, unknown = choose_lesson(values)
        problems += unknown
    else:
        lesson_class = LESSONS[key]
    if is_autoload(query):
        add_frame(curdoc(), lesson_class, query)
        return

    lesson = lesson_class()
    problems += apply_query(lesson, values)
    hidden, unknown = choose_hidden(lesson, values)
    problems += unknown

    stage = Stage(lesson)
    document = curdoc()
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
            embedded=values.get("embed") == "1",
            hidden=hidden,
            problems=abridge(problems),
            links={entry.key: f"?lesson={entry.key}" for entry in LESSONS.values()},
        )
    )
    scripts = served_scripts(lesson_class, in_browser=values.get("engine") != "python")
    document.template_variables.update(scripts)
