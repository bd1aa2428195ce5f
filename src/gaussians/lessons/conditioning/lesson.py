"""What knowing one coordinate says of the other: a slice of a Gaussian is a Gaussian."""

from pathlib import Path
from typing import Any, ClassVar

import param

from gaussians.core import Gaussian
from gaussians.kit.bent import bend
from gaussians.kit.curves import FIXED
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Choice, Field, Group, Slider
from gaussians.lessons.conditioning.planes import PLANES
from gaussians.lessons.conditioning.proof import proof, two_noises
from gaussians.lessons.conditioning.scene import NOWHERE, picture
from gaussians.lessons.conditioning.women import COUNT, MEASURED, women

_MODEL = {"view": "slice|proof"}


class Conditioning(Lesson):
    """A Gaussian, which of its coordinates is observed, and what was observed."""

    view: Any = param.Selector(default="slice", objects=["slice", "proof", "women"], label="view")
    observed: Any = param.Selector(default="x1", objects=["x1", "x2"], label="observed")
    c = param.Number(1.2, bounds=(-4, 4), step=0.05, label="c")
    w = param.Number(0.5, bounds=(0.05, 2), step=0.05, label="slab w")
    height = param.Number(172.0, bounds=(140, 195), step=1, label="height")
    mu1 = param.Number(0.0, bounds=(-1, 1), step=0.05, label="μ₁")
    mu2 = param.Number(0.0, bounds=(-1, 1), step=0.05, label="μ₂")
    sigma1 = param.Number(1.2, bounds=(0.5, 1.5), step=0.05, label="σ₁")
    sigma2 = param.Number(1.4, bounds=(0.5, 1.5), step=0.05, label="σ₂")
    rho = param.Number(0.8, bounds=(-0.95, 0.95), step=0.01, label="ρ")
    joint: Any = param.Selector(default="gaussian", objects=["gaussian", "bent"], label="joint law")
    n = param.Integer(1000, bounds=(100, 5000), step=100, label="number of points")

    key = "conditioning"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "joint", {"n": 300}
    controls: ClassVar = (
        Group(
            "Show",
            (
                Choice(
                    "view",
                    "shape",
                    {"slice": "the slice", "proof": "the proof", "women": "1,986 women"},
                ),
            ),
        ),
        Group(
            "What is known",
            (
                Choice("observed", "observed", {"x1": "x₁ = c", "x2": "x₂ = c"}),
                Slider("c", "observed", plays=6),
                Slider("w", "observed"),
            ),
            when=_MODEL,
        ),
        Group(
            "Stature that is known, in cm", (Slider("height", "observed"),), when={"view": "women"}
        ),
        Group("Place", (Slider("mu1", "place"), Slider("mu2", "place")), when=_MODEL),
        Group(
            "Shape",
            (Slider("sigma1", "shape"), Slider("sigma2", "shape"), Slider("rho", "shape")),
            when=_MODEL,
        ),
        Group(
            "Joint law",
            (Choice("joint", "shape", {"gaussian": "Gaussian", "bent": "Break it: bent"}),),
            when=_MODEL,
        ),
        Group("Points", (Slider("n", "noise"),), when=_MODEL),
        Group("Noise", (Field("seed", "noise", ("resample", "Resample")),)),
    )
    presets: ClassVar = {
        "a tall woman": {"view": "women", "height": 172, "joint": "gaussian"},
        "taller than all": {"view": "women", "height": 192, "joint": "gaussian"},
        "strong correlation": {"view": "slice", "rho": 0.95, "c": 1.2, "joint": "gaussian"},
        "no help": {"view": "slice", "rho": 0, "c": 2, "joint": "gaussian"},
        "not Gaussian": {"view": "slice", "observed": "x1", "rho": 0, "c": 2.4, "joint": "bent"},
    }
    fixed: ClassVar = FIXED | {"women": MEASURED}

    def scene(self) -> Scene:
        """Cut the model and the women, and prove the shape of the model's cut."""
        i, bent = ["x1", "x2"].index(self.observed), self.joint == "bent"
        law = Gaussian.from_scales([self.mu1, self.mu2], [self.sigma1, self.sigma2], self.rho)
        noise = bend(self.draws(self.n)) if bent else self.draws(self.n)
        curves = self.fixed["circles"], self.fixed["bell"]
        sliced = picture(law, i, self.c, self.w, noise, *curves)
        proved = proof(law, i, self.c, self.w, noise, *curves)
        people = women(self.height, self.draws(COUNT), self.fixed["women"], *curves)
        # the bells that only a Gaussian has
        gone = dict.fromkeys(("known", "other", "z_bell"), NOWHERE) if bent else {}
        own = {"n": self.n, "i": i, "j": 1 - i, **two_noises(law, i, self.c)}
        return Scene.of(sliced, proved, people, Scene(gone, own))
