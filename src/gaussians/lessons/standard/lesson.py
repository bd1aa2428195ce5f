"""Noise of n dimensions: a roll for each coordinate, round as a whole, and far out in many."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.kit.areas import strip
from gaussians.kit.curves import FIXED
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.noise import MOST
from gaussians.kit.parts import Button, Choice, Field, Group, Slider
from gaussians.lessons.standard.laws import LAWS
from gaussians.lessons.standard.lengths import MOST as DIMENSIONS
from gaussians.lessons.standard.lengths import POINTS, lengths, places
from gaussians.lessons.standard.planes import PLANES, VIEWS
from gaussians.lessons.standard.probe import angles, others, probe
from gaussians.lessons.standard.rolls import ALL, MORE, rolled_edges, rolls
from gaussians.lessons.standard.surface import REACH, floor, ribs, rings, surface

_LAWS = {"laplace": "Laplace", "uniform": "uniform"}
_TURNED = {"view": "probe|surface|others"}
_COUNTED = {"view": "near|lengths"}


class Standard(Lesson):
    """How many numbers are rolled, a line through the origin, and how many dimensions there are."""

    view: Any = param.Selector(default="surface", objects=[*VIEWS], label="view")
    rolls = param.Integer(1, bounds=(1, ALL), step=1, label="rolls")
    angle = param.Number(30.0, bounds=(0, 180), step=1, label="angle")
    r = param.Number(1.0, bounds=(-3, 3), step=0.05, label="r")
    turn = param.Number(20.0, bounds=(-180, 180), step=1, label="turn")
    tilt = param.Number(5.0, bounds=(-20, 70), step=1, label="tilt")
    n = param.Integer(2, bounds=(1, DIMENSIONS), step=1, label="n")
    law: Any = param.Selector(default="laplace", objects=[*LAWS], label="other law")

    key = "standard"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "space", {"view": "surface", "angle": 100, "tilt": 10}
    noises: ClassVar = {"noise": (MOST, 2), "many": (POINTS, DIMENSIONS)}
    fixed: ClassVar = FIXED | places() | {
        "strip": strip(), "index": np.arange(1.0, MOST + 1)[:, None], "angles": angles(),
        "rolled_edges": rolled_edges(), "floor": floor(), "rings": rings(), "ribs": ribs(),
        "places": np.linspace(-REACH, REACH, 81)[:, None],
    }  # fmt: skip
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", VIEWS),)),
        Group(
            "Rolls of a number",
            (
                Slider("rolls", "noise", plays=12),
                *(Button(f"more{k}", f"Roll {k} more", "noise", {"rolls": f"more{k}"})
                  for k in MORE),
                Button("all", "Roll 5,000 points", "noise", {"rolls": "all"}),
            ),
            when={"view": "roll"},
        ),
        Group("The line", (Slider("angle", "place", plays=8),), when=_TURNED),
        Group("A place on it", (Slider("r", "place"),), when={"view": "surface"}),
        Group("Turn the picture", (Slider("turn", "noise", plays=8), Slider("tilt", "noise")),
              when={"view": "surface"}),
        Group(
            "Dimensions",
            (
                Slider("n", "noise", plays=12),
                Button("one_more", "n + 1", "noise", {"n": "one_more"}),
                Button("double", "2 n", "noise", {"n": "double"}),
            ),
            when=_COUNTED,
        ),
        Group("Each coordinate", (Choice("law", "observed", _LAWS),), when={"view": "others"}),
        Group("Noise", (Field("seed", "noise", ("resample", "Resample")),)),
    )  # fmt: skip
    presets: ClassVar = {
        "5,000 points": {"view": "roll", "rolls": ALL},
        "from above": {"view": "surface", "turn": 0, "tilt": 70},
        "n = 10": {"view": "near", "n": 10},
        "n = 100": {"view": "lengths", "n": 100},
        "n = 1,000": {"view": "lengths", "n": 1000},
        "diamonds": {"view": "others", "law": "laplace", "angle": 45},
        "a square": {"view": "others", "law": "uniform", "angle": 45},
    }

    def scene(self) -> Scene:
        """Roll numbers, turn a line, measure lengths, and do without the bell."""
        noise, fixed = self.draws(MOST), self.fixed
        more = {"one_more": np.minimum(self.n + 1, DIMENSIONS),
                "double": np.minimum(2 * self.n, DIMENSIONS)}  # fmt: skip
        return Scene.of(
            rolls(self.rolls, noise, fixed),
            probe(self.angle, noise, fixed),
            surface(self.angle, self.r, self.turn, self.tilt, fixed),
            lengths(self.n, self.table("many"), fixed),
            others(self.law, self.angle, noise, fixed),
            Scene({}, more),
        )
