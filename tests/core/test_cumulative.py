"""The cumulative distribution function agrees with scipy's, and with the core's own mass."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy import special

from gaussians import mass_within, standard_cdf


def test_it_is_scipys_in_both_tails() -> None:
    x = np.concatenate([np.linspace(-37, 37, 20_001), np.logspace(-300, 0, 301)])
    assert_allclose(standard_cdf(x), special.ndtr(x), rtol=1e-12, atol=0)
    assert_allclose(standard_cdf(x), special.ndtr(x), rtol=0, atol=2e-15)


def test_the_mass_about_zero_is_that_of_the_ball() -> None:
    for radius in (0.01, 0.5, 1, 2, 3, 8):
        low, high = standard_cdf([-radius, radius])
        assert high - low == pytest.approx(mass_within(radius, 1), abs=3e-15)


def test_the_largest_floats_are_no_trouble() -> None:
    assert_array_equal(standard_cdf([-1e308, -50, 50, 1e308]), [0, 0, 1, 1])
    assert_allclose(standard_cdf([0, 1e-300, -1e-300]), 0.5, atol=1e-15)


def test_the_shape_is_kept() -> None:
    assert standard_cdf(0.3).shape == ()
    assert standard_cdf([[0.3], [1.0]]).shape == (2, 1)
    assert standard_cdf([]).shape == (0,)


@pytest.mark.parametrize("bad", [np.nan, np.inf, "1", [1, None]])
def test_what_is_no_number_is_refused(bad: Any) -> None:
    with pytest.raises(ValueError, match="`x` must hold"):
        standard_cdf(bad)
