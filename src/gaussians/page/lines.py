"""How many lines a server holds: where the system gives no more, it would do nothing but say so."""

from contextlib import suppress

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream

_MOST = 65_536  # files that a process asks for
_OWN = 40  # of them are no lines
_UNKNOWN = 512  # lines, where no limit is told, as on Windows


class Lines(HTTPServer):
    """A server that hangs up on whoever comes when all its lines are taken."""

    most = _UNKNOWN

    def handle_stream(self, stream: IOStream, address: tuple[str, int]) -> None:
        """Take a line."""
        if len(self._connections) < self.most:
            super().handle_stream(stream, address)
        else:
            stream.close()


def raise_limit() -> int:
    """Let the process open as many files as it may, and return how many lines these allow.

    A browser has six lines, so that a class needs more than the usual 1,024.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = _MOST if hard == resource.RLIM_INFINITY else min(hard, _MOST)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        return max(1, most - _OWN)
    return _UNKNOWN
