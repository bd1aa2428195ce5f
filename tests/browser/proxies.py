"""A line between browser and server that can be cut, as a bad network cuts it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread


class Proxy:
    """Passes bytes on, both ways, until it is told not to."""

    def __init__(self, listener: socket.socket) -> None:
        self.target = 0  # the port of the server
        self.is_cut = False  # nothing is passed on, and nobody is told
        self._listener = listener
        self._lines: list[socket.socket] = []
        self._lock = Lock()
        self.address = f"http://localhost:{listener.getsockname()[1]}"

    def run(self) -> None:
        """Take lines until the listener is closed."""
        with suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                Thread(target=self._join, args=[line], daemon=True).start()

    def hang_up(self) -> None:
        """End all lines."""
        with self._lock:
            for line in self._lines:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
                line.close()
            self._lines.clear()

    def _join(self, line: socket.socket) -> None:
        try:
            other = socket.create_connection(("localhost", self.target))
        except OSError:
            line.close()
            return
        with self._lock:
            self._lines += [line, other]
        Thread(target=self._pass_on, args=[other, line], daemon=True).start()
        self._pass_on(line, other)

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if not self.is_cut:
                    sink.sendall(data)
            sink.shutdown(socket.SHUT_RDWR)


@contextmanager
def proxy() -> Iterator[Proxy]:
    """Start a proxy at a free port."""
    with socket.create_server(("localhost", 0)) as listener:
        started = Proxy(listener)
        Thread(target=started.run, daemon=True).start()
        yield started
        started.hang_up()
        listener.shutdown(socket.SHUT_RDWR)
