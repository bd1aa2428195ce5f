"""The chi law agrees with scipy's, and its moments with exact products of 50 digits."""

import math
from decimal import Decimal, localcontext
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from recorded import record, reveal
from scipy import special, stats

from gaussians import length_mean, length_pdf, length_std, log_mass_within, mass_within

DIMS = (1, 2, 3, 4, 7, 10, 33, 100, 999, 1000)
_PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494459")


def exact_means(most: int) -> list[Decimal]:
    """Return means of 1, 2, ... dimensions: that of n times that of n + 1 is n."""
    with localcontext() as context:
        context.prec = 55
        means = [(2 / _PI).sqrt()]
        while len(means) < most:
            means.append(len(means) / means[-1])
        return means


@pytest.mark.parametrize("dim", DIMS)
def test_the_density_is_scipys(dim: int) -> None:
    r = np.concatenate([[1e-9, 0.3, 1], np.sqrt(dim) + np.linspace(-3, 5, 81)])
    r = r[r > 0]
    assert_allclose(length_pdf(r, dim), stats.chi(dim).pdf(r), rtol=3e-12 * max(1, dim / 20),
                    atol=1e-300)  # fmt: skip
    middle = np.sqrt(dim) + np.linspace(-1, 8, 20_001) * min(1, np.sqrt(dim))
    assert np.trapezoid(length_pdf(middle, dim), middle) == pytest.approx(
        stats.chi(dim).sf(middle[0]) - stats.chi(dim).sf(middle[-1]), abs=1e-7
    )


def test_at_0_only_one_dimension_has_any() -> None:
    found = [float(length_pdf(0, dim)) for dim in (1, 2, 3)]
    assert_allclose(found, [math.sqrt(2 / math.pi), 0, 0], atol=1e-140)
    assert length_pdf(np.ones((2, 1)), 3).shape == (2, 1)
    assert length_pdf(1e6, 10) == 0


def test_mean_and_standard_deviation_have_all_their_digits() -> None:
    means = exact_means(2000)
    with localcontext() as context:
        context.prec = 55
        stds = [float((n - mean * mean).sqrt()) for n, mean in enumerate(means, 1)]
    dims = range(1, 2001)
    assert_allclose([length_mean(n) for n in dims], [float(mean) for mean in means], rtol=1e-15)
    assert_allclose([length_std(n) for n in dims], stds, rtol=2e-15)
    assert length_std(10**9) == pytest.approx(math.sqrt(0.5), rel=1e-9)


def test_the_logarithm_is_that_of_the_mass_however_small() -> None:
    for radius in (1e-9, 0.1, 1, 2.5, 10, 37):
        for dim in DIMS:
            found, mass = log_mass_within(radius, dim), mass_within(radius, dim)
            if mass > 1e-290:
                assert found == pytest.approx(math.log(mass), rel=1e-12, abs=3e-13 * max(1, dim))
    power = 500 * math.log(0.5) - 0.5 - special.gammaln(501)
    series = 1 + 0.5 / 501 * (1 + 0.5 / 502 * (1 + 0.5 / 503))
    assert log_mass_within(1, 1000) == pytest.approx(power + math.log(series), rel=1e-14)


@pytest.mark.parametrize("dim", [1, 2, 100, 1000])
def test_a_recorded_number_of_coordinates_gives_the_same(dim: int) -> None:
    n = record(float(dim))
    for ask in (length_mean, length_std, lambda n: log_mass_within(1, n)):
        assert reveal(np.asarray(ask(n), object)) == pytest.approx(ask(dim), rel=1e-15)
    r = [0.0, 0.7, 10.0]
    assert_allclose(reveal(length_pdf(record(r), n)), length_pdf(r, dim), rtol=1e-13)


@pytest.mark.parametrize("dim", [0, -1, 1.5, "2"])
def test_no_coordinates_have_no_law(dim: Any) -> None:
    for ask in (length_mean, length_std, lambda n: length_pdf(1, n),
                lambda n: log_mass_within(1, n)):  # fmt: skip
        with pytest.raises(ValueError, match="`dim` must be an integer of at least 1"):
            ask(dim)


@pytest.mark.parametrize("radius", [0, -1, 38, math.inf, math.nan])
def test_radii_out_of_range_are_refused(radius: float) -> None:
    with pytest.raises(ValueError, match="`radius` must be above 0 and at most 37"):
        log_mass_within(radius, 2)
    with pytest.raises(ValueError, match="`r` must hold"):
        length_pdf([-1.0], 2)
