"""Arrows and lines, many in one mark."""

import numpy as np
import pytest

from gaussians.kit.arrows import arrows, segments
from gaussians.kit.geometry import arrow

rng = np.random.default_rng(0)
START, END = 3 * rng.standard_normal((2, 7, 2))


def test_lines_go_from_start_to_end_and_do_not_touch() -> None:
    found = segments(START, END).reshape(-1, 3, 2)
    np.testing.assert_array_equal(found[:, :2], np.stack([START, END], axis=1))
    assert np.isnan(found[:, 2]).all()


def test_one_arrow_of_many_is_the_one_arrow() -> None:
    found = arrows(START, END, (0.4, 0.4)).reshape(-1, 6, 2)
    for one, start, end in zip(found, START, END, strict=True):
        np.testing.assert_allclose(one[:5], arrow(start, end)[[0, 1, 2, 3, 4]])
    assert np.isnan(found[:, 5]).all()


def test_heads_keep_their_size_in_a_plane_of_any_units_and_short_arrows_have_short_ones() -> None:
    unit = np.array([0.5, 20.0])
    far, near = np.zeros((1, 2)), np.array([[3.0, 40.0]])
    for end, long in ((near, 1), (near / 100, np.hypot(6, 2) / 100)):
        _, tip, left, _, right, _ = arrows(far, end, (0.5, 20.0)) / unit
        assert np.hypot(*(tip - (left + right) / 2)) == pytest.approx(long)
        assert np.hypot(*(left - right)) == pytest.approx(0.9 * long)


def test_an_arrow_without_length_is_a_dot_and_one_from_nowhere_is_none() -> None:
    found = arrows(np.array([[1.0, 2], [np.nan, 2]]), np.array([[1.0, 2], [0, 0]])).reshape(2, 6, 2)
    np.testing.assert_array_equal(found[0, :5], np.full((5, 2), [1, 2]))
    assert np.isnan(found[1, [0, 2, 4]]).any(axis=1).all()
