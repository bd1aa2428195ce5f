"""Why a network can learn through sampling: the slope of an average, estimated in two ways."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.nodes import nodes
from gaussians.kit.parts import Choice, Field, Group, Slider
from gaussians.lessons.gradient.correlation import LARGEST, PAIRS, correlated, places
from gaussians.lessons.gradient.descents import STEPS, descents
from gaussians.lessons.gradient.functions import FUNCTIONS
from gaussians.lessons.gradient.planes import PLANES
from gaussians.lessons.gradient.points import FEW, line_of_x, moved, weighed
from gaussians.lessons.gradient.seeds import MOST, SEEDS, aside, seeds

_VIEWS = {"move": "follow points", "weigh": "weigh points", "seeds": "200 estimates",
          "descents": "two descents", "rho": "slope in ρ"}  # fmt: skip
_NAMES = {"square": "x²", "wave": "cos 5x", "wells": "double well", "step": "step"}
_F = {"view": "move|weigh|seeds|descents"}
_MU = {"view": "move|weigh|seeds"}


class Gradient(Lesson):
    """A Gaussian on a line, a function of it, draws that are averaged, and steps downhill."""

    view: Any = param.Selector(default="move", objects=[*_VIEWS], label="view")
    f: Any = param.Selector(default="square", objects=[*FUNCTIONS], label="f")
    mu = param.Number(1.5, bounds=(-3, 3), step=0.05, label="μ")
    sigma = param.Number(1.0, bounds=(0.2, 2), step=0.05, label="σ")
    n = param.Integer(1, bounds=(1, MOST), step=1, label="N")
    start = param.Number(2.5, bounds=(-3, 3), step=0.1, label="start of μ")
    rate = param.Number(0.1, bounds=(0.01, 0.3), step=0.01, label="rate η")
    k = param.Integer(0, bounds=(0, STEPS), step=1, label="steps k")
    rho = param.Number(0.6, bounds=(-LARGEST, LARGEST), step=0.005, label="ρ")

    key = "gradient"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    noises: ClassVar = {
        "few": (FEW, 1), "seeds": (SEEDS, MOST), "steps": (STEPS, 1), "pairs": (PAIRS, 2),
    }  # fmt: skip
    portrait = "walks", {"view": "descents", "k": 60}
    fixed: ClassVar = {
        "line": line_of_x(), "row": np.arange(1.0, FEW + 1)[:, None], "nodes": nodes(),
        "aside": aside(), "number": np.arange(STEPS + 1.0)[:, None], "rhos": places(),
    }  # fmt: skip
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", _VIEWS),)),
        Group("The function f", (Choice("f", "second", _NAMES),), when=_F),
        Group("Mean", (Slider("mu", "place"),), when=_MU),
        Group("Standard deviation", (Slider("sigma", "shape"),), when=_F),
        Group("Draws for each estimate", (Slider("n", "noise", plays=10),), when={"view": "seeds"}),
        Group(
            "Descent",
            (
                Slider("k", "noise", plays=12, once=True),
                Slider("start", "place"),
                Slider("rate", "place"),
            ),
            when={"view": "descents"},
        ),
        Group("Correlation", (Slider("rho", "shape"),), when={"view": "rho"}),
        Group("Noise", (Field("seed", "noise", ("resample", "Resample")),)),
    )
    presets: ClassVar = {
        "x²": {"view": "seeds", "f": "square", "mu": 1.5, "sigma": 1, "n": 1},
        "a fast wave": {"view": "seeds", "f": "wave", "mu": 0, "sigma": 1, "n": 1},
        "a jump": {"view": "seeds", "f": "step", "mu": 0, "sigma": 0.5, "n": 100},
        "two wells": {
            "view": "descents", "f": "wells", "sigma": 0.5, "start": 0.3, "rate": 0.05, "k": 60,
        },
        "too fast": {
            "view": "descents", "f": "square", "sigma": 1, "start": 2.5, "rate": 0.3, "k": 60,
        },
        "ρ near 1": {"view": "rho", "rho": 0.98},
    }  # fmt: skip

    def scene(self) -> Scene:
        """Estimate the slope of E f by points, by seeds, on a way down; and a slope in ρ."""
        f, fixed = FUNCTIONS[self.f], self.fixed
        few = self.draws(FEW, "few")
        parts = (
            moved(f, self.mu, self.sigma, few, fixed),
            weighed(f, self.mu, self.sigma, few, fixed),
            seeds(f, self.mu, self.sigma, self.table("seeds"), self.n, fixed),
            descents(
                f, self.start, self.sigma, self.rate, self.k, self.draws(STEPS, "steps"), fixed
            ),
            correlated(self.rho, self.draws(PAIRS, "pairs"), fixed),
        )
        own = {"which": [*FUNCTIONS].index(self.f), "jumps": int(f.jumps)}
        return Scene.of(*parts, Scene({}, own))
