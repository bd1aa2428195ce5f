"""The numbers of the projection lesson: what is exact, and what these points have."""

from typing import Any

import numpy as np

from gaussians.core import Gaussian, mass_within
from gaussians.core.singular import Singular
from gaussians.kit.bars import covariance
from gaussians.kit.geometry import entries, largest
from gaussians.kit.lesson import Array

BALL, DISC, LINE = (mass_within(1, dim) for dim in (3, 2, 1))

Readouts = dict[str, Any]


def shares(noise: Array, shadow: Array) -> Readouts:
    """Count what is in the ball and what is in its shadow, beside what is exact."""
    count = noise.shape[0]
    in_ball, in_disc = ((points**2).sum(axis=1) < 1 for points in (noise, shadow))
    return {
        "ball": BALL, "ball_share": in_ball.mean(), "ball_chance": chance(BALL, count),
        "disc": DISC, "disc_share": in_disc.mean(), "disc_chance": chance(DISC, count),
        "over": DISC - BALL, "over_share": in_disc.mean() - in_ball.mean(),
        "over_chance": chance(DISC - BALL, count),
        # what may be answered, in percent
        "answer": 100 * DISC, "as_ball": 100 * BALL, "as_line": 100 * LINE,
        "as_square": 100 * LINE**2,
        "as_power": 100 * BALL ** (2 / 3), "as_outside": 100 * (1 - DISC),
    }  # fmt: skip


def chance(share: float, count: Any) -> Any:
    """Return the chance error of a share of so many points."""
    return np.sqrt(share * (1 - share) / count)


def decomposed(law: Gaussian, svd: Singular, Q: Array) -> Readouts:
    """Return A, its parts, how well they and B do what it does, and how flat Q lays s₃."""
    rebuilt = svd.left @ svd.middle @ svd.right.T
    cov = svd.kept @ svd.kept.T
    return {
        **entries("A", law.factor), **entries("U", svd.left), **entries("S", svd.middle),
        **entries("V", svd.right.T), **entries("B", svd.kept), **entries("K", law.cov),
        "rebuilt": largest(rebuilt - law.factor), "apart": largest(cov - law.cov),
        "long": svd.sizes[0], "short": svd.sizes[1],
        "lying": np.sqrt(Q[0, 2] ** 2 + Q[1, 2] ** 2),
    }  # fmt: skip


def clouds(x: Array, other: Array, cov: Array) -> Readouts:
    """Measure both clouds, shape (n, 2) each, and say by how much chance moves such numbers."""
    count = x.shape[0]
    found: Readouts = {}
    for i in (0, 1):
        found |= {f"m{i + 1}": x[:, i].mean(), f"p{i + 1}": other[:, i].mean()}
        found[f"e{i + 1}"] = np.sqrt(cov[i, i] / count)
    for i, j in ((0, 0), (0, 1), (1, 1)):
        entry = f"{i + 1}{j + 1}"
        found["D" + entry], found["F" + entry] = (
            covariance(points[:, i], points[:, j])[0] for points in (x, other)
        )
        found["E" + entry] = np.sqrt((cov[i, i] * cov[j, j] + cov[i, j] ** 2) / (count - 1))
    return found


def pulled_back(x: Array, other: Array, svd: Singular) -> Readouts:
    """Count each cloud in the ellipse under the ball; there is none if A is flat."""
    same = Gaussian(svd.kept, np.zeros(2))
    known = np.where(same.rank == 2, 1.0, np.nan)
    counted = {}
    for name, points in (("x_share", x), ("other_share", other)):
        back = same.whiten(points, degenerate="nan")
        counted[name] = known * ((back**2).sum(axis=1) < 1).mean()
    return counted


def one_point(point: Array, Q: Array, x: Array) -> Readouts:
    """Tell where one point is, how far from the middle it and its shadow are, and what x it has."""
    turned = Q @ point
    shadow = np.sqrt(turned[0] ** 2 + turned[1] ** 2)
    return {
        "s1": point[0], "s2": point[1], "s3": point[2],
        "h1": turned[0], "h2": turned[1], "h3": turned[2],
        "far": np.sqrt(point @ point), "fallen": shadow, "x1": x[0], "x2": x[1],
    }  # fmt: skip
