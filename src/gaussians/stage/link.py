"""The two-way line between a page and its session."""

from bokeh.core.properties import Any
from bokeh.model import DataModel


class Link(DataModel):
    """One message each way at a time: the page sets `request`, the session sets `answer`.

    The page waits for an answer before it asks again, and then asks for the newest state only. So a
    drag can neither queue up nor run ahead, however slow the computer or the line is. All arrays of
    an answer come in the one message, so no picture mixes two states.
    """

    request = Any(default=None)
    answer = Any(default=None)
