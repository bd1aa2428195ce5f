"""Which addresses of Panel's server are ours.

`panel serve` runs a file of `apps/` when its page is asked for first, and makes a session for
whoever asks: a document, a token, a websocket. A lesson needs none of these, for its page is the
same for all who ask for the same, and numpy answers without knowing who asks. So from the first
page on, its addresses are answered here. Bokeh keeps that of the script which puts a lesson into
another page.
"""

import re
from functools import cache
from typing import Any

from bokeh.server.tornado import BokehTornado
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import IOLoop

from gaussians.page.beside import warm_up
from gaussians.page.handlers import FileAnswer, NumpyAnswer, PageAnswer, ReadyAnswer
from gaussians.page.sockets import Socket
from gaussians.page.transforms import transform

_served: dict[str, str | None] = {}  # paths of pages, and which lesson is there
_ADDRESS = re.compile(r"(?P<page>.*?)/?(?:/(?P<kind>file|answer)/(?P<name>[^/]+)|(?P<ws>/ws))?")


def serve_at(path: str, key: str | None) -> None:
    """Answer at a path from now on, for a lesson or, with None, for the course."""
    if path in _served:
        return
    _served[path] = key
    _take_over()
    IOLoop.current().spawn_callback(warm_up, key, path.rsplit("/", 1)[-1])


@cache
def _take_over() -> None:
    """Panel has no way to add an address to a server that runs."""
    bokehs = BokehTornado.find_handler

    def find_handler(self: BokehTornado, request: HTTPServerRequest, **kwargs: Any) -> Any:
        transform(self)
        return _ours(self, request) or bokehs(self, request, **kwargs)

    BokehTornado.find_handler = find_handler  # type: ignore[assignment,method-assign]


def _ours(server: BokehTornado, request: HTTPServerRequest) -> Any:
    """Return what answers a request; nothing if it is Bokeh's."""
    if request.path == f"{server.prefix}/ready":
        return server.get_handler_delegate(request, ReadyAnswer)
    found = _ADDRESS.fullmatch(request.path)
    if not found or (page := found["page"]) not in _served:
        return None
    if found["ws"]:
        context = server.applications[page.removeprefix(server.prefix) or "/"]
        options = {"application_context": context, "bokeh_websocket_path": request.path}
        return server.get_handler_delegate(request, Socket, options)
    if not found["kind"]:
        return server.get_handler_delegate(request, PageAnswer, {"key": _served[page]})
    kind = {"file": FileAnswer, "answer": NumpyAnswer}[found["kind"]]
    return server.get_handler_delegate(request, kind, path_args=[found["name"].encode()])
