"""A seed stands for its noise, and the fingerprint for every digit of it."""

import numpy as np
import pytest

from gaussians.lessons.draws import draw_noise, fingerprint


def test_a_seed_always_draws_the_same_and_nobody_can_change_it() -> None:
    noise = draw_noise(3)
    np.testing.assert_array_equal(noise, np.random.default_rng(3).standard_normal(noise.shape))
    with pytest.raises(ValueError, match="read-only"):
        noise[0, 0] = 1


def test_the_fingerprint_sees_the_last_digit_of_any_number() -> None:
    noise = draw_noise(3).copy()
    before = fingerprint(noise)
    noise[1234, 1] = np.nextafter(noise[1234, 1], 9)
    assert fingerprint(noise) != before
    assert fingerprint(draw_noise(4)) != before
