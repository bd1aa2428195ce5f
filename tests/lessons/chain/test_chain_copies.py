"""Copies of the saw's bell: their sum closes in on one bell, unless readings are sawn unlike."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from scipy import stats
from scipy.integrate import trapezoid

from gaussians.kit.lesson import Array
from gaussians.lessons.chain.lesson import Chain
from gaussians.lessons.chain.saws import moments, saws
from gaussians.lessons.chain.scene import copies

SPREADS = [(1.5, 1.5), (3.0, 1.5), (1.5, 4.0), (4.0, 4.0), (2.7, 2.2)]
GROWTHS = [1.0, 1.1, 1.36, 1.6]


C = np.linspace(-9, 9, 7201)  # readings, in sd from the middle, as good as all of them
SHARE = np.exp(-C * C / 2) / np.sqrt(2 * np.pi)


def lengths(x: Array, mu: float, sigma: float, tau: float, r: float) -> Array:
    """Integrate the density of b over all readings."""
    own = tau * r**C
    off = (x[:, None] - mu - sigma * C) / own
    density: Array = trapezoid(SHARE * np.exp(-off * off / 2) / own / np.sqrt(2 * np.pi), C)
    return density


@pytest.mark.parametrize("r", GROWTHS)
@pytest.mark.parametrize(("sigma", "tau"), SPREADS)
def test_fifty_copies_are_the_integral_of_all(sigma: float, tau: float, r: float) -> None:
    marks, _ = Chain(mu=501, sigma=sigma, tau=tau, r=r, k=50).scene()
    x, height = marks["sum"][::10].T
    exact = lengths(x, 501, sigma, tau, r) / stats.norm(0, tau).pdf(0)
    np.testing.assert_allclose(height, exact, atol=2e-5)


@pytest.mark.parametrize("mu", [497.0, 503.0])
@pytest.mark.parametrize(("sigma", "tau"), SPREADS)
def test_without_growth_the_limit_is_one_bell(sigma: float, tau: float, mu: float) -> None:
    marks, readouts = Chain(mu=mu, sigma=sigma, tau=tau, k=50).scene()
    bell, unit = stats.norm(mu, np.hypot(sigma, tau)), stats.norm(0, tau).pdf(0)
    for name in ("bell", "sum"):
        x, height = marks[name].T
        np.testing.assert_allclose(height, bell.pdf(x) / unit, atol=2e-6)
    assert readouts["gap"] < 2e-6
    assert readouts["spread"] == pytest.approx(np.hypot(sigma, tau), rel=1e-14)
    assert readouts["sum_sd"] == pytest.approx(np.hypot(sigma, tau), rel=1e-4)
    assert readouts["skew"] == 0


@pytest.mark.parametrize(("sigma", "tau"), SPREADS)
def test_the_gap_falls_from_copy_to_copy_and_is_small_once_they_are_close(
    sigma: float, tau: float
) -> None:
    of = saws(500.0, sigma, tau)
    found = [copies(of, k, Chain.fixed).readouts for k in range(1, 51)]
    gaps = [readouts["gap"] for readouts in found]
    assert gaps[0] == pytest.approx(np.hypot(sigma, tau) / tau - 1)  # in the middle
    for odd in (0, 1):  # a copy in the middle, or none
        assert all(more < few for few, more in pairwise(gaps[odd::2]))
    for k, readouts in enumerate(found[1:], 2):
        assert readouts["apart"] == pytest.approx(2 * sigma * readouts["reach"] / k)
        if readouts["apart"] <= min(sigma, tau):
            assert readouts["gap"] < 0.001
    assert np.isnan(found[0]["apart"])


@pytest.mark.parametrize("k", [1, 2, 3, 5, 8, 21, 49, 50])
def test_k_copies_stand_under_the_blue_bell_and_add_up_to_1(k: int) -> None:
    marks, readouts = Chain(mu=499.5, sigma=2.5, tau=1.6, k=k).scene()
    places = marks["places"][np.isfinite(marks["places"][:, 0] + marks["places"][:, 1])]
    assert len(places) == k
    c = (places[:, 0] - 499.5) / 2.5
    reach = 2.5 + np.sqrt(k) / 3
    assert reach * (1 - 1 / k) == pytest.approx(abs(c).max(), abs=1e-12)
    assert readouts["reach"] == pytest.approx(reach)
    np.testing.assert_allclose(np.diff(c), 2 * reach / k)
    np.testing.assert_allclose(c, -c[::-1], atol=1e-12)  # the middle of all is in the middle
    np.testing.assert_allclose(places[:, 1], np.exp(-c * c / 2))
    curves = marks["copies"].reshape(-1, 32, 2)[:, :31]
    seen = curves[np.isfinite(curves).all(axis=(1, 2))]
    np.testing.assert_allclose(seen[:, 15, 0], places[:, 0])
    np.testing.assert_allclose(seen[:, 15, 1] / places[:, 1], seen[0, 15, 1] / places[0, 1])
    weight = np.exp(-c * c / 2) / np.exp(-c * c / 2).sum()
    np.testing.assert_allclose(seen[:, 15, 1], weight)
    x, height = seen[0].T
    np.testing.assert_allclose(height, weight[0] * np.exp(-(((x - places[0, 0]) / 1.6) ** 2) / 2))
    stems = marks["stems"].reshape(-1, 3, 2)
    np.testing.assert_allclose(stems[:, 1], marks["places"])
    assert (stems[:, 0, 1][np.isfinite(stems[:, 1, 1])] == 0).all()


@pytest.mark.parametrize("r", GROWTHS)
@pytest.mark.parametrize(("sigma", "tau"), SPREADS)
def test_moments_are_those_of_the_integral(sigma: float, tau: float, r: float) -> None:
    e, f = sigma * C, (tau * r**C) ** 2
    moment = {2: e**2 + f, 3: e**3 + 3 * e * f, 4: e**4 + 6 * e**2 * f + 3 * f**2}
    mean = {power: trapezoid(SHARE * value, C) for power, value in moment.items()}
    found = moments(saws(500, sigma, tau, r))
    sd = np.sqrt(mean[2])
    assert found.sd == pytest.approx(sd)
    assert found.skew == pytest.approx(mean[3] / sd**3, abs=1e-9)
    assert found.kurtosis == pytest.approx(mean[4] / sd**4)


@pytest.mark.parametrize("k", [15, 30, 50])
@pytest.mark.parametrize("r", GROWTHS[1:])
@pytest.mark.parametrize(("sigma", "tau"), SPREADS)
def test_with_growth_a_gap_stays_however_many_copies(
    sigma: float, tau: float, r: float, k: int
) -> None:
    marks, readouts = Chain(sigma=sigma, tau=tau, r=r, k=k).scene()
    x, height = marks["sum"].T
    bell, unit = stats.norm(500, readouts["spread"]), stats.norm(0, tau).pdf(0)
    gap = abs(height - bell.pdf(x) / unit).max() / (bell.pdf(500) / unit)
    assert readouts["gap"] == pytest.approx(gap)
    limit = Chain(sigma=sigma, tau=tau, r=r, k=50).scene().readouts
    assert limit["gap"] > 0.01
    assert readouts["gap"] == pytest.approx(limit["gap"], abs=0.02)
    assert limit["sum_sd"] == pytest.approx(limit["spread"], rel=1e-3)


@pytest.mark.parametrize("state", [{}, {"k": 2, "r": 1.3}, {"k": 8, "tau": 3}, {"r": 1.6}])
def test_handles_are_on_their_bells_and_say_how_far_a_number_moves(state: dict[str, Any]) -> None:
    lesson = Chain(**state)
    marks, readouts = lesson.scene()
    np.testing.assert_allclose(marks["sd_reading"], [[500 + lesson.sigma, np.exp(-0.5)]])
    curves = marks["copies"].reshape(-1, 32, 2)[:, :31]
    seen = curves[np.isfinite(curves).all(axis=(1, 2))]
    (x, y), nearest = marks["sd_copy"][0], np.argmin(abs(seen[:, 15, 0] - 500 - 1e-6))
    at, height = seen[nearest].T
    assert np.interp(x, at, height) == pytest.approx(y, rel=0.01)
    assert y == pytest.approx(np.exp(-0.5) * height[15])
    moved = Chain(**state | {"tau": lesson.tau + 0.1}).scene().marks["sd_copy"][0, 0] - x
    assert moved * readouts["per_tau"] == pytest.approx(0.1)
