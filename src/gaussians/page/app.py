"""A lesson as a Bokeh application, for `panel serve`: what a file in `apps/` calls."""

import panel as pn
from bokeh.io import curdoc
from jinja2 import Template

from gaussians.lessons import LESSONS
from gaussians.lessons.cover.lesson import Cover
from gaussians.page.address import choose_lesson, decode
from gaussians.page.autoload import add_frame, is_autoload
from gaussians.page.routes import serve_at
from gaussians.page.served import page

_WHOLE = Template("{{ page }}")


def show(key: str | None = None) -> None:
    """Answer the request of the current session, and from now on all to the same address.

    Parameters
    ----------
    key
        Which lesson; without it the whole course, in which the address chooses by ``?lesson=``, or
        has its front page.
    """
    document = curdoc()
    request = getattr(document.session_context, "request", None)
    if request is None:  # nobody asks: a file of apps/ was run as a program
        return
    path = request.path.removesuffix("/autoload.js").removesuffix("/ws").rstrip("/")
    serve_at(path, key)
    # Panel would read the address's own, and fails where that is no text.
    pn.config.theme = "default"  # type: ignore[misc]  # a property that takes values
    if is_autoload(document):
        lesson = LESSONS[key] if key else choose_lesson(decode(pn.state.session_args)) or Cover
        add_frame(document, lesson.words().title, pn.state.session_args)
    else:
        document.template = _WHOLE
        home = path.rsplit("/", 1)[-1] or "."
        if path and request.path.endswith("/"):  # links begin below
            home = f"../{home}"
        made = page(key, home, request.query)
        document.template_variables["page"] = made.text.decode()
