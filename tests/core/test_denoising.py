from itertools import pairwise

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

from gaussians import (
    Gaussian,
    Mixture,
    diffuse,
    expected_noise,
    noise_weights,
    noisy_logpdf,
    score_from_noise,
    step_back,
)

RNG = np.random.default_rng(0)
DATA = RNG.standard_normal((12, 2)) * [2, 1] + [0, 3]
PLACES = RNG.standard_normal((5, 3, 2)) * 2
SHARES = [0.0, 0.3, 0.9, 0.999]


@pytest.mark.parametrize("share", SHARES)
def test_density_is_that_of_a_mixture(share: float) -> None:
    parts = [Gaussian.spherical(np.sqrt(share) * x0, np.sqrt(1 - share)) for x0 in DATA]
    mixture = Mixture(np.full(len(DATA), 1 / len(DATA)), parts)
    assert_allclose(noisy_logpdf(PLACES, DATA, share), mixture.logpdf(PLACES), rtol=1e-12)


@pytest.mark.parametrize("share", SHARES)
def test_weights_are_those_of_bayes(share: float) -> None:
    logs = np.stack(
        [
            multivariate_normal.logpdf(PLACES, np.sqrt(share) * x0, (1 - share) * np.eye(2))
            for x0 in DATA
        ],
        axis=-1,
    )
    bayes = np.exp(logs - logsumexp(logs, axis=-1, keepdims=True))
    assert_allclose(noise_weights(PLACES, DATA, share), bayes, rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("share", SHARES[:3])
def test_expected_noise_is_the_slope_of_the_log_density(share: float) -> None:
    step = 1e-5
    slope = [
        (noisy_logpdf(PLACES + h, DATA, share) - noisy_logpdf(PLACES - h, DATA, share)) / (2 * step)
        for h in step * np.eye(2)
    ]
    noise = expected_noise(PLACES, DATA, share)
    assert_allclose(score_from_noise(noise, share), np.stack(slope, axis=-1), rtol=1e-6, atol=1e-6)


def test_expected_noise_is_the_mean_of_the_noise_that_was_there() -> None:
    share, eps = 0.5, RNG.standard_normal((400_000, 1))
    data = np.array([[-1.0], [2.0]])
    noisy = diffuse(data[RNG.integers(2, size=len(eps))], eps, share)
    near = np.abs(noisy[:, 0] - 0.4) < 0.01
    error = eps[near].std() / np.sqrt(near.sum())
    assert expected_noise([0.4], data, share)[0] == pytest.approx(eps[near].mean(), abs=4 * error)


def test_far_from_all_data_nothing_is_lost() -> None:
    far = np.array([300.0, 0.0])
    nearest = DATA[np.argmax(DATA[:, 0])]
    assert_allclose(noise_weights(far, DATA, 0.99).sum(), 1)
    exact = (far - np.sqrt(0.99) * nearest) / np.sqrt(0.01)
    assert_allclose(expected_noise(far, DATA, 0.99), exact)
    assert np.isfinite(noisy_logpdf(far, DATA, 0.99))


def test_of_one_datum_one_step_leads_back() -> None:
    x0 = np.array([[1.5, -2.0]])
    x = RNG.standard_normal((7, 2))
    assert_allclose(step_back(x, expected_noise(x, x0, 0.2), 0.2, 1.0), np.tile(x0, (7, 1)))


def test_small_steps_carry_the_law_of_the_noise_to_that_of_the_data() -> None:
    """Of Gaussian data the flow is linear; its end has the data's variance."""
    data = np.random.default_rng(1).standard_normal((4000, 1)) * 0.5
    x = np.linspace(-1.5, 1.5, 7)[:, None]
    for here, there in pairwise(np.linspace(1e-3, 0.99, 400)):
        x = step_back(x, expected_noise(x, data, here), here, there)
    exact = np.linspace(-1.5, 1.5, 7)[:, None] * np.sqrt(0.99 * data.var() + 0.01)
    assert_allclose(x, exact, atol=0.06)


def test_a_step_to_the_same_level_stays() -> None:
    x, eps = RNG.standard_normal((2, 6, 2))
    assert_allclose(step_back(x, eps, 0.4, 0.4), x, rtol=1e-12)


@pytest.mark.parametrize("function", [noise_weights, expected_noise, noisy_logpdf])
def test_errors(function: object) -> None:
    call: object = function
    assert callable(call)
    for data in ([1.0, 2.0], np.empty((0, 2))):
        with pytest.raises(ValueError, match="`data` must have shape"):
            call([0.0, 0.0], data, 0.5)
    with pytest.raises(ValueError, match=r"`x` must have shape \(\.\.\., 2\), got \(3,\)"):
        call([0.0, 0.0, 0.0], DATA, 0.5)
    for share in (1.0, -0.1):
        with pytest.raises(ValueError, match=rf"`alpha_bar` must be in \[0, 1\), got {share}"):
            call([0.0, 0.0], DATA, share)


def test_errors_of_a_step() -> None:
    with pytest.raises(ValueError, match=r"`alpha_bar` must be in \(0, 1\], got 0"):
        step_back([0.0], [0.0], 0.0, 0.5)
    with pytest.raises(ValueError, match=r"`eps` must have shape \(1,\), got \(2,\)"):
        step_back([0.0], [0.0, 1.0], 0.3, 0.5)
    with pytest.raises(ValueError, match="`alpha_bar` must be in"):
        step_back([0.0], [0.0], 0.3, 1.5)
