"""What a server sends, over the line: compressed for those who take it."""

import gzip
import socket
import struct
from pathlib import Path
from urllib.parse import urlsplit

import bokeh
from served import ask
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from gaussians.page.transforms import Gzipped

SCRIPTS = Path(bokeh.__file__).parent / "server/static/js"
BOKEH_JS = SCRIPTS / "bokeh.min.js"
PATH = "/static/js/bokeh.min.js?v=1"


def test_answers_are_compressed_for_those_who_take_it_and_whole_for_others(course: str) -> None:
    ask(course, "/apps")  # the first page tells the server
    script = BOKEH_JS.read_bytes()
    response, page = ask(course, "/apps?lesson=reparameterization", Accept_Encoding="gzip, br")
    assert response.headers["Content-Encoding"] == "gzip"
    assert b"<title>The reparameterization trick" in gzip.decompress(page)
    tags = set()
    for _ in range(2):  # put together, and kept
        response, body = ask(course, PATH, Accept_Encoding="gzip")
        assert gzip.decompress(body) == script
        assert len(body) < 0.4 * len(script)
        assert response.headers["Vary"] == "Accept-Encoding"
        assert "max-age=3" in response.headers["Cache-Control"]  # years, for it has its version
        tags.add(response.headers["Etag"])
    (tag,) = tags
    for refused in ("identity", "gzip;q=0, br"):
        response, body = ask(course, PATH, Accept_Encoding=refused)
        assert response.headers["Content-Encoding"] is None
        assert body == script
    response, body = ask(course, PATH, Accept_Encoding="gzip", Range="bytes=10-19")
    assert (response.status, body) == (206, script[10:20])
    response, body = ask(course, PATH, Accept_Encoding="gzip", If_None_Match=tag)
    assert (response.status, body) == (304, b"")
    response, body = ask(course, PATH, "HEAD", Accept_Encoding="gzip")
    assert (response.status, body) == (200, b"")


def test_a_reader_who_leaves_early_spoils_no_file_for_others(course: str) -> None:
    ask(course, "/apps")
    name = "bokeh-tables.min.js"  # no page asks for it, so it is not kept yet
    host = urlsplit(course)
    with socket.create_connection((host.hostname, host.port)) as line:
        request = f"GET /static/js/{name} HTTP/1.1\r\nHost: {host.netloc}\r\nAccept-Encoding: gzip"
        line.sendall(f"{request}\r\n\r\n".encode())
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    for _ in range(2):
        _, body = ask(course, f"/static/js/{name}", Accept_Encoding="gzip")
        assert gzip.decompress(body) == (SCRIPTS / name).read_bytes()


def test_a_file_is_kept_once_whatever_the_addresses_that_lead_to_it() -> None:
    def send(path: str) -> None:
        taken = HTTPHeaders({"Accept-Encoding": "gzip", "Host": "localhost"})
        start = RequestStartLine("GET", path, "HTTP/1.1")
        request = HTTPServerRequest(start_line=start, headers=taken)
        headers = HTTPHeaders(
            {"Content-Type": "text/javascript", "Last-Modified": "now", "Etag": '"of a test"'}
        )
        packed = Gzipped(request)
        packed.transform_first_chunk(200, headers, b"x" * 2000, finishing=False)
        packed.transform_chunk(b"", finishing=True)

    before = len(Gzipped.files)
    for path in ("/static/js/x.js", "/static/js/1/../x.js", "/static/js/2/../x.js"):
        send(path)
    assert len(Gzipped.files) <= before + 1
