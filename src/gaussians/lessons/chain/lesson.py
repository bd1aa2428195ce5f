"""A Gaussian around a Gaussian: two independent errors one after the other, and their spread."""

from pathlib import Path
from typing import Any, ClassVar

import param

from gaussians.kit.areas import strip
from gaussians.kit.curves import FIXED
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Choice, Field, Group, Slider
from gaussians.lessons.chain.planes import PLANES
from gaussians.lessons.chain.planks import FEW, planks
from gaussians.lessons.chain.saws import saws
from gaussians.lessons.chain.scene import MOST, copies, copy_points, slots
from gaussians.lessons.chain.triangle import MOST_STEPS, small_steps, stage_points, triangle

_VIEWS = {"planks": "sawn planks", "copies": "copies of a bell", "triangle": "a triangle",
          "steps": "small steps"}  # fmt: skip
_SAWN = {"view": "planks|copies"}


class Chain(Lesson):
    """How badly planks are measured and sawn, how many copies are added, how many planks sawn."""

    view: Any = param.Selector(default="copies", objects=[*_VIEWS], label="view")
    mu = param.Number(500.0, bounds=(497, 503), step=0.5, label="μ")
    sigma = param.Number(3.0, bounds=(1.5, 4), step=0.1, label="σ")
    tau = param.Number(1.5, bounds=(1.5, 4), step=0.1, label="τ")
    k = param.Integer(5, bounds=(1, MOST), step=1, label="copies k")
    m = param.Integer(4, bounds=(1, MOST_STEPS), step=1, label="steps m")
    r = param.Number(1.0, bounds=(1, 1.6), step=0.02, label="rougher r")
    n = param.Integer(200, bounds=(50, 5000), step=50, label="planks n")
    plank = param.Integer(1, bounds=(1, FEW), step=1, label="plank")

    key = "chain"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "copies_plane", {"view": "copies", "tau": 2.5, "k": 5}
    fixed: ClassVar = FIXED | {
        "strip": strip(161),
        "slots": slots(),
        "copies": copy_points(),
        "stages": stage_points(),
    }
    picks: ClassVar = {"plank": ("lengths",)}
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", _VIEWS),)),
        Group("Length of the plank, in mm", (Slider("mu", "place"),)),
        Group(
            "Spread of measuring and of sawing, in mm",
            (Slider("sigma", "shape"), Slider("tau", "second")),
        ),
        Group("Copies of the saw’s bell", (Slider("k", "second", plays=6),), {"view": "copies"}),
        Group("Steps instead of one", (Slider("m", "second", plays=6),), {"view": "steps"}),
        Group(
            "Break it: r times as rough, one σ further right",
            (Slider("r", "observed", plays=5),),
            _SAWN,
        ),
        Group(
            "Planks",
            (Slider("n", "noise", plays=6), Slider("plank", "noise")),
            {"view": "planks"},
        ),
        Group("Noise", (Field("seed", "noise", ("resample", "Resample")),), {"view": "planks"}),
    )
    presets: ClassVar = {
        "one copy": {"view": "copies", "k": 1, "r": 1},
        "five copies": {"view": "copies", "k": 5, "r": 1},
        "fifty copies": {"view": "copies", "k": 50, "r": 1},
        "σ = 3, τ = 4": {"view": "triangle", "sigma": 3, "tau": 4},
        "sixteen steps": {"view": "steps", "sigma": 1.5, "tau": 4, "m": 16},
        "a shaky hand": {"view": "copies", "sigma": 2, "tau": 3, "k": 50, "r": 1.6},
    }

    def scene(self) -> Scene:
        """Saw planks, add copies, draw the triangle, and take small steps."""
        of = saws(self.mu, self.sigma, self.tau, self.r)
        noise, few, one = self.draws(self.n), self.draws(FEW), self.draw(self.plank, FEW)
        parts = (
            planks(of, noise, few, one, self.fixed["bell"]),
            copies(of, self.k, self.fixed),
            triangle(of, self.fixed["bell"]),
            small_steps(of, self.m, self.fixed),
        )
        return Scene.of(*parts, Scene({}, {"plank": self.plank}))
