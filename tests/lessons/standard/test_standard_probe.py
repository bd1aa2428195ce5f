"""A strip over the points, turned: its share of noise stays, that of other laws does not."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import integrate, stats

from gaussians.kit.noise import draw_noise
from gaussians.lessons.standard.laws import LAWS
from gaussians.lessons.standard.lesson import Standard

HALF = 0.25
ANGLES = [0.0, 1.0, 30.0, 44.0, 45.0, 46.0, 90.0, 127.0, 180.0]
SCIPY: dict[str, Any] = {
    "laplace": stats.laplace(scale=np.sqrt(0.5)),
    "uniform": stats.uniform(-np.sqrt(3), 2 * np.sqrt(3)),
}


def across(points: np.ndarray, angle: float) -> np.ndarray:
    distance: np.ndarray = points @ [-np.sin(np.radians(angle)), np.cos(np.radians(angle))]
    return distance


def due(law: Any, angle: float) -> float:
    """Return the share of the strip by an integral over the coordinate that is wider across it."""
    small, large = sorted(np.abs([np.sin(np.radians(angle)), np.cos(np.radians(angle))]))
    if small < 1e-9:
        return float(law.cdf(HALF) - law.cdf(-HALF))

    def share(x: float) -> float:
        low, high = (-HALF - small * x) / large, (HALF - small * x) / large
        return float(law.pdf(x) * (law.cdf(high) - law.cdf(low)))

    breaks = [-np.sqrt(3), 0, np.sqrt(3)]
    for y in (-np.sqrt(3), 0, np.sqrt(3)):  # where the other law has corners
        breaks += [(side * HALF - large * y) / small for side in (-1, 1)]
    inner = sorted(b for b in breaks if -30 < b < 30)
    pairs = pairwise([-30, *inner, 30])
    return float(sum(integrate.quad(share, low, high, epsabs=1e-12)[0] for low, high in pairs))


@pytest.mark.parametrize("angle", ANGLES)
def test_points_are_counted_and_the_exact_share_never_changes(angle: float) -> None:
    (marks, found), s = Standard(angle=angle, seed=2).scene(), draw_noise(2)
    inside = abs(across(s, angle)) < HALF
    assert found["inside"] == inside.sum()
    assert found["share"] == pytest.approx(inside.mean(), abs=1e-12)
    assert found["within"] == pytest.approx(stats.norm.cdf(HALF) - stats.norm.cdf(-HALF))
    assert found["chance"] == pytest.approx(np.sqrt(found["within"] * (1 - found["within"]) / 5000))
    assert_allclose(marks["inside"][inside], s[inside])
    assert np.isnan(marks["inside"][~inside]).all()
    assert_allclose(marks["now"], [[angle, inside.mean()]])
    assert abs(across(marks["line"], angle)).max() < 1e-12
    assert_allclose(abs(across(marks["strip"], angle)), HALF)


def test_counts_at_all_angles_are_numpys_and_off_by_what_chance_does() -> None:
    off = []
    for seed in range(1, 13):
        (marks, found), s = Standard(seed=seed).scene(), draw_noise(seed)
        degrees, counted = marks["counted"].T
        assert_allclose(degrees, np.arange(0, 181, 3))
        assert_allclose(counted, [(abs(across(s, at)) < HALF).mean() for at in degrees], atol=3e-4)
        assert (found["fewest"], found["most"]) == (counted.min(), counted.max())
        off.append((counted - found["within"]) / found["chance"])
    assert np.abs(off).max() < 4
    assert 0.75 < np.sqrt(np.mean(np.square(off))) < 1.25
    assert 0.55 < (np.abs(off) < 1).mean() < 0.82  # about two in three, as the words say


@pytest.mark.parametrize("angle", ANGLES)
@pytest.mark.parametrize("name", LAWS)
def test_shares_of_other_laws_are_their_integrals(name: str, angle: float) -> None:
    (marks, found) = Standard(view="others", law=name, angle=angle, seed=2).scene()
    law, points = SCIPY[name], marks["other_cloud"]
    assert_allclose(points, law.ppf(stats.norm.cdf(draw_noise(2))), rtol=1e-9, atol=1e-12)
    assert found["other_within"] == pytest.approx(due(law, angle), abs=1e-9)
    inside = abs(across(points, angle)) < HALF
    assert found["other_inside"] == inside.sum()
    assert abs(found["other_share"] - found["other_within"]) < 4 * found["other_chance"]
    assert found["other_straight"] == pytest.approx(due(law, 0), abs=1e-9)
    assert found["other_slanting"] == pytest.approx(due(law, 45), abs=1e-9)
    assert law.std() == pytest.approx(1)


@pytest.mark.parametrize("name", LAWS)
def test_their_angle_matters_by_far_more_than_chance_does(name: str) -> None:
    (marks, found) = Standard(view="others", law=name).scene()
    gap = abs(found["other_straight"] - found["other_slanting"])
    assert gap > 8 * found["other_chance"]
    degrees, counted = marks["other_counted"][::5].T
    exact = np.array([due(SCIPY[name], float(at)) for at in degrees])
    error = np.sqrt(exact * (1 - exact) / 5000)
    assert np.abs((counted - exact) / error).max() < 4
    half = len(marks["other_band"]) // 2
    upper, lower = marks["other_band"][:half], marks["other_band"][half:][::-1]
    middle = (upper + lower)[:, 1] / 2
    assert_allclose(upper[::10, 0], degrees)
    assert_allclose(middle[::10], exact, atol=1e-9)
    assert_allclose((upper - lower)[::10, 1] / 2, error, atol=1e-9)


@pytest.mark.parametrize("name", LAWS)
def test_lines_of_equal_density_have_one(name: str) -> None:
    levels = Standard(view="others", law=name).scene().marks["other_levels"]
    ends = np.flatnonzero(np.isnan(levels[:, 0]))
    for piece in np.split(levels, ends):
        corners = piece[np.isfinite(piece[:, 0])]
        places = np.concatenate([0.999 * corners[:-1], 0.4995 * (corners[1:] + corners[:-1])])
        heights = SCIPY[name].pdf(places).prod(axis=1)
        assert_allclose(heights, heights[0])
        assert heights[0] > 0
