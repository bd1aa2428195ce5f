"""How far one Gaussian is from another, in nats."""

import math

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, each, instance, is_recorded, numbers
from gaussians.core.gaussian import Gaussian
from gaussians.core.support import SUPPORT_TOLERANCE, reaches

NODES, WEIGHTS = np.polynomial.legendre.leggauss(12)  # of Gauss and Legendre's sums, on [-1, 1]


def kl_divergence(p: Gaussian, q: Gaussian) -> float:
    """Kullback-Leibler divergence E_p[log p(x) - log q(x)]: what it costs to take p for q.

    With q's noise as the unit of length it is half of: the squared distance of the means, plus
    v - 1 - log v for the variance v of p along each of its axes.

    Parameters
    ----------
    p, q
        Gaussians of the same dimension.

    Returns
    -------
    float
        At least 0; infinite unless both fill the same subspace, as two full supports always do.

    Raises
    ------
    TypeError
        If `p` or `q` is no Gaussian.
    ValueError
        If the dimensions differ.

    Examples
    --------
    >>> kl_divergence(Gaussian([[1]], [0]), Gaussian([[1]], [3]))
    4.5
    >>> kl_divergence(Gaussian([[0]], [0]), Gaussian([[1]], [0]))
    inf
    """
    instance("p", p, Gaussian)
    instance("q", q, Gaussian)
    if p.dim != q.dim:
        raise ValueError(f"`p` and `q` must share one dimension, got {p.dim} and {q.dim}")
    offsets = np.vstack([p.factor.T, p.mean - q.mean])
    slack = q._slack + SUPPORT_TOLERANCE * p.std
    if p.rank != q.rank or not reaches(q._support, slack, offsets).all():
        return math.inf
    noise = offsets @ q._support.whitening
    spread, offset = noise[:-1], noise[-1]
    surplus = _surplus_variances(p, q)
    if (np.abs(surplus) < 0.5).all():
        shape = float(_excess(surplus).sum())
    else:
        log_ratio = p._log_volume - q._log_volume
        shape = float((spread * spread).sum()) - q.rank - 2 * log_ratio
    return (float(offset @ offset) + shape) / 2


def standard_divergence(distance: npt.ArrayLike, *surplus: npt.ArrayLike) -> Array:
    """Kullback-Leibler divergence of a Gaussian from standard noise, by what it has along axes.

    It is half of the squared distance of the mean, plus v - 1 - log v for the variance v along each
    axis.

    Parameters
    ----------
    distance
        Of the mean from the origin; one number, or an array of many laws.
    surplus
        v - 1 along each axis, above -1; of a shape that broadcasts with `distance`.

    Examples
    --------
    >>> standard_divergence([0.0, 3.0], [0.0, 0.0])
    array([0. , 4.5])
    """
    far = numbers("distance", distance)
    total = far * far
    for u in (numbers("surplus", more) for more in surplus):
        if not is_recorded(u) and not (u > -1).all():
            raise ValueError(f"`surplus` must be above -1, got {u.min()}")
        difference = u - each(np.log1p, u)
        if not is_recorded(u):
            difference = np.where(np.abs(u) < 0.5, _excess(np.clip(u, -0.5, 0.5)), difference)
        total = total + difference
    half: Array = total / 2
    return half


def _surplus_variances(p: Gaussian, q: Gaussian) -> Array:
    """Return v - 1 for the variances v of p in units of q's noise, from the change of the factor.

    With p's factor A + D in place of q's A that is W A (W D)ᵀ + W D (W A)ᵀ + W D (W D)ᵀ, where
    W A has orthonormal rows: nothing cancels, however small D is.
    """
    change = np.zeros((p.dim, max(p.noise_dim, q.noise_dim)))
    change[:, : p.noise_dim] += p.factor
    change[:, : q.noise_dim] -= q.factor
    moved = change.T @ q._support.whitening
    turned = q._support.right @ moved[: q.noise_dim]
    return np.linalg.eigvalsh(turned + turned.T + moved.T @ moved)


def _excess(u: Array) -> Array:
    """Return u - log(1 + u) = u² ∫₀¹ s / (1 + u s) ds, |u| ≤ ½, where the difference cancels."""
    s = (1 + NODES) / 2
    return u * u * (s / (1 + u[..., None] * s) @ (WEIGHTS / 2))
