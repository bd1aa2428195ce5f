"""How a server answers: pages, the files that they share, and questions to numpy."""

import json
import os
import re
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from typing import Any

from bokeh.server.views.auth_request_handler import AuthRequestHandler
from tornado.ioloop import IOLoop
from tornado.web import HTTPError, authenticated, stream_request_body

from gaussians.lessons import LESSONS
from gaussians.page.assets import asset
from gaussians.page.scripts import first_script
from gaussians.page.served import page, unready
from gaussians.stage.engine import answer

LONGEST = 16_384  # bytes of a question: a state has a few hundred
_REFUSED = re.compile(r"gzip\s*;\s*q=0(\.0*)?\s*(,|$)")
_FOR_GOOD = "public, max-age=31536000, immutable"

# Numpy computes beside the loop that sends pages: whoever asks for 100,000 points stops nobody.
_numpy = ThreadPoolExecutor(os.cpu_count(), "numpy")


class Answer(AuthRequestHandler):
    """What all answers have in common."""

    def write_error(self, status_code: int, **_: Any) -> None:
        """Tell what kind of error it is: where it happened is for the log."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")

    def send(self, text: bytes, packed: bytes) -> None:
        """Send a text, compressed to those who take it."""
        taken = self.request.headers.get("Accept-Encoding", "")
        if "gzip" in taken and not _REFUSED.search(taken):
            self.set_header("Content-Encoding", "gzip")
            text = packed
        self.finish(text)


class PageAnswer(Answer):
    """A lesson, or the front page, in the state that its address asks for."""

    def initialize(self, key: str | None) -> None:
        """Take the lesson that is served here; None for the course."""
        self.key = key

    @authenticated
    def get(self) -> None:
        """Send it; a link in it begins at the last part of its path, which so needs one."""
        home = self.request.path.rsplit("/", 1)[1]
        if not home and self.request.path != "/":
            self.redirect(f"{self.request.path.rstrip('/')}?{self.request.query}".rstrip("?"))
            return
        made = page(self.key, home or ".", self.request.query)
        self.set_status(made.status)
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Content-Security-Policy", policy(os.environ.get("GAUSSIANS_FRAMES", "")))
        self.send(made.text, made.packed)

    head = get


class FileAnswer(Answer):
    """A file of a name that has its content in it."""

    @authenticated
    def get(self, name: str) -> None:
        """Send it once and for all."""
        found = asset(name)
        if not found:
            raise HTTPError(404)
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", _FOR_GOOD)
        self.send(found.text, found.packed)

    head = get


@stream_request_body
class NumpyAnswer(Answer):
    """A scene: the question is a state, and nothing of it is kept."""

    def initialize(self) -> None:
        """Begin to read."""
        self.question = b""

    def set_default_headers(self) -> None:
        """Let a frame ask that has no origin, for it is sandboxed: there are no secrets here."""
        self.set_header("Access-Control-Allow-Origin", "*")

    async def prepare(self) -> None:
        """Refuse what is too long before it is read."""
        await super().prepare()  # type: ignore[no-untyped-call]
        line: Any = self.request.connection
        line.set_max_body_size(LONGEST)

    def data_received(self, chunk: bytes) -> None:
        """Put the question together."""
        self.question += chunk
        if len(self.question) > LONGEST:
            raise HTTPError(413)

    @authenticated
    async def post(self, key: str) -> None:
        """Compute it."""
        if key not in LESSONS:
            raise HTTPError(404)
        try:
            question = json.loads(self.question)
        except (ValueError, RecursionError):
            raise HTTPError(400) from None
        made = await IOLoop.current().run_in_executor(_numpy, answer, LESSONS[key], question)
        self.set_header("Content-Type", "application/octet-stream")
        self.set_header("Cache-Control", "no-store")
        self.finish(made)


class ReadyAnswer(Answer):
    """Whether lessons can be shown."""

    async def get(self) -> None:
        """Say it, to whoever watches the server."""
        problems = await IOLoop.current().run_in_executor(_numpy, unready)
        self.set_status(503 if problems else 200)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("\n".join(problems or ["ready"]) + "\n")


@cache
def policy(frames: str) -> str:
    """Return what a page may load, and which hosts may frame it; all, without any name.

    Its one script that is not a file is named by its content.
    """
    first = b64encode(sha256(first_script().encode()).digest()).decode()
    # A star would leave out pages of a disk, as slides are.
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' 'sha256-{first}'",
            "style-src 'unsafe-inline'",
            "font-src data:",
            "img-src data: blob:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            *([f"frame-ancestors {frames}"] if frames else []),
        ]
    )
