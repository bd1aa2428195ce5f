"""Steps that go on from the step before."""

import numpy as np

from gaussians.kit.runs import end, path


def test_a_path_of_a_few_numbers_begins_with_the_start() -> None:
    rows = np.array([[1.0, 2], [3, 4]])
    found = path(lambda x, row: x[::-1] + row, [10.0, 20], rows)
    np.testing.assert_array_equal(found, [[10, 20], [21, 12], [15, 25]])


def test_without_steps_there_is_the_start() -> None:
    rows, points = np.empty((0, 1)), np.ones((3, 2))
    np.testing.assert_array_equal(path(lambda x, _: 2 * x, 5.0, rows), [5])
    np.testing.assert_array_equal(end(lambda x, _: 2 * x, points, rows), points)


def test_the_end_of_points_is_the_last_of_each_path() -> None:
    points, rows = np.random.default_rng(0).standard_normal((5, 2)), np.arange(4.0)
    paths = [path(lambda x, row: np.sin(x) + row, point, rows) for point in points]
    np.testing.assert_array_equal(
        end(lambda x, row: np.sin(x) + row, points, rows), [each[-1] for each in paths]
    )
