"""Texts that are kept compressed, as nearly everybody takes them."""

import gzip
from dataclasses import dataclass


@dataclass(frozen=True)
class Packed:
    """A text to send."""

    packed: bytes

    @property
    def text(self) -> bytes:
        """Return it for the few who take nothing compressed."""
        return gzip.decompress(self.packed)


def pack(text: str) -> bytes:
    """Compress a text, the same to the same bytes."""
    return gzip.compress(text.encode(), mtime=0)
