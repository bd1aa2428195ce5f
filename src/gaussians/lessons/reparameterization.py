"""The reparameterization trick: the same randomness, reshaped by sliders."""

import hashlib
from functools import lru_cache
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import Gaussian, mass_within
from gaussians.lessons import reparameterization_words as words
from gaussians.lessons.lesson import (
    Array,
    Choice,
    Curve,
    Field,
    Labels,
    Lesson,
    Points,
    Scene,
    Slider,
    circle,
)
from gaussians.lessons.roots import ROOTS, axis_angle

MOST = 5000  # points
RADII = (1, 2, 3)  # of the ellipses, in standard deviations
MASSES = tuple(mass_within(radius, 2) for radius in RADII)
CIRCLE = circle()
BOX = np.array([[-1.0, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]])


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
    controls: ClassVar = {
        "Place": (Slider("mu1", "place"), Slider("mu2", "place")),
        "Shape": (Slider("sigma1", "shape"), Slider("sigma2", "shape"), Slider("rho", "shape")),
        "Root of Σ": (
            Choice("root", "shape", {key: root.name for key, root in ROOTS.items()}),
            Slider("turn", "shape", implies={"root": "turned"}),
        ),
        "Noise ε": (
            Slider("n", "noise"),
            Field("seed", "noise", ("resample", "Resample")),
            Field("point", "noise", ("clear", "None")),
        ),
    }
    presets: ClassVar = {
        "standard": {"mu1": 0, "mu2": 0, "sigma1": 1, "sigma2": 1, "rho": 0},
        "stretched": {"mu1": 0, "mu2": 0, "sigma1": 2, "sigma2": 0.6, "rho": 0},
        "tilted": {"mu1": 0.8, "mu2": -0.5, "sigma1": 1.5, "sigma2": 1.2, "rho": 0.75},
        "nearly degenerate": {"mu1": 0, "mu2": 0, "sigma1": 1.5, "sigma2": 1.5, "rho": 0.99},
    }
    marks: ClassVar = {
        "noise": Points("noise", alpha=0.45),
        "cloud": Points("shape", alpha=0.55),
        "box": Curve("shape", width=1.5, dash="dashed"),
        **{f"ellipse{radius}": Curve("shape") for radius in RADII},
        "arrow": Curve("place", width=2.5),
        "followed": Points("noise", size=11, alpha=1),
        "image": Points("shape", size=11, alpha=1),
        "center": Points("place", size=9, alpha=1),
        "masses": Labels("shape", tuple(f"{100 * mass:.0f} %" for mass in MASSES)),
    }
    picks: ClassVar = {"point": ("noise", "cloud")}

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


@lru_cache(maxsize=64)
def draw_noise(seed: int) -> Array:
    """Draw all the noise that a seed stands for, read-only; a lesson shows the first n points."""
    noise = np.random.default_rng(seed).standard_normal((MOST, 2))
    noise.flags.writeable = False
    return noise


def fingerprint(noise: Array) -> str:
    """Digest of all the noise: equal as long as no digit of it changes."""
    digest = hashlib.sha256(noise.tobytes()).hexdigest()
    return " ".join(digest[i : i + 4] for i in (0, 4, 8))


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
    # Furthest along a direction near the longer axis: there the labels have most room.
    direction = np.array([sigma1 * sigma1, 0.3 * sigma2 * sigma2])
    tip = cov @ direction / np.sqrt(direction @ cov @ direction)
    marks = {
        "noise": noise,
        "cloud": cloud,
        "box": BOX * [sigma1, sigma2] + mean,
        **{f"ellipse{radius}": cholesky.transform(radius * CIRCLE) for radius in RADII},
        "arrow": arrow(followed, image),
        "followed": followed[None, :],
        "image": image[None, :],
        "center": mean[None, :],
        "masses": np.array([radius * tip for radius in RADII]) + mean,
    }

    readouts: dict[str, float | str] = {
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
        "angle": np.degrees(axis_angle(cov)),
        **entries("A", A),
        **entries("S", cov),
        **count_inside(cloud, mean, L),
        **thinning(sigma1, sigma2, rho),
    }
    return Scene(marks, readouts)


def entries(name: str, matrix: Array) -> dict[str, float]:
    """Name the entries of a 2 × 2 matrix as equations do."""
    return {f"{name}{i + 1}{j + 1}": matrix[i, j] for i in range(2) for j in range(2)}


def count_inside(cloud: Array, mean: Array, L: Array) -> dict[str, float]:
    """Count the share of points in each ellipse, beside what is predicted and its chance error."""
    pulled = (cloud - mean) @ inverse_of_lower(L).T
    squared_distance = pulled[:, 0] ** 2 + pulled[:, 1] ** 2
    counts = {}
    for radius, mass in zip(RADII, MASSES, strict=True):
        counts[f"mass{radius}"] = mass
        counts[f"share{radius}"] = (squared_distance <= radius**2).mean()
        counts[f"wobble{radius}"] = np.sqrt(mass * (1 - mass) / len(cloud))
    return counts


def thinning(sigma1: float, sigma2: float, rho: float) -> dict[str, float]:
    """Compare the area of the 1 sd ellipse with the largest that fits its box, the one at ρ = 0."""
    flattening = np.sqrt((1 - rho) * (1 + rho))
    full_area = np.pi * sigma1 * sigma2
    return {"full_area": full_area, "flattening": flattening, "area": full_area * flattening}


def arrow(start: Array, end: Array) -> Array:
    """Return a line from start to end with a head, as one curve, shape (5, 2)."""
    step = end - start
    length = np.sqrt(step @ step)
    along = 0.4 * step / np.maximum(length, 0.4)  # longer than the dot it points at
    across = 0.45 * np.array([-along[1], along[0]])
    return np.array([start, end, end - along + across, end, end - along - across])


def inverse_of_lower(L: Array) -> Array:
    """Invert a lower triangular 2 × 2 matrix."""
    (a, _), (b, c) = L
    return np.array([[1 / a, 0], [-b / (a * c), 1 / c]])
