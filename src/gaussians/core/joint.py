"""Independent Gaussians together: side by side, or added up."""

import numpy as np

from gaussians.core.accuracy import compact, settled
from gaussians.core.checks import instance, is_recorded
from gaussians.core.gaussian import Gaussian


def concatenate(*gaussians: Gaussian) -> Gaussian:
    """Joint law of independent Gaussians: factors on a diagonal of blocks, means end to end.

    Parameters
    ----------
    *gaussians
        Any number of Gaussians, independent of each other.

    Returns
    -------
    Gaussian
        Its dimension and its noise dimension are the sums of theirs.

    Examples
    --------
    >>> concatenate(Gaussian([[2]], [1]), Gaussian([[3]], [5])).cov
    array([[4., 0.],
           [0., 9.]])
    """
    _check(gaussians)
    recorded = is_recorded(*(g.factor for g in gaussians))
    rows, columns = sum(g.dim for g in gaussians), sum(g.noise_dim for g in gaussians)
    factor = np.zeros((rows, columns), object if recorded else np.float64)
    row = column = 0
    for g in gaussians:
        factor[row : row + g.dim, column : column + g.noise_dim] = g.factor
        row, column = row + g.dim, column + g.noise_dim
    mean = np.concatenate([np.zeros(0), *(g.mean for g in gaussians)])
    errors = np.zeros((2, rows, sum(g._errors.shape[2] for g in gaussians)))
    row = column = 0
    for g in gaussians:
        n, p = g._errors.shape[1:]
        errors[:, row : row + n, column : column + p] = g._errors
        row, column = row + n, column + p
    return Gaussian._computed(factor, mean, errors)


def add_independent(*gaussians: Gaussian) -> Gaussian:
    """Law of the sum of independent draws: means add, covariances add (not standard deviations).

    Parameters
    ----------
    *gaussians
        At least one Gaussian, all of the same dimension, independent of each other.

    Returns
    -------
    Gaussian
        Its factor is theirs side by side: each keeps its own noise.

    Raises
    ------
    TypeError
        If one is no Gaussian.
    ValueError
        If there is none, or the dimensions differ.

    Examples
    --------
    >>> add_independent(Gaussian([[3]], [1]), Gaussian([[4]], [5])).std
    array([5.])
    """
    _check(gaussians)
    dims = {g.dim for g in gaussians}
    if len(dims) != 1:
        raise ValueError(f"`gaussians` must share one dimension, got {sorted(dims)}")
    factor = np.concatenate([g.factor for g in gaussians], axis=1)
    mean = np.sum([g.mean for g in gaussians], axis=0)
    errors = compact(np.concatenate([g._errors for g in gaussians], axis=2))
    return Gaussian._computed(*settled(factor, mean, errors))


def _check(gaussians: tuple[Gaussian, ...]) -> None:
    for g in gaussians:
        instance("gaussians", g, Gaussian)
