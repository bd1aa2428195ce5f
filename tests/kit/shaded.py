"""A small lesson of images: a density that a slider smears, with a place, and one that stays."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.kit.images import places
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Field, Group, Handle, Image, Plane, Points, Slider
from gaussians.kit.words import Words
from gaussians.kit.words.reader import words_of

WORDS = """
# Shaded

Where are the points?

## Lead

Far off is a [corner]{.second}.

## Captions

density
: [density]{.key .shape} [points]{.key .noise} [place]{.key .observed}

corner
: [corner]{.key .second}

## Symbols

density
: image

corner
: ramp

## Steps

### Look at the density

The density at the place is {there:3} of the largest one. Drag the slider, and it is smeared over
more and more of the plane; click anywhere, and the place is there.

controls
: s, px, py

marks
: image, dots, place

## Equation

$y = {there:3}$

## Proofs

## Story

## Description

A cloud, and how dense it is.

## Python

```python
$s
```
"""
_FEW = 60


class Shaded(Lesson):
    """A width, and a place."""

    s = param.Number(0.5, bounds=(0.1, 2), step=0.05, label="width")
    px = param.Number(1.0, bounds=(-5, 5), step=0.1, label="across")
    py = param.Number(-1.0, bounds=(-5, 5), step=0.1, label="up")

    key = "shaded"
    source = Path("shaded/words.md")
    planes: ClassVar = {
        "density": Plane(
            {
                "image": Image("shape"),
                "dots": Points("noise", size=3),
                "place": Points("observed", size=11, alpha=1),
            },
            handles=(Handle("place", "the place", "observed", x="px", y="py"),),
            place=("px", "py"),
        ),
        "corner": Plane({"ramp": Image("second", alpha=1)}, x=(0, 4), y=(0, 2), one_unit=False),
    }
    controls: ClassVar = (
        Group("Density", (Slider("s", "shape"),)),
        Group("Place", (Slider("px", "observed"), Slider("py", "observed"))),
        Group("Noise", (Field("seed", "noise"),)),
    )
    presets: ClassVar = {"wide": {"s": 1.5}}
    portrait = "density", {}
    fixed: ClassVar = {
        "cells": places((-6, 6), 64),
        "up": places((0, 1), 2),
        "across": places((0, 1), 4),
    }

    @classmethod
    def words(cls) -> Words:
        return words_of(str(cls.source), WORDS)

    def scene(self) -> Scene:
        cells, points = self.fixed["cells"], 2 * self.draws(_FEW)
        across, up = (np.exp(-np.square((cells - x) / self.s) / 2) for x in points.T)
        heights = up @ across.T
        largest = heights.max()
        square = np.square(points - np.array([self.px, self.py])).sum(axis=1)
        there = np.exp(-square / (2 * self.s**2)).sum() / largest
        marks: dict[str, Any] = {
            "image": heights / largest,
            "dots": points,
            "place": np.array([[self.px, self.py]]),
            "ramp": self.fixed["up"] * self.fixed["across"][:, 0],
        }
        return Scene(marks, {"there": there})
