import copy
import pickle

import numpy as np
import pytest
from grid import (
    assert_same_law,
    every_gaussian,
    every_random_gaussian,
    exact_cov,
    random_gaussian,
)
from numpy.testing import assert_allclose, assert_array_equal

import gaussians
from gaussians import AffineMap, Gaussian


@every_gaussian
def test_moments(g: Gaussian) -> None:
    cov = exact_cov(g)
    assert_allclose(g.cov, cov, atol=1e-12)
    assert_allclose(g.std, np.sqrt(np.diagonal(cov)), atol=1e-12)
    assert (g.dim, g.noise_dim) == g.factor.shape


@every_random_gaussian
def test_correlations(g: Gaussian) -> None:
    assert_allclose(g.corr, g.cov / np.outer(g.std, g.std), atol=1e-13)


def test_a_constant_has_no_correlation() -> None:
    corr = Gaussian([[1, 1], [0, 0], [0, 2]], [0, 0, 0]).corr
    assert_array_equal(np.isnan(corr), [[False, True, False], [True] * 3, [False, True, False]])
    assert_allclose(corr[0, 2], np.sqrt(0.5))


@every_gaussian
def test_rank(g: Gaussian) -> None:
    expected = np.linalg.matrix_rank(exact_cov(g), hermitian=True)
    assert g.rank == expected
    assert g.is_degenerate == (expected < g.dim)
    assert (np.diagonal(g.cholesky) > 0).sum() == expected


def test_rank_is_one_number() -> None:
    """A row that depends on two which are nearly equal must not pass for a direction of its own."""
    for seed in range(20):
        rng = np.random.default_rng(seed)
        a, b, c = rng.standard_normal((3, 5))
        g = Gaussian([a, a + 1e-5 * b, b, c, a + b - c], np.zeros(5))
        assert g.rank == (np.diagonal(g.cholesky) > 0).sum() == 3
        volume = np.log(np.linalg.svd(g.factor, compute_uv=False)[:3]).sum()
        assert g._log_volume == pytest.approx(volume, abs=1e-6)


def test_rank_is_read_off_the_factor() -> None:
    g = Gaussian([[1.0, 0], [1, 1e-9]], [0, 0])
    assert (g.rank, g.is_degenerate) == (2, False)
    assert np.linalg.matrix_rank(g.cov) == 1  # the covariance has forgotten


@pytest.mark.parametrize("scale", [1e-300, 1e-200, 1.0, 1e200, 1e300])
def test_decisions_do_not_depend_on_units(scale: float) -> None:
    factor = np.array([[1.0, 1.0], [0.0, 1.0]])
    g = Gaussian(scale * factor, [0, 0])
    assert (g.rank, g.is_degenerate, g.family) == (2, False, "full")
    assert_allclose(g.std, scale * np.sqrt([2, 1]))
    assert_allclose(g.corr, [[1, np.sqrt(0.5)], [np.sqrt(0.5), 1]])
    assert Gaussian.spherical([0, 0], scale).family == "spherical"
    assert Gaussian.diagonal([0, 0], [scale, 2 * scale]).family == "diagonal"
    mixed = Gaussian(np.array([[scale], [1.0]]) * factor, [0, 0])
    assert (mixed.rank, mixed.family) == (2, "full")


ROOT_HALF = np.sqrt(0.5)


@pytest.mark.parametrize(
    ("factor", "family"),
    [
        (np.eye(3), "spherical"),
        (2 * np.array([[ROOT_HALF, -ROOT_HALF], [ROOT_HALF, ROOT_HALF]]), "spherical"),  # a turn
        (np.zeros((2, 2)), "spherical"),
        (np.zeros((2, 0)), "spherical"),
        (np.zeros((0, 0)), "spherical"),
        ([[5.0]], "spherical"),
        ([[1.0, 0, 1], [0, 1, 0]], "diagonal"),
        ([[1.0, 0], [0, 0]], "diagonal"),
        ([[1.0, 0], [0, 1 + 1e-9]], "diagonal"),
        ([[1.0, 0], [0, 1 + 1e-14]], "spherical"),
        ([[1.0, 0], [1e-9, 1]], "full"),
        ([[1.0, 0], [1e-14, 1]], "spherical"),
        ([[1.0], [1.0]], "full"),
    ],
)
def test_family(factor: np.ndarray, family: str) -> None:
    assert Gaussian(factor, np.zeros(len(factor))).family == family


@every_gaussian
def test_family_belongs_to_the_law_not_to_the_factor(g: Gaussian) -> None:
    turn = np.linalg.qr(np.random.default_rng(0).standard_normal((g.noise_dim, g.noise_dim)))[0]
    assert Gaussian(g.factor @ turn, g.mean).family == g.family


@every_gaussian
def test_marginal(g: Gaussian) -> None:
    kept = [g.dim - 1, 0][: g.dim]
    m = g.marginal(kept)
    assert_array_equal(m.mean, g.mean[kept])
    assert_allclose(m.cov, g.cov[np.ix_(kept, kept)], atol=1e-13)
    eps = np.random.default_rng(0).standard_normal((4, g.noise_dim))
    assert_allclose(m.transform(eps), g.transform(eps)[:, kept], atol=1e-12)
    pick = AffineMap(np.eye(g.dim)[kept], np.zeros(len(kept)))
    assert_same_law(m, g.push(pick))


def test_marginal_takes_any_integers() -> None:
    g = random_gaussian(4, 4, 4, 0)
    same = (
        [3, 1],
        (3, 1),
        [-1, -3],
        np.array([3, 1]),
        np.array([3, 1], np.uint8),
        range(3, 0, -2),
        [np.int64(3), 1],
    )
    for index in same:
        assert_array_equal(g.marginal(index).mean, g.mean[[3, 1]])  # type: ignore[arg-type]
    for one in (2, np.int64(2), np.array(2), -2):
        assert g.marginal(one).dim == 1  # type: ignore[arg-type]
        assert g.marginal(one).mean == g.mean[2]  # type: ignore[arg-type]
    assert g.marginal([]).dim == 0


def test_no_coordinates_at_all() -> None:
    g = Gaussian(np.zeros((0, 3)), [])
    assert (g.dim, g.noise_dim, g.rank, g.is_degenerate, g.entropy()) == (0, 3, 0, False, 0)
    assert g.logpdf(np.zeros((4, 0))).tolist() == [0, 0, 0, 0]
    assert g.sample(np.random.default_rng(0), 4).shape == (4, 0)
    assert g.given([], []).dim == 0
    assert g.invertible().factor.shape == (0, 0)


def test_input_is_copied() -> None:
    factor, mean = np.eye(2), np.zeros(2)
    g = Gaussian(factor, mean)
    factor[0, 0], mean[0] = 5, 5
    assert_array_equal(g.factor, np.eye(2))
    assert_array_equal(g.mean, [0, 0])


ARRAYS = ("factor", "mean", "cov", "std", "corr", "cholesky")


@pytest.mark.parametrize("name", ARRAYS)
def test_arrays_are_read_only_float64(name: str) -> None:
    g = Gaussian([[1, 2], [3, 5]], [1, 2])
    array = getattr(g, name)
    assert array.dtype == np.float64
    with pytest.raises(ValueError, match="read-only"):
        array[...] = 0
    with pytest.raises(AttributeError):
        setattr(g, name, array)


def test_it_is_equal_to_itself_only() -> None:
    g = Gaussian.standard(2)
    assert g == g
    assert g != Gaussian.standard(2)
    assert len({g, Gaussian.standard(2)}) == 2


@pytest.mark.parametrize("operator", ["__add__", "__mul__", "__sub__", "__matmul__", "__radd__"])
def test_it_has_no_operators(operator: str) -> None:
    assert not hasattr(Gaussian, operator)


def test_it_can_be_pickled_and_copied() -> None:
    g = random_gaussian(3, 3, 3, 0)
    for twin in (pickle.loads(pickle.dumps(g)), copy.deepcopy(g), copy.copy(g)):
        assert_array_equal(twin.cov, g.cov)
        assert_array_equal(twin.mean, g.mean)


def test_public_names() -> None:
    from gaussians import core

    assert sorted(gaussians.__all__) == sorted(core.__all__)
    assert all(hasattr(gaussians, name) for name in gaussians.__all__)
