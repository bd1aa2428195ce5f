"""The websocket of a page that Bokeh's script has put a lesson's frame into.

Such a page looks at its document only. Nothing that comes over the line changes one, so nobody can
who joins the session of somebody else; and what comes is bounded.
"""

import logging
from typing import Any

from bokeh.protocol.message import Message
from panel.io.server import WSHandler

_log = logging.getLogger(__name__)
_LONGEST = 16_384  # bytes of a message
_MOST = 16 * _LONGEST  # of all messages of a page, which asks for its document once
_ASKS = {"PULL-DOC-REQ", "SERVER-INFO-REQ"}


class Socket(WSHandler):
    """Answers what asks for a document, and drops all else."""

    received = 0

    @property
    def max_message_size(self) -> int:
        """Tornado closes the line to whoever sends a longer one."""
        return _LONGEST

    async def on_message(self, fragment: str | bytes) -> None:
        """Read a part of a message."""
        self.received += len(fragment)
        if self.received > _MOST:
            self.close(1009)
        else:
            await super().on_message(fragment)

    async def _receive(self, fragment: str | bytes) -> Message[Any] | None:
        try:
            return await super()._receive(fragment)
        except Exception:  # no JSON, or one as deep as a well
            _log.warning("a message that cannot be read ends its line")
            self.close(1002)
            return None

    async def _handle(self, message: Message[Any]) -> Any:
        return await super()._handle(message) if message.msgtype in _ASKS else None
