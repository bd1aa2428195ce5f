"""A second map after the first makes a Gaussian of a Gaussian; some maps have a way back."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import Gaussian
from gaussians.kit.bars import GRID
from gaussians.kit.bent import bend
from gaussians.kit.curves import FIXED, grid
from gaussians.kit.geometry import entries
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.noise import MOST
from gaussians.kit.parts import Button, Choice, Field, Group, Slider, Tick
from gaussians.lessons.linear.line import EDGES, LEVELS, onto_a_line
from gaussians.lessons.linear.plane import onto_a_plane
from gaussians.lessons.linear.planes import PLANES
from gaussians.lessons.linear.radial import SHARES, radial_gap
from gaussians.lessons.linear.three import CELLS, select

_VIEWS = {"plane": "two to two", "line": "two to one", "select": "some of three"}
_MODEL, _TWO, _ONE, _SELECT = ({"view": view} for view in ("plane|line", "plane", "line", "select"))
_M = (-2, 2)  # bounds of an entry of M
_OPEN = {"a11": 1.2, "a21": 0.2, "a22": 0.7, "t1": 0, "t2": -1}  # so that a bend shows
_A = {"a11": 0.9, "a21": 0.7, "a22": 0.5}


class Linear(Lesson):
    """A Gaussian x = A s + t, a map M after it, how much x is bent, and coordinates to keep."""

    view: Any = param.Selector(default="plane", objects=[*_VIEWS], label="view")
    m11 = param.Number(0.5, bounds=_M, step=0.05, label="M₁₁")
    m21 = param.Number(-1.0, bounds=_M, step=0.05, label="M₂₁")
    m12 = param.Number(1.0, bounds=_M, step=0.05, label="M₁₂")
    m22 = param.Number(0.5, bounds=_M, step=0.05, label="M₂₂")
    r1 = param.Number(1.0, bounds=_M, step=0.05, label="m₁")
    r2 = param.Number(1.0, bounds=_M, step=0.05, label="m₂")
    keep1 = param.Integer(0, bounds=(0, 1), step=1, label="x₁")
    keep2 = param.Integer(1, bounds=(0, 1), step=1, label="x₂")
    keep3 = param.Integer(0, bounds=(0, 1), step=1, label="x₃")
    bend = param.Number(0.0, bounds=(0, 1), step=0.05, label="bend")
    a11 = param.Number(0.9, bounds=(0.3, 1.5), step=0.05, label="A₁₁")
    a21 = param.Number(0.7, bounds=(-1.5, 1.5), step=0.05, label="A₂₁")
    a22 = param.Number(0.5, bounds=(0.3, 1.5), step=0.05, label="A₂₂")
    t1 = param.Number(-2.5, bounds=(-3, 3), step=0.05, label="t₁")
    t2 = param.Number(1.0, bounds=(-3, 3), step=0.05, label="t₂")
    n = param.Integer(1000, bounds=(100, MOST), step=100, label="number of points")

    key = "linear"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "y", {"n": 300}
    noises: ClassVar = {"noise": (MOST, 2), "space": (MOST, 3)}
    fixed: ClassVar = FIXED | CELLS | {
        "grid": grid(), "radii": SHARES, "line_grid": GRID, "edges": EDGES, "levels": LEVELS,
    }  # fmt: skip
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", _VIEWS),)),
        Group("Column 1 of M", (Slider("m11", "second"), Slider("m21", "second")), when=_TWO),
        Group(
            "Column 2 of M",
            (
                Slider("m12", "second"),
                Slider("m22", "second"),
                Button(
                    "flatten", "The same column twice", "observed", {"m12": "M11", "m22": "M21"}
                ),
            ),
            when=_TWO,
        ),
        Group("The row M", (Slider("r1", "second"), Slider("r2", "second")), when=_ONE),
        Group(
            "Coordinates to keep",
            (Tick("keep1", "second"), Tick("keep2", "second"), Tick("keep3", "second")),
            when=_SELECT,
        ),
        Group("Break it: x becomes a banana", (Slider("bend", "observed", plays=4),), when=_MODEL),
        Group(
            "Matrix A of x, with A₁₂ = 0",
            (Slider("a11", "shape"), Slider("a21", "shape"), Slider("a22", "shape")),
            when=_MODEL,
        ),
        Group("Shift t", (Slider("t1", "place"), Slider("t2", "place")), when=_MODEL),
        Group("Noise", (Slider("n", "noise"), Field("seed", "noise", ("resample", "Resample")))),
    )
    presets: ClassVar = {
        "sum": {"view": "line", "r1": 1, "r2": 1, "bend": 0},
        "difference": {"view": "line", "r1": 1, "r2": -1, "bend": 0},
        "back to noise": {
            "view": "plane", "m11": 1.1, "m21": -1.55, "m12": 0, "m22": 2, "bend": 0, **_A,
            "t1": 0, "t2": 0,
        },
        "flat": {"view": "plane", "m11": 1, "m21": 0.5, "m12": -1, "m22": -0.5, "bend": 0},
        "x₁ and x₃": {"view": "select", "keep1": 1, "keep2": 0, "keep3": 1},
        "banana dropped": {"view": "line", "r1": 1, "r2": 0, "bend": 0.9, **_OPEN},
    }  # fmt: skip

    def scene(self) -> Scene:
        """Push x on to a plane and to a line, and keep some of three coordinates."""
        law = Gaussian(
            np.array([[self.a11, 0.0], [self.a21, self.a22]]), np.array([self.t1, self.t2])
        )
        M = np.array([[self.m11, self.m12], [self.m21, self.m22]])
        noise = bend(self.draws(self.n), self.bend)
        parts = (
            onto_a_plane(law, M, noise, self.fixed),
            onto_a_line(law, np.array([self.r1, self.r2]), law.transform(noise), self.fixed),
            select(
                np.array([self.keep1, self.keep2, self.keep3]),
                self.draws(self.n, "space"),
                self.fixed,
            ),
        )
        own = {
            **entries("S", law.cov), "t1": law.mean[0], "t2": law.mean[1],
            "x_gap": radial_gap(noise, self.fixed["radii"]),
            "bent": 1 * (self.bend > 0), "n": self.n,
        }  # fmt: skip
        return Scene.of(*parts, Scene({}, own))
