"""Where a Gaussian lives: the affine subspace that its factor reaches, found by SVD."""

from typing import NamedTuple

import numpy as np

from gaussians.core.checks import Array
from gaussians.core.factors import rank_of, row_scales

SUPPORT_TOLERANCE = 1e-9  # relative: a point this close to the subspace lies on it


class Support(NamedTuple):
    """A factor as diag(scales) U diag(S) Vᵀ, with the r directions that carry noise."""

    scales: Array  # (n,), the unit of each coordinate
    left: Array  # U, (n, r), spans the support
    singular: Array  # S, (r,), positive, largest first
    right: Array  # Vᵀ, (r, k), the noise directions that matter
    ignored: Array  # (k - r, k), those that do not (given only if asked for)

    @property
    def whitening(self) -> Array:
        """(n, r): displacement from the mean -> its noise, in the basis `right`."""
        return self.left / self.singular / self.scales[:, None]


def support(factor: Array, *, complete: bool = False) -> Support:
    """Decompose a factor, its rows first brought to the same size (see `row_scales`)."""
    scales = row_scales(factor)
    left, singular, right = np.linalg.svd(factor / scales[:, None], full_matrices=complete)
    rank = rank_of(singular, factor.shape)
    return Support(scales, left[:, :rank], singular[:rank], right[:rank], right[rank:])


def log_volume(factor: Array, found: Support) -> float:
    """Log of the volume, within the support, of the image of a unit cube: log |det A| if square."""
    rank = len(found.singular)
    if rank == len(factor):
        return float(np.log(found.singular).sum() + np.log(found.scales).sum())
    unit = np.abs(factor).max(initial=0.0) or 1.0
    singular = np.linalg.svd(factor / unit, compute_uv=False)[:rank]
    return float(np.log(singular).sum() + rank * np.log(unit))


def reaches(found: Support, mean: Array, displacement: Array) -> Array:
    """Tell which displacements (..., n) from the mean lie in the support, shape (...)."""
    if len(found.singular) == len(mean):
        return np.ones(displacement.shape[:-1], bool)
    scaled = displacement / found.scales
    residual = np.abs(scaled - (scaled @ found.left) @ found.left.T)
    moves = found.left.any(axis=1)
    size = np.abs(scaled) + np.abs(mean / found.scales)
    largest = np.where(moves, size, 0.0).max(axis=-1, keepdims=True, initial=0.0)
    # A coordinate without noise has no unit but its own mean.
    tolerance = SUPPORT_TOLERANCE * np.where(moves, largest, np.abs(mean))
    return np.asarray((residual <= tolerance).all(axis=-1))
