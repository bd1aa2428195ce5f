import numpy as np
import pytest
from grid import assert_same_law
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import AffineMap, Gaussian, LinearGaussian, OffSupportError, add_independent

SILENT = Gaussian([[0]], [0])


def test_a_sum_of_known_numbers_is_known_relative_to_its_terms() -> None:
    """In floats 3 · 0.1 - 0.3 is 5.6e-17; observing 0 must do, and a true difference must not."""
    x = Gaussian.standard(2).given([0, 1], [0.1, -0.3])
    balance = LinearGaussian([[3, 1]], SILENT)
    for y in (0.0, 5.6e-17):
        found = balance.posterior(x, [y])
        assert_array_equal(found.mean, x.mean)
        assert_array_equal(balance.posterior(found, [0]).mean, x.mean)
    for y in (1e-12, -1e-12):
        with pytest.raises(OffSupportError):
            balance.posterior(x, [y])
        with pytest.raises(OffSupportError):
            balance.at([0.1, -0.3]).given(0, y)
    assert balance.at([0.1, -0.3]).given(0, 5.6e-17).rank == 0


def test_what_is_known_keeps_how_exactly_it_is_known() -> None:
    """A sum of 1000 and almost -1000 has five digits; a number that is read has all of them."""
    total = LinearGaussian([[1, 1]], SILENT).at([1000, -1000 + 1e-8])
    assert total.mean != 1e-8
    assert_array_equal(total.given(0, 1e-8).given(0, total.mean[0]).mean, total.mean)
    read = Gaussian([[1e6]], [1e6]).given(0, 0)
    with pytest.raises(OffSupportError):
        read.given(0, 1e-10)


def test_what_cancels_is_nothing() -> None:
    g = Gaussian([[0.1], [-0.3]], [0.1, -0.3]).push(AffineMap([[3, 1], [1, 0]], [0, 0]))
    assert_array_equal(g.factor, [[0], [0.1]])
    assert_array_equal(g.mean, [0, 0.1])
    apart = Gaussian([[1.0, 0], [1, 1e-9]], [0, 0]).push(AffineMap([[1, -1]], [0]))
    assert_allclose(apart.std, [1e-9], rtol=1e-6)
    assert apart.rank == 1
    both = add_independent(Gaussian(np.zeros((1, 0)), [0.1 + 0.2]), SILENT)
    assert_array_equal(add_independent(both, Gaussian(np.zeros((1, 0)), [-0.3])).mean, [0])


@pytest.mark.parametrize("vague", [1e2, 1e4, 1e6])
def test_a_vague_prior_and_exact_readings(vague: float) -> None:
    """What is left is small beside the prior, whose rounding errors must not pass for noise."""
    for seed in range(5):
        rng = np.random.default_rng(seed)
        turn = np.linalg.qr(rng.standard_normal((3, 3)))[0]
        prior = Gaussian(turn * [vague, 1, 0.5] @ turn, rng.standard_normal(3))
        x, readings = prior.sample(rng), rng.standard_normal((2, 3))
        law = prior
        for row in readings:
            law = LinearGaussian([row], SILENT).posterior(law, [row @ x])
        assert law.rank == 1
        thrice = np.vstack([readings, rng.standard_normal((1, 2)) @ readings])
        again = LinearGaussian(thrice, Gaussian(np.zeros((3, 0)), np.zeros(3)))
        assert_same_law(again.posterior(law, thrice @ x), law, rtol=1e-6)


@pytest.mark.parametrize(
    "dynamics",
    [
        [[1.8, -0.9], [1, 0]],  # an autoregression of order two
        [[2, 1], [-3, -1]],  # a turn in slanted coordinates
        [[np.sqrt(0.5), -np.sqrt(0.5)], [np.sqrt(0.5), np.sqrt(0.5)]],  # a turn
    ],
)
def test_a_long_chain_does_not_forget_its_noise(dynamics: list[list[float]]) -> None:
    """Bounds that multiply with each step must neither overflow nor swallow what is random."""
    step = LinearGaussian(dynamics, Gaussian(np.zeros((2, 0)), [0, 0]))
    law, point = Gaussian.standard(2), Gaussian(np.zeros((2, 0)), [1, 2])
    for _ in range(300):
        law, point = step.chain(law), step.chain(point)
    assert law.rank == 2
    seen = law.given(0, 0.5)
    assert seen.rank == 1
    assert_same_law(seen, Gaussian(law.factor, law.mean).given(0, 0.5), rtol=1e-6)
    for i in range(2):
        with pytest.raises(OffSupportError):
            point.given(i, point.mean[i] * (1 + 1e-4))


def autoregressive(n: int, *past: float) -> Gaussian:
    """Law of a path x_t = past · (x_{t-1}, x_{t-2}, …) + noise, from 0."""
    factor = np.eye(n)
    for t in range(n):
        for lag, weight in enumerate(past[:t], start=1):
            factor[t] += weight * factor[t - lag]
    return Gaussian(factor, np.zeros(n))


def smooth(n: int) -> Gaussian:
    """Law of a curve whose neighbours nearly determine it: condition 4e7 for 27 places."""
    place = np.arange(n)
    return Gaussian.from_cov(np.zeros(n), np.exp(-((place[:, None] - place) ** 2) / 8))


@pytest.mark.parametrize(
    "g",
    [autoregressive(60, 1.8, -0.81), autoregressive(60, 2, -1), autoregressive(40, 4, -6, 4, -1),
     smooth(27), smooth(40)],
    ids=["AR(2)", "random slope", "four times summed", "smooth", "smoother"],
)  # fmt: skip
def test_a_path_that_is_observed_step_by_step_stays_random(g: Gaussian) -> None:
    """Rounding errors of a step cancel in the next: bounds that multiply would swallow noise."""
    x = g.sample(np.random.default_rng(0))
    law = g
    for t in range(g.dim - 1):
        law = law.given(t, x[t])
    at_once = g.given(range(g.dim - 1), x[:-1])
    assert_allclose(law.std[-1], at_once.std[-1], rtol=1e-6)
    assert_allclose(law.mean[-1], at_once.mean[-1], atol=1e-5 * at_once.std[-1])
    assert_array_equal(law.mean[:-1], x[:-1])
    assert_array_equal(law.given(g.dim - 1, x[-1]).mean, x)


def test_a_long_filter_still_hears_a_sensor_that_is_much_finer() -> None:
    moves = LinearGaussian([[1.0, 0.1], [0.0, 1.0]], Gaussian.diagonal([0, 0], [1e-4, 1e-3]))
    reads = LinearGaussian([[1, 0]], Gaussian([[1e-3]], [0]))
    law = Gaussian.standard(2)
    for _ in range(200):
        law = reads.posterior(moves.chain(law), [0])
    finer = LinearGaussian([[1, 0]], Gaussian([[1e-10]], [0]))
    assert_allclose(finer.posterior(law, [1e-4]).std[0], 1e-10, rtol=1e-6)


def test_a_long_chain_keeps_a_small_slope() -> None:
    goes_on = LinearGaussian([[0, 1], [-1, 2]], Gaussian(np.zeros((2, 0)), [0, 0]))
    law = Gaussian([[1.0, 0.0], [1.0, 1e-6]], [0, 0])  # two places, and so a slope
    for _ in range(60):
        law = goes_on.chain(law)
    assert law.rank == 2
    assert_allclose(law.push(AffineMap([[-1, 1]], [0])).std, [1e-6], rtol=1e-6)


@pytest.mark.parametrize("tiny", [1e-160, 1e-200, 1e-300])
def test_an_observed_value_is_kept_however_many_sd_it_is_away(tiny: float) -> None:
    law = Gaussian([[tiny], [tiny]], [1, 1])
    assert_array_equal(law.given(0, 1).mean, [1, 1])
    with pytest.raises(OffSupportError):
        law.given(0, 1).given(1, 7)
