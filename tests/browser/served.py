"""A lesson's page for tests: served as users serve it, watched for errors and foreign requests."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
APPS = ROOT / "apps"


def serve(*arguments: str) -> Iterator[str]:
    """Run `panel serve` at a free port; yield where it listens."""
    command = [sys.executable, "-m", "panel", "serve", *arguments, "--port", "0"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "default"}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=environment,
    ) as process:
        assert process.stdout
        printed = ""
        for line in process.stdout:
            printed += line
            if found := re.search(r"running at: (http://localhost:\d+)/", line):
                try:
                    yield found[1]
                finally:
                    process.terminate()
                    printed += process.stdout.read()  # or it could not say that it ends, nor end
                break
        else:
            pytest.fail(f"the server did not start:\n{printed}")
    assert "Traceback" not in printed, printed
    ours = re.compile(rf"^{re.escape(str(ROOT))}/(src|apps)/.*Warning:", re.MULTILINE)
    assert not ours.search(printed), printed


def ask(
    host: str, path: str, method: str = "GET", body: bytes | None = None, **headers: str
) -> tuple[HTTPResponse, bytes]:
    """Ask a server, without a browser; a busy one has time."""
    with closing(HTTPConnection(urlsplit(host).netloc, timeout=120)) as line:
        line.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
        response = line.getresponse()
        return response, response.read()


class Files(SimpleHTTPRequestHandler):
    """Files of a folder."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve_folder(folder: Path, files: type[Files] = Files) -> Iterator[str]:
    """Serve plain files at a free port, another origin than a lesson's; yield where."""
    handler = partial(files, directory=folder)
    with ThreadingHTTPServer(("localhost", 0), handler) as server:
        Thread(target=server.serve_forever).start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()


class Watched:
    """A page that remembers what went wrong and whom it asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.is_marked = False
        self._origins: set[str] = set()
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._ask(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(text)

    def _ask(self, url: str) -> None:
        self.requests.append(url)
        self._origins |= set(re.findall("^(?:http|file)://[^/]*", url))

    def open(self, address: str) -> Page:
        """Open a lesson in free play, unless the address says in which step."""
        free = (
            "" if re.search(r"[?&]steps?=", address) else f"{'&' if '?' in address else '?'}step=0"
        )
        self.page.goto(address + free)
        self.page.wait_for_selector("#figure.ready")
        return self.page

    def run_first(self, script: str) -> None:
        """Run a script before each page's own from now on."""
        self.page.add_init_script(script)
        self.is_marked = True

    def stop_the_clock(self) -> None:
        """Let time pass when the test says so only."""
        self.page.clock.install()
        self.is_marked = True

    def check(self) -> None:
        assert self.errors == [], self.errors
        local = re.compile(r"(https?|ws)://localhost:\d+/|data:|blob:http://localhost")
        assert [url for url in self.requests if not local.match(url)] == []

    def clear(self) -> None:
        """Forget whatever a test has left behind."""
        page, context = self.page, self.page.context
        page.goto("about:blank")
        page.mouse.move(0, 0)
        page.unroute_all(behavior="ignoreErrors")
        context.clear_cookies()
        context.clear_permissions()
        devtools = context.new_cdp_session(page)
        for origin in self._origins:
            kinds = {"origin": origin, "storageTypes": "local_storage"}
            devtools.send("Storage.clearDataForOrigin", kinds)
        devtools.detach()
        self._origins.clear()
        self.errors.clear()
        self.requests.clear()
