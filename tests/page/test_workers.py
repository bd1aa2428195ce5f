"""Processes that are replaced when they are lost, and that end together."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/gaussians/page/workers.py"
PROGRAM = f"""
import os, runpy, select, signal, sys
def work(leader):
    print("at work", os.getpid(), flush=True)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    select.select([leader], [], [])
    print("alone", os.getpid(), flush=True)
runpy.run_path({str(SOURCE)!r})["run"](2, work)
print("ended", flush=True)
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


@pytest.fixture
def leader() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-I", "-c", PROGRAM],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        yield process
        if process.poll() is None:
            process.kill()


def read(leader: subprocess.Popen[str], pattern: str) -> int:
    assert leader.stdout
    line = leader.stdout.readline()
    found = re.fullmatch(pattern, line.strip())
    assert found, line
    return int(found[1])


def test_a_worker_that_is_lost_is_replaced_and_all_end_with_the_first(
    leader: subprocess.Popen[str],
) -> None:
    first, second = (read(leader, r"at work (\d+)") for _ in range(2))
    os.kill(first, signal.SIGKILL)
    assert read(leader, r"Worker (\d+) was lost; another takes its place.") == first
    third = read(leader, r"at work (\d+)")
    os.killpg(leader.pid, signal.SIGINT)  # as Ctrl-C does
    assert leader.stdout
    assert leader.stdout.read() == "ended\n"  # comes when all have closed it
    assert leader.wait() == 0
    for worker in (second, third):
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


def test_none_is_left_where_the_first_was_killed(leader: subprocess.Popen[str]) -> None:
    workers = {read(leader, r"at work (\d+)") for _ in range(2)}
    leader.kill()
    assert {read(leader, r"alone (\d+)") for _ in range(2)} == workers
    assert leader.stdout
    assert leader.stdout.read() == ""
