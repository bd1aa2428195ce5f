"""The reparameterization trick: the same randomness, reshaped by sliders."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.kit.geometry import PERCENT
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.noise import MOST
from gaussians.kit.parts import (
    Choice,
    Curve,
    Field,
    Group,
    Handle,
    Labels,
    Plane,
    Points,
    Slider,
)
from gaussians.kit.roots import ROOTS
from gaussians.lessons.reparameterization.scene import scene


class Reparameterization(Lesson):
    """Five sliders, a seed, a root and a point to follow."""

    mu1 = param.Number(0.0, bounds=(-3, 3), step=0.05, label="μ₁")
    mu2 = param.Number(0.0, bounds=(-3, 3), step=0.05, label="μ₂")
    sigma1 = param.Number(1.0, bounds=(0.1, 2.5), step=0.05, label="σ₁")
    sigma2 = param.Number(1.0, bounds=(0.1, 2.5), step=0.05, label="σ₂")
    rho = param.Number(0.0, bounds=(-0.99, 0.99), step=0.01, label="ρ")
    root: Any = param.Selector(default="cholesky", objects=list(ROOTS), label="root")
    turn = param.Number(0.0, bounds=(-180, 180), step=1, label="turn φ of Q")
    n = param.Integer(500, bounds=(100, MOST), step=100, label="number of points")
    point = param.Integer(0, bounds=(0, MOST), label="point to follow")

    key = "reparameterization"
    source = Path(__file__).with_name("words.md")
    planes: ClassVar = {
        "plane": Plane(
            {
                "noise": Points("noise"),
                "cloud": Points("shape"),
                "box": Curve("shape", width=1.5, dash="dashed"),
                "ellipses": Curve("shape"),
                "masses": Labels("shape", PERCENT),
                "arrow": Curve("place", width=3),
                "slopes": Curve("shape"),
                "slope_names": Labels("shape", ("σ₁", "σ₂", "ρ")),
                "name_noise": Labels("noise", ("ε",)),
                "name_image": Labels("shape", ("x",)),
                "followed": Points("noise", size=11, alpha=1),
                "image": Points("shape", size=11, alpha=1),
                "center": Points("place", size=9, alpha=1),
                "corner": Points("shape", size=9, alpha=1),
            },
            handles=(
                Handle("corner", "σ₁ and σ₂", "shape", x="sigma1", y="sigma2"),
                Handle("center", "μ", "place", x="mu1", y="mu2"),
            ),
        )
    }
    picks: ClassVar = {"point": ("noise", "cloud")}
    controls: ClassVar = (
        Group("Place", (Slider("mu1", "place"), Slider("mu2", "place"))),
        Group(
            "Shape",
            (
                Slider("sigma1", "shape"),
                Slider("sigma2", "shape"),
                Slider("rho", "shape", plays=6),
            ),
        ),
        Group(
            "Root of Σ",
            (
                Choice("root", "shape", {key: root.name for key, root in ROOTS.items()}),
                Slider("turn", "shape", implies={"root": "turned"}, plays=10),
            ),
        ),
        Group(
            "Noise ε",
            (
                Slider("n", "noise"),
                Field("seed", "noise", ("resample", "Resample")),
                Field("point", "noise", ("clear", "None")),
            ),
        ),
    )
    presets: ClassVar = {
        "standard": {"mu1": 0, "mu2": 0, "sigma1": 1, "sigma2": 1, "rho": 0},
        "stretched": {"mu1": 0, "mu2": 0, "sigma1": 2, "sigma2": 0.6, "rho": 0},
        "tilted": {"mu1": 0.8, "mu2": -0.5, "sigma1": 1.5, "sigma2": 1.2, "rho": 0.75},
        "nearly degenerate": {"mu1": 0, "mu2": 0, "sigma1": 1.5, "sigma2": 1.5, "rho": 0.99},
    }
    portrait = "plane", presets["tilted"]

    def scene(self) -> Scene:
        """Reshape the noise of this seed."""
        marks, readouts = scene(
            mu1=self.mu1, mu2=self.mu2, sigma1=self.sigma1, sigma2=self.sigma2, rho=self.rho,
            turn=self.turn, root=self.root, noise=self.draws(self.n),
            followed=self.draw(self.point, self.n), circles=self.fixed["circles"],
            ways=self.fixed["ways"],
        )  # fmt: skip
        # Equal as long as no number of the noise changes.
        fingerprint = (self.draws(MOST) @ np.array([1.0, np.sqrt(2)])).sum()
        return Scene(marks, readouts | {"n": self.n, "fingerprint": fingerprint})
