"""Work beside the loop that sends pages, for a loop that computes keeps all readers waiting."""

import logging
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from tornado.ioloop import IOLoop

from gaussians.lessons import LESSONS
from gaussians.page.scripts import is_recorded
from gaussians.page.served import misfit, page

P = ParamSpec("P")
T = TypeVar("T")

_numpy = ThreadPoolExecutor(os.cpu_count(), "numpy")
_maker = ThreadPoolExecutor(1, "pages")  # one: what all ask for is made by the first of them
_warming: set[tuple[str | None, str]] = set()
_log = logging.getLogger(__name__)


async def compute(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Let numpy work: whoever asks for 100,000 points stops nobody."""
    return await IOLoop.current().run_in_executor(_numpy, partial(function, *args, **kwargs))


async def make(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Make a page or a file."""
    return await IOLoop.current().run_in_executor(_maker, partial(function, *args, **kwargs))


def drop() -> None:
    """Let go of what has not begun, for the process ends."""
    for each in (_numpy, _maker):
        each.shutdown(wait=False, cancel_futures=True)


async def warm_up(key: str | None, home: str) -> None:
    """Make the pages of an address in their start states, in steps that readers come between."""
    _warming.add((key, home))
    for step in steps(key, home):
        await make(_attempt, step)
    _warming.discard((key, home))


def is_warm() -> bool:
    """Tell whether all that was to be made has been made."""
    return not _warming


def warm(key: str | None, home: str) -> None:
    """Make all of it at once, before there is anybody to wait."""
    for step in steps(key, home):
        _attempt(step)


def steps(key: str | None, home: str) -> Iterator[Callable[[], object]]:
    """List what is to be made, each in a second at most, with the front page at last."""
    lessons = list(LESSONS.values()) if key is None else [LESSONS[key]]
    yield from (partial(misfit, lesson) for lesson in lessons)
    yield from (partial(is_recorded, lesson) for lesson in lessons)
    queries = (f"lesson={each}" for each in LESSONS) if key is None else ()
    yield from (partial(page, key, home, query) for query in (*queries, ""))


def _attempt(step: Callable[[], object]) -> None:
    try:
        step()
    except Exception:  # of a lesson, whose page tells readers
        _log.exception("a lesson is not ready")
