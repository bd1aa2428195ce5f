"""Three noises in a plane: a ball's shadow, stretched, and two noises that do the same."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import Gaussian
from gaussians.core.singular import singular
from gaussians.kit.curves import FIXED
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.noise import MOST
from gaussians.kit.parts import Button, Choice, Field, Group, Slider
from gaussians.kit.space import turned
from gaussians.lessons.projection.ball import ball, tiles
from gaussians.lessons.projection.image import ORIGIN, image
from gaussians.lessons.projection.numbers import clouds, decomposed, one_point, pulled_back, shares
from gaussians.lessons.projection.planes import PLANES, VIEWS

_C = (-2, 2)  # bounds of an entry of C
_X = {"view": "stretch|columns|two"}
_FEWEST = 500  # points, and so many can be followed


class Projection(Lesson):
    """How the ball is turned, how its shadow is stretched, and a point to follow."""

    view: Any = param.Selector(default="stretch", objects=[*VIEWS], label="view")
    turn = param.Number(-30.0, bounds=(-180, 180), step=1, label="turn")
    tilt = param.Number(0.0, bounds=(-90, 90), step=1, label="tilt")
    roll = param.Number(0.0, bounds=(-180, 180), step=1, label="roll")
    c11 = param.Number(1.5, bounds=_C, step=0.05, label="C₁₁")
    c21 = param.Number(0.5, bounds=_C, step=0.05, label="C₂₁")
    c12 = param.Number(-0.5, bounds=_C, step=0.05, label="C₁₂")
    c22 = param.Number(1.0, bounds=_C, step=0.05, label="C₂₂")
    n = param.Integer(_FEWEST, bounds=(_FEWEST, MOST), step=100, label="number of points")
    point = param.Integer(18, bounds=(1, _FEWEST), step=1, label="point")

    key = "projection"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "space", {"turn": -30, "tilt": 25}
    picks: ClassVar = {"point": ("near", "middle", "far", "shadows")}
    noises: ClassVar = {"noise": (MOST, 2), "space": (MOST, 3)}
    fixed: ClassVar = FIXED | {"floor": tiles()}
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", VIEWS),)),
        Group(
            "Turn the ball",
            (Slider("turn", "noise", plays=8), Slider("tilt", "noise"), Slider("roll", "noise")),
        ),
        Group("Column 1 of C", (Slider("c11", "shape"), Slider("c21", "shape")), when=_X),
        Group(
            "Column 2 of C",
            (
                Slider("c12", "shape"),
                Slider("c22", "shape"),
                Button(
                    "flatten", "The same column twice", "observed", {"c12": "C11", "c22": "C21"}
                ),
            ),
            when=_X,
        ),
        Group(
            "Noise",
            (
                Slider("n", "noise"),
                Field("seed", "noise", ("resample", "Resample")),
                Field("point", "noise"),
            ),
        ),
    )
    presets: ClassVar = {
        "shadow alone": {"c11": 1, "c21": 0, "c12": 0, "c22": 1},
        "wide": {"c11": 2, "c21": 0, "c12": 0, "c22": 0.5},
        "mirrored": {"c11": 0, "c21": 1.5, "c12": 1, "c22": 0},
        "lying": {"turn": 0, "tilt": 90, "roll": 0},
        "flat": {"c11": 1.5, "c21": 0.5, "c12": -1.5, "c22": -0.5},
    }

    def scene(self) -> Scene:
        """Turn the noise of this seed, let it fall and stretch it."""
        Q = turned(self.turn, self.tilt, self.roll)
        C = np.array([[self.c11, self.c12], [self.c21, self.c22]])
        law = Gaussian(C @ Q[:2], ORIGIN)  # x = A s
        svd = singular(law.factor)
        noise, two = self.draws(self.n, "space"), self.draws(self.n)
        point = self.draw(self.point, self.n, "space")
        x = law.transform(noise)
        marks = ball(Q, noise, point, self.fixed) | image(C, x, law, svd, two, self.fixed)
        readouts = {
            **shares(noise, noise @ Q[:2].T), **decomposed(law, svd, Q),
            **clouds(x, marks["of_two"], law.cov), **pulled_back(x, marks["of_two"], svd),
            **one_point(point, Q, law.transform(point)),
            "C11": self.c11, "C21": self.c21, "C12": self.c12, "C22": self.c22,
            "rank": Gaussian(C, ORIGIN).rank, "n": self.n,
            "turned": self.turn, "tipped": self.tilt, "rolled": self.roll,
        }  # fmt: skip
        return Scene(marks, readouts)
