"""What a server answers, over the line: nothing of itself, and nothing that others can spoil."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect
from served import APPS, Watched, ask, serve
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from gaussians.page.handlers import LONGEST

ODD = [
    ("POST", "/apps/answer/affine", b"[" * 5000, 400),
    ("POST", "/apps/answer/affine", b"\xff{}", 400),
    ("POST", "/apps/answer/affine", b"", 400),
    ("POST", "/apps/answer/nirvana", b"{}", 404),
    ("GET", "/apps/answer/affine", None, 405),
    ("GET", "/apps/file/page.0123456789abcdef.js", None, 404),
    ("GET", "/apps/file/..%2f..%2fetc%2fpasswd", None, 404),
    ("POST", "/apps", b"x=1", 405),
    ("GET", "/apps/ws", None, 400),
]


@pytest.mark.parametrize(("method", "path", "body", "status"), ODD)
def test_an_odd_request_learns_nothing_of_the_server(
    course: str, method: str, path: str, body: bytes | None, status: int
) -> None:
    ask(course, "/apps")  # the first page tells the server
    response, answer = ask(course, path, method, body)
    assert response.status == status
    assert not re.search(rb"Traceback|\.py|/usr|/home|" + str(APPS.parent).encode(), answer)
    assert response.headers["Server"] is None


def test_every_answer_says_how_it_may_be_used(course: str) -> None:
    ask(course, "/apps")
    response, page = ask(course, "/apps?lesson=affine")
    assert response.headers["Cache-Control"] == "no-cache"
    assert "frame-ancestors" not in response.headers["Content-Security-Policy"]  # any may
    (own, *_) = re.findall(r'src="(apps/file/[^"]*)"', page.decode())
    file, _ = ask(course, f"/{own}")
    assert "immutable" in file.headers["Cache-Control"]
    numbers, _ = ask(course, "/apps/answer/affine", "POST", b"{}")
    assert numbers.headers["Access-Control-Allow-Origin"] == "*"
    ready, _ = ask(course, "/ready")
    for answer in (response, file, numbers, ready):
        assert answer.status == 200 or answer is ready  # soon
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"]
        assert answer.headers["Server"] is None


def test_a_long_question_is_not_even_read(course: str) -> None:
    ask(course, "/apps")
    state = json.dumps({f"k{i}": 1 for i in range(900_000)}).encode()
    with suppress(ConnectionError):  # the line may end before all of it is sent
        response, _ = ask(course, "/apps/answer/affine", "POST", state)
        assert response.status >= 400
    fits = json.dumps({"a11": 2}).encode().ljust(LONGEST)
    assert ask(course, "/apps/answer/affine", "POST", fits)[0].status == 200


def test_a_link_to_a_session_leads_to_a_page_that_has_none(course: str, watched: Watched) -> None:
    page = watched.open(f"{course}?bokeh-session-id=abc&bokeh-token=x&rho=0.5&step=0")
    assert not any(url.startswith("ws:") for url in watched.requests)
    expect(page.locator("#notice li")).to_have_count(2)


def test_a_first_page_leads_to_its_files_and_to_numpy_however_panel_is_told_to_serve() -> None:
    options = ("--index", "affine", "--enable-xsrf-cookies", "--prefix", "/course")
    for host in serve(str(APPS / "affine.py"), *options):
        for path in ("/course/affine/", "/course/"):
            _, page = ask(host, path)  # as Bokeh sends it
            (own, *_) = re.findall(r'src="([^"]*/file/affine[^"]*)"', page.decode())
            assert ask(host, urljoin(path, own))[0].status == 200
            answers = urljoin(path, re.findall(r'"answers": ?"([^"]*)"', page.decode())[0])
            assert ask(host, answers, "POST", b"{}")[0].status == 200
            again, _ = ask(host, f"{path}?t1=2")
            leads = urljoin(path, again.headers["Location"])
            assert leads == f"{path[:-1]}?t1=2"
            assert ask(host, leads)[0].status == 200
        assert ask(host, "/course/ws")[0].status == 400  # the line is there, and this is no line


@pytest.fixture
def socket(course: str) -> Iterator[ClientConnection]:
    """Join the session of a page that Bokeh's script puts a lesson into."""
    host = urlsplit(course).netloc
    query = "bokeh-autoload-element=x&bokeh-app-path=/apps&bokeh-absolute-url=http://localhost/apps"
    _, script = ask(course, f"/apps/autoload.js?{query}")
    token = re.search(rb'"token":"([^"]*)"', script)
    assert token
    protocols = [Subprotocol("bokeh"), Subprotocol(token[1].decode())]
    origin = Origin(f"http://{host}")
    with connect(f"ws://{host}/apps/ws", subprotocols=protocols, origin=origin) as line:
        assert "ACK" in str([line.recv() for _ in range(3)])
        yield line


def send(socket: ClientConnection, kind: str, content: object) -> None:
    for part in ({"msgid": "1", "msgtype": kind}, {}, content):
        socket.send(json.dumps(part))


def pull(socket: ClientConnection) -> str:
    send(socket, "PULL-DOC-REQ", {})
    return str([socket.recv(timeout=20) for _ in range(3)][2])


def test_nothing_that_comes_over_a_line_changes_a_document(socket: ClientConnection) -> None:
    before = pull(socket)
    assert "iframe" in before
    events = [{"kind": "TitleChanged", "title": "hacked"}, {"kind": "nonsense"}]
    send(socket, "PATCH-DOC", {"events": events})
    assert pull(socket) == before


@pytest.mark.parametrize("odd", ["x", "[" * 9000, "x" * 20_000, b"\xff"])
def test_an_odd_message_ends_its_line_without_a_word(
    socket: ClientConnection, odd: str | bytes
) -> None:
    with suppress(ConnectionClosed):
        for _ in range(3):
            socket.send(odd)
    with pytest.raises(ConnectionClosed) as closed:
        socket.recv(timeout=20)
    assert not re.search("Traceback|File ", str(closed.value))
