"""Pixels of the reparameterization lesson, for tests that look at the picture itself."""

from io import BytesIO

import numpy as np
from PIL import Image

from gaussians.kit.parts import Points
from gaussians.lessons.reparameterization.lesson import Reparameterization
from gaussians.stage.figure import BORDER
from gaussians.stage.palette import LIGHT

PLANE = Reparameterization.planes["plane"]
DOTS = {name: look for name, look in PLANE.marks.items() if isinstance(look, Points)}
SIZES = {name: look.size for name, look in DOTS.items()}


class Picture:
    """Pixels of the lesson's plane, from a screenshot of it."""

    def __init__(self, png: bytes) -> None:
        pixels = np.asarray(Image.open(BytesIO(png)).convert("RGB"), dtype=float)
        self.side = min(pixels.shape[:2])  # one more is cut, where a place is between two pixels
        self.pixels = pixels[: self.side, : self.side]

    def place(self, point: np.ndarray) -> np.ndarray:
        """Return where a point of the plane is, in pixels to the right and down."""
        low, high = np.transpose([PLANE.x, PLANE.y])
        share = (point - low) / (high - low)
        placed: np.ndarray = BORDER + (self.side - 2 * BORDER) * np.abs([0, 1] - share)
        return placed

    def size(self, point: np.ndarray, mark: str) -> float:
        """Measure how wide the dot of a mark is at a point, by its pixels; 0 if there is none."""
        look = DOTS[mark]
        code = LIGHT[look.role].lstrip("#")
        color = np.array([int(code[i : i + 2], 16) for i in (0, 2, 4)])
        color = 255 + look.alpha * (color - 255)
        x, y = self.place(point)
        down, right = np.mgrid[: self.side, : self.side] + 0.5
        near = np.hypot(right - x, down - y) < 12
        alike = np.abs(self.pixels - color).max(axis=2) < 24
        return float(np.sqrt(4 / np.pi * (near & alike).sum()))


def assert_painted(png: bytes, marks: dict[str, np.ndarray]) -> None:
    """Compare dots with a scene that has a point to follow: their places, colours and sizes.

    Its root has no slopes, which are arrows of the same colour that start within the image's dot.
    """
    shown = Picture(png)
    for mark in ("followed", "image"):
        assert np.isclose(shown.size(marks[mark][0], mark), SIZES[mark], rtol=0.3), mark
    assert np.isclose(shown.size(lonely(marks), "noise"), SIZES["noise"], rtol=0.3)


def lonely(marks: dict[str, np.ndarray]) -> np.ndarray:
    """Return the grey point that is farthest from everything else."""
    others = np.concatenate([*marks.values()])
    gap = [np.sort(np.hypot(*(others - point).T))[1] for point in marks["noise"]]
    found: np.ndarray = marks["noise"][np.argmax(gap)]
    return found
