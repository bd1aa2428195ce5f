"""What t and A Aᵀ measure: averages of points, and of the signed areas that they span."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import Gaussian
from gaussians.kit.areas import pieces, strip
from gaussians.kit.curves import circle
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Button, Choice, Field, Group, Slider
from gaussians.lessons.moments.funnel import MOST, STREAMS, aside, streams
from gaussians.lessons.moments.planes import PLANES
from gaussians.lessons.moments.rectangles import rectangles
from gaussians.lessons.moments.scene import stream, two_ways
from gaussians.lessons.moments.turning import turning
from gaussians.lessons.moments.variance import FARTHEST, NEAREST, line, variance

_VIEWS = {"mean": "one stream", "streams": "200 streams", "ways": "two ways",
          "areas": "rectangles", "squares": "squares of noise", "turn": "A and A Q"}  # fmt: skip
_A = (-1.5, 1.5)  # bounds of an entry of A
_MORE = (1, 10, 100)  # points at a time
_PLANE = {"view": "mean|streams|ways|areas|turn"}


class Moments(Lesson):
    """A Gaussian of the plane, how many points of it have come, and a turn of its noise."""

    view: Any = param.Selector(default="mean", objects=[*_VIEWS], label="view")
    n = param.Integer(100, bounds=(1, MOST), step=1, label="N")
    a11 = param.Number(1.2, bounds=_A, step=0.05, label="A₁₁")
    a21 = param.Number(0.4, bounds=_A, step=0.05, label="A₂₁")
    a12 = param.Number(0.5, bounds=_A, step=0.05, label="A₁₂")
    a22 = param.Number(1.0, bounds=_A, step=0.05, label="A₂₂")
    t1 = param.Number(1.0, bounds=(-2, 2), step=0.05, label="t₁")
    t2 = param.Number(0.5, bounds=(-2, 2), step=0.05, label="t₂")
    limit = param.Number(1.5, bounds=(NEAREST, FARTHEST), step=0.05, label="L")
    turn = param.Number(0.0, bounds=(-180, 180), step=1, label="turn φ of Q")

    key = "moments"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    noises: ClassVar = {"noise": (MOST, 2), "streams": (STREAMS, MOST)}
    portrait = "funnel", {"n": 60, "seed": 451, "a22": 1.5}
    fixed: ClassVar = {
        "circle": circle(), "line": line(), "strip": strip(), "pieces": pieces(),
        "index": np.arange(1.0, MOST + 1)[:, None], "aside": aside(),
    }  # fmt: skip
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", _VIEWS),)),
        Group(
            "How many points",
            (
                Slider("n", "noise", plays=15),
                *(Button(f"more{k}", f"{k} more", "noise", {"n": f"more{k}"}) for k in _MORE),
            ),
            when=_PLANE,
        ),
        Group("Column 1 of A", (Slider("a11", "shape"), Slider("a21", "shape")), when=_PLANE),
        Group("Column 2 of A", (Slider("a12", "shape"), Slider("a22", "shape")), when=_PLANE),
        Group("Shift t", (Slider("t1", "place"), Slider("t2", "place")), when=_PLANE),
        Group("Turn of the noise", (Slider("turn", "noise", plays=8),), when={"view": "turn"}),
        Group("As far as L", (Slider("limit", "place", plays=5),), when={"view": "squares"}),
        Group("Noise", (Field("seed", "noise", ("resample", "Resample")),), when=_PLANE),
    )
    presets: ClassVar = {
        "1,000 points": {"view": "mean", "n": 1000},
        "no covariance": {
            "view": "areas", "n": 500, "a11": 1.2, "a21": 0.6, "a12": -0.6, "a22": 1.2,
        },
        "shear": {
            "view": "turn", "n": 500, "a11": 1, "a21": 0, "a12": 1, "a22": 1, "turn": 0,
        },
        "symmetric A Q": {
            "view": "turn", "n": 500, "a11": 1, "a21": 0, "a12": 1, "a22": 1, "turn": 26.57,
        },
    }  # fmt: skip

    def scene(self) -> Scene:
        """Average what has come of the seed's points in all the ways that there are."""
        A = np.array([[self.a11, self.a12], [self.a21, self.a22]])
        law, noise = Gaussian(A, np.array([self.t1, self.t2])), self.draws(MOST)
        fixed, index = self.fixed, self.fixed["index"]
        parts = (
            stream(law, noise, self.n, fixed),
            streams(law.mean[1], law.std[1], self.table("streams"), self.n, fixed),
            two_ways(law, noise, self.n, index),
            rectangles(law, noise, self.n, fixed),
            variance(self.limit, fixed),
            turning(law, self.turn, noise, self.n, index, fixed["circle"]),
        )
        more = {f"more{k}": np.minimum(self.n + k, MOST) for k in _MORE}
        return Scene.of(*parts, Scene({}, more))
