"""The reparameterization trick: the same randomness, reshaped by sliders."""

from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import Gaussian
from gaussians.lessons import reparameterization_words as words
from gaussians.lessons.draws import MOST, draw_noise, fingerprint
from gaussians.lessons.geometry import (
    PERCENT,
    RADII,
    SQUARE,
    arrow,
    axes,
    count_inside,
    ellipses,
    entries,
    inverse,
    label_places,
)
from gaussians.lessons.lesson import Array, Lesson, Scene
from gaussians.lessons.parts import Choice, Curve, Field, Group, Labels, Plane, Points, Slider
from gaussians.lessons.roots import ROOTS

BOX = 2 * SQUARE - 1


class Reparameterization(Lesson):
    """Five sliders, a seed, a root and a point to follow."""

    mu1 = param.Number(0.0, bounds=(-3, 3), step=0.05, label="μ₁")
    mu2 = param.Number(0.0, bounds=(-3, 3), step=0.05, label="μ₂")
    sigma1 = param.Number(1.0, bounds=(0.1, 2.5), step=0.05, label="σ₁")
    sigma2 = param.Number(1.0, bounds=(0.1, 2.5), step=0.05, label="σ₂")
    rho = param.Number(0.0, bounds=(-0.99, 0.99), step=0.01, label="ρ")
    root: Any = param.Selector(default="cholesky", objects=list(ROOTS), label="root")
    turn = param.Number(0.0, bounds=(-180, 180), step=1, label="turn of Q")
    n = param.Integer(500, bounds=(100, MOST), step=100, label="number of points")
    seed = param.Integer(1, bounds=(0, 999_999), label="seed")
    point = param.Integer(0, bounds=(0, MOST), label="point to follow")

    key = "reparameterization"
    title = "The reparameterization trick"
    question = "The same randomness, reshaped: what do μ, σ and ρ do to a sample?"
    lead = words.LEAD
    equation = words.EQUATION
    proofs = words.PROOFS
    story = words.STORY
    description = words.DESCRIPTION
    planes: ClassVar = {
        "plane": Plane(
            "",
            {
                "noise": Points("noise", alpha=0.45),
                "cloud": Points("shape", alpha=0.55),
                "box": Curve("shape", width=1.5, dash="dashed"),
                **{f"ellipse{radius}": Curve("shape") for radius in RADII},
                "arrow": Curve("place", width=2.5),
                "followed": Points("noise", size=11, alpha=1),
                "image": Points("shape", size=11, alpha=1),
                "center": Points("place", size=9, alpha=1),
                "masses": Labels("shape", PERCENT),
            },
        )
    }
    picks: ClassVar = {"point": ("noise", "cloud")}
    controls: ClassVar = (
        Group("Place", (Slider("mu1", "place"), Slider("mu2", "place"))),
        Group(
            "Shape", (Slider("sigma1", "shape"), Slider("sigma2", "shape"), Slider("rho", "shape"))
        ),
        Group(
            "Root of Σ",
            (
                Choice("root", "shape", {key: root.name for key, root in ROOTS.items()}),
                Slider("turn", "shape", implies={"root": "turned"}),
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
        noise = draw_noise(self.seed)
        followed = noise[self.point - 1] if 0 < self.point <= self.n else np.full(2, np.nan)
        numbers = {key: getattr(self, key) for key in ("mu1", "mu2", "sigma1", "sigma2", "rho")}
        marks, readouts = scene(
            **numbers, turn=self.turn, root=self.root, noise=noise[: self.n], followed=followed
        )
        readouts["n"] = self.n
        readouts["fingerprint"] = fingerprint(noise)
        readouts["factor"] = ROOTS[self.root].letter
        return Scene(marks, readouts)


def scene(
    *,
    mu1: float,
    mu2: float,
    sigma1: float,
    sigma2: float,
    rho: float,
    turn: float,
    root: str,
    noise: Array,
    followed: Array,
) -> Scene:
    """Push the noise through x = A ε + μ, for the chosen root A of Σ.

    Parameters
    ----------
    mu1, mu2, sigma1, sigma2, rho
        Means, standard deviations and correlation.
    turn
        Angle of Q in degrees, for the root L Q.
    root
        Which root; a key of `ROOTS`.
    noise
        The base noise, shape (n, 2).
    followed
        The noise vector to follow, shape (2,), NaN for none.
    """
    mean = np.array([mu1, mu2])
    cholesky = Gaussian.from_scales(mean, [sigma1, sigma2], rho)
    L = cholesky.factor
    covariance = rho * sigma1 * sigma2
    cov = np.array([[sigma1 * sigma1, covariance], [covariance, sigma2 * sigma2]])
    A = ROOTS[root].of(L, cov, turn)

    cloud = noise @ A.T + mean
    image = A @ followed + mean
    marks = {
        "noise": noise,
        "cloud": cloud,
        "box": BOX * [sigma1, sigma2] + mean,
        **ellipses(L, mean),
        "arrow": arrow(followed, image),
        "followed": followed[None, :],
        "image": image[None, :],
        "center": mean[None, :],
        "masses": label_places(cov, mean),
    }

    readouts = {
        "mu1": mu1,
        "mu2": mu2,
        "sigma1": sigma1,
        "sigma2": sigma2,
        "rho": rho,
        "eps1": followed[0],
        "eps2": followed[1],
        "x1": image[0],
        "x2": image[1],
        "error": np.abs(A @ A.T - cov).max(),
        "angle": np.degrees(axes(cov, L[0, 0] * L[1, 1]).angle),
        **entries("A", A),
        **entries("S", cov),
        **count_inside((cloud - mean) @ inverse(L, L[0, 0] * L[1, 1]).T),
        **thinning(sigma1, sigma2, rho),
    }
    return Scene(marks, readouts)


def thinning(sigma1: float, sigma2: float, rho: float) -> dict[str, float]:
    """Compare the area of the 1 sd ellipse with the largest that fits its box, the one at ρ = 0."""
    flattening = np.sqrt((1 - rho) * (1 + rho))
    full_area = np.pi * sigma1 * sigma2
    return {"full_area": full_area, "flattening": flattening, "area": full_area * flattening}
