"""A lesson's page, packed: a cell of a notebook, or a page of Panel, has all of it."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from markupsafe import Markup

from gaussians.kit.lesson import Lesson
from gaussians.page.frame import HEIGHT
from gaussians.page.modules import join
from gaussians.page.packed import pack
from gaussians.page.render import template
from gaussians.page.static import document

_HERE = Path(__file__).parent


def packed_page(lesson: type[Lesson], state: Mapping[str, float | str]) -> bytes:
    """Return a lesson's page in a state: half a megabyte, which would be two."""
    return pack(document(lesson, state))


def cell(lesson: type[Lesson], state: Mapping[str, float | str]) -> str:
    """Return HTML for a cell of a notebook: the lesson is alive wherever its scripts run."""
    return template("notebook.html").render(
        title=lesson.words().title,
        height=HEIGHT,
        packed=b64encode(packed_page(lesson, state)).decode(),
        script=_script(),
    )


@cache
def _script() -> Markup:
    return Markup(join(_HERE / "script/notebook.js"))
