import math

import numpy as np
import pytest
import scipy.integrate
import scipy.special
import scipy.stats
from grid import every_random_gaussian
from numpy.testing import assert_allclose

from gaussians import Gaussian, mass_within, radius_of, standard_normalizer

DIMS = [1, 2, 3, 4, 7, 10, 51, 100, 500, 1000]
COUNT = 40_000


@pytest.mark.parametrize("dim", DIMS)
def test_mass_agrees_with_the_chi_distribution(dim: int) -> None:
    typical = math.sqrt(dim)
    for radius in (1e-3, 0.1, 0.5, 1, 2, 5, 0.9 * typical, typical, 1.1 * typical, typical + 5):
        expected = scipy.special.gammainc(dim / 2, radius**2 / 2)
        assert_allclose(mass_within(radius, dim), expected, rtol=2e-12, atol=1e-300)


@pytest.mark.parametrize("dim", DIMS)
def test_radius_is_the_inverse(dim: int) -> None:
    for mass in (1e-12, 1e-3, 0.05, 0.3935, 0.5, 0.95, 0.999, 1 - 1e-9):
        radius = radius_of(mass, dim)
        assert_allclose(radius, scipy.stats.chi(dim).ppf(mass), rtol=1e-8)
        assert_allclose(mass_within(radius, dim), mass, rtol=1e-12)


def test_closed_forms() -> None:
    for radius in (1e-200, 1e-100, 0.01, 0.5, 1, 2, 3, 6):
        assert_allclose(mass_within(radius, 1), math.erf(radius / math.sqrt(2)), rtol=1e-14)
        assert_allclose(mass_within(radius, 2), -math.expm1(-(radius**2) / 2), rtol=1e-14)


def test_the_smallest_radii() -> None:
    """Their squares vanish; the mass of a small ball is its volume times the density at 0."""
    assert_allclose(mass_within(1e-200, 1), 7.978845608028654e-201, rtol=1e-14)
    assert_allclose(radius_of(1e-200, 1), 1.2533141373155003e-200, rtol=1e-14)
    assert_allclose(radius_of(1e-300, 2), math.sqrt(2) * 1e-150, rtol=1e-14)
    assert mass_within(1e-200, 2) == 0  # 5e-401 is no float


def test_ends() -> None:
    for dim in DIMS:
        assert mass_within(0, dim) == 0
        assert mass_within(math.inf, dim) == mass_within(np.float64(1e200), dim) == 1
        assert radius_of(0, dim) == 0
        assert radius_of(1, dim) == math.inf
    assert mass_within(0, 0) == 1
    assert mass_within(1.0, np.int64(2)) == mass_within(1.0, 2)  # type: ignore[arg-type]


def test_mass_grows_with_the_radius_and_shrinks_with_the_dimension() -> None:
    masses = np.array([[mass_within(r, d) for r in np.linspace(0.1, 6, 50)] for d in (1, 2, 3, 8)])
    assert (np.diff(masses, axis=1) > 0).all()
    assert (np.diff(masses, axis=0) < 0).all()


@every_random_gaussian
def test_mass_is_the_share_of_samples(g: Gaussian) -> None:
    """Within its support a Gaussian of rank r has the mass of r coordinates."""
    distance = g.mahalanobis(g.sample(np.random.default_rng(0), COUNT))
    for radius in (0.5, 1, 2):
        mass = mass_within(radius, g.rank)
        error = math.sqrt(mass * (1 - mass) / COUNT)
        assert abs((distance <= radius).mean() - mass) <= 5 * error


def test_normalizer() -> None:
    for dim in (0, 1, 2, 3, 10, 771, 772):
        expected = dim / 2 * math.log(2 * math.pi)
        assert_allclose(math.log(standard_normalizer(dim)), expected, rtol=1e-14)


def test_normalizer_by_quadrature() -> None:
    value, _ = scipy.integrate.quad(lambda x: math.exp(-x * x / 2), -np.inf, np.inf)
    assert_allclose(standard_normalizer(1), value)
    assert_allclose(standard_normalizer(3), value**3)
    assert_allclose(1 / standard_normalizer(4), Gaussian.standard(4).pdf(np.zeros(4)))
