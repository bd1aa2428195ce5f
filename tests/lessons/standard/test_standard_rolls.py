"""Numbers rolled one at a time: two make a point, and all of them follow one bell."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from gaussians.kit.noise import draw_noise
from gaussians.lessons.standard.lesson import Standard
from gaussians.lessons.standard.rolls import ALL, BIN


@pytest.mark.parametrize("rolls", [1, 2, 3, 100, 4321, ALL])
def test_two_rolls_make_a_point(rolls: int) -> None:
    (marks, found), rolled = Standard(view="roll", rolls=rolls, seed=6).scene(), draw_noise(6)
    numbers = rolled.ravel()[:rolls]
    points = numbers[: rolls // 2 * 2].reshape(-1, 2)
    assert found["points"] == len(points)
    assert_allclose(marks["points"][: len(points)], points)
    assert np.isnan(marks["points"][len(points) :]).all()
    assert found["newest"] == numbers[-1]
    assert_allclose(marks["latest"], [[numbers[-1], stats.norm.pdf(numbers[-1])]])
    single = rolls % 2 == 1
    assert found["single"] == single
    assert (marks["first"][:, 0] == (numbers[-1] if single else numbers[-2])).all()
    assert np.isnan(marks["newest"]).all() == single
    if not single:
        assert_allclose(marks["newest"], points[-1:])
        assert (marks["second"][:, 1] == numbers[-1]).all()


@pytest.mark.parametrize("rolls", [1, 99, 100, 4321, ALL])
def test_bars_have_all_rolls_from_100_on(rolls: int) -> None:
    marks, numbers = Standard(rolls=rolls).scene().marks, draw_noise(1).ravel()[:rolls]
    edges = np.arange(-10, 11) * BIN
    shares = np.histogram(numbers, edges)[0] / rolls / BIN * (rolls >= 100)
    assert_allclose(marks["rolled"], np.stack([edges[:-1], shares], axis=1), atol=1e-12)


def test_buttons_roll_more_and_stop_at_the_last_one() -> None:
    found = Standard(rolls=9950).scene().readouts
    assert (found["more1"], found["more100"], found["all"]) == (9951, ALL, ALL)
