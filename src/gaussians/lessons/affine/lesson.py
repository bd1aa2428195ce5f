"""What x = A s + t does to noise: its matrix and shift in the student's hands."""

from pathlib import Path
from typing import ClassVar

import numpy as np
import param

from gaussians.kit.curves import FIXED, grid
from gaussians.kit.geometry import PERCENT
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import (
    Area,
    Button,
    Curve,
    Field,
    Group,
    Handle,
    Labels,
    Plane,
    Points,
    Slider,
)
from gaussians.lessons.affine.scene import scene
from gaussians.lessons.affine.snap import LARGEST


class Affine(Lesson):
    """Six numbers, which handles set too, a point of noise to track, and a way to go."""

    a11 = param.Number(1.3, bounds=(-LARGEST, LARGEST), step=0.05, label="A₁₁")
    a21 = param.Number(0.4, bounds=(-LARGEST, LARGEST), step=0.05, label="A₂₁")
    a12 = param.Number(-0.3, bounds=(-LARGEST, LARGEST), step=0.05, label="A₁₂")
    a22 = param.Number(1.1, bounds=(-LARGEST, LARGEST), step=0.05, label="A₂₂")
    t1 = param.Number(1.0, bounds=(-3, 3), step=0.05, label="t₁")
    t2 = param.Number(0.5, bounds=(-3, 3), step=0.05, label="t₂")
    s1 = param.Number(0.8, bounds=(-3, 3), step=0.05, label="s₁")
    s2 = param.Number(-1.4, bounds=(-3, 3), step=0.05, label="s₂")
    way = param.Number(1.0, bounds=(0, 1), step=0.01, label="from s to x")
    n = param.Integer(500, bounds=(100, 5000), step=100, label="number of points")

    key = "affine"
    source = Path(__file__).with_name("words.md")
    planes: ClassVar = {
        "s": Plane(
            {
                "grid_before": Curve("noise", width=1, alpha=0.4),
                "noise": Points("noise"),
                "square": Area("noise", alpha=0.25),
                "circles": Curve("noise"),
                "level_before": Curve("noise", width=1.5, dash="dashed"),
                "units": Curve("noise", width=3),
                "shares_before": Labels("noise", PERCENT),
                "name_s": Labels("noise", ("s",)),
                "tracked": Points("noise", size=11, alpha=1),
            },
            handles=(Handle("tracked", "the tracked point s", "noise", x="s1", y="s2"),),
            tab="noise s",
            names=("s₁", "s₂"),
        ),
        "x": Plane(
            {
                "grid": Curve("shape", width=1, alpha=0.4),
                "cloud": Points("shape"),
                "parallelogram": Area("shape"),
                "ellipses": Curve("shape"),
                "ellipse": Curve("shape"),
                "level": Curve("shape", width=1.5, dash="dashed"),
                "columns": Curve("shape", width=3),
                "axes": Curve("shape", dash="dotted"),
                "shares": Labels("shape", PERCENT),
                "names": Labels("shape", ("a₁", "a₂")),
                "name_x": Labels("shape", ("x",)),
                "name_t": Labels("place", ("t",)),
                "image": Points("shape", size=11, alpha=1),
                "tip1": Points("shape", size=9, alpha=1),
                "tip2": Points("shape", size=9, alpha=1),
                "shift": Points("place", size=10, alpha=1),
            },
            handles=(
                Handle("tip1", "column 1 of A", "shape", x="a11", y="a21"),
                Handle("tip2", "column 2 of A", "shape", x="a12", y="a22"),
                Handle("shift", "t", "place", x="t1", y="t2"),
            ),
            tab="image x",
        ),
    }
    portrait = "x", {}
    fixed = FIXED | {"grid": grid()}
    controls: ClassVar = (
        Group("Column 1 of A", (Slider("a11", "shape"), Slider("a21", "shape"))),
        Group(
            "Column 2 of A",
            (
                Slider("a12", "shape"),
                Slider("a22", "shape"),
                Button(
                    "snap", "Break it: snap parallel", "observed", {"a12": "snap1", "a22": "snap2"}
                ),
            ),
        ),
        Group("Shift t", (Slider("t1", "place"), Slider("t2", "place"))),
        Group("Points, circles and grid", (Slider("way", "shape", plays=4),)),
        Group("Tracked point s", (Slider("s1", "noise"), Slider("s2", "noise"))),
        Group("Noise", (Slider("n", "noise"), Field("seed", "noise", ("resample", "Resample")))),
    )
    presets: ClassVar = {
        "standard": {"a11": 1, "a21": 0, "a12": 0, "a22": 1, "t1": 0, "t2": 0},
        "spherical": {"a11": 1.5, "a21": 0, "a12": 0, "a22": 1.5},
        "spherical, turned": {"a11": 1.2, "a21": 0.9, "a12": -0.9, "a22": 1.2},
        "diagonal": {"a11": 3, "a21": 0, "a12": 0, "a22": 0.5},
        "diagonal, hidden": {"a11": 1.6, "a21": 0.3, "a12": -1.2, "a22": 0.4},
        "shear": {"a11": 1, "a21": 0, "a12": 1, "a22": 1},
        "degenerate": {"a11": 1, "a21": 0.5, "a12": 2, "a22": 1},
    }

    def scene(self) -> Scene:
        """Map the noise of this seed."""
        A = np.array([[self.a11, self.a12], [self.a21, self.a22]])
        t, tracked = np.array([self.t1, self.t2]), np.array([self.s1, self.s2])
        marks, readouts = scene(A, t, self.way, tracked, self.draws(self.n), self.fixed)
        return Scene(marks, readouts | {"n": self.n})
