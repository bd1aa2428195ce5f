"""What knowing one coordinate says of the other: a slice of a Gaussian is a Gaussian."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import Gaussian
from gaussians.kit.bent import bend
from gaussians.kit.curves import FIXED
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.noise import MOST
from gaussians.kit.space import Eye
from gaussians.lessons.conditioning.controls import CONTROLS, VIEWS
from gaussians.lessons.conditioning.planes import PLANES
from gaussians.lessons.conditioning.proof import proof, two_noises
from gaussians.lessons.conditioning.scene import NOWHERE, picture
from gaussians.lessons.conditioning.three import Known, law_of
from gaussians.lessons.conditioning.three_picture import ABOVE, AWAY, RINGS
from gaussians.lessons.conditioning.three_planes import PLANES as THREE
from gaussians.lessons.conditioning.three_scene import three
from gaussians.lessons.conditioning.women import COUNT, MEASURED, women


class Conditioning(Lesson):
    """A Gaussian, which of its coordinates is observed, and what was observed."""

    view: Any = param.Selector(default="slice", objects=[*VIEWS], label="view")
    observed: Any = param.Selector(default="x1", objects=["x1", "x2"], label="observed")
    c = param.Number(1.2, bounds=(-4, 4), step=0.05, label="c")
    d = param.Number(0.5, bounds=(-4, 4), step=0.05, label="d")
    know1 = param.Integer(1, bounds=(0, 1), step=1, label="x₁ = c")
    know2 = param.Integer(1, bounds=(0, 1), step=1, label="x₂ = d")
    w = param.Number(0.5, bounds=(0.05, 2), step=0.05, label="slab w")
    height = param.Number(172.0, bounds=(140, 195), step=1, label="height")
    mu1 = param.Number(0.0, bounds=(-1, 1), step=0.05, label="μ₁")
    mu2 = param.Number(0.0, bounds=(-1, 1), step=0.05, label="μ₂")
    mu3 = param.Number(0.0, bounds=(-1, 1), step=0.05, label="μ₃")
    sigma1 = param.Number(1.2, bounds=(0.5, 1.5), step=0.05, label="σ₁")
    sigma2 = param.Number(1.4, bounds=(0.5, 1.5), step=0.05, label="σ₂")
    rho = param.Number(0.8, bounds=(-0.95, 0.95), step=0.01, label="ρ")
    sigma3 = param.Number(1.2, bounds=(0.5, 1.5), step=0.05, label="σ₃")
    rho13 = param.Number(0.8, bounds=(-0.95, 0.95), step=0.01, label="ρ₁₃")
    rho23 = param.Number(-0.6, bounds=(-0.95, 0.95), step=0.01, label="ρ₂₃ given x₁")
    turn = param.Number(-55.0, bounds=(-180, 180), step=1, label="turn")
    tilt = param.Number(0.0, bounds=(-60, 60), step=1, label="tilt")
    joint: Any = param.Selector(default="gaussian", objects=["gaussian", "bent"], label="joint law")
    n = param.Integer(1000, bounds=(100, 5000), step=100, label="number of points")

    key = "conditioning"
    source = Path(__file__).with_name("words.md")
    planes = PLANES | THREE
    portrait = "joint", {"n": 300}
    controls = CONTROLS
    noises: ClassVar = {"noise": (MOST, 2), "space": (MOST, 3)}
    presets: ClassVar = {
        "a tall woman": {"view": "women", "height": 172, "joint": "gaussian"},
        "taller than all": {"view": "women", "height": 192, "joint": "gaussian"},
        "strong correlation": {"view": "slice", "rho": 0.95, "c": 1.2, "joint": "gaussian"},
        "one of three": {"view": "three", "know1": 1, "know2": 0, "joint": "gaussian"},
        "two of three": {"view": "three", "know1": 1, "know2": 1, "joint": "gaussian"},
        "no help": {"view": "slice", "rho": 0, "c": 2, "joint": "gaussian"},
        "not Gaussian": {"view": "slice", "observed": "x1", "rho": 0, "c": 2.4, "joint": "bent"},
    }
    fixed: ClassVar = FIXED | {"women": MEASURED, "rounds": RINGS}

    def scene(self) -> Scene:
        """Cut the model and the women, and prove the shape of the model's cut."""
        i, bent = ["x1", "x2"].index(self.observed), self.joint == "bent"
        law = Gaussian.from_scales([self.mu1, self.mu2], [self.sigma1, self.sigma2], self.rho)
        noise = bend(self.draws(self.n)) if bent else self.draws(self.n)
        curves = self.fixed["circles"], self.fixed["bell"]
        sliced = picture(law, i, self.c, self.w, noise, *curves)
        proved = proof(law, i, self.c, self.w, noise, *curves)
        people = women(self.height, self.draws(COUNT), self.fixed["women"], *curves)
        means = np.array([self.mu1, self.mu2, self.mu3])
        scales = np.array([self.sigma1, self.sigma2, self.sigma3])
        whole = law_of(means, scales, self.rho, self.rho13, self.rho23)
        known = Known((self.c, self.d), (self.know1, self.know2), self.w)
        eye = Eye(-self.turn, ABOVE + self.tilt, AWAY)
        spatial = three(whole, known, eye, self.draws(self.n, "space"), self.fixed)
        # the bells that only a Gaussian has
        gone = dict.fromkeys(("known", "other", "z_bell"), NOWHERE) if bent else {}
        own = {"n": self.n, "i": i, "j": 1 - i, **two_noises(law, i, self.c)}
        return Scene.of(sliced, proved, people, spatial, Scene(gone, own))
