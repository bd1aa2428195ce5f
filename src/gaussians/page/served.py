"""The pages that a server sends: made once for all readers who ask for the same."""

import logging
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeAlias

from markupsafe import Markup
from tornado.escape import parse_qs_bytes

from gaussians.kit.check import check
from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS
from gaussians.lessons.cover.lesson import Cover
from gaussians.page.address import FRONT_KEYS, SERVED_KEYS, choose_lesson, decode
from gaussians.page.assets import BOKEH, PAGE, name_of
from gaussians.page.course import Course, course_of, with_pages
from gaussians.page.front import front
from gaussians.page.packed import Packed, pack
from gaussians.page.render import css, render, template
from gaussians.page.scripts import first_script, is_recorded

_KEPT = 32  # pages, of some 70 kB each, besides those in a start state
_LONGEST = 256  # characters of a query whose page is kept: others will hardly ask for the same
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Page(Packed):
    """A page to send."""

    status: int


Asked: TypeAlias = tuple[str | None, str, str, tuple[int, ...]]  # the address and its words' age

_made: dict[Asked, Page] = {}  # those that were asked for last at the end
_keeping = Lock()


def kept(key: str | None, home: str, query: str) -> Page | None:
    """Return a page if it is there already; see `page`."""
    return _kept((key, home, query, _versions()))


def page(key: str | None, home: str, query: str) -> Page:
    """Return the page of an address; if it cannot be made, one that says so.

    Parameters
    ----------
    key
        The lesson that is served there; None for the course.
    home
        The last part of the address's path, where links from it begin.
    query
        What follows the question mark.
    """
    asked = (key, home, query, _versions())
    if found := _kept(asked):
        return found
    try:
        made = _page(key, home, query)
    except Exception:
        _log.exception("no page for %.1000r", query)
        return _problem("Something went wrong at the server, and its log says what.")
    if len(query) <= _LONGEST:
        _keep(asked, made)
    return made


def _kept(asked: Asked) -> Page | None:
    with _keeping:
        found = _made.pop(asked, None)
        if found:
            _made[asked] = found
    return found


def _keep(asked: Asked, made: Page) -> None:
    now = _versions()
    with _keeping:
        _made[asked] = made
        others = [one for one in _made if one[-1] != now or not _is_start(one)]
        if len(others) > _KEPT:
            del _made[others[0]]


def _is_start(asked: Asked) -> bool:
    """Tell whether a class will ask for a page: no odd queries shall push it out."""
    query = asked[2]
    return query == "" or query.removeprefix("lesson=") in LESSONS


def unready() -> list[str]:
    """Name the lessons of the course that cannot be shown, each in a line; none if all is well."""
    return [
        f"{key}: no page" for key in LESSONS if page(None, "apps", f"lesson={key}").status != 200
    ]


def _versions() -> tuple[int, ...]:
    """Return when lessons' words were changed last: they may be mended while they are served."""
    return tuple(lesson.source.stat().st_mtime_ns for lesson in with_pages())


def _page(key: str | None, home: str, query: str) -> Page:
    asked = decode(parse_qs_bytes(query, keep_blank_values=True))
    lesson = LESSONS[key] if key else choose_lesson(asked)
    if lesson and (problem := misfit(lesson)):
        return _problem(problem)
    course = None if key else _course()
    choice = {"lesson": tuple(LESSONS)} if course else {}
    if course and not lesson:
        return _packed(front(course, asked, FRONT_KEYS | choice, _scripts(Cover, home)))
    assert lesson
    if course:
        asked = {"lesson": [lesson.key], **asked}  # the page's links name it, if its own did not
    in_browser = asked.get("engine") != ["python"] and is_recorded(lesson)
    scripts = _scripts(lesson, home, in_browser=in_browser)
    answers = f"{home}/answer/{lesson.key}"
    keys = SERVED_KEYS | choice
    return _packed(render(lesson(), asked, scripts, course=course, keys=keys, answers=answers))


def _scripts(lesson: type[Lesson], home: str, *, in_browser: bool = True) -> dict[str, Any]:
    """Return what the template asks for: where the scripts are."""
    own = f"{lesson.key}.js" if in_browser else f"{lesson.key}.planes.js"
    names = [f"{home}/file/{name_of(name)}" for name in (own, PAGE, BOKEH)]
    return {"first": Markup(first_script()), "sources": names[:-1], "bokeh_source": names[-1]}


def _course() -> Course:
    """Return the course with the lessons that can be shown."""
    keys = [key for key, lesson in LESSONS.items() if not misfit(lesson)]
    return course_of(keys, home="?", link="?lesson={}")


def misfit(lesson: type[Lesson]) -> str:
    """Say what does not fit together in a lesson; nothing if all does."""
    try:
        check(lesson)
    except ValueError as error:
        _log.error("%s", error, exc_info=error.__cause__)  # a scene's own error, if it is one
        return str(error)
    return ""


def _problem(problem: str) -> Page:
    return _packed(template("problem.html").render(css=css(), problem=problem), status=500)


def _packed(text: str, status: int = 200) -> Page:
    return Page(pack(text), status)
