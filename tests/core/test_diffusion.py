import numpy as np
import pytest
from grid import assert_same_law
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import Gaussian, LinearGaussian, NoiseSchedule, diffuse, score_from_noise

SCHEDULES = [
    NoiseSchedule([0.1, 0.5, 0.2]),
    NoiseSchedule.linear(20, 1e-3, 0.3),
    NoiseSchedule.cosine(10),
    NoiseSchedule([0.3, 1.0]),
    NoiseSchedule([0.0, 0.4]),
]


def small_step(beta: float) -> LinearGaussian:
    return LinearGaussian(np.sqrt(1 - beta) * np.eye(2), Gaussian.spherical([0, 0], np.sqrt(beta)))


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_many_small_steps_are_one_jump(schedule: NoiseSchedule) -> None:
    x0 = np.array([2.0, -1.0])
    law = Gaussian(np.zeros((2, 0)), x0)
    for beta, alpha_bar in zip(schedule.beta, schedule.alpha_bar, strict=True):
        law = small_step(beta).chain(law)
        start, right, up = diffuse(x0, [[0, 0], [1, 0], [0, 1]], alpha_bar)
        jump = Gaussian(np.transpose([right - start, up - start]), start)
        assert_same_law(law, jump)


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_standard_data_stays_standard(schedule: NoiseSchedule) -> None:
    law = Gaussian.standard(2)
    for beta in schedule.beta:
        law = small_step(beta).chain(law)
    assert_same_law(law, Gaussian.standard(2))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.floats(0, 1), st.floats(-5, 5), st.floats(-5, 5))
def test_shares_of_the_variance_add_to_one(share: float, x0: float, eps: float) -> None:
    signal, noise = diffuse([x0, 0.0], [0.0, eps], share)
    assert_allclose(signal**2, share * x0**2, atol=1e-12)
    assert_allclose(noise**2, (1 - share) * eps**2, atol=1e-12)


def test_ends() -> None:
    assert_array_equal(diffuse([1, 2], [3, 4], 1), [1, 2])
    assert_array_equal(diffuse([1, 2], [3, 4], 0), [3, 4])


def test_broadcasting() -> None:
    schedule = NoiseSchedule.linear(7)
    x0, eps = np.ones((5, 2)), np.zeros((5, 2))
    path = diffuse(x0, eps, schedule.alpha_bar[:, None, None])
    assert path.shape == (7, 5, 2)
    assert_allclose(path[:, 0, 0], np.sqrt(schedule.alpha_bar))
    assert score_from_noise(eps, schedule.alpha_bar[:, None, None]).shape == (7, 5, 2)


def test_linear_schedule() -> None:
    schedule = NoiseSchedule.linear(3, 0.1, 0.3)
    assert_allclose(schedule.beta, [0.1, 0.2, 0.3])
    assert_allclose(schedule.alpha_bar, [0.9, 0.72, 0.504])
    assert_array_equal(NoiseSchedule.linear(1, 0.1, 0.3).beta, [0.1])


def test_cosine_schedule() -> None:
    steps, offset = 50, 0.008
    schedule = NoiseSchedule.cosine(steps)
    time = np.arange(1, steps) / steps
    expected = np.cos((time + offset) / (1 + offset) * np.pi / 2) ** 2
    expected /= np.cos(offset / (1 + offset) * np.pi / 2) ** 2
    assert_allclose(schedule.alpha_bar[:-1], expected, rtol=1e-9)
    assert schedule.beta[-1] == 0.999
    assert (schedule.beta >= 0).all()


def test_score_is_the_gradient_of_the_log_density() -> None:
    """For Gaussian data E[ε | x_t] is a posterior mean, and p(x_t) is known."""
    share = 0.3
    data = Gaussian.from_scales([1, -2], [0.5, 2], 0.7)
    blur = LinearGaussian(
        np.sqrt(share) * np.eye(2), Gaussian.spherical([0, 0], np.sqrt(1 - share))
    )
    law = blur.chain(data)
    add = LinearGaussian(
        np.sqrt(1 - share) * np.eye(2),
        Gaussian(np.sqrt(share) * data.factor, np.sqrt(share) * data.mean),
    )
    x = np.array([0.4, 1.1])
    expected_noise = add.posterior(Gaussian.standard(2), x).mean
    h = 1e-5
    slope = [(law.logpdf(x + h * e) - law.logpdf(x - h * e)) / (2 * h) for e in np.eye(2)]
    assert_allclose(score_from_noise(expected_noise, share), slope, rtol=1e-6)


def test_a_single_noise_gives_the_score_given_the_data() -> None:
    share, x0, eps = 0.3, np.array([1.0, 2.0]), np.array([0.5, -0.7])
    x = diffuse(x0, eps, share)
    expected = -(x - np.sqrt(share) * x0) / (1 - share)
    assert_allclose(score_from_noise(eps, share), expected, rtol=1e-12)


def test_it_is_frozen() -> None:
    schedule = SCHEDULES[0]
    for array in (schedule.beta, schedule.alpha_bar):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
    with pytest.raises(AttributeError):
        schedule.beta = np.zeros(2)  # type: ignore[misc]
