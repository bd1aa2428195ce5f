"""How far one Gaussian is from another, in nats."""

import math

import numpy as np

from gaussians.core.gaussian import Gaussian
from gaussians.core.support import SUPPORT_TOLERANCE, reaches


def kl_divergence(p: Gaussian, q: Gaussian) -> float:
    """Kullback-Leibler divergence E_p[log p(x) - log q(x)]: what it costs to take p for q.

    With q's noise as the unit of length it is half of: the squared size of p's factor, plus the
    squared distance of the means, less the dimension, less twice the log of the ratio of volumes.

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
    ValueError
        If the dimensions differ.

    Examples
    --------
    >>> kl_divergence(Gaussian([[1]], [0]), Gaussian([[1]], [3]))
    4.5
    >>> kl_divergence(Gaussian([[0]], [0]), Gaussian([[1]], [0]))
    inf
    """
    if p.dim != q.dim:
        raise ValueError(f"`p` and `q` must share one dimension, got {p.dim} and {q.dim}")
    offsets = np.vstack([p.factor.T, p.mean - q.mean])
    slack = p._slack + q._slack + SUPPORT_TOLERANCE * p.std
    if p.rank != q.rank or not reaches(q._support, slack, offsets).all():
        return math.inf
    spread = offsets @ q._support.whitening
    log_ratio = p._log_volume - q._log_volume
    return max(0.0, float((spread * spread).sum() - q.rank) / 2 - log_ratio)
