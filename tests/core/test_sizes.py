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
