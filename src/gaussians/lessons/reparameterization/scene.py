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
BESIDE, BY_ARROW = 0.9, 1.1  # distances of names: from a dot, and from an arrow's tip
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
    handles = [dot(mean), dot(mean + scales)]
    pair_names = names_of_pair(followed, image, start + steps, handles, ways)
    others = [*handles, dot(followed, 0.6), dot(image, 0.6), *map(name, pair_names)]
    slope_names, things = names(start, steps, others, ways)
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
        "corner": (mean + scales)[None, :],
        "name_noise": pair_names[0][None, :],
        "name_image": pair_names[1][None, :],
        "masses": on_ellipses(law.factor, mean, ways, things, nearest=1.15),
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


def names_of_pair(
    start: Array, end: Array, tips: Array, handles: list[Thing], ways: Array
) -> list[Array]:
    """Return places for the names of an arrow's ends, clear of the arrow and of those from its end.

    They are beyond its ends where there is room.
    """
    step = end - start + np.array([0, 1e-12])  # up, if one is the other
    back, *on = (toward(end, place) for place in (end - step, *tips))
    things = [there(thing) for thing in (*handles, *(dot(place, 0.4) for place in (back, *on)))]
    ahead = there(dot(toward(start, start + step), 0.4))
    of_start = beside(start, -step, ways, [*handles, ahead, there(dot(end, 0.6))], distance=BESIDE)
    things += [there(dot(start, 0.6)), there(name(of_start))]
    return [of_start, beside(end, step, ways, things, distance=BESIDE)]


def toward(place: Array, other: Array) -> Array:
    """Return where a line from one place to another is as far on as a name is."""
    step = other - place
    return np.asarray(place + BESIDE * step / np.sqrt(step @ step + 1e-30))


def names(
    start: Array, steps: Array, others: list[Thing], ways: Array
) -> tuple[Array, list[Thing]]:
    """Return places for the names of the slopes, and what other names keep clear of."""
    tips = [start + step for step in steps]
    things = [there(thing) for thing in (*others, *(dot(tip, 0.6) for tip in tips))]
    found: list[Array] = []
    for point, step in zip(tips, steps, strict=True):
        found.append(beside(point, step, ways, things, distance=BY_ARROW))
        things.append(there(name(found[-1])))
    return np.array(found), things


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
