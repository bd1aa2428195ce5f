"""The picture on the front page: noise, and what the visitor's hands make of it."""

from pathlib import Path
from typing import ClassVar

import numpy as np
import param

from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Area, Curve, Handle, Labels, Plane, Points
from gaussians.lessons.cover.scene import REACH, scene

LARGEST = 3  # entry of A
POINTS = 600


class Cover(Lesson):
    """Two columns and a shift, set by handles and presets only; no lesson of the course."""

    a11 = param.Number(1.25, bounds=(-LARGEST, LARGEST), step=0.05, label="A₁₁")
    a21 = param.Number(0.7, bounds=(-LARGEST, LARGEST), step=0.05, label="A₂₁")
    a12 = param.Number(-0.6, bounds=(-LARGEST, LARGEST), step=0.05, label="A₁₂")
    a22 = param.Number(0.8, bounds=(-LARGEST, LARGEST), step=0.05, label="A₂₂")
    t1 = param.Number(0.6, bounds=(-LARGEST, LARGEST), step=0.05, label="t₁")
    t2 = param.Number(0.3, bounds=(-LARGEST, LARGEST), step=0.05, label="t₂")

    key = "cover"
    source = Path(__file__).with_name("words.md")
    planes: ClassVar = {
        "plane": Plane(
            {
                "circles": Curve("noise", width=1.5, alpha=0.5),
                "noise": Points("noise", alpha=0.5),
                "within3": Area("shape", alpha=0.06),
                "within2": Area("shape", alpha=0.08),
                "within1": Area("shape", alpha=0.12),
                "cloud": Points("shape"),
                "ellipses": Curve("shape"),
                "columns": Curve("shape", width=3),
                "names": Labels("shape", ("a₁", "a₂")),
                "name_t": Labels("place", ("t",)),
                "tip1": Points("shape", size=11, alpha=1),
                "tip2": Points("shape", size=11, alpha=1),
                "shift": Points("place", size=12, alpha=1),
            },
            handles=(
                Handle("tip1", "column 1 of A", "shape", x="a11", y="a21"),
                Handle("tip2", "column 2 of A", "shape", x="a12", y="a22"),
                Handle("shift", "t", "place", x="t1", y="t2"),
            ),
            x=(-REACH, REACH),
            y=(-REACH, REACH),
            ticks=((), ()),
        ),
    }
    portrait = "plane", {}
    controls = ()
    presets: ClassVar = {
        "round": {"a11": 1, "a21": 0, "a12": 0, "a22": 1},
        "turned": {"a11": 0.9, "a21": -1.1, "a12": 0.4, "a22": 0.35},
        "flat": {"a11": 1.2, "a21": 0.8, "a12": -0.6, "a22": -0.4},
    }

    def scene(self) -> Scene:
        """Map the noise of the front page."""
        A = np.array([[self.a11, self.a12], [self.a21, self.a22]])
        return scene(A, np.array([self.t1, self.t2]), self.draws(POINTS), self.fixed)
