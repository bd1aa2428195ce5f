"""Two draws added make one bell; one of them chosen makes a mixture of two."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import Gaussian
from gaussians.kit.curves import FIXED
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Choice, Field, Group, Slider
from gaussians.lessons.sum.planes import PLANES
from gaussians.lessons.sum.scene import PLACES, pairs
from gaussians.lessons.sum.schools import schools

_VIEWS = {"add": "add", "choose": "add or choose", "schools": "two schools"}
_ADD, _DRAWS, _SCHOOLS = {"view": "add"}, {"view": "add|choose"}, {"view": "schools"}


class Sum(Lesson):
    """Two Gaussians on a line, a strip of sums, a share of coupled pairs; and two schools."""

    view: Any = param.Selector(default="add", objects=[*_VIEWS], label="view")
    c = param.Number(-4.0, bounds=(-12, 12), step=0.1, label="c")
    w = param.Number(2.0, bounds=(0.2, 3), step=0.1, label="width w")
    mu1 = param.Number(1.0, bounds=(-4, 4), step=0.1, label="μ₁")
    mu2 = param.Number(2.0, bounds=(-4, 4), step=0.1, label="μ₂")
    sigma1 = param.Number(2.0, bounds=(1.5, 4), step=0.1, label="σ₁")
    sigma2 = param.Number(1.5, bounds=(1.5, 4), step=0.1, label="σ₂")
    coupled = param.Number(0.0, bounds=(0, 1), step=0.05, label="coupled")
    school1 = param.Number(40.0, bounds=(30, 70), step=1, label="μ₁")
    school2 = param.Number(65.0, bounds=(30, 70), step=1, label="μ₂")
    spread1 = param.Number(8.0, bounds=(5, 12), step=0.5, label="σ₁")
    spread2 = param.Number(8.0, bounds=(5, 12), step=0.5, label="σ₂")
    n = param.Integer(1000, bounds=(100, 5000), step=100, label="pairs")

    key = "sum"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "pairs", {"n": 300, "c": 2}
    fixed: ClassVar = FIXED | PLACES
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", _VIEWS),)),
        Group("Strip", (Slider("c", "observed", plays=6), Slider("w", "observed")), when=_ADD),
        Group("Means", (Slider("mu1", "place"), Slider("mu2", "place")), when=_DRAWS),
        Group(
            "Standard deviations",
            (Slider("sigma1", "shape"), Slider("sigma2", "shape")),
            when=_DRAWS,
        ),
        Group("Break it: couple a and b", (Slider("coupled", "observed", plays=4),), when=_DRAWS),
        Group(
            "Means of two schools",
            (Slider("school1", "place"), Slider("school2", "place")),
            when=_SCHOOLS,
        ),
        Group(
            "Their standard deviations",
            (Slider("spread1", "shape"), Slider("spread2", "shape")),
            when=_SCHOOLS,
        ),
        Group("Noise", (Slider("n", "noise"), Field("seed", "noise", ("resample", "Resample")))),
    )
    presets: ClassVar = {
        "3 and 4": {"view": "add", "sigma1": 3, "sigma2": 4, "coupled": 0},
        "far apart": {
            "view": "choose", "mu1": -4, "mu2": 4, "sigma1": 1.5, "sigma2": 1.5, "coupled": 0,
        },
        "all coupled": {
            "view": "add", "mu1": 0, "mu2": 0, "sigma1": 2, "sigma2": 2, "coupled": 1,
        },
        "two schools": {
            "view": "schools", "school1": 40, "school2": 65, "spread1": 8, "spread2": 8,
        },
    }  # fmt: skip

    def scene(self) -> Scene:
        """Make pairs of the seed's noise; add them, choose of them, and average them."""
        noise = self.draws(self.n)
        parts = (
            pairs(
                line(self.mu1, self.sigma1), line(self.mu2, self.sigma2),
                self.c, self.w, self.coupled, noise, self.fixed,
            ),
            schools(
                line(self.school1, self.spread1), line(self.school2, self.spread2),
                noise, self.fixed,
            ),
        )  # fmt: skip
        own = {name: getattr(self, name) for name in (
            "mu1", "mu2", "sigma1", "sigma2", "school1", "school2", "spread1", "spread2", "n",
        )}  # fmt: skip
        return Scene.of(*parts, Scene({}, own))


def line(mean: float, sd: float) -> Gaussian:
    """Return a Gaussian on a line."""
    return Gaussian(np.array([[sd]]), np.array([mean]))
