"""A second engine: Firefox, driven by WebDriver BiDi over a socket of its own."""

import json
import os
import re
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

FIREFOXES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
# A browser under test has no business elsewhere: but for this computer, it finds nobody.
NOWHERE = """
user_pref("network.proxy.type", 1);
user_pref("network.proxy.socks", "127.0.0.1");
user_pref("network.proxy.socks_port", 1);
user_pref("network.proxy.socks_remote_dns", true);
user_pref("browser.shell.checkDefaultBrowser", false);
"""


class Firefox:
    """One tab, with as much of playwright's page as tests of figures need."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._ids = count(1)
        self.errors: list[str] = []
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=["log.entryAdded"])
        self._tab = self._send("browsingContext.getTree")["contexts"][0]["context"]
        self._send(
            "browsingContext.setViewport",
            context=self._tab,
            viewport={"width": 1280, "height": 900},
        )

    def _send(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command; take what comes until its answer is there."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv(timeout=30))
            if message["type"] == "event" and message["params"]["level"] in ("error", "warn"):
                self.errors.append(message["params"]["text"])
            if message.get("id") == number:
                assert message["type"] == "success", message
                result: dict[str, Any] = message["result"]
                return result

    def open(self, address: str) -> None:
        """Go to a lesson, and wait until its figure is there."""
        self._send("browsingContext.navigate", context=self._tab, url=address, wait="complete")
        self.wait_for_function("document.querySelector('#figure.ready')")

    def reload(self) -> None:
        """Load the page again, and wait until its figure is there."""
        self._send("browsingContext.reload", context=self._tab, wait="complete")
        self.wait_for_function("document.querySelector('#figure.ready')")

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression, or of a function's call, as far as JSON has it."""
        script = f"""(async () => {{
          const value = ({expression});
          return JSON.stringify(await (typeof value === "function" ? value() : value)) ?? "null";
        }})()"""
        target = {"context": self._tab}
        found = self._send("script.evaluate", expression=script, target=target, awaitPromise=True)
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])

    def wait_for_function(self, expression: str) -> None:
        """Wait until the value of an expression is true."""
        self.evaluate(
            f"""async () => {{
              const value = () => ({expression});
              const holds = () => (typeof value() === "function" ? value()() : value());
              const end = Date.now() + 20_000;
              while (!holds()) {{
                if (Date.now() > end) throw Error("this never came true");
                await new Promise((done) => setTimeout(done, 20));
              }}
            }}"""
        )

    def press(self, key: str) -> None:
        """Press a key, by its code in WebDriver."""
        strokes = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        self._send("input.performActions", context=self._tab, actions=[keyboard])

    def screenshot(self, selector: str) -> bytes:
        """Return a picture of an element, as PNG."""
        box = self.evaluate(
            f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        )
        clip = {"type": "box"} | {key: box[key] for key in ("x", "y", "width", "height")}
        shot = self._send("browsingContext.captureScreenshot", context=self._tab, clip=clip)
        return b64decode(shot["data"])


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """Start a Firefox with an empty profile in a folder."""
    path = next(filter(None, map(shutil.which, FIREFOXES)), None)
    if path is None:
        pytest.fail(
            "These tests need Firefox. Install it with `sudo apt-get install firefox-esr` (Debian) "
            "or `brew install --cask firefox` (macOS)."
        )
    (folder / "user.js").write_text(NOWHERE, encoding="utf-8")
    options = "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(folder)
    with subprocess.Popen(
        [path, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"HOME": str(folder)},
    ) as process:
        assert process.stderr
        for line in process.stderr:
            if found := re.search(r"BiDi listening on (ws://\S+)", line):
                break
        else:
            pytest.fail("Firefox did not start")
        rest = Thread(target=process.stderr.read)  # or it would stop when the pipe is full
        rest.start()
        try:
            with connect(f"{found[1]}/session", proxy=None, max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            rest.join()
