"""Gaussians of every shape and rank, on which the laws must hold."""

import numpy as np
import numpy.typing as npt
import pytest

from gaussians import Gaussian

Floats = npt.NDArray[np.float64]

SHAPES = [  # n, k, rank
    (1, 1, 1),
    (2, 2, 2),
    (4, 4, 4),
    (2, 5, 2),  # wide
    (4, 2, 2),  # tall
    (5, 5, 3),  # square, of low rank
    (3, 7, 2),  # wide, of low rank
    (3, 3, 0),  # the zero matrix: a point
    (2, 0, 0),  # no noise at all
]


def random_gaussian(n: int, k: int, rank: int, seed: int) -> Gaussian:
    rng = np.random.default_rng([n, k, rank, seed])
    factor = rng.standard_normal((n, rank)) @ rng.standard_normal((rank, k))
    return Gaussian(factor, rng.standard_normal(n))


def _grid(shapes: list[tuple[int, int, int]]) -> pytest.MarkDecorator:
    cases = [
        pytest.param(random_gaussian(*shape, 0), id="{}x{}r{}".format(*shape)) for shape in shapes
    ]
    return pytest.mark.parametrize("g", cases)


every_gaussian = _grid(SHAPES)
every_full_gaussian = _grid([(n, k, r) for n, k, r in SHAPES if r == n])
every_joint_gaussian = _grid([(n, k, r) for n, k, r in SHAPES if n > 1])
every_degenerate_gaussian = _grid([(n, k, r) for n, k, r in SHAPES if r < n])
every_random_gaussian = _grid([(n, k, r) for n, k, r in SHAPES if r > 0])


def assert_same_law(p: Gaussian, q: Gaussian, rtol: float = 1e-10) -> None:
    """Compare mean and covariance, in units of the standard deviations and the means."""
    assert p.dim == q.dim
    size = np.maximum(p.std, q.std)
    assert np.all(np.abs(p.mean - q.mean) <= rtol * (size + np.abs(q.mean)))
    assert np.all(np.abs(p.cov - q.cov) <= rtol * np.outer(size, size))


def exact_cov(g: Gaussian) -> Floats:
    """Covariance by the sum over noise coordinates, written out."""
    cov = np.zeros((g.dim, g.dim))
    for column in g.factor.T:
        cov += np.outer(column, column)
    return cov
