"""A small lesson of planes that are not square: a bell above counts, and a cloud beside them."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.kit.areas import along, between, strip
from gaussians.kit.curves import FIXED
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import (
    Area,
    Bars,
    Choice,
    Curve,
    Field,
    Group,
    Handle,
    Plane,
    Points,
    Slider,
)
from gaussians.kit.words import Words
from gaussians.kit.words.reader import words_of

WORDS = """
# Stacked

Is a curve above its counts?

## Lead

Nothing.

## Captions

curve
: [density]{.key .shape} [up to x]{.key .observed}

counts
: [women in each bin]{.key .noise}

cloud
: [points]{.key .noise}

## Steps

### Drag x

The shaded area is what lies below x, and the height there is {height:3}. As x moves along the
curve its height follows, for the curve says how high it is, and the counts stay where they are.

controls
: x, sigma

## Equation

$y = {height:3}$

## Proofs

## Story

## Description

A bell above a histogram.

## Python

```python
$x
```
"""
_X = (145.0, 180.0)
_MIDDLE = np.array([162.5, 0])


def _density(x: Any, sigma: Any) -> Any:
    z = (x - 162.5) / sigma
    return np.exp(-z * z / 2) / (sigma * np.sqrt(2 * np.pi))


class Stacked(Lesson):
    """A place on a curve, and the curve's width."""

    view: Any = param.Selector(default="line", objects=["line", "both"], label="view")
    x = param.Number(168.0, bounds=(145, 180), step=0.5, label="x")
    sigma = param.Number(6.0, bounds=(4, 10), step=0.1, label="σ")
    h = param.Number(1200.0, bounds=(0, 2500), step=10, label="height")

    key = "stacked"
    source = Path("stacked/words.md")
    planes: ClassVar = {
        "cloud": Plane({"dots": Points("noise")}, when={"view": "both"}),
        "curve": Plane(
            {
                "shaded": Area("observed", alpha=0.3),
                "bell": Curve("shape", width=3),
                "spread": Points("shape", size=9, alpha=1),
                "place": Points("observed", size=11, alpha=1),
            },
            handles=(
                Handle("place", "x", "observed", x="x", point=True),
                Handle("spread", "σ", "shape", x="sigma", scale=-1, point=True),
            ),
            x=_X,
            y=(0, 0.1),
            names=("", "density"),
            titled=True,
            one_unit=False,
            height=0.55,
            numbers=("none", "%"),
            margin=50,
            base=True,
            tab="line",
        ),
        "counts": Plane(
            {"bars": Bars("noise"), "top": Points("shape", size=9, alpha=1)},
            handles=(Handle("top", "the height", "shape", y="h", scale="doubled", point=True),),
            x=_X,
            y=(-100, 2000),
            names=("stature in cm", "women"),
            titled=True,
            one_unit=False,
            height=0.45,
            below=True,
            margin=50,
            base=True,
        ),
    }
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", {"line": "the line", "both": "both"}),)),
        Group("Place", (Slider("x", "observed"), Slider("sigma", "shape"), Slider("h", "shape"))),
        Group("Noise", (Field("seed", "noise"),)),
    )
    presets: ClassVar = {"wide": {"sigma": 9}}
    portrait = "curve", {}
    noises: ClassVar = Lesson.noises | {"groups": (300, 70)}
    fixed: ClassVar = FIXED | {
        "strip": strip(61),
        "edges": np.arange(145.0, 181.0, 2.5)[:, None],
    }

    @classmethod
    def words(cls) -> Words:
        return words_of(str(cls.source), WORDS)

    def scene(self) -> Scene:
        sides, edges = self.fixed["strip"], self.fixed["edges"][:, 0]
        x, left = along(sides, 145.0, self.x), edges[:-1]
        means = np.sqrt(70) * self.table("groups").mean(axis=1)
        counts, _ = np.histogram(162.5 + self.sigma * means, edges)
        high = np.where(left == 170.0, np.nan, 20 * counts)
        height = _density(self.x, self.sigma)
        marks = {
            "dots": self.draws(50),
            "shaded": between(sides, x, _density(x, self.sigma)),
            "bell": self.fixed["bell"] * np.array([self.sigma, 1 / self.sigma])
            + np.array([162.5, 0]),
            "spread": np.array([[162.5 - self.sigma, _density(162.5 - self.sigma, self.sigma)]]),
            "place": np.array([[self.x, height]]),
            "bars": np.stack([left, high], axis=1),
            "top": np.array([[150.0, self.h / 2]]),
        }
        return Scene(marks, {"height": height, "doubled": 2 + 0 * self.h})
