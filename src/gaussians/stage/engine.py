"""The python engine: a request changes the state, numpy computes the scene, an answer draws it."""

import logging
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np
from bokeh.document import Document

from gaussians.kit.accept import accept
from gaussians.kit.lesson import Array, Lesson
from gaussians.stage.figure import build, columns
from gaussians.stage.link import Link

_log = logging.getLogger(__name__)


class Stage:
    """A lesson in one browser: its state, its figures and its line to the page.

    Parameters
    ----------
    lesson
        The state; afterwards only requests of the page change it.
    locked
        Names of parameters that no request changes.

    Attributes
    ----------
    figures
        A Bokeh figure for each plane, with the plane's name.
    first
        The scene that they show at the start.
    """

    def __init__(self, lesson: Lesson, locked: AbstractSet[str] = frozenset()) -> None:
        self.lesson = lesson
        self.locked = locked
        self.first = lesson.scene()
        self._drawn: dict[str, Array] = {**self.first.marks}
        self.figures = [build(*plane, self._drawn) for plane in lesson.planes.items()]
        self.link = Link(name="link")
        self.figures[0].tags = [self.link]  # what a figure refers to is part of the document
        self.link.on_change("request", self._on_request)
        lesson.param.watch(self._on_state, lesson.names())
        self._changes: dict[str, Any] = {}

    def _on_request(self, attr: str, old: object, new: object) -> None:
        """Answer whatever the page asks; no request, however odd, may end the session."""
        send_at_once(self.link.document)
        request = new if isinstance(new, Mapping) else {}
        values = request.get("state")
        self._changes = {}
        try:
            problems = accept(
                self.lesson, values if isinstance(values, Mapping) else {}, self.locked
            )
        except Exception:
            _log.exception("no scene for the request %r", request)
            problems = ["This could not be computed; the figure shows the last state that could."]
        self.link.answer = {  # type: ignore[assignment]  # a descriptor that bokeh leaves untyped
            "id": request.get("id"),
            "state": self.lesson.state(),
            "problems": problems,
            **self._changes,
        }

    def _on_state(self, *events: object) -> None:
        """Compute the scene of a new state; keep what differs from what is drawn, and is seen."""
        marks, readouts = self.lesson.scene()
        seen = self.lesson.marks_in_sight()
        changed = {
            name: points
            for name, points in marks.items()
            if name in seen and not np.array_equal(points, self._drawn[name], equal_nan=True)
        }
        self._drawn |= changed
        looks = self.lesson.marks()
        sent = {name: columns(looks[name], points) for name, points in changed.items()}
        self._changes = {"marks": sent, "readouts": readouts}


def send_at_once(document: Document | None) -> None:
    """Turn off the delay that collects small packets: it costs 40 ms of every answer.

    Bokeh writes a message in several pieces and leaves the delay (Nagle's algorithm) on, so the
    second piece waits for the browser to acknowledge the first. There is no public way to it.
    """
    context = document.session_context if document else None
    session = getattr(context, "session", None)
    for connection in getattr(session, "_subscribed_connections", ()):
        connection._socket.set_nodelay(True)
