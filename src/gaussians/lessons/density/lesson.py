"""Where the big formula comes from: pull a place back to the noise, divide by what A enlarges."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import Gaussian
from gaussians.kit.curves import FIXED, grid
from gaussians.kit.geometry import entries
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Button, Choice, Field, Group, Slider
from gaussians.lessons.density import line
from gaussians.lessons.density.planes import PLANES
from gaussians.lessons.density.scene import boxes, pieces, places
from gaussians.lessons.density.steps import steps

_VIEWS = {"translate": "move it", "scale": "stretch it", "boxes": "boxes in the plane",
          "step": "one density, five steps"}  # fmt: skip
_PLANE = {"view": "boxes|step"}
_A = (-2, 2)  # bounds of an entry of A


class Density(Lesson):
    """A bell that is moved, one that is stretched, and a map of the plane with places in it."""

    view: Any = param.Selector(default="translate", objects=[*_VIEWS], label="view")
    x = param.Number(2.5, bounds=(-4, 4), step=0.05, label="x")
    t = param.Number(1.5, bounds=(-2, 2), step=0.05, label="t")
    sigma = param.Number(0.5, bounds=(0.5, 2), step=0.05, label="σ")
    at = param.Number(0.75, bounds=(-3, 3), step=0.05, label="box at")
    a11 = param.Number(1.6, bounds=_A, step=0.05, label="A₁₁")
    a21 = param.Number(0.4, bounds=_A, step=0.05, label="A₂₁")
    a12 = param.Number(-0.4, bounds=_A, step=0.05, label="A₁₂")
    a22 = param.Number(1.2, bounds=_A, step=0.05, label="A₂₂")
    t1 = param.Number(0.5, bounds=(-2, 2), step=0.05, label="t₁")
    t2 = param.Number(0.0, bounds=(-2, 2), step=0.05, label="t₂")
    s1 = param.Number(0.5, bounds=(-3, 3), step=0.05, label="s₁")
    s2 = param.Number(0.5, bounds=(-3, 3), step=0.05, label="s₂")
    x1 = param.Number(2.5, bounds=(-4.5, 4.5), step=0.05, label="x₁")
    x2 = param.Number(1.5, bounds=(-4.5, 4.5), step=0.05, label="x₂")
    taken = param.Integer(1, bounds=(1, 5), step=1, label="steps")
    n = param.Integer(1000, bounds=(100, 5000), step=100, label="number of points")

    key = "density"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "after", {"view": "boxes", "n": 100}
    fixed = FIXED | {"grid": grid(), "places": places(), "pieces": pieces()}
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", _VIEWS),)),
        Group("A place", (Slider("x", "shape"),), when={"view": "translate"}),
        Group("Shift", (Slider("t", "place", plays=6),), when={"view": "translate"}),
        Group("Stretch", (Slider("sigma", "shape", plays=4),), when={"view": "scale"}),
        Group("A box of noise, half a unit wide", (Slider("at", "noise"),), when={"view": "scale"}),
        Group("The place x", (Slider("x1", "shape"), Slider("x2", "shape")), when={"view": "step"}),
        Group("Column 1 of A", (Slider("a11", "shape"), Slider("a21", "shape")), when=_PLANE),
        Group(
            "Column 2 of A",
            (
                Slider("a12", "shape"),
                Slider("a22", "shape"),
                Button(
                    "flatten",
                    "Break it: the same column twice",
                    "observed",
                    {"a12": "A11", "a22": "A21"},
                ),
            ),
            when=_PLANE,
        ),
        Group("Shift t", (Slider("t1", "place"), Slider("t2", "place")), when=_PLANE),
        Group(
            "A box of noise, 1 by 1",
            (Slider("s1", "noise"), Slider("s2", "noise")),
            when={"view": "boxes"},
        ),
        Group("Points", (Slider("n", "noise"),), when={"view": "scale|boxes"}),
        Group(
            "Noise",
            (Field("seed", "noise", ("resample", "Resample")),),
            when={"view": "scale|boxes"},
        ),
        Group("Steps taken", (Slider("taken", "shape", plays=10),), when={"view": "step"}),
    )
    presets: ClassVar = {
        "half as wide": {"view": "scale", "sigma": 0.5},
        "twice as wide": {"view": "scale", "sigma": 2},
        "σ₁ = 2, σ₂ = 0.5": {"view": "boxes", "a11": 2, "a21": 0, "a12": 0, "a22": 0.5},
        "a quarter": {"view": "boxes", "a11": 0.5, "a21": 0, "a12": 0, "a22": 0.5},
        "shear": {"view": "boxes", "a11": 1, "a21": 0, "a12": 1.5, "a22": 1},
        "flat": {
            "view": "step",
            "a11": 1.6,
            "a21": 0.8,
            "a12": -0.8,
            "a22": -0.4,
            "taken": 5,
            "x1": 1,
            "x2": 3,
        },
    }

    def scene(self) -> Scene:
        """Move, stretch, carry boxes along, and step."""
        A = np.array([[self.a11, self.a12], [self.a21, self.a22]])
        law, noise = Gaussian(A, np.array([self.t1, self.t2])), self.draws(self.n)
        parts = (
            line.translate(self.x, self.t, self.fixed["bell"], self.fixed["ways"]),
            line.stretch(self.sigma, self.at, noise, self.fixed["bell"]),
            boxes(law, np.array([self.s1, self.s2]), noise, self.fixed),
            steps(law, np.array([self.x1, self.x2]), self.taken, self.fixed),
        )
        return Scene.of(*parts, Scene({}, entries("A", A) | {"n": self.n}))
