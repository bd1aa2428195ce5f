"""What the page's script has drawn into the first picture, beside what Python draws."""

import re
from base64 import b64decode
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Page

from gaussians.lessons import LESSONS
from gaussians.page.picture import pictures

_SHAPES = """() => Object.fromEntries([...document.querySelectorAll(".sketch > [data-mark]")].map(
  (svg) => [svg.dataset.mark, svg.outerHTML]))"""


def numbers(shape: str) -> list[float]:
    """Places in the SVG of a mark, those of a picture's path and of its names alike."""
    paths = " ".join(re.findall(r' (?:d|x|y)="([^"]*)"', shape))
    return [float(number) for number in re.findall(r"-?\d+\.?\d*(?:e[-+]?\d+)?", paths)]


def shades(shape: str) -> np.ndarray:
    """Return how much each pixel of the mask of an image lets through, in 255ths."""
    (text,) = re.findall(r'href="data:image/png;base64,([^"]*)"', shape)
    pixels = np.asarray(Image.open(BytesIO(b64decode(text))).convert("LA"), dtype=float)
    return np.asarray(pixels[..., 0] * pixels[..., 1] / 255)


def assert_sketched(page: Page, key: str, **state: Any) -> None:
    """Compare every mark in sight with the picture that Python draws in the same state."""
    lesson = LESSONS[key](**state)
    expected = " ".join(pictures(lesson, lesson.scene().marks).values())
    shapes = page.evaluate(_SHAPES)
    assert shapes.keys() == lesson.marks().keys()
    drawn = dict(re.findall(r'(?s)data-mark="(\w+)"(.*?)</svg>', expected))
    for name in lesson.marks_in_sight():
        found = numbers(shapes[name].split("data-mark", 1)[1])
        np.testing.assert_allclose(found, numbers(drawn[name]), atol=0.11, err_msg=name)
        if "<mask" in drawn[name]:
            np.testing.assert_allclose(shades(shapes[name]), shades(drawn[name]), atol=1.01)
