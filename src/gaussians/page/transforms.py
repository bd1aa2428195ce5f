"""What all that a server sends has in common, Bokeh's own answers too.

It is compressed, for on a phone's line BokehJS alone would take six seconds; it is what it says it
is; and it says nothing of the server. `panel serve` has no option for these, and an application
meets its server at a first page only: that one goes as it is.
"""

import re
from typing import ClassVar

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import Application, GZipContentEncoding, OutputTransform

REFUSED = re.compile(r"gzip\s*;\s*q=0(\.0*)?\s*(,|$)")


class Gzipped(GZipContentEncoding):
    """Compress whole answers; a file, BokehJS for example, once and not once for each reader."""

    files: ClassVar[dict[str, bytes]] = {}  # by version: a file has addresses without end

    def __init__(self, request: HTTPServerRequest) -> None:
        super().__init__(request)
        self._gzipping &= not REFUSED.search(request.headers.get("Accept-Encoding", ""))
        self._file = ""  # that is put together for others to come
        self._parts = b""
        self._left = 0  # bytes of the file that are still to come
        self._is_sent = False

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Compress the beginning of an answer, or all of it if it is a file that was asked for."""
        self._gzipping &= status_code == 200  # not a part of a file: its places are counted
        version = headers.get("Etag", "")
        self._left = int(headers.get("Content-Length", 0))
        status_code, headers, chunk = super().transform_first_chunk(
            status_code, headers, chunk, finishing
        )
        if not self._gzipping:
            return status_code, headers, chunk
        if version and not version.startswith("W/"):
            headers["Etag"] = f"W/{version}"  # the same content, not the same bytes
        if version and "Last-Modified" in headers and not finishing:
            self._file = version
            if self._file in self.files:
                self._is_sent = True
                chunk = self.files[self._file]
                headers["Content-Length"] = str(len(chunk))
            self._parts = chunk
        return status_code, headers, chunk

    def transform_chunk(self, chunk: bytes, finishing: bool) -> bytes:
        """Compress more of an answer."""
        if self._is_sent:
            return b""
        self._left -= len(chunk)
        chunk = super().transform_chunk(chunk, finishing)
        self._parts += chunk
        if self._file and finishing and self._left == 0:  # no reader has left before its end
            self.files[self._file] = self._parts
        return chunk


class Plain(OutputTransform):
    """Say how browsers are to take an answer, and not by which program it was made."""

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Change the headers of an answer."""
        headers.pop("Server", None)
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
        return status_code, headers, chunk


def transform(server: Application) -> None:
    """Make a server do so from now on."""
    if Gzipped not in server.transforms:
        server.add_transform(Plain)
        server.add_transform(Gzipped)
