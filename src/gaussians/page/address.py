"""The state in the address bar: read key by key, because anybody can write anything there."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from gaussians.lessons import LESSONS, Lesson, accept
from gaussians.lessons.accept import nothing_called, shorten
from gaussians.lessons.parts import Button, Control, Group

KEPT = ("lesson", "embed", "hide", "engine")  # keys about the page, not about the state
MOST_PROBLEMS = 4  # that a notice lists

Query = Mapping[str, Sequence[bytes]]


def read_query(query: Query) -> tuple[dict[str, str], list[str]]:
    """Decode a query into one text for each key; name the keys that were given more than once."""
    single = {key: values[0].decode("utf-8", "replace") for key, values in query.items() if values}
    problems = []
    for key, values in query.items():
        if len(values) > 1:
            del single[key]
            problems.append(f"“{shorten(key)}” is given more than once; it was not used.")
    return single, problems


def choose_lesson(values: dict[str, str]) -> tuple[type[Lesson], list[str]]:
    """Return the lesson that is asked for, or the course's first."""
    first = next(iter(LESSONS.values()))
    asked = values.get("lesson", first.key)
    if asked in LESSONS:
        return LESSONS[asked], []
    return first, [f"There is no lesson “{shorten(asked)}”; this is the first one."]


def apply_query(lesson: Lesson, values: dict[str, str]) -> list[str]:
    """Set a lesson's state from an address; return what was not used, in words."""
    return accept(lesson, {k: v for k, v in values.items() if k not in KEPT})


def choose_hidden(lesson: Lesson, values: Mapping[str, str]) -> tuple[set[str], list[str]]:
    """Return the parameters that an instructor hides, and what of the list was not used."""
    asked = dict.fromkeys(name.strip() for name in values.get("hide", "").split(","))
    names = [name for name in asked if name]
    known = set(lesson.names())
    return known.intersection(names), [nothing_called(name) for name in names if name not in known]


def without(hidden: AbstractSet[str], groups: Sequence[Group]) -> list[Group]:
    """Leave out every control that sets a hidden parameter, and groups that have no other."""
    left = [
        replace(
            group,
            controls=tuple(c for c in group.controls if hidden.isdisjoint(_parameters(c))),
        )
        for group in groups
    ]
    return [group for group in left if group.controls]


def _parameters(control: Control) -> list[str]:
    return list(control.sets) if isinstance(control, Button) else [control.key]


def abridge(problems: list[str]) -> list[str]:
    """Cut a long list of problems, and say so."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    more = len(problems) - MOST_PROBLEMS + 1
    return [*problems[: MOST_PROBLEMS - 1], f"{more} more were not used either."]
