"""Whatever scenes do must work on recorded numbers, and give what it gives on floats."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from recorded import Recorded, record, reveal
from recorded_laws import CASES, FACTOR2, Wrap, compare, space

from gaussians import Gaussian


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_recorded_numbers_give_what_floats_give(case: Callable[[Wrap], Any]) -> None:
    compare(case(np.array), case(record), reveal)


def test_an_observed_coordinate_is_exact() -> None:
    found = space(record).given([0, 2], record([0.7, 0.1]))
    assert_array_equal(reveal(found.factor[[0, 2]]), np.zeros((2, 3)))
    assert_array_equal(reveal(found.mean[[0, 2]]), [0.7, 0.1])


def test_several_coordinates_are_observed_at_once_in_any_order() -> None:
    """Two that are nearly one: what the second one adds is known to six digits, not to none."""
    factor = np.array([[1.0, 0, 0, 0], [1, 1e-5, 0, 0], [0.5, 0.5, 0.5, 0], [1, -2, 3, -4]])
    mean, value = [1.0, 2, 3, 4], np.array([1.5, 2.500003])
    for observed in ([0, 1], [1, 0]):
        found = Gaussian(record(factor), mean).given(observed, value[observed])
        assert_allclose(reveal(found.mean), [1.5, 2.500003, 3.4, 3.9], rtol=1e-9)
        assert_allclose(reveal(found.cov)[2:, 2:], [[0.25, 1.5], [1.5, 25]], rtol=1e-9)


@pytest.mark.parametrize(
    "ask",
    [
        float,
        bool,
        lambda x: x == 1 or x == 2,
        lambda x: 1 if x < 1 else 2,
        lambda x: max(x, 2),
        lambda x: np.linalg.svd(np.array([[x]], object)),
    ],
)
def test_they_refuse_to_tell_their_value(ask: Callable[[Any], Any]) -> None:
    with pytest.raises(TypeError):
        ask(Recorded(1))


def test_shapes_are_checked_nevertheless() -> None:
    with pytest.raises(ValueError, match=r"`mean` must have shape \(2,\), got \(3,\)"):
        Gaussian(record(FACTOR2), record([1.0, 2.0, 3.0]))
    with pytest.raises(ValueError, match=r"`corr` must have shape \(3, 3\)"):
        Gaussian.from_scales([0, 0, 0], [1, 1, 1], record(0.5))


def test_recorded_input_is_copied_and_read_only() -> None:
    factor = record(FACTOR2)
    g = Gaussian(factor, [0, 0])
    factor[0, 0] = Recorded(100)
    assert_allclose(reveal(g.factor), FACTOR2)
    with pytest.raises(ValueError, match="read-only"):
        g.factor[0, 0] = 1
