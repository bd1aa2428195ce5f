"""What goes on in steps, each from where the one before it has come to: descents, walks."""

from collections.abc import Callable
from typing import Any

import numpy as np

from gaussians.core.checks import is_recorded

# From a state and a row of numbers to the next state, which looks alike.
Step = Callable[[Any, Any], Any]


def path(step: Step, start: Any, rows: Any) -> Any:
    """Return all states, from the start on: x₀, then x₁ = step(x₀, rows[0]) and so on.

    Parameters
    ----------
    step
        What makes the next state of one and of a row.
    start
        A number, or a few, shape (c,).
    rows
        What the steps need, a row for each, shape (K,) or (K, d).

    Returns
    -------
    ndarray
        The states, shape (K + 1,) or (K + 1, c).

    Examples
    --------
    >>> path(lambda x, rate: x - rate * x, 8.0, np.array([0.5, 0.5, 0.25]))
    array([8. , 4. , 2. , 1.5])
    """
    if is_recorded(rows):
        return rows.path(step, start)
    states = [np.asarray(start, dtype=np.float64)]
    for row in rows:
        states.append(np.asarray(step(states[-1], row), dtype=np.float64))
    return np.array(states)


def end(step: Step, points: Any, rows: Any) -> Any:
    """Return where points have come to after all steps, shape (n, c), from where they were.

    Only here all points take a step together, so each may depend on all others.

    >>> end(lambda x, rate: x - rate * x.mean(axis=0), np.array([[1.0], [3.0]]), np.array([0.5]))
    array([[0.], [2.]])
    """
    if is_recorded(rows):
        return rows.end(step, points)
    for row in rows:
        points = step(points, row)
    return points
