"""The state in the address bar: read key by key, because anybody can write anything there."""

from collections.abc import Mapping, Sequence

from gaussians.lessons import LESSONS, Lesson, accept
from gaussians.lessons.accept import shorten

KEPT = ("lesson", "embed", "engine")  # keys that are about the page, not about the state
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


def abridge(problems: list[str]) -> list[str]:
    """Cut a long list of problems, and say so."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    more = len(problems) - MOST_PROBLEMS + 1
    return [*problems[: MOST_PROBLEMS - 1], f"{more} more were not used either."]
