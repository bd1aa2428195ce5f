"""What a class asks of a server: students who come, settle, leave, and break off. By hand.

`python tests/benchmarks/soak.py [--students 300] [--minutes 10] [--workers 2]`: first all ask for a
page at once; then as many come one after the other, change a state every two seconds, and leave
again, for others to come; one in a hundred answers is broken off in its middle. Both share the
processors with the server, so its figures are worth something beside others of the same machine.
"""

import argparse
import asyncio
import gzip
import json
import os
import random
import re
import signal
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any

from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS

SETTLES = 2.0  # seconds
STAYS = 90.0  # seconds, on average
BREAKS_OFF = 0.01  # of the answers
PORT = 7399


@dataclass
class Measured:
    """What the students have seen."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    lost: list[str] = field(default_factory=list)
    joined: int = 0
    broken: int = 0


class Line:
    """A line that is kept, as a browser keeps it."""

    def __init__(self) -> None:
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def ask(self, path: str, body: bytes | None = None, *, breaks: bool = False) -> bytes:
        """Return an answer, or its beginning and hang up."""
        if not self.writer or not self.reader:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", PORT)
        method = "GET" if body is None else "POST"
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost:{PORT}\r\nAccept-Encoding: gzip\r\n"
        if body is not None:
            head += f"Content-Length: {len(body)}\r\n"
        self.writer.write(head.encode() + b"\r\n" + (body or b""))
        if breaks:
            await self.reader.readexactly(10)
            self.close()
            return b""
        answered = await self.reader.readuntil(b"\r\n\r\n")
        if not answered.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(f"{path[:60]}: {answered[:40]!r}")
        length = re.search(rb"Content-Length: (\d+)", answered)
        assert length
        text = await self.reader.readexactly(int(length[1]))
        return gzip.decompress(text) if b"Content-Encoding: gzip" in answered else text

    def close(self) -> None:
        """Hang up."""
        if self.writer:
            self.writer.transport.abort()
        self.reader = self.writer = None


@cache
def sliders(lesson: type[Lesson]) -> dict[str, Any]:
    """Return a lesson's numbers."""
    numbers = {k: lesson.param[k] for k in lesson.names()}
    return {k: p for k, p in numbers.items() if getattr(p, "bounds", None)}


def state_of(lesson: type[Lesson]) -> bytes:
    """Return some state, as a page sends it."""
    state = lesson().state()
    for key, number in random.sample(sorted(sliders(lesson).items()), 1):
        low, high = number.bounds
        between = random.uniform(low, high)
        state[key] = round(between) if isinstance(state[key], int) else round(between, 2)
    return json.dumps(state).encode()


async def timed(measured: Measured, kind: str, asked: Any) -> Any:
    """Wait for an answer, and note how long it took or that it did not come."""
    begun = monotonic()
    try:
        answer = await asyncio.wait_for(asked, 30)
    except (OSError, asyncio.IncompleteReadError, TimeoutError, EOFError) as error:
        measured.lost.append(f"{kind}: {error!r}")
        return None
    measured.took[kind].append(monotonic() - begun)
    return answer


async def join(line: Line, key: str) -> None:
    """Open a page, with its files on lines of their own, as a new browser has none of them."""
    page = (await line.ask(f"/apps?lesson={key}")).decode()
    files = re.findall(r"apps/file/[\w.]+", page)
    assert "<h1>" in page
    assert len({*files}) == 3
    await asyncio.gather(*(fetch(f"/{name}") for name in {*files}))


async def fetch(path: str) -> None:
    line = Line()
    try:
        await line.ask(path)
    finally:
        line.close()


async def student(measured: Measured, end: float) -> None:
    """Come, settle, and leave for another to come, until the end."""
    while monotonic() < end:
        line, key = Line(), random.choice([*LESSONS])
        leaves = min(end, monotonic() + random.expovariate(1 / STAYS))
        measured.joined += 1
        await timed(measured, "page", join(line, key))
        while monotonic() < leaves:
            await asyncio.sleep(random.uniform(0.5, 1.5) * SETTLES)
            breaks = random.random() < BREAKS_OFF
            measured.broken += breaks
            kind = "broken off" if breaks else "answer"
            question = state_of(LESSONS[key])
            await timed(measured, kind, line.ask(f"/apps/answer/{key}", question, breaks=breaks))
        line.close()


def processes(leader: int) -> list[int]:
    """List a server's processes."""
    children = Path(f"/proc/{leader}/task/{leader}/children").read_text("ascii")
    return [leader, *map(int, children.split())]


def memory(leader: int) -> list[float]:
    """Return what each process holds, in MB, what they share counted in parts."""

    def of(pid: int) -> float:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        return int(re.findall(r"Pss:\s+(\d+)", text)[0]) / 1024

    return [round(of(pid), 1) for pid in processes(leader)]


def processor(leader: int) -> float:
    """Return how many seconds a server has computed."""
    ticks = 0
    for pid in processes(leader):
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def table(measured: Measured) -> None:
    """Print it."""
    for kind, took in measured.took.items():
        took.sort()
        at = [took[int(share * (len(took) - 1))] * 1000 for share in (0.5, 0.95, 1)]
        print(f"{kind:12}{len(took):8} p50 {at[0]:7.1f} p95 {at[1]:7.1f} max {at[2]:7.1f} ms")
    print(f"{'lost':12}{len(measured.lost):8} {measured.lost[:3]}")


async def burst(count: int) -> None:
    """Let all come at once."""
    measured, begun = Measured(), monotonic()
    keys = random.choices([*LESSONS], k=count)
    await asyncio.gather(*(timed(measured, "page", join(Line(), key)) for key in keys))
    print(f"\n{count} at once, all ready after {monotonic() - begun:.1f} s")
    table(measured)


async def soak(leader: int, students: int, minutes: float) -> None:
    """Let them come one after the other, within a minute or less, and go on."""
    measured, begun = Measured(), monotonic()
    end, at_hand, used = begun + 60 * minutes, [], processor(leader)
    pause = min(60, 20 * minutes) / students
    print(f"\nMB at the start {memory(leader)}")
    for number in range(students):
        at_hand.append(asyncio.create_task(student(measured, end)))
        await asyncio.sleep(pause)
        if number == 99:
            print(f"MB after 100 students {memory(leader)}")
    while monotonic() < end:
        await asyncio.sleep(min(60, max(0, end - monotonic()) + 0.01))
        minute, load = (monotonic() - begun) / 60, os.getloadavg()[0]
        print(f"MB after {minute:.1f} minutes {memory(leader)}, load {load:.1f}", flush=True)
    await asyncio.gather(*at_hand)
    busy = (processor(leader) - used) / (monotonic() - begun)
    print(f"{measured.joined} students, {measured.broken} answers broken off")
    print(f"the server computed {100 * busy:.0f} % of a processor")
    table(measured)


def main() -> None:
    """Start a server, and let them come."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    command = [sys.executable, "-m", "gaussians", "serve", "--port", str(PORT),
               "--workers", str(asked.workers), "--address", "127.0.0.1"]  # fmt: skip
    random.seed(14)
    with subprocess.Popen(command) as server:
        try:
            asyncio.run(_all(server.pid, asked))
        finally:
            server.send_signal(signal.SIGTERM)


async def _all(leader: int, asked: argparse.Namespace) -> None:
    for _ in range(100):
        try:
            await fetch("/ready")
            break
        except OSError:
            await asyncio.sleep(0.5)
    print(f"load {os.getloadavg()[0]:.1f}, {asked.workers} workers")
    await burst(asked.students)
    await burst(asked.students)
    await soak(leader, asked.students, asked.minutes)


if __name__ == "__main__":
    main()
