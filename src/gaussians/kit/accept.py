"""Values from outside (an address, a message) meet the state: the good are kept, the rest named.

Nothing from outside is trusted to have a type, a length or a range. A page's own script refuses
texts by the same rules and in the same words (`page/script/address.js`).
"""

import math
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from numbers import Real
from typing import Any

import param

from gaussians.kit.drawing import Drawing, misdrawn
from gaussians.kit.lesson import Lesson

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_LONGEST = 40  # characters of a bad value that a message repeats
MOST_PROBLEMS = 4  # that a notice lists


def accept(
    lesson: Lesson, values: Mapping[Any, Any], locked: AbstractSet[str] = frozenset()
) -> list[str]:
    """Set all parameters that have a good value, at once; say in words what was not used.

    Parameters
    ----------
    lesson
        The state to change.
    values
        Anything by name; numbers may be text.
    locked
        Names of parameters that must keep their value.

    Returns
    -------
    list of str
        One sentence for each value that was refused.

    Examples
    --------
    >>> from gaussians.lessons.reparameterization.lesson import Reparameterization
    >>> lesson = Reparameterization()
    >>> accept(lesson, {"mu1": "2", "rho": 5})
    ['ρ goes from −0.99 to 0.99; “5” was not used.']
    >>> lesson.mu1, lesson.rho
    (2.0, 0.0)
    """
    good, problems = {}, []
    for key, raw in values.items():
        try:
            good[key] = fitting(lesson, key, raw)
        except ValueError as error:
            problems.append(str(error))
        else:
            if key in locked and good[key] != getattr(lesson, key):
                problems.append(not_used(lesson.param[key].label, "is locked here", good.pop(key)))
    lesson.param.update(**good)
    return problems


def fitting(lesson: Lesson, key: Any, raw: Any) -> float | str:
    """Return a value as its parameter takes it.

    Raises
    ------
    ValueError
        If there is no such parameter, or if it takes no such value; in a sentence.
    """
    if key not in lesson.names():
        raise ValueError(nothing_called(key))
    try:
        return _parse(lesson.param[key], raw)
    except ValueError as error:
        raise ValueError(not_used(lesson.param[key].label, str(error), raw)) from None


def nothing_called(key: object) -> str:
    """Say that a name is not known."""
    return f"There is nothing called “{shorten(key)}” here; it was not used."


def not_used(label: str | None, expected: str, raw: object) -> str:
    """Say what a value should have been."""
    return f"{label} {expected}; “{shorten(raw)}” was not used."


def shorten(raw: object) -> str:
    """Quote a value of any kind in a few characters."""
    text = re.sub(r"\s+", " ", str(raw), flags=re.ASCII).strip(" ")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _parse(parameter: Any, raw: Any) -> float | str:
    """Return a value that the parameter takes, or raise ValueError with the end of a sentence."""
    if isinstance(parameter, param.Selector):
        if not isinstance(raw, str) or raw not in parameter.objects:
            raise ValueError("is one of " + ", ".join(parameter.objects))
        return raw
    if isinstance(parameter, Drawing):
        if problem := misdrawn(raw) if isinstance(raw, str) else "cannot be read":
            raise ValueError(problem)
        return str(raw)
    low, high = parameter.bounds
    expected = f"goes from {low:.15g} to {high:.15g}".replace("-", "−")
    if isinstance(raw, str) and len(raw) <= _LONGEST and _NUMBER.fullmatch(raw):
        raw = float(raw)
    if isinstance(raw, bool) or not isinstance(raw, Real):
        raise ValueError(expected)
    if not low <= raw <= high:  # false for NaN too
        raise ValueError(expected)
    if isinstance(parameter, param.Integer):
        if not math.isclose(raw, round(raw), rel_tol=0, abs_tol=0):
            raise ValueError(f"is a whole number and {expected}")
        return int(float(raw))
    return float(raw)


def abridge(problems: Sequence[str]) -> list[str]:
    """Return as many problems as a notice lists."""
    if len(problems) <= MOST_PROBLEMS:
        return [*problems]
    left = len(problems) - MOST_PROBLEMS + 1
    return [*problems[: MOST_PROBLEMS - 1], f"{left} more were not used either."]
