"""Images in pictures that Python draws: embedded, or as rectangles where they are small."""

import struct
import zlib
from base64 import b64encode

import numpy as np

from gaussians.kit.images import shades
from gaussians.kit.lesson import Array

FEW = 16  # cells across a portrait, or up
_LEVELS = 5  # of its shades


def png(image: Array) -> str:
    """Write an image in shades of grey, as the address of a PNG: 1 is white."""
    rows = shades(image)[::-1]
    high, wide = rows.shape
    header = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows), 9)  # 0: as they are
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)
    return "data:image/png;base64," + b64encode(data).decode()


def rectangles(image: Array, size: float) -> dict[float, str]:
    """Draw a few cells of an image as paths by their shades, in a picture of some size."""
    steps = [-(-count // FEW) for count in image.shape]
    few = image[steps[0] // 2 :: steps[0], steps[1] // 2 :: steps[1]]
    levels = np.floor(shades(few) / 255 * _LEVELS + 0.5)
    high, wide = (size / count for count in few.shape)
    return {
        level / _LEVELS: "".join(
            f"M{x * wide:.4g} {size - (y + 1) * high:.4g}h{wide:.4g}v{high:.4g}h{-wide:.4g}z"
            for y, x in np.argwhere(levels == level)
        )
        for level in range(1, _LEVELS + 1)
        if level in levels
    }


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
