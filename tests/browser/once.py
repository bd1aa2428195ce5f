"""What is made or started once for all workers of a session: by the first that needs it."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Once:
    """A folder of the session, in which workers find what another one has made."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        own = factory.getbasetemp()
        self._worker = os.environ.get("PYTEST_XDIST_WORKER", "")
        self._home = own.parent if self._worker else own

    def made(self, name: str, make: Callable[[Path], object]) -> Path:
        """Return a file or folder of this name; others wait while one of them makes it."""
        path = self._home / name
        with self._locked(name):
            if not path.exists():
                unfinished = path.with_name(f"{name}.unfinished")
                make(unfinished)
                unfinished.rename(path)
        return path

    def running(self, name: str, start: Callable[[], Iterator[str]]) -> Iterator[str]:
        """Yield where a server is; the worker that has started it ends it after all others."""
        file, users = self._home / name, self._home / f"{name}.users"
        own = None
        with self._locked(name):
            users.mkdir(exist_ok=True)
            (users / f"user {self._worker}").touch()
            if not file.exists():
                own = start()
                file.write_text(next(own), "utf-8")
        yield file.read_text("utf-8")
        (users / f"user {self._worker}").unlink()
        while own:
            with self._locked(name):
                if not [*users.iterdir()]:
                    file.unlink()
                    break
            time.sleep(0.2)
        assert [*(own or ())] == []  # it ends, and what it printed is looked at

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        with (self._home / f"{name}.lock").open("w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
