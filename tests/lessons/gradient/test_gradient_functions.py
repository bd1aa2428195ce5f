"""Each f, its slope, and what E f and its two slopes are: against scipy's integrals."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from scipy import stats
from scipy.integrate import quad

from gaussians.kit.nodes import nodes
from gaussians.lessons.gradient.estimates import laws
from gaussians.lessons.gradient.functions import FUNCTIONS, Function, line
from gaussians.lessons.gradient.lesson import Gradient

LAWS = [(1.5, 1.0), (0.0, 0.2), (-0.3, 0.5), (3.0, 2.0), (-3.0, 0.35)]
every_law = pytest.mark.parametrize(("mu", "sigma"), LAWS)
every_function = pytest.mark.parametrize("f", FUNCTIONS.values(), ids=FUNCTIONS)
SMALL = 1e-6


def average(f: Function, mu: float, sigma: float, power: int = 0) -> Any:
    """Integrate f(x) sᵏ, piece by piece, for it may jump or wave."""
    places = [*np.linspace(mu - 10 * sigma, mu + 10 * sigma, 41), 0.0]

    def height(x: float) -> Any:
        s = (x - mu) / sigma
        return float(f.of(np.array([x]))) * s**power * stats.norm.pdf(s) / sigma

    return sum(quad(height, *piece)[0] for piece in pairwise(sorted(places)))


@every_law
@every_function
def test_the_average_and_its_slopes(f: Function, mu: float, sigma: float) -> None:
    scale = 1 + abs(average(f, mu, sigma, 2))
    assert f.mean(mu, sigma) == pytest.approx(average(f, mu, sigma), abs=1e-8 * scale)
    # as the density of x is what changes with μ and σ, these are averages of f times a score
    in_mean = average(f, mu, sigma, 1) / sigma
    in_sd = (average(f, mu, sigma, 2) - average(f, mu, sigma)) / sigma
    assert f.in_mean(mu, sigma) == pytest.approx(in_mean, abs=1e-7 * scale)
    assert f.in_sd(mu, sigma) == pytest.approx(in_sd, abs=1e-7 * scale)


@every_function
def test_the_slope_is_what_f_changes_by(f: Function) -> None:
    x = np.linspace(-4, 4, 80)[:, None]  # not 0
    found = (f.of(x + SMALL) - f.of(x - SMALL)) / (2 * SMALL)
    np.testing.assert_allclose(f.slope(x)[:, 0], found, atol=1e-6)


@every_law
@every_function
def test_the_law_of_an_estimate_by_integrals(f: Function, mu: float, sigma: float) -> None:
    found = laws(f, line(mu, sigma), nodes())

    def moments(estimate: Function) -> list[float]:
        mean = average(estimate, mu, sigma)
        return [mean, *(average(off(estimate, mean, k), mu, sigma) for k in (2, 4))]

    def off(estimate: Function, mean: float, power: int) -> Function:
        return f._replace(of=lambda x: (estimate.of(x) - mean) ** power)

    path = f._replace(of=lambda x: f.slope(x)[..., 0])
    weight = f._replace(of=lambda x: f.of(x) * (x[..., 0] - mu) / sigma**2)
    for name, estimate in (("path", path), ("weight", weight)):
        exact = moments(estimate)
        np.testing.assert_allclose(found[name], exact, rtol=1e-7, atol=1e-8)
    assert found["weight"].mean == pytest.approx(f.in_mean(mu, sigma), rel=1e-9, abs=1e-10)
    if not f.jumps:
        assert found["path"].mean == pytest.approx(f.in_mean(mu, sigma), rel=1e-9, abs=1e-10)


@pytest.mark.parametrize("sigma", [0.2, 1.0, 2.0])
@pytest.mark.parametrize("mu", [-3.0, 0.0, 1.5])
def test_for_a_parabola_following_varies_less_at_every_mu(mu: float, sigma: float) -> None:
    readouts = Gradient(view="seeds", mu=mu, sigma=sigma).scene().readouts
    closed = (mu**4 + 14 * mu**2 * sigma**2 + 15 * sigma**4) / sigma**2
    assert readouts["path_one"] == pytest.approx(4 * sigma**2)
    assert readouts["weight_one"] == pytest.approx(closed)
    assert readouts["smaller"] == 1
    assert readouts["ratio"] == pytest.approx(closed / (4 * sigma**2))


def test_for_a_fast_wave_the_mean_decides() -> None:
    smaller = [
        Gradient(view="seeds", f="wave", mu=mu, sigma=0.2).scene().readouts["smaller"]
        for mu in (0.0, 0.3, 0.6)
    ]
    assert smaller == [2, 1, 2]
    wide = Gradient(view="seeds", f="wave", sigma=1).scene().readouts
    assert (wide["path_one"], wide["weight_one"]) == pytest.approx((12.5, 0.5), rel=1e-8)
