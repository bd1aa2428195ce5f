"""A server of its own, for those who installed the package and have no folder `apps/`."""

import asyncio
import os
import re
import signal
import socket
from collections.abc import Sequence
from dataclasses import dataclass

from bokeh.document import Document
from bokeh.io.doc import patch_curdoc
from bokeh.server.server import BaseServer
from bokeh.server.tornado import BokehTornado
from bokeh.util.token import generate_secret_key
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets

from gaussians.page import workers
from gaussians.page.app import show
from gaussians.page.beside import drop, warm
from gaussians.page.handlers import LONGEST, FrontAnswer, MissingAnswer
from gaussians.page.lines import Lines, raise_limit
from gaussians.page.routes import serve_at
from gaussians.page.workers import say

PATH = "/apps"
_WAITING = 2048  # lines that may wait to be taken: a class comes at once
_IDLE = 120  # seconds that a line is kept on which nobody asks
_SLOW = 20  # seconds that a question has to come
_IN_FLIGHT = 0.3  # seconds that answers have at the end
_HOST = re.compile(r"\*|(\*\.)?[\w-]+(\.[\w-]+)*(:(\d+|\*))?", re.ASCII)


@dataclass(frozen=True)
class Options:
    """How to serve."""

    address: str = "localhost"
    port: int = 5006
    workers: int = 1
    prefix: str = ""
    allow: Sequence[str] = ()


def serve(options: Options) -> None:
    """Serve the course until SIGTERM or Ctrl-C.

    Raises
    ------
    ValueError
        If an option cannot be met.
    OSError
        If the address or the port cannot be had.
    """
    if options.workers > 1 and not hasattr(os, "fork"):
        raise ValueError("`--workers` needs a system with fork, Linux or macOS")
    if odd := [host for host in options.allow if not _HOST.fullmatch(host)]:
        raise ValueError(f"`--allow` takes a host, as in lms.example.org:8000, and got {odd[0]!r}")
    prefix = "/".join(["", *filter(None, options.prefix.split("/"))])
    if options.allow:
        os.environ["GAUSSIANS_FRAMES"] = " ".join(["'self'", *options.allow])
    sockets = bind_sockets(options.port, options.address, backlog=_WAITING)
    host = f"[{options.address}]" if ":" in options.address else options.address
    place = f"http://{host}:{sockets[0].getsockname()[1]}{prefix}{PATH}"
    key = os.environ.get("BOKEH_SECRET_KEY") or generate_secret_key()

    def work(*, says: str = "", leader: int | None = None) -> None:
        application = _application(prefix, options.allow or ["*"], key.encode())
        asyncio.run(_answer(application, sockets, says=says, leader=leader))

    said = f"The course is at {place}"
    if options.workers == 1:
        work(says=said)
        return
    warm(None, PATH.strip("/"))
    say(said)
    workers.run(options.workers, lambda leader: work(leader=leader))
    for each in sockets:
        each.close()


def _application(prefix: str, allowed: Sequence[str], key: bytes) -> BokehTornado:
    """Make what answers; Bokeh's sessions are for the script that puts a lesson into a page."""
    return BokehTornado(
        {PATH: _make_document},
        prefix=prefix,
        extra_websocket_origins=allowed,
        extra_patterns=[(r"/?", FrontAnswer)],
        use_index=False,
        sign_sessions=True,
        secret_key=key,
        default_handler_class=MissingAnswer,
    )


def _make_document(document: Document) -> None:
    with patch_curdoc(document):
        show()


async def _answer(
    application: BokehTornado, sockets: list[socket.socket], *, says: str, leader: int | None
) -> None:
    """Answer until told to end; or until the process that leads has gone, if there is one."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    ends = [signal.SIGTERM] if leader else [signal.SIGTERM, signal.SIGINT]
    for number in ends:  # as Windows can, too
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(ended.set))
    if leader:
        loop.add_reader(leader, ended.set)
    serve_at(f"{application.prefix}{PATH}", None)
    http = Lines(
        application,
        xheaders=True,
        idle_connection_timeout=_IDLE,
        body_timeout=_SLOW,
        max_body_size=LONGEST,  # whoever is asked: a body is kept in memory
    )
    http.most = raise_limit()
    server = BaseServer(IOLoop.current(), application, http)
    http.add_sockets(sockets)
    server.start()
    if says:
        say(says)
    await ended.wait()
    http.stop()
    await asyncio.sleep(_IN_FLIGHT)
    server.stop()
    await http.close_all_connections()
    drop()
