"""The picture of the reparameterization lesson: noise, its image, and the ellipses of its law."""

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.curves import joined
from gaussians.kit.geometry import (
    SQUARE,
    arrow,
    chance_errors,
    count_inside,
    entries,
    largest,
)
from gaussians.kit.lesson import Array, Scene
from gaussians.kit.names import Thing, beside, dot, name, on_ellipses
from gaussians.kit.roots import ROOTS, dial

BOX = 2 * SQUARE - 1
BESIDE = 0.9  # distance of the name of an arrow, or of its end
_FAR = 99.0  # where a thing is that is not there


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
    ways: Array,
) -> Scene:
    """Push the noise through x = μ + A ε, for the chosen root A of Σ.

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
    ways
        Unit vectors all around, shape (k, 2).
    """
    mean, scales = np.array([mu1, mu2]), np.array([sigma1, sigma2])
    law = Gaussian.from_scales(mean, scales, rho)
    A = ROOTS[root].of(law, turn)
    same_law = Gaussian(A, mean)
    cloud, image = same_law.transform(noise), same_law.transform(followed)
    # What A Aᵀ is to be is said without A.
    covariance = rho * sigma1 * sigma2
    cov = np.array([[sigma1 * sigma1, covariance], [covariance, sigma2 * sigma2]])
    # What L maps, for roots L Q whose Q does not depend on Σ; for others there are no arrows.
    given = {"cholesky": followed, "turned": dial(turn) @ followed}.get(root, np.nan * followed)
    steps, start = slopes(sigma2, rho, given), image + 0 * given
    corner = mean + scales
    large = [there(dot(place, 0.6)) for place in (followed, image)]
    others = [there(dot(mean, 2)), there(dot(corner, 2)), *large]
    pair_names: list[Array] = []
    on_arrows = [start + share * step for share in (0.5, 1) for step in steps]
    on_arrows += [followed + share * (image - followed) for share in (0.25, 0.5, 0.75)]
    arrows = [there(dot(place, 0.5)) for place in on_arrows]
    for end, other in ((followed, image), (image, followed)):
        pair_names.append(beside(end, end - other, ways, [*others, *arrows], distance=BESIDE))
        others.append(there(name(pair_names[-1])))
    slope_names, named = names(image, start + steps, root in ("cholesky", "turned"), others, ways)
    marks = {
        "noise": noise,
        "cloud": cloud,
        "box": Gaussian.diagonal(mean, scales).transform(BOX),
        "ellipses": law.transform(circles),
        "arrow": arrow(followed, image),
        "slopes": joined(*(arrow(start, start + step) for step in steps)),
        "followed": followed[None, :],
        "image": image[None, :],
        "center": mean[None, :],
        "corner": corner[None, :],
        "name_noise": pair_names[0][None, :],
        "name_image": pair_names[1][None, :],
        "masses": on_ellipses(law.factor, mean, ways, [*others, *named], nearest=1.15),
        "slope_names": slope_names,
    }
    readouts = {
        "mu1": mu1, "mu2": mu2, "sigma1": sigma1, "sigma2": sigma2, "rho": rho,
        "eps1": followed[0], "eps2": followed[1], "x1": image[0], "x2": image[1],
        "by_sigma1": steps[0, 0], "by_sigma2": steps[1, 1], "by_rho": steps[2, 1],
        "error": largest(A @ A.T - cov),
        "angle": np.where(law.family_index == 0, np.nan, np.degrees(law.axes.angle)),
        "tilt": 1 + 1 * (rho > 0) - 1 * (rho < 0),
        **entries("A", A),
        **entries("S", cov),
        **count_inside(law.whiten(cloud)),
        **chance_errors(cloud.shape[0]),
        "tall": sigma2 / sigma1,
        "area": np.pi * law.axes.long * law.axes.short,
        **thinning(sigma1, sigma2, rho),
    }  # fmt: skip
    return Scene(marks, readouts)


def slopes(sigma2: float, rho: float, eps: Array) -> Array:
    """Differentiate x = μ + L ε in σ₁, σ₂ and ρ, a row each: shape (3, 2).

    In full it is x₁ = μ₁ + σ₁ ε₁ and x₂ = μ₂ + σ₂ (ρ ε₁ + √(1-ρ²) ε₂).
    """
    flattening = np.sqrt((1 - rho) * (1 + rho))
    by_sigma2 = rho * eps[0] + flattening * eps[1]
    by_rho = sigma2 * (eps[0] - rho / flattening * eps[1])
    return np.array([[eps[0], 0], [0, by_sigma2], [0, by_rho]])


def names(
    image: Array, tips: Array, has_slopes: bool, dots: list[Thing], ways: Array
) -> tuple[Array, list[Thing]]:
    """Return places for the names of the slopes, and what the masses keep clear of besides."""
    if not has_slopes:
        return np.nan * tips, []
    things = [*dots, *(there(dot(tip, 0.6)) for tip in tips)]
    found: list[Array] = []
    named: list[Thing] = []
    for tip in tips:
        found.append(beside(tip, tip - image, ways, [*things, *named], distance=BESIDE))
        named.append(there(name(found[-1])))
    return np.array(found), named


def there(thing: Thing) -> Thing:
    """Return a thing with a place: far away, if it has none."""
    return thing._replace(place=np.array([np.where(np.isnan(x), _FAR, x) for x in thing.place]))


def thinning(sigma1: float, sigma2: float, rho: float) -> dict[str, float]:
    """Say of what the area of the 1 sd ellipse is made, and what one may take it for."""
    flattening = np.sqrt((1 - rho) * (1 + rho))
    full_area = np.pi * sigma1 * sigma2  # at ρ = 0
    return {
        "full_area": full_area,
        "flattening": flattening,
        "twice_flattened": full_area * flattening * flattening,
        "without_pi": sigma1 * sigma2 * flattening,
    }
