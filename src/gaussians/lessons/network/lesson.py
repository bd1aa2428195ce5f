"""What a neural network does to a Gaussian cloud: W x + b keeps it Gaussian, a bend does not."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import AffineMap
from gaussians.kit.curves import FIXED, joined
from gaussians.kit.geometry import arrow
from gaussians.kit.lesson import Array, Lesson, Scene
from gaussians.kit.parts import Button, Choice, Field, Group, Slider
from gaussians.lessons.network.layers import at, halves, last, mesh, square
from gaussians.lessons.network.one import as_far_as, compared, composed
from gaussians.lessons.network.planes import PLANES
from gaussians.lessons.network.plots import plots
from gaussians.lessons.network.verdicts import measured, verdicts
from gaussians.lessons.network.weights import LAYERS, NUMBERS, by_hand, seeded

_BENDS = {"tanh": "tanh", "relu": "ReLU", "identity": "nothing"}
_WEIGHTS = {"seed": "all from the seed", "hand": "one layer by hand"}
_HAND = {"weights": "hand"}
_W, _B = (-2.5, 2.5), (-1, 1)  # bounds of an entry of W, and of b
_OWN = ("w11", "w21", "w12", "w22", "b1", "b2")
_DENSE = 10_000  # more points than that are drawn as a mist
MOST = 100_000


class Network(Lesson):
    """How far the points have come, through how many layers, and with which weights."""

    way = param.Number(0.0, bounds=(0, 2 * LAYERS), step=0.05, label="half layers")
    bend: Any = param.Selector(default="tanh", objects=[*_BENDS], label="bend by")
    layers = param.Integer(LAYERS, bounds=(2, LAYERS), step=1, label="layers")
    gain = param.Number(1.0, bounds=(0.05, 1.5), step=0.05, label="weights times")
    weights: Any = param.Selector(default="seed", objects=[*_WEIGHTS], label="weights")
    layer = param.Integer(1, bounds=(1, LAYERS), step=1, label="layer by hand")
    w11 = param.Number(1.2, bounds=_W, step=0.05, label="W₁₁")
    w21 = param.Number(0.5, bounds=_W, step=0.05, label="W₂₁")
    w12 = param.Number(-0.6, bounds=_W, step=0.05, label="W₁₂")
    w22 = param.Number(1.0, bounds=_W, step=0.05, label="W₂₂")
    b1 = param.Number(0.3, bounds=_B, step=0.05, label="b₁")
    b2 = param.Number(-0.2, bounds=_B, step=0.05, label="b₂")
    n = param.Integer(5000, bounds=(1000, MOST), step=1000, label="number of points")

    key = "network"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "plane", {"way": 5, "n": 2000}
    noises: ClassVar = {"noise": (MOST, 2), "weights": (LAYERS, NUMBERS)}
    # While points go on their way, the weights stay: what is measured is not measured again.
    still: ClassVar = ("seed", "gain", "layers", "layer", *_OWN)
    fixed: ClassVar = FIXED | {"mesh": mesh(), "square": square()}
    controls: ClassVar = (
        Group("On the way through the network", (Slider("way", "place", plays=12),)),
        Group("After W x + b", (Choice("bend", "second", _BENDS),)),
        Group(
            "Weights",
            (Choice("weights", "shape", _WEIGHTS), Slider("layers", "shape"),
             Slider("gain", "shape")),
        ),
        Group("By hand", (Slider("layer", "shape"),), when=_HAND),
        Group("Column 1 of its W", (Slider("w11", "shape"), Slider("w21", "shape")), when=_HAND),
        Group("Column 2 of its W", (Slider("w12", "shape"), Slider("w22", "shape")), when=_HAND),
        Group(
            "Its b",
            (Slider("b1", "place"), Slider("b2", "place"),
             Button("shrink", "All six ÷ 10", "shape", {key: f"tenth_{key}" for key in _OWN})),
            when=_HAND,
        ),
        Group("Noise and weights", (Slider("n", "noise"), Field("seed", "noise", ("resample", "Roll")))),
    )  # fmt: skip
    presets: ClassVar = {
        "100,000 points": {"n": MOST, "way": 5},
        "small weights": {"gain": 0.05, "way": 2, "weights": "seed"},
        "two layers of ReLU": {"bend": "relu", "layers": 2, "gain": 0.7, "way": 4},
        "three layers, no bend": {"bend": "identity", "layers": 3, "gain": 0.6, "way": 6},
    }

    def scene(self) -> Scene:
        """Send the noise of this seed on its way through the layers."""
        noise, layers = self.draws(self.n), self._layers()
        stages = halves(noise, layers, self.bend)
        found, way = measured(stages), np.minimum(self.way, 2 * self.layers)
        points = at(way, stages)
        meshes, squares = (
            at(way, halves(self.fixed[name], layers, self.bend)) for name in ("mesh", "square")
        )
        law = composed(as_far_as(layers, way))
        straight = 0.0 if self.bend == "identity" else np.nan  # only then it is the points' law
        own = np.array([[self.w11, self.w12], [self.w21, self.w22]])
        b = np.array([self.b1, self.b2])
        tips = own.T + b
        marks = {
            "mist": np.where(self.n > _DENSE, points, np.nan),
            "dots": np.where(self.n > _DENSE, np.nan, points),
            "mesh": meshes, "square": squares,
            "ellipses": law.transform(self.fixed["circles"]) + straight,
            "columns": joined(*(arrow(b, tip) for tip in tips)),
            "tip1": tips[:1], "tip2": tips[1:], "shift": b[None, :],
            **plots(found, self.n, self.layers, way),
        }  # fmt: skip
        told = verdicts(found, self.n, self.layers)
        told["to_first"] = way - told["first"]
        return Scene(marks, self._numbers(way, layers, stages) | told)

    def _layers(self) -> list[AffineMap]:
        own = AffineMap([[self.w11, self.w12], [self.w21, self.w22]], [self.b1, self.b2])
        drawn = [
            seeded(self.draw(k + 1, LAYERS, "weights"), k, self.gain) for k in range(LAYERS)
        ]
        if self.weights == "seed":
            return drawn
        return [by_hand(each, own, self.layer == k + 1) for k, each in enumerate(drawn)]

    def _numbers(self, way: Any, layers: list[AffineMap], stages: list[Array]) -> dict[str, Any]:
        first = stages[2]
        pressed = (np.min(first, axis=1) <= 0).mean()
        return {
            "n": self.n, "place": np.floor(way), "on_the_way": 1 * (way > np.floor(way)),
            "number": self.layers, "own_layer": self.layer, "pressed": pressed,
            "straight": 1 * (self.bend == "identity"),
            **{f"tenth_{key}": getattr(self, key) / 10 for key in _OWN},
            **compared(layers, self.layers, stages[0], last(stages, self.layers)),
        }  # fmt: skip
