"""Sums over nodes are averages over standard noise."""

import numpy as np
import pytest
from scipy import special

from gaussians.kit.nodes import central_moments, expected, nodes

NODES = nodes()
S = NODES[:, 0]


@pytest.mark.parametrize("degree", range(21))
def test_powers_have_the_moments_of_a_bell(degree: int) -> None:
    exact = special.factorial2(degree - 1) if degree % 2 == 0 and degree else float(degree == 0)
    scale = special.factorial2(max(degree - 1, 1))
    assert expected(S**degree, NODES) == pytest.approx(exact, rel=1e-9, abs=1e-12 * scale)


@pytest.mark.parametrize("frequency", [0.0, 1.0, 10.0, 40.0, 50.0])
def test_waves_are_averaged_out(frequency: float) -> None:
    exact = np.exp(-(frequency**2) / 2)
    assert expected(np.cos(frequency * S), NODES) == pytest.approx(exact, abs=1e-14)


def test_moments_are_about_the_mean() -> None:
    mean, variance, fourth = central_moments(5 + 2 * S, NODES)
    assert (mean, variance, fourth) == pytest.approx((5, 4, 48), rel=1e-12)
