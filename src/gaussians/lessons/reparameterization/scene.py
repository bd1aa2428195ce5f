"""The picture of the reparameterization lesson: noise, its image, and the ellipses of its law."""

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.geometry import (
    SQUARE,
    arrow,
    axes,
    chance_errors,
    count_inside,
    entries,
    inverse,
    label_places,
    largest,
)
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.roots import ROOTS

BOX = 2 * SQUARE - 1


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
    circles: Array,
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
    circles
        Circles of radius 1, 2 and 3 as a curve, shape (m, 2).
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
        "ellipses": circles @ L.T + mean,
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
        "error": largest(A @ A.T - cov),
        "angle": np.degrees(axes(cov, L[0, 0] * L[1, 1]).angle),
        **entries("A", A),
        **entries("S", cov),
        **count_inside((cloud - mean) @ inverse(L, L[0, 0] * L[1, 1]).T),
        **chance_errors(cloud.shape[0]),
        **thinning(sigma1, sigma2, rho),
    }
    return Scene(marks, readouts)


def thinning(sigma1: float, sigma2: float, rho: float) -> dict[str, float]:
    """Compare the area of the 1 sd ellipse with the largest that fits its box, the one at ρ = 0."""
    flattening = np.sqrt((1 - rho) * (1 + rho))
    full_area = np.pi * sigma1 * sigma2
    return {"full_area": full_area, "flattening": flattening, "area": full_area * flattening}
