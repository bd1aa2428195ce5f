"""`python -m gaussians serve`: what it prints, where it answers, what it tells, and how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPResponse
from urllib.parse import urlsplit

import pytest
import served

from gaussians.__main__ import main


def ask(host: str, path: str, method: str = "GET", body: str = "") -> tuple[HTTPResponse, str]:
    response, text = served.ask(f"http://{host}", path, method, body.encode())
    return response, text.decode("utf-8", "replace")


@pytest.fixture
def server() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "gaussians", "serve", "--port=0", "--prefix=/course/",
               "--allow=lms.example.org", "--allow=*.school.example:8000"]  # fmt: skip
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=os.environ | {"PYTHONWARNDEFAULTENCODING": ""},  # of others it would tell, too
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_the_course_is_served_at_a_prefix_and_the_command_ends_when_told(
    server: subprocess.Popen[str],
) -> None:
    assert server.stdout
    said = server.stdout.readline()
    found = re.fullmatch(r"The course is at (http://localhost:\d+)/course/apps\n", said)
    assert found, said
    host = urlsplit(found[1]).netloc

    ready, text = ask(host, "/course/ready")
    assert (ready.status, text) == (503, "not yet: pages are being made\n")
    for path, leads in (("/course", "course/apps"), ("/course/", "apps")):
        response, _ = ask(host, path)
        assert (response.status, response.headers["Location"]) == (302, leads)
    page, html = ask(host, "/course/apps?lesson=sum")  # from the first on
    assert page.status == 200
    policy = page.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self' lms.example.org *.school.example:8000" in policy
    (script, *_) = re.findall(r'<script src="(apps/file/sum[^"]*)"', html)
    assert ask(host, f"/course/{script}")[0].status == 200
    answer, _ = ask(host, "/course/apps/answer/sum", "POST", "{}")
    assert answer.status == 200
    with suppress(ConnectionError):  # the line may end before all of it is sent
        assert (
            ask(host, "/course/apps", "POST", "x" * 1_000_000)[0].status == 400
        )  # not 405: unread

    missing = ("/course/nirvana", "/apps", "/course/apps/file/nirvana",
               "/course/apps/autoload.js", "/course/static/js/nirvana.js",
               "/course/apps/ws", "/course/static/../../x")  # fmt: skip
    for path in missing:
        response, text = ask(host, path)
        assert 400 <= response.status < 500, path
        assert not re.search(r"Traceback|\.py|/usr|/home|site-packages", text)
        assert len(text) < 200
        assert "Server" not in response.headers
        assert response.headers["X-Content-Type-Options"] == "nosniff"

    query = "bokeh-autoload-element=x&bokeh-app-path=/course/apps"
    assert ask(host, f"/course/apps/autoload.js?{query}")[0].status == 200

    server.send_signal(signal.SIGTERM)
    rest = server.stdout.read()
    assert server.wait() == 0
    assert "Traceback" not in rest


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("--port=70000", "'70000' is no whole number from 0 to 65535"),
        ("--workers=0", "'0' is no whole number from 1 to 64"),
        ("--allow=https://lms.example.org", "takes a host, as in lms.example.org:8000"),
        ("--allow=a; script-src *", "takes a host"),
        ("--address=nowhere.invalid", "nowhere.invalid, port 5006: "),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(
    option: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["serve", option])
    assert says in capsys.readouterr().err


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # tornado's socket
def test_a_port_that_is_taken_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match="2"):
            main(["serve", "--address=127.0.0.1", f"--port={port}"])
    assert f"127.0.0.1, port {port}: Address already in use" in capsys.readouterr().err
