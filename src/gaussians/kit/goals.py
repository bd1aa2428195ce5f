"""Goals of a walk: whether they are reached; `page/script/goals.js` judges by the same rules."""

from collections.abc import Mapping
from typing import Any

from gaussians.kit.parts import Clause, Goal


def is_reached(goal: Goal, values: Mapping[str, Any]) -> bool:
    """Tell whether all clauses of a goal hold for readouts and parameters by name.

    >>> from gaussians.kit.words.steps import clauses
    >>> is_reached(Goal("", clauses("|a| > 2 and kind = one", 1)), {"a": -3, "kind": "one"})
    True
    """
    return all(_holds(clause, values[clause.name]) for clause in goal.clauses)


def _holds(clause: Clause, value: Any) -> bool:
    if isinstance(clause.value, str) or isinstance(value, str):
        return (str(value) == str(clause.value)) == (clause.relation == "=")
    value = abs(float(value)) if clause.size else float(value)
    equal = abs(value - clause.value) <= clause.within
    holds: dict[str, bool] = {
        "=": equal,
        "≠": not equal,
        "<": value < clause.value,
        ">": value > clause.value,
        "≤": value <= clause.value,
        "≥": value >= clause.value,
    }
    return holds[clause.relation]
