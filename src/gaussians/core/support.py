"""Where a Gaussian lives: the affine subspace that its factor reaches, found by SVD."""

from typing import NamedTuple

import numpy as np

from gaussians.core import plane
from gaussians.core.checks import Array, is_recorded
from gaussians.core.factors import lower_triangular, rounding, units

SUPPORT_TOLERANCE = 1e-9  # relative: a point this close to the subspace lies on it


class Support(NamedTuple):
    """A factor as diag(scales) U diag(S) Vᵀ, with the r directions that carry noise."""

    scales: Array  # (n,), the unit of each coordinate
    left: Array  # U, (n, r), spans the support
    singular: Array  # S, (r,), positive, largest first
    right: Array  # Vᵀ, (r, k), the noise directions that matter
    ignored: Array  # (k - r, k), those that do not (given only if asked for)

    @property
    def factor(self) -> Array:
        """(n, r): a factor of the same covariance in which no noise direction is idle."""
        return self.scales[:, None] * self.left * self.singular

    @property
    def whitening(self) -> Array:
        """(n, r): displacement from the mean -> its noise, in the basis `right`."""
        return self.left / self.singular / self.scales[:, None]


def support(factor: Array, sizes: Array, *, complete: bool = False) -> Support:
    """Decompose a factor, its rows first brought to where rounding is the same for all.

    That is in units of `sizes`, shape (n,): how large the terms were behind each row.
    """
    if is_recorded(factor):
        raise TypeError(
            f"a factor of recorded numbers has a closed form if it is 1×1 or 2×2, got shape "
            f"{factor.shape}"
        )
    scales = units(sizes)
    left, singular, right = np.linalg.svd(factor / scales[:, None], full_matrices=complete)
    if factor.shape == (2, 2):
        rank = int(plane.rank(factor / scales[:, None], sizes / scales))
    else:
        rank = int((singular > rounding(factor) * max(1.0, singular.max(initial=0.0))).sum())
    left[~factor.any(axis=1)] = 0.0  # a constant does not move, not by rounding errors either
    return Support(scales, left[:, :rank], singular[:rank], right[:rank], right[rank:])


def log_volume(factor: Array, found: Support) -> float:
    """Log of the volume, within the support, of the image of a unit cube: log |det A| if square.

    The factor must have no idle noise if it is not square.
    """
    if len(found.singular) == len(factor):
        return float(np.log(found.singular).sum() + np.log(found.scales).sum())
    # A box and the slant of its sides. Large rows come first, so that units may differ by any size.
    lower = lower_triangular(factor[np.argsort(-found.scales)])
    edges = np.diagonal(lower)
    random = edges > 0
    slant = np.linalg.svd(lower[:, random] / edges[random], compute_uv=False)
    return float(np.log(edges[random]).sum() + np.log(slant).sum())


def reaches(found: Support, slack: Array, displacement: Array) -> Array:
    """Tell which displacements (..., n) lie in the support, shape (...).

    They were measured from a place that is known to `slack`, shape (n,).
    """
    if len(found.singular) == len(slack):
        return np.ones(displacement.shape[:-1], bool)
    scaled = displacement / found.scales
    residual = np.abs(scaled - (scaled @ found.left) @ found.left.T)
    moves = found.left.any(axis=1)
    tolerance = SUPPORT_TOLERANCE * np.abs(scaled) + slack / found.scales
    largest = np.where(moves, tolerance, 0.0).max(axis=-1, keepdims=True, initial=0.0)
    tolerance = np.where(moves, largest, slack)  # a constant has no unit but its own place
    return np.asarray((residual <= tolerance).all(axis=-1))
