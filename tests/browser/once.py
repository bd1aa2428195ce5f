"""What is made once for all workers of a session: by the first that needs it."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


class Once:
    """A folder of the session, in which workers find what another one has made."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        own = factory.getbasetemp()
        self._home = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(self, name: str, make: Callable[[Path], object]) -> Path:
        """Return a file or folder of this name; others wait while one of them makes it."""
        path = self._home / name
        with (self._home / f"{name}.lock").open("w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                unfinished = path.with_name(f"{name}.unfinished")
                make(unfinished)
                unfinished.rename(path)
        return path
