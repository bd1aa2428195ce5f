import numpy as np
import pytest
from grid import random_gaussian
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from gaussians import Gaussian


@pytest.mark.parametrize("radius", [0.5, 1, 2, 3])
@pytest.mark.parametrize(("k", "seed"), [(2, 0), (2, 1), (5, 0), (5, 1)])
def test_every_point_is_at_the_radius(k: int, seed: int, radius: float) -> None:
    g = random_gaussian(2, k, 2, seed)
    curve = g.contour(radius)
    assert curve.shape == (121, 2)
    assert_allclose(g.mahalanobis(curve), radius, rtol=1e-11)
    assert_allclose(g.logpdf(curve), g.logpdf(g.mean) - radius**2 / 2, rtol=1e-11)
    assert_array_equal(curve[0], curve[-1])


@settings(derandomize=True, deadline=None, max_examples=20)
@given(st.floats(-0.999, 0.999), st.floats(0.01, 100), st.floats(0.01, 100), st.floats(0.1, 5))
def test_it_touches_its_box_and_has_its_area(rho: float, s1: float, s2: float, r: float) -> None:
    g = Gaussian.from_scales([1, 2], [s1, s2], rho)
    curve = g.contour(r, points=2001) - g.mean
    assert_allclose(curve.max(axis=0), r * g.std, rtol=1e-5)
    x, y = curve.T
    area = 0.5 * (x[:-1] * y[1:] - x[1:] * y[:-1]).sum()  # positive: anticlockwise
    assert_allclose(area, np.pi * r * r * s1 * s2 * np.sqrt(1 - rho * rho), rtol=1e-5)


@pytest.mark.parametrize("scale", [1e-100, 1e100])
def test_extreme_scales(scale: float) -> None:
    g = Gaussian([[scale, 0], [scale, 2 * scale]], [0, 0])
    assert_allclose(g.mahalanobis(g.contour(2)), 2, rtol=1e-12)


def test_it_collapses_with_the_gaussian() -> None:
    segment = Gaussian([[3], [4]], [1, 2]).contour(2)
    assert_allclose(segment.max(axis=0), [7, 10])
    assert_allclose((segment - [1, 2]) @ [4, -3], 0, atol=1e-13)
    assert_array_equal(Gaussian(np.zeros((2, 3)), [1, 2]).contour(), np.tile([1, 2], (121, 1)))
    assert_array_equal(Gaussian.standard(2).contour(0), np.zeros((121, 2)))


def test_points() -> None:
    assert Gaussian.standard(2).contour(points=np.int64(2)).shape == (2, 2)  # type: ignore[arg-type]
