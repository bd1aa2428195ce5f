"""What x = A s + t does to noise: its matrix and shift in the student's hands."""

from typing import ClassVar

import numpy as np
import param

from gaussians.core.gaussian import FAMILY_TOLERANCE
from gaussians.lessons import affine_words as words
from gaussians.lessons.draws import draw_noise
from gaussians.lessons.geometry import (
    CIRCLE,
    PERCENT,
    RADII,
    SQUARE,
    area,
    arrow,
    axes,
    count_inside,
    ellipses,
    entries,
    inverse,
    label_places,
)
from gaussians.lessons.lesson import Array, Lesson, Scene
from gaussians.lessons.parts import (
    Area,
    Button,
    Curve,
    Field,
    Group,
    Handle,
    Labels,
    Plane,
    Points,
    Slider,
)

LARGEST = 3.0  # entry of A
FLAT = 1e-14  # rows of A at an angle this small, in radians, differ by rounding only
BESIDE = np.array([0.55, 0.5])  # where a name stands


class Affine(Lesson):
    """Six numbers, which handles set too, and a point of noise to track."""

    a11 = param.Number(1.3, bounds=(-LARGEST, LARGEST), step=0.05, label="A₁₁")
    a21 = param.Number(0.4, bounds=(-LARGEST, LARGEST), step=0.05, label="A₂₁")
    a12 = param.Number(-0.3, bounds=(-LARGEST, LARGEST), step=0.05, label="A₁₂")
    a22 = param.Number(1.1, bounds=(-LARGEST, LARGEST), step=0.05, label="A₂₂")
    t1 = param.Number(1.0, bounds=(-3, 3), step=0.05, label="t₁")
    t2 = param.Number(0.5, bounds=(-3, 3), step=0.05, label="t₂")
    s1 = param.Number(0.8, bounds=(-3, 3), step=0.05, label="s₁")
    s2 = param.Number(-1.4, bounds=(-3, 3), step=0.05, label="s₂")
    n = param.Integer(500, bounds=(100, 5000), step=100, label="number of points")
    seed = param.Integer(1, bounds=(0, 999_999), label="seed")

    key = "affine"
    title = "The affine family"
    question = "What does x = A s + t do to noise?"
    lead = words.LEAD
    equation = words.EQUATION
    proofs = words.PROOFS
    story = words.STORY
    description = words.DESCRIPTION
    predictions = words.PREDICTIONS
    planes: ClassVar = {
        "s": Plane(
            words.S_PLANE,
            {
                "noise": Points("noise", alpha=0.45),
                "square": Area("noise", alpha=0.25),
                **{f"circle{radius}": Curve("noise") for radius in RADII},
                "level_before": Curve("noise", width=1.5, dash="dashed"),
                "unit1": Curve("noise", width=3),
                "unit2": Curve("noise", width=3),
                "tracked": Points("noise", size=11, alpha=1),
                "masses_before": Labels("noise", PERCENT),
                "name_s": Labels("noise", ("s",)),
            },
            handles=(Handle("tracked", "the tracked point s", "noise", x="s1", y="s2"),),
        ),
        "x": Plane(
            words.X_PLANE,
            {
                "cloud": Points("shape", alpha=0.45),
                "parallelogram": Area("shape"),
                **{f"ellipse{radius}": Curve("shape") for radius in RADII},
                "level": Curve("shape", width=1.5, dash="dashed"),
                "axis1": Curve("shape", width=1.5, dash="dashed"),
                "axis2": Curve("shape", width=1.5, dash="dashed"),
                "column1": Curve("shape", width=3),
                "column2": Curve("shape", width=3),
                "image": Points("shape", size=11, alpha=1),
                "tip1": Points("shape", size=9, alpha=1),
                "tip2": Points("shape", size=9, alpha=1),
                "shift": Points("place", size=10, alpha=1),
                "masses": Labels("shape", PERCENT),
                "names": Labels("shape", ("a₁", "a₂", "x")),
                "name_t": Labels("place", ("t",)),
            },
            handles=(
                Handle("tip1", "column 1 of A", "shape", x="a11", y="a21"),
                Handle("tip2", "column 2 of A", "shape", x="a12", y="a22"),
                Handle("shift", "t", "place", x="t1", y="t2"),
            ),
        ),
    }
    portrait = "x", {}
    controls: ClassVar = (
        Group("Column 1 of A", (Slider("a11", "shape"), Slider("a21", "shape"))),
        Group(
            "Column 2 of A",
            (
                Slider("a12", "shape"),
                Slider("a22", "shape"),
                Button("Break it: snap parallel", "observed", {"a12": "snap1", "a22": "snap2"}),
            ),
        ),
        Group("Shift t", (Slider("t1", "place"), Slider("t2", "place"))),
        Group("Tracked point s", (Slider("s1", "noise"), Slider("s2", "noise"))),
        Group("Noise", (Slider("n", "noise"), Field("seed", "noise", ("resample", "Resample")))),
    )
    presets: ClassVar = {
        "standard": {"a11": 1, "a21": 0, "a12": 0, "a22": 1, "t1": 0, "t2": 0},
        "spherical": {"a11": 1.5, "a21": 0, "a12": 0, "a22": 1.5},
        "spherical, turned": {"a11": 1.2, "a21": 0.9, "a12": -0.9, "a22": 1.2},
        "diagonal": {"a11": 3, "a21": 0, "a12": 0, "a22": 0.5},
        "diagonal, hidden": {"a11": 1.6, "a21": 0.3, "a12": -1.2, "a22": 0.4},
        "shear": {"a11": 1, "a21": 0, "a12": 1, "a22": 1},
        "degenerate": {"a11": 1, "a21": 0.5, "a12": 2, "a22": 1},
    }

    def scene(self) -> Scene:
        """Map the noise of this seed."""
        A = np.array([[self.a11, self.a12], [self.a21, self.a22]])
        shift, tracked = np.array([self.t1, self.t2]), np.array([self.s1, self.s2])
        marks, readouts = scene(A, shift, tracked, draw_noise(self.seed)[: self.n])
        readouts["n"] = self.n
        return Scene(marks, readouts)


def scene(A: Array, t: Array, tracked: Array, noise: Array) -> Scene:
    """Carry noise, circles, the unit square and one point along by x = A s + t.

    Parameters
    ----------
    A
        The matrix, shape (2, 2).
    t
        The shift, shape (2,).
    tracked
        The point of noise to follow, shape (2,).
    noise
        The cloud before, shape (n, 2).
    """
    column1, column2 = A.T
    cov = A @ A.T
    det = A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    is_flat = np.abs(det) <= FLAT * np.sqrt(cov[0, 0] * cov[1, 1])
    rank = 2 - is_flat - (np.abs(A).max() == 0)
    # Where A has no inverse, nothing can be pulled back.
    back = inverse(A, np.where(is_flat, np.nan, det))
    main = axes(cov, np.abs(det))
    cloud, image = noise @ A.T + t, A @ tracked + t
    parallelogram = SQUARE @ A.T + t
    level = np.sqrt(tracked @ tracked)
    pulled = back @ (image - t)
    long, short = main.columns.T
    marks = {
        "noise": noise,
        "square": SQUARE,
        **ellipses(np.eye(2), np.zeros(2), "circle"),
        "level_before": level * CIRCLE,
        "unit1": arrow(np.zeros(2), np.array([1.0, 0])),
        "unit2": arrow(np.zeros(2), np.array([0, 1.0])),
        "tracked": tracked[None, :],
        "masses_before": -label_places(np.eye(2), np.zeros(2)),
        "name_s": (tracked + BESIDE)[None, :],
        "cloud": cloud,
        "parallelogram": parallelogram,
        **ellipses(A, t),
        "level": level * CIRCLE @ A.T + t,
        "axis1": np.array([t - long, t + long]),
        "axis2": np.array([t - short, t + short]),
        "column1": arrow(t, t + column1),
        "column2": arrow(t, t + column2),
        "image": image[None, :],
        "tip1": (t + column1)[None, :],
        "tip2": (t + column2)[None, :],
        "shift": t[None, :],
        "masses": t - label_places(cov, 0 * t),
        "names": np.array([t + column1, t + column2, image]) + BESIDE,
        "name_t": (t + BESIDE)[None, :],
    }
    readouts = {
        **entries("A", A),
        **entries("S", cov),
        "t1": t[0], "t2": t[1], "s1": tracked[0], "s2": tracked[1], "x1": image[0], "x2": image[1],
        "det": det, "mirrored": det < 0, "size": np.abs(det),
        "area": np.abs(area(parallelogram) / area(SQUARE)),
        "no_minus": A[0, 0] * A[1, 1] + A[0, 1] * A[1, 0], "first_only": A[0, 0] * A[1, 1],
        "squared": det * det,
        "long": main.long, "short": main.short, "angle": np.degrees(main.angle),
        "rank": rank, "family": family(cov), "level": level,
        "pulled": np.sqrt(pulled @ pulled), "length": np.sqrt(image @ image),
        **count_inside(noise),
        **{f"after{k}": share for k, share in count_after(cloud, t, back).items()},
        **snap(column1, column2),
    }  # fmt: skip
    return Scene(marks, readouts)


def family(cov: Array) -> float:
    """Tell the contours' shape: 0 spherical, 1 diagonal, 2 full; as `Gaussian.family` does."""
    (a, b), (_, d) = cov
    tilted = np.abs(b) > FAMILY_TOLERANCE * np.sqrt(a * d)
    unequal = np.abs(np.sqrt(a) - np.sqrt(d)) > FAMILY_TOLERANCE * np.sqrt(np.maximum(a, d))
    shape: float = np.maximum(2 * tilted, 1 * unequal)
    return shape


def count_after(cloud: Array, t: Array, back: Array) -> dict[int, float]:
    """Count the share of the moved points that are inside each moved circle."""
    pulled = (cloud - t) @ back.T
    squared_distance = pulled[:, 0] ** 2 + pulled[:, 1] ** 2
    known = np.where(np.isnan(back[0, 0]), np.nan, 1)
    return {radius: known * (squared_distance <= radius**2).mean() for radius in RADII}


def snap(column1: Array, column2: Array) -> dict[str, float]:
    """Turn column 2, by less than a right angle, into the line of column 1; it keeps its length."""
    length1, length2 = (np.sqrt(column @ column) for column in (column1, column2))
    way = np.where(column1 @ column2 < 0, -1, 1) * column1 / np.maximum(length1, 1e-300)
    longest = LARGEST / np.maximum(np.abs(way).max(), 1e-300)
    turned = np.where(length1 > 0, np.minimum(length2, longest) * way, column2)
    inside = np.clip(turned, -LARGEST, LARGEST)  # by rounding it may be just outside
    return {"snap1": inside[0], "snap2": inside[1]}
