"""What a neural network does to a Gaussian cloud: W x + b keeps it Gaussian, a bend does not."""

from pathlib import Path
from typing import Any, ClassVar

import param

from gaussians.core import AffineMap
from gaussians.kit.curves import FIXED
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Button, Choice, Field, Group, Slider
from gaussians.lessons.network.layers import mesh, square
from gaussians.lessons.network.planes import PLANES
from gaussians.lessons.network.scene import columns, scene
from gaussians.lessons.network.weights import LAYERS, NUMBERS, by_hand, seeded

_BENDS = {"tanh": "tanh", "relu": "ReLU", "identity": "nothing"}
_WEIGHTS = {"seed": "all by chance", "hand": "one layer by hand"}
_HAND = {"weights": "hand"}
_W, _B = (-2.5, 2.5), (-1, 1)  # bounds of an entry of W, and of b
_OWN = ("w11", "w21", "w12", "w22", "b1", "b2")
MOST = 100_000


class Network(Lesson):
    """How far the points have come, through how many layers, and with which weights."""

    way = param.Number(0.0, bounds=(0, 2 * LAYERS), step=0.05, label="way")
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
    n = param.Integer(5000, bounds=(500, MOST), step=500, label="number of points")

    key = "network"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "plane", {"way": 5, "n": 2000}
    noises: ClassVar = {"noise": (MOST, 2), "weights": (LAYERS, NUMBERS)}
    # While points go on their way, the weights stay: what is measured is not measured again.
    still: ClassVar = ("seed", "gain", "layers", "layer", *_OWN)
    fixed: ClassVar = FIXED | {"mesh": mesh(), "square": square()}
    controls: ClassVar = (
        Group("Half layers passed", (Slider("way", "place", plays=12, once=True),)),
        Group("After W x + b", (Choice("bend", "second", _BENDS),)),
        Group(
            "Weights",
            (Choice("weights", "shape", _WEIGHTS), Slider("layers", "shape"),
             Slider("gain", "shape")),
        ),
        Group("By hand", (Slider("layer", "shape"),), when=_HAND),
        Group("Column 1 of its W", (Slider("w11", "shape"), Slider("w21", "shape")), when=_HAND),
        Group("Column 2 of its W", (Slider("w12", "shape"), Slider("w22", "shape")), when=_HAND),
        Group("Its b", (Slider("b1", "place"), Slider("b2", "place")), when=_HAND),
        Group(
            "Its W and b",
            (Button("shrink", "All six ÷ 30", "shape", {key: f"small_{key}" for key in _OWN}),),
            when=_HAND,
        ),
        Group(
            "Noise and weights",
            (Slider("n", "noise"), Field("seed", "noise", ("resample", "Resample"))),
        ),
    )  # fmt: skip
    presets: ClassVar = {
        "100,000 points": {"n": MOST, "way": 5},
        "small weights": {"gain": 0.05, "way": 2, "weights": "seed"},
        "two layers of ReLU": {"bend": "relu", "layers": 2, "gain": 0.7, "way": 4},
        "three layers, no bend": {"bend": "identity", "layers": 3, "gain": 0.6, "way": 6},
    }

    def scene(self) -> Scene:
        """Send the noise of this seed on its way through the layers."""
        own = AffineMap([[self.w11, self.w12], [self.w21, self.w22]], [self.b1, self.b2])
        sent = scene(
            self.draws(self.n), self._weights(own), self.layers, self.bend, self.way, self.fixed
        )
        small = {f"small_{key}": getattr(self, key) / 30 for key in _OWN}
        told = {"n": self.n, "own_layer": self.layer, **small}
        return Scene.of(sent, Scene(columns(own, self.weights == "hand"), told))

    def _weights(self, own: AffineMap) -> list[AffineMap]:
        drawn = [seeded(self.draw(k + 1, LAYERS, "weights"), k, self.gain) for k in range(LAYERS)]
        if self.weights == "seed":
            return drawn
        return [by_hand(each, own, self.layer == k + 1) for k, each in enumerate(drawn)]
