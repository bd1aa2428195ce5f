"""A small lesson of a drawing: points along it, noised together with a fixed ring."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.kit.curves import FIXED
from gaussians.kit.drawing import Drawing
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Choice, Field, Group, Pen, Plane, Points, Slider
from gaussians.kit.words import Words
from gaussians.kit.words.reader import words_of

LETTER = "IIILY5.r5ihfIWUh0nGjB"
WORDS = """
# Scribble

Is it still what was drawn?

## Lead

Draw in the picture.

## Captions

data
: [points along the drawing]{.key .shape}

noised
: [noised]{.key .noise}

## Steps

### Look at it

The mean is {mean:2}.

controls
: amount

### Draw

Draw your own.

state
: own=AA_A.__, amount=0.25

controls
: own

goal own ≠ AA_A.__
: Draw.

## Equation

$y = {mean:3}$

## Proofs

## Story

## Description

Points along strokes, and the same points with noise.

## Python

```python
from gaussians.kit import points_along

x = points_along("$own", 300)
```
"""


class Scribble(Lesson):
    """A drawing, and how much noise there is."""

    data: Any = param.Selector(default="own", objects=["own", "ring"], label="data")
    own = Drawing(LETTER)
    amount = param.Number(0.1, bounds=(0, 1), step=0.01, label="noise")

    key = "scribble"
    source = Path("scribble/words.md")
    planes: ClassVar = {
        "data": Plane(
            {"dots": Points("shape", size=5, alpha=1)},
            draws="own",
            sheet=2,
            x=(-3, 3),
            y=(-3, 3),
        ),
        "noised": Plane({"cloud": Points("noise")}, x=(-3, 3), y=(-3, 3)),
    }
    controls: ClassVar = (
        Group("Data", (Choice("data", "shape", {"own": "drawn", "ring": "a ring"}),)),
        Group("Drawn by hand", (Pen("own", "shape"),), when={"data": "own"}),
        Group("Noise", (Slider("amount", "noise"), Field("seed", "noise"))),
    )
    presets: ClassVar = {"a cross": {"data": "own", "own": "AA__.A__A"}}
    portrait = "data", {}
    noises: ClassVar = Lesson.noises
    fixed: ClassVar = FIXED | {
        "ring": np.stack([np.cos(np.arange(300.0)), np.sin(np.arange(300.0))], axis=1),
    }

    @classmethod
    def words(cls) -> Words:
        return words_of(str(cls.source), WORDS)

    def scene(self) -> Scene:
        ring = self.fixed["ring"]
        x = 2 * self.drawn("own", 300) if self.data == "own" else ring
        noised = (1 - self.amount) * x + self.amount * self.draws(300) + 0.01 * ring
        return Scene({"dots": x, "cloud": noised}, {"mean": noised.mean()})
