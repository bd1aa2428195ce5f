"""What knowing one coordinate says of the other: a slice of a Gaussian is a Gaussian."""

from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import Gaussian
from gaussians.kit.lesson import Array, Lesson, Scene
from gaussians.kit.parts import Choice, Field, Group, Slider
from gaussians.lessons.conditioning import words
from gaussians.lessons.conditioning.planes import PLANES
from gaussians.lessons.conditioning.scene import picture, proof

# Stature in cm and weight in kg of the women of the ANSUR II survey (Gordon and others, 2014).
WOMEN = 1986
STATURE_WEIGHT = Gaussian.from_scales([162.85, 67.76], [6.42, 10.98], 0.5335)
NEAR = 2.0  # cm, width of the slab in which statures count as the observed one

_MODEL = {"view": "slice|proof"}


class Conditioning(Lesson):
    """A Gaussian, which of its coordinates is observed, and what was observed."""

    view: Any = param.Selector(default="slice", objects=["slice", "proof", "women"], label="view")
    observed: Any = param.Selector(default="x1", objects=["x1", "x2"], label="observed")
    c = param.Number(1.2, bounds=(-4, 4), step=0.05, label="c")
    w = param.Number(0.5, bounds=(0.05, 2), step=0.05, label="slab w")
    height = param.Number(172.0, bounds=(140, 195), step=0.5, label="height")
    mu1 = param.Number(0.0, bounds=(-1, 1), step=0.05, label="μ₁")
    mu2 = param.Number(0.0, bounds=(-1, 1), step=0.05, label="μ₂")
    sigma1 = param.Number(1.2, bounds=(0.5, 1.5), step=0.05, label="σ₁")
    sigma2 = param.Number(1.4, bounds=(0.5, 1.5), step=0.05, label="σ₂")
    rho = param.Number(0.8, bounds=(-0.95, 0.95), step=0.01, label="ρ")
    joint: Any = param.Selector(default="gaussian", objects=["gaussian", "bent"], label="joint law")
    n = param.Integer(1000, bounds=(100, 5000), step=100, label="number of points")

    key = "conditioning"
    title = "Conditioning"
    question = "You learn one coordinate: what do you now know about the other?"
    lead = words.LEAD
    equation = words.EQUATION
    proofs = words.PROOFS
    story = words.STORY
    description = words.DESCRIPTION
    code = words.CODE
    predictions = words.PREDICTIONS
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
                Slider("c", "observed"),
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
        "a tall woman": {"view": "women", "height": 172},
        "taller than all": {"view": "women", "height": 192},
        "nearly certain": {"view": "slice", "rho": 0.95, "c": 1.2},
        "no help": {"view": "slice", "rho": 0, "c": 2},
    }

    def scene(self) -> Scene:
        """Cut the model and the women, and prove the shape of the model's cut."""
        i = ["x1", "x2"].index(self.observed)
        law = Gaussian.from_scales([self.mu1, self.mu2], [self.sigma1, self.sigma2], self.rho)
        noise = self.draws(self.n)
        noise = bend(noise) if self.joint == "bent" else noise
        curves = self.fixed["circles"], self.fixed["bell"]
        sliced = picture(law, i, self.c, self.w, noise, *curves)
        proved = proof(law, i, self.c, self.w, noise, *curves)
        women = self.measure_women()
        own = {"n": self.n, "i": i, "j": 1 - i, "bent": self.joint == "bent"}
        return Scene(
            sliced.marks | proved.marks | women.marks,
            sliced.readouts | proved.readouts | women.readouts | own,
        )

    def measure_women(self) -> Scene:
        """Cut the plane of stature and weight, drawn in standard deviations, then in cm and kg."""
        mean, sd = STATURE_WEIGHT.mean, STATURE_WEIGHT.std
        law = Gaussian.from_scales([0, 0], [1, 1], STATURE_WEIGHT.corr[0, 1])
        sds = (self.height - mean[0]) / sd[0]
        curves = self.fixed["circles"], self.fixed["bell"]
        marks, found = picture(law, 0, sds, NEAR / sd[0], self.draws(WOMEN), *curves)
        weight = STATURE_WEIGHT.given(0, self.height).marginal(1)
        readouts = {
            "height": self.height, "sds": sds, "weight": weight.mean[0], "spread": weight.std[0],
            "women": found["count"], "awaited": found["density"],
            "near_weight": mean[1] + sd[1] * found["near_mean"],
            "near_spread": sd[1] * found["near_sd"],
        }  # fmt: skip
        return Scene({f"women_{name}": sd * mark + mean for name, mark in marks.items()}, readouts)


def bend(noise: Array) -> Array:
    """Make noise with the same means, variances and correlation that is not Gaussian."""
    first, second = noise.T
    return np.stack([first, 0.9 * (first**2 - 1) / np.sqrt(2) + np.sqrt(0.19) * second], axis=1)
