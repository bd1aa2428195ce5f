"""The density of noisy points on a grid: as noise is round, tables of two axes give it."""

from typing import Any

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import Array, is_recorded, numbers, scalar


def noisy_grid_pdf(
    across: npt.ArrayLike, up: npt.ArrayLike, data: npt.ArrayLike, alpha_bar: npt.ArrayLike
) -> Array:
    """Density of noisy points of known data in the plane, at each crossing of a grid.

    Along each axis noise is a bell of its own, so of m data points a grid of r by c needs (r + c) m
    bells, and not r c m, and then one product of matrices.

    Parameters
    ----------
    across, up
        Places along both axes, shapes (c,) and (r,).
    data
        What x₀ may be, all equally likely, shape (m, 2).
    alpha_bar
        ᾱ, one number in [0, 1): the share of the variance that is still signal.

    Returns
    -------
    ndarray
        Densities, shape (r, c).

    Examples
    --------
    >>> noisy_grid_pdf([0.0, 1.0], [0.0], [[0.0, 0.0]], 0.75).round(4)
    array([[0.6366, 0.0862]])
    """
    known, share = numbers("data", data), scalar("alpha_bar", alpha_bar)
    if not is_recorded(np.asarray(share)) and not 0 <= share < 1:
        raise ValueError(f"`alpha_bar` must be in [0, 1), got {share}")
    if known.ndim != 2 or known.shape[1] != 2:
        raise ValueError(f"`data` must have shape (m, 2), got {known.shape}")
    columns = _bells(numbers("across", across), np.sqrt(share) * known[:, 0], 1 - share)
    rows = _bells(numbers("up", up), np.sqrt(share) * known[:, 1], 1 - share)
    density: Array = rows @ columns.T / (2 * np.pi * (1 - share) * known.shape[0])
    return density


def _bells(places: Any, means: Any, variance: Any) -> Any:
    """Return how high each bell is at each place, of 1, shape (places, means)."""
    return np.exp(-np.square(places[:, None] - means) / (2 * variance))
