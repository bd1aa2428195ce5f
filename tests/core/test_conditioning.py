from collections.abc import Sequence

import numpy as np
import pytest
import scipy.linalg
from grid import (
    Floats,
    assert_same_law,
    every_full_gaussian,
    every_gaussian,
    every_joint_gaussian,
    random_gaussian,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from recorded import record, reveal

from gaussians import AffineMap, Gaussian, LinearGaussian, OffSupportError


def textbook(g: Gaussian, observed: Sequence[int], value: Floats) -> Gaussian:
    """Condition by the Schur complement, with a pseudo-inverse for singular blocks."""
    rest = [i for i in range(g.dim) if i not in observed]
    gain = g.cov[np.ix_(rest, observed)] @ scipy.linalg.pinvh(g.cov[np.ix_(observed, observed)])
    cov = g.cov[np.ix_(rest, rest)] - gain @ g.cov[np.ix_(observed, rest)]
    values, vectors = np.linalg.eigh(cov)
    root = vectors * np.sqrt(np.maximum(values, 0))
    return Gaussian(root, g.mean[rest] + gain @ (value - g.mean[observed]))


@every_gaussian
@pytest.mark.parametrize("count", [1, 2, 3])
def test_it_agrees_with_the_textbook(g: Gaussian, count: int) -> None:
    observed = list(np.random.default_rng(count).permutation(g.dim)[:count])
    rest = [i for i in range(g.dim) if i not in observed]
    value = g.sample(np.random.default_rng(1))[observed]
    expected = textbook(g, observed, value)
    found = g.given(observed, value).marginal(rest)
    assert_allclose(found.mean, expected.mean, atol=1e-9)
    assert_allclose(found.cov, expected.cov, atol=1e-7)


@every_gaussian
def test_it_stays_on_its_slice(g: Gaussian) -> None:
    observed = [g.dim - 1]
    value = g.sample(np.random.default_rng(1))[observed]
    found = g.given(observed, value)
    assert found.dim == g.dim
    assert_array_equal(found.mean[observed], value)
    assert_array_equal(found.std[observed], [0.0])
    assert found.rank == max(g.rank - 1, 0)
    draws = found.sample(np.random.default_rng(2), 20)
    assert_array_equal(draws[:, observed], np.tile(value, (20, 1)))
    assert np.isfinite(g.mahalanobis(draws)).all()


def test_what_was_observed_is_known_exactly() -> None:
    """Its row of the factor is 0, not what rounding leaves, however small the noise was."""
    for seed in range(100):
        rng = np.random.default_rng(seed)
        n, m = int(rng.integers(2, 6)), int(rng.integers(1, 3))
        factor = rng.standard_normal((n, n)) * 10.0 ** rng.uniform(-5, 0, n)
        g = Gaussian(factor, rng.standard_normal(n))
        value = g.sample(rng)[:m]
        found = g.given(range(m), value)
        assert_array_equal(found.factor[:m], np.zeros_like(found.factor[:m]))
        assert_array_equal(found.mean[:m], value)
        one = Gaussian(record(factor), g.mean).given(0, value[0])
        assert_array_equal(reveal(one.factor[0]), np.zeros(n))
        assert_array_equal(reveal(one.mean[:1]), value[:1])


@every_full_gaussian
def test_chain_rule(g: Gaussian) -> None:
    """Check p(x) = p(x_b) p(x_a | x_b) for every split in two."""
    x = g.sample(np.random.default_rng(3))
    for size in range(g.dim + 1):
        b = list(np.random.default_rng(size).permutation(g.dim)[:size])
        a = [i for i in range(g.dim) if i not in b]
        parts = g.marginal(b).logpdf(x[b]) + g.given(b, x[b]).marginal(a).logpdf(x[a])
        assert_allclose(parts, g.logpdf(x), rtol=1e-9, atol=1e-9)


@every_joint_gaussian
def test_the_order_of_conditioning_does_not_matter(g: Gaussian) -> None:
    x = g.sample(np.random.default_rng(4))
    i, j = 0, g.dim - 1
    at_once = g.given([i, j], x[[i, j]])
    assert_same_law(g.given([j, i], x[[j, i]]), at_once)
    one_by_one = g.given(i, x[i]).given(j, x[j])
    assert_allclose(one_by_one.mean, at_once.mean, atol=1e-9)
    assert_allclose(one_by_one.cov, at_once.cov, atol=1e-9)
    assert one_by_one.rank == at_once.rank == max(g.rank - 2, 0)


@pytest.mark.parametrize(("n", "k", "rank"), [(5, 5, 3), (6, 3, 3), (5, 9, 2), (8, 8, 4)])
def test_a_singular_block_equals_an_independent_subset(n: int, k: int, rank: int) -> None:
    g = random_gaussian(n, k, rank, 0)
    g = g.push(AffineMap(np.eye(n)[[0, 0, *range(n)]], np.zeros(n + 2)))  # and three equal ones
    x = g.sample(np.random.default_rng(0))
    singular = [0, 1, 3, 2]
    found = g.given(singular, x[singular])
    independent = [0, 3]
    expected = g.given(independent, x[independent])
    assert_allclose(found.mean, expected.mean, atol=1e-9)
    assert_allclose(found.cov, expected.cov, atol=1e-9)
    assert found.rank == expected.rank == rank - 2


def turned(g: Gaussian, rng: np.random.Generator) -> Gaussian:
    """Turn the noise, and add some that is idle: another basis, the same law."""
    k = g.noise_dim + 2
    wide = np.hstack([g.factor, np.zeros((g.dim, 2))])
    return Gaussian(wide @ np.linalg.qr(rng.standard_normal((k, k)))[0], g.mean)


def assert_unchanged(found: Gaussian, was: Gaussian) -> None:
    """What is certain stays certain, and nothing else becomes so; 1e-7 of the rest is rounding."""
    assert_allclose(found.mean, was.mean, rtol=1e-7, atol=1e-7)
    assert np.all(np.abs(found.cov - was.cov) <= 1e-7 * np.outer(was.std, was.std))
    assert_array_equal(found.std == 0, was.std == 0)
    assert found.rank == was.rank


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("condition", [1, 1e2, 1e4, 1e6])
def test_observing_what_is_known_changes_nothing(condition: float, seed: int) -> None:
    """Observe two or three coordinates. Two more depend on them, one by large weights.

    Of the last two one has little noise of its own, but far more than rounding errors.
    """
    rng = np.random.default_rng(seed)
    m, k = 2 + seed % 2, 6
    block = np.linalg.qr(rng.standard_normal((m, m)))[0] * np.geomspace(1, 1 / condition, m)
    directions = np.linalg.qr(rng.standard_normal((k, k)))[0][:m]
    block = block @ directions
    determined = np.vstack([rng.standard_normal(m) @ block, rng.standard_normal(m) @ directions])
    faint = rng.standard_normal((1, m)) @ block + 1e-6 * rng.standard_normal((1, k))
    free = rng.standard_normal((1, k))
    g = Gaussian(np.vstack([block, determined, faint, free]), rng.standard_normal(m + 4))
    x = g.sample(rng)
    seen, known = list(range(m)), [m, m + 1]
    found = g.given(seen, x[:m])

    assert_array_equal(found.factor[: m + 2], np.zeros((m + 2, found.noise_dim)))
    assert found.std[m + 2] > 1e-8
    assert found.rank == 2
    assert_unchanged(found.given(seen, x[:m]), found)
    assert_unchanged(found.given(known, x[known]), found)
    part = found.marginal([m + 3, *known, m + 2, 0])
    assert_unchanged(part.given([4, 1], x[[0, m]]), part)
    assert_unchanged(turned(g, rng).given(seen, x[:m]), found)
    one_by_one = g
    for i in seen:
        one_by_one = one_by_one.given(i, x[i])
    assert_unchanged(one_by_one, found)
    first = g.given(0, x[0]).marginal([*known, *seen])
    assert_array_equal(first.given(range(2, m + 2), x[:m]).std, np.zeros(m + 2))

    mix = LinearGaussian(rng.standard_normal((1, m + 4)), Gaussian([[0]], [0]))
    told = mix.posterior(g, mix.matrix @ x)
    assert told.rank == g.rank - 1
    assert_unchanged(mix.posterior(told, mix.matrix @ x), told)
    with pytest.raises(OffSupportError):
        found.given(m, x[m] + 1e-6)


def test_a_mean_is_known_as_well_as_what_it_comes_from() -> None:
    """By two numbers near a million, and by two nearly equal ones that hardly differ like this."""
    for seed in range(10):
        a, b = np.random.default_rng(seed).standard_normal((2, 2))
        far = Gaussian([a, b, a - b], [1e6 + 0.1, 1e6, 0.1])
        assert far.given([0, 1], [1e6, 1e6]).given(2, 0).rank == 0
        near = a + 1e-6 * b
        unlikely = Gaussian([a, near, 0.3 * a + 0.7 * near], [0, 0, 0])
        assert unlikely.given([0, 1], [-0.7, 0.3]).given(2, 0).rank == 0


def test_what_is_independent_keeps_its_mean() -> None:
    for value in (1e6, 1e10, 1e16):
        assert_array_equal(Gaussian.diagonal([0, 1e-6], [1, 1]).given(0, value).mean, [value, 1e-6])


def test_what_differs_by_rounding_only_is_one() -> None:
    """Eight readings of one number: all of them are exact, though rounding errors remain."""
    factor = np.ones((8, 8)) + 1.8e-14 * np.random.default_rng(0).standard_normal((8, 8))
    found = Gaussian(factor, np.zeros(8)).given(range(8), np.ones(8))
    assert_array_equal(found.std, np.zeros(8))


@pytest.mark.parametrize("seed", range(20))
def test_a_determined_coordinate_may_be_zero(seed: int) -> None:
    """Its mean is 1 - 1 up to rounding, and no unit of its own tells that the rest is nothing."""
    mix = np.array([[1, 0], [0, 1], [1, 1]])
    g = Gaussian(mix @ np.random.default_rng(seed).standard_normal((2, 3)), [0, 0, 0])
    found = g.given([0, 1], [1 / 3, -1 / 3])
    assert found.mean[2] == 0
    assert_array_equal(found.std, np.zeros(3))
    assert_unchanged(found.given(2, 0.0), found)


def test_a_constant_is_no_noise() -> None:
    """Decomposed, its row of zeros must not come back as rounding errors in a unit of their own."""
    g = Gaussian([[0, 0], [1, -2], [-3, 6]], [0, 0, 0])
    assert_allclose(g.given(0, 0.0).std, [0, np.sqrt(5), np.sqrt(45)])
    for seed in range(20):
        rng = np.random.default_rng(seed)
        part = Gaussian(rng.standard_normal((4, 4)), rng.standard_normal(4)).given(0, 0.5)
        assert_unchanged(part.marginal([0, 1, 2]).given(0, 0.5), part.marginal([0, 1, 2]))


def test_conditioning_takes_one_rank_for_each_independent_observation() -> None:
    """Noise that the factor ignores must stay ignored, also where some directions are faint."""
    for seed in range(200):
        rng = np.random.default_rng(seed)
        n, k = int(rng.integers(3, 9)), int(rng.integers(3, 12))
        rank = int(rng.integers(2, min(n, k) + 1))
        faint = 10.0 ** rng.uniform(-4, 0, rank)
        factor = rng.standard_normal((n, rank)) * faint @ rng.standard_normal((rank, k))
        g = Gaussian(factor, rng.standard_normal(n))
        m = int(rng.integers(1, n))
        value = g.sample(rng)[:m]
        assert g.given(range(m), value).rank == max(rank - m, 0)


@pytest.mark.parametrize("rho", [1, -1])
def test_perfect_correlation(rho: int) -> None:
    g = Gaussian.from_scales([1, 2], [3, 4], rho).given(0, 4)
    assert_allclose(g.mean, [4, 2 + 4 * rho], rtol=1e-14)
    assert_array_equal(g.cov, np.zeros((2, 2)))


def test_small_noise_is_not_lost() -> None:
    g = Gaussian([[1.0, 0], [1, 1e-9]], [0, 0]).given(0, 5)
    assert_allclose(g.std, [0, 1e-9], rtol=1e-6)
    assert g.rank == 1


@pytest.mark.parametrize(
    ("g", "index", "value"),
    [
        (Gaussian.from_scales([0, 0], [1, 1], 1), [0, 1], [1, -1]),
        (Gaussian.from_scales([0, 0], [1, 1], 1), [0, 1], [1, 1 + 1e-6]),
        (Gaussian([[0]], [3]), 0, 4),
        (Gaussian([[0]], [3]), [0], [3 + 1e-6]),
        (Gaussian([[0]], [0]), 0, 1e-300),
        (Gaussian(np.zeros((2, 0)), [1, 2]), 1, 1),
        (Gaussian.standard(2).given(0, 1), 0, 2),
    ],
)
def test_the_impossible_is_refused(g: Gaussian, index: int, value: float) -> None:
    with pytest.raises(OffSupportError, match="`value` cannot occur at coordinates"):
        g.given(index, value)


def test_nothing_and_everything_can_be_observed() -> None:
    g = random_gaussian(3, 3, 3, 0)
    assert_same_law(g.given([], []), g)
    everything = g.given([2, 0, 1], [1, 2, 3])
    assert_array_equal(everything.mean, [2, 3, 1])
    assert everything.rank == 0


def test_indices_may_be_numpy_integers_or_negative() -> None:
    g = random_gaussian(3, 3, 3, 0)
    expected = g.given(2, 0.5)
    assert_same_law(g.given(-1, 0.5), expected)
    assert_same_law(g.given(np.int64(2), np.float32(0.5)), expected)  # type: ignore[arg-type]
    assert_same_law(g.given(np.array([2]), [0.5]), expected)  # type: ignore[arg-type]


@pytest.mark.parametrize("scale", [1e-150, 1e-100, 1e100, 1e150])
def test_extreme_scales_and_mixed_units(scale: float) -> None:
    g = random_gaussian(3, 3, 3, 1)
    expected = g.given([0, 2], [0.5, 1]).marginal(1)
    for units in ([scale] * 3, [scale, 1, 1 / scale], [1, scale, 1 / scale]):
        scaled = g.push(AffineMap(np.diag(units), np.zeros(3)))
        found = scaled.given([0, 2], [0.5 * units[0], units[2]]).marginal(1)
        assert_allclose(found.mean / units[1], expected.mean, rtol=1e-10)
        assert_allclose(found.std / units[1], expected.std, rtol=1e-10)


def test_an_ill_conditioned_block() -> None:
    """Two clocks of the same time, a nanosecond apart: the textbook's formula loses its digits."""
    small = 1e-9
    g = Gaussian([[1.0, 0], [1, small], [1, 2 * small]], [0, 0, 0])
    found = g.given([0, 1], [1, 1 + 3 * small])
    assert_allclose(found.mean[2] - 1, 6 * small, rtol=1e-6)
    assert found.std[2] < 1e-14


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.floats(-0.999, 0.999),
    st.floats(0.01, 100),
    st.floats(0.01, 100),
    st.floats(-10, 10),
)
def test_the_formula_for_two_coordinates(rho: float, s1: float, s2: float, x: float) -> None:
    y = Gaussian.from_scales([1, 2], [s1, s2], rho).given(0, x).marginal(1)
    assert_allclose(y.mean, [2 + rho * s2 / s1 * (x - 1)], rtol=1e-9, atol=1e-9 * s2)
    assert_allclose(y.std, [s2 * np.sqrt(1 - rho * rho)], rtol=1e-9)
