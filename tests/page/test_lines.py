"""A server whose lines are all taken."""

import asyncio
import resource

import pytest
from tornado.netutil import bind_sockets
from tornado.web import Application

from gaussians.page.lines import Lines, raise_limit


def test_who_comes_when_all_lines_are_taken_is_hung_up_on_and_may_come_again() -> None:
    async def come() -> None:
        server = Lines(Application())
        server.most = 2
        listening = bind_sockets(0, "127.0.0.1")
        server.add_sockets(listening)
        place = listening[0].getsockname()
        lines = [await asyncio.open_connection(*place) for _ in range(2)]
        late, own = await asyncio.open_connection(*place)
        assert await late.read() == b""
        own.close()
        lines[0][1].close()
        await asyncio.sleep(0.1)
        again, writer = await asyncio.open_connection(*place)
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert (await again.readline()).startswith(b"HTTP/1.1 404")
        for _, each in (*lines, (again, writer)):
            each.close()
        server.stop()
        await server.close_all_connections()

    asyncio.run(come())


def test_a_process_may_open_as_many_files_as_the_system_lets_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (1024, 4096))
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: asked.append(limits))
    assert 3000 < raise_limit() < 4096
    assert asked == [(4096, 4096)]
