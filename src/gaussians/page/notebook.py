"""A lesson in a notebook: the served page in a frame, from a server that starts by itself."""

import atexit
from dataclasses import dataclass, field
from socket import create_connection, socket
from time import sleep
from urllib.parse import urlencode

import panel as pn

from gaussians.lessons import LESSONS
from gaussians.page.app import show
from gaussians.page.frame import HEIGHT, frame

_ports: dict[str, int] = {}


@dataclass(frozen=True)
class NotebookLesson:
    """A lesson that a notebook displays when a cell ends with it.

    The page is served by the notebook's own process at a free port of this computer, so the
    browser must run on the same computer.
    """

    key: str
    state: dict[str, float | str] = field(default_factory=dict)
    height: int = HEIGHT

    def _repr_html_(self) -> str:
        """Start the server, once for each lesson, and return a frame with the page."""
        if self.key not in _ports:
            _ports[self.key] = _serve(self.key)
        query = urlencode({"embed": 1, **self.state})
        address = f"http://localhost:{_ports[self.key]}/{self.key}?{query}"
        return frame(address, LESSONS[self.key].title, self.height)


def lesson(key: str, **state: float | str) -> NotebookLesson:
    """Return a lesson to show in a notebook, in a state of your choice.

    Parameters
    ----------
    key
        Its name, as in ``?lesson=``.
    **state
        Where its controls start.

    Raises
    ------
    ValueError
        If there is no such lesson.

    Examples
    --------
    >>> lesson("reparameterization", rho=0.8).state
    {'rho': 0.8}
    """
    if key not in LESSONS:
        raise ValueError(f"`key` must be one of {sorted(LESSONS)}, got {key!r}")
    return NotebookLesson(key, state)


def _serve(key: str) -> int:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    server = pn.serve(  # type: ignore[no-untyped-call]
        {key: lambda: show(key)},
        port=port,
        address="127.0.0.1",
        websocket_origin=[f"localhost:{port}"],
        threaded=True,
        show=False,
        verbose=False,
    )
    atexit.register(server.stop)
    _wait_for(port)
    return port


def _wait_for(port: int) -> None:
    """Return once the server listens: it starts in a thread of its own."""
    for _ in range(200):
        try:
            create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            sleep(0.05)
        else:
            return
    raise RuntimeError(f"the server of the lesson did not start at port {port}")
