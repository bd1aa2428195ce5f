"""How a server answers: pages, the files that they share, and questions to numpy."""

import json
import os
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from bokeh.server.views.auth_request_handler import AuthRequestHandler
from tornado.web import HTTPError, authenticated, stream_request_body

from gaussians.lessons import LESSONS
from gaussians.page.assets import asset, made
from gaussians.page.beside import compute, is_warm, make
from gaussians.page.packed import Packed
from gaussians.page.scripts import first_script
from gaussians.page.served import kept, page, unready
from gaussians.page.transforms import REFUSED
from gaussians.stage.engine import answer

LONGEST = 16_384  # bytes of a question: a state has a few hundred
_FOR_GOOD = "public, max-age=31536000, immutable"


class Answer(AuthRequestHandler):
    """What all answers have in common."""

    def write_error(self, status_code: int, **_: Any) -> None:
        """Tell what kind of error it is: where it happened is for the log."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")

    def send(self, file: Packed) -> None:
        """Send a text, compressed to those who take it."""
        taken = self.request.headers.get("Accept-Encoding", "")
        if "gzip" in taken and not REFUSED.search(taken):
            self.set_header("Content-Encoding", "gzip")
            self.finish(file.packed)
        else:
            self.finish(file.text)


class PageAnswer(Answer):
    """A lesson, or the front page, in the state that its address asks for."""

    def initialize(self, key: str | None) -> None:
        """Take the lesson that is served here; None for the course."""
        self.key = key

    @authenticated
    async def get(self) -> None:
        """Send it; a link in it begins at the last part of its path, which so needs one."""
        home = self.request.path.rsplit("/", 1)[1]
        if not home and self.request.path != "/":
            last = self.request.path.rstrip("/").rsplit("/", 1)[1]
            self.redirect(f"../{last}?{self.request.query}".rstrip("?"))
            return
        asked = (self.key, home or ".", self.request.query)
        found = kept(*asked)
        if not found:
            found = await make(page, *asked)
        self.set_status(found.status)
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Content-Security-Policy", policy(os.environ.get("GAUSSIANS_FRAMES", "")))
        self.send(found)

    head = get


class FileAnswer(Answer):
    """A file of a name that has its content in it."""

    @authenticated
    async def get(self, name: str) -> None:
        """Send it once and for all."""
        found = made(name) or await make(asset, name)
        if not found:
            raise HTTPError(404)
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", _FOR_GOOD)
        self.send(found)

    head = get


class FrontAnswer(Answer):
    """Where nothing is but the way to the course, whatever comes before it in the address."""

    def get(self) -> None:
        """Lead there."""
        home = self.request.path.rsplit("/", 1)[1]
        self.redirect(f"{home}/apps" if home else "apps")

    head = get


class MissingAnswer(Answer):
    """What nobody answers."""

    async def prepare(self) -> None:
        """Say so."""
        raise HTTPError(404)


@stream_request_body
class NumpyAnswer(Answer):
    """A scene: the question is a state, and nothing of it is kept."""

    def initialize(self) -> None:
        """Begin to read."""
        self.question = b""

    def set_default_headers(self) -> None:
        """Let a frame ask that has no origin, for it is sandboxed: there are no secrets here."""
        self.set_header("Access-Control-Allow-Origin", "*")

    def check_xsrf_cookie(self) -> None:
        """Ask for no cookie, in whatever way Panel is told to serve: an answer changes nothing."""

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
        numbers = await compute(answer, LESSONS[key], question)
        self.set_header("Content-Type", "application/octet-stream")
        self.set_header("Cache-Control", "no-store")
        self.finish(numbers)


class ReadyAnswer(Answer):
    """Whether lessons can be shown."""

    async def get(self) -> None:
        """Say it, to whoever watches the server."""
        problems = await make(unready) if is_warm() else ["not yet: pages are being made"]
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
