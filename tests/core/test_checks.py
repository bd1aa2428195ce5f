from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from recorded import Recorded

from gaussians.core.checks import (
    checked,
    count,
    each,
    indices,
    is_recorded,
    largest,
    leading_shape,
    numbers,
    points,
    scalar,
)


@pytest.mark.parametrize(
    "value",
    [
        [1, 2],
        (1.0, 2.0),
        np.array([1, 2], np.int8),
        np.array([1, 2], np.uint64),
        np.array([1, 2], np.float16),
        np.array([1, 2], np.longdouble),
        [Fraction(1), Decimal(2)],
        np.array([1, 2.0], object),
        range(1, 3),
    ],
)
def test_real_numbers_of_any_kind_become_float64(value: Any) -> None:
    array = checked("x", value, (2,))
    assert array.dtype == np.float64
    assert_array_equal(array, [1.0, 2.0])
    assert not array.flags.writeable


@pytest.mark.parametrize("order", ["C", "F"])
def test_checked_copies(order: Any) -> None:
    value = np.ones((2, 3), order=order)
    array = checked("x", value, ("n", "k"))
    value[0, 0] = 5
    assert array[0, 0] == 1
    assert value.flags.writeable


def test_points_are_not_copied() -> None:
    value = np.ones((4, 2))
    assert points("x", value, 2) is value
    assert points("x", [1, 2], 2).shape == (2,)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([[1], [1, 2]], "`x` must be a rectangular array of numbers"),
        ("12", "`x` must hold real numbers, got dtype <U2"),
        (["a", "b"], "`x` must hold real numbers"),
        ([1j, 2], "`x` must hold real numbers, got dtype complex128"),
        ([True, False], "`x` must hold real numbers, got dtype bool"),
        (None, "`x` must hold real numbers, got dtype object"),
        ([None, 1.0], "`x` must hold real numbers, got dtype object"),
        ([Recorded(1), None], "`x` must hold real numbers, got dtype object"),
        ([object()], "`x` must hold real numbers, got dtype object"),
        (np.array([1j], object), "`x` must hold real numbers that fit a float"),
        ([10**400], "`x` must hold real numbers that fit a float"),
        (np.array(["2020-01-01"], "M8[D]"), "`x` must hold real numbers"),
        ([1.0, np.nan], "`x` must hold finite numbers, got NaN"),
        ([np.inf, np.nan], "`x` must hold finite numbers, got NaN"),
        ([1.0, -np.inf], "`x` must hold finite numbers, got infinity"),
        ([Decimal("NaN")], "`x` must hold finite numbers, got NaN"),
    ],
)
def test_what_is_no_real_number_is_refused(value: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        numbers("x", value)


@pytest.mark.parametrize(
    ("value", "shape", "message"),
    [
        (1.0, ("n",), r"`x` must have shape \(n,\), got \(\)"),
        ([1.0], (), r"`x` must have shape \(\), got \(1,\)"),
        ([1.0], (2,), r"`x` must have shape \(2,\), got \(1,\)"),
        (np.ones((2, 3)), (2, 2), r"`x` must have shape \(2, 2\), got \(2, 3\)"),
        (np.ones(3), ("n", "k"), r"`x` must have shape \(n, k\), got \(3,\)"),
    ],
)
def test_shapes(value: Any, shape: tuple[int | str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        checked("x", value, shape)


def test_recorded_numbers_pass_unconverted() -> None:
    number = Recorded(2)
    held: Any = number
    assert scalar("x", held) is number
    array = checked("x", [1.0, number], (2,))
    assert is_recorded(array)
    assert array[1] is number
    assert not is_recorded(checked("x", np.array([1, 2.5], object), (2,)))


def test_a_function_of_recorded_numbers_is_called_for_each() -> None:
    root = each(np.sqrt, np.array([4.0, Recorded(9), 16], object))
    assert (root[0], root[1].hidden, root[2]) == (2, 3, 4)
    less = each(np.less, np.array([Recorded(1), 5.0], object), np.array([2.0, Recorded(3)], object))
    assert [x.hidden for x in less] == [1, 0]
    assert_array_equal(each(np.less, np.array([1, 5]), 3), [True, False])


def test_the_largest_number() -> None:
    assert largest(np.array([1.0, 3.0, 2.0])) == 3
    assert largest(np.array([-1.0])) == largest(np.array([])) == 0
    found = largest(np.array([1.0, Recorded(3), 2.0], object))
    assert found.hidden == 3


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1, [1]),
        (-1, [2]),
        (np.int8(-3), [0]),
        (np.array(1), [1]),
        ([], []),
        ((2, 0), [2, 0]),
        (np.array([2, -2]), [2, 1]),
        (range(3), [0, 1, 2]),
    ],
)
def test_indices(value: Any, expected: list[int]) -> None:
    found = indices("index", value, 3)
    assert found == expected
    assert all(type(i) is int for i in found)


@pytest.mark.parametrize("value", [5, np.int8(5), np.uint64(5), np.array(5)])
def test_count(value: Any) -> None:
    found = count("n", value, least=5)
    assert found == 5
    assert type(found) is int


def test_leading_shape() -> None:
    assert leading_shape(3) == leading_shape((3,)) == (3,)
    assert leading_shape(()) == ()
    assert leading_shape((np.int64(2), 0)) == (2, 0)  # type: ignore[arg-type]
