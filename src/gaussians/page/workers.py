"""Several processes that do the same: whoever is lost is replaced, and all end together.

They are forks of a process that has made all there is to make, so a new one is there at once.
"""

import logging
import os
import signal
import time
import warnings
from collections.abc import Callable
from contextlib import suppress

_QUICK = 1.0  # seconds: who ends sooner will do so again, and shall not keep a processor busy
_PATIENCE = 5.0  # seconds that they have to end
_log = logging.getLogger(__name__)
_OUT = 1  # unbuffered, so that nothing is left to write at the end
_ENDS = (signal.SIGTERM, signal.SIGINT)


def run(count: int, work: Callable[[int], None]) -> None:
    """Work in some processes until this one is told to end.

    Parameters
    ----------
    count
        How many.
    work
        What each does, until SIGTERM comes. It is given a file that ends when this process does,
        for who is killed tells nobody.
    """
    heard, says = os.pipe()
    os.set_blocking(says, False)
    ours, theirs = os.pipe()  # nothing is written; the system closes it
    signal.set_wakeup_fd(says)
    for number in (*_ENDS, signal.SIGCHLD):
        signal.signal(number, lambda *_: None)

    def start() -> int:
        with warnings.catch_warnings():  # of Python 3.12; the other threads are numpy's, which can
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child:
            return child
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for each in (heard, says, theirs):
            os.close(each)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first one tells them
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        try:
            work(ours)
        except BaseException:
            _log.exception("a worker failed")
        finally:
            os._exit(1)  # and do nothing twice that the first process was to do

    started = {start(): time.monotonic() for _ in range(count)}
    while not set(_ENDS) & set(os.read(heard, 64)):
        for child in _ended(started):
            lived = time.monotonic() - started.pop(child)
            say(f"Worker {child} was lost; another takes its place.")
            time.sleep(max(0, _QUICK - lived))
            started[start()] = time.monotonic()
    for child in started:
        os.kill(child, signal.SIGTERM)
    _await(started)


def say(text: str) -> None:
    """Print a line; where a disk is full, the server is worth more than what it says."""
    with suppress(OSError):
        os.write(_OUT, f"{text}\n".encode())


def _ended(children: dict[int, float]) -> list[int]:
    """List who has ended, and let go of them."""
    return [child for child in children if os.waitpid(child, os.WNOHANG)[0]]


def _await(children: dict[int, float]) -> None:
    late = time.monotonic() + _PATIENCE
    while children and time.monotonic() < late:
        for child in _ended(children):
            del children[child]
        time.sleep(0.02)
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
