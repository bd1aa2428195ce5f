"""The address of a page: read key by key, because anybody can write anything there.

`script/address.js` reads the same addresses in pages that no server answers; both are tested with
the one table of `tests/page/addresses.json`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gaussians.kit.accept import accept, not_used, nothing_called, shorten
from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS

# Keys about the page, not about the state: what each may be. `hide` is a list of parameters, and
# `step` a number of the lesson's walk.
STATIC_KEYS: dict[str, tuple[str, ...]] = {
    "embed": ("0", "1"),
    "steps": ("0", "1"),
    "theme": ("light", "dark"),
}
SERVED_KEYS = STATIC_KEYS | {"engine": ("browser", "python")}

FRONT_KEYS = {"theme": STATIC_KEYS["theme"]}
_UNNAMED = "reparameterization"  # whose state an address has that names no lesson

Query = Mapping[str, Sequence[bytes]]


@dataclass
class Address:
    """What an address says of a page, besides the state of its lesson."""

    page: dict[str, str] = field(default_factory=dict)  # keys about the page that have a good value
    hidden: frozenset[str] = frozenset()  # parameters that nothing in the page may change
    step: int = 0  # of the lesson's walk, from 1; 0 is free play
    problems: list[str] = field(default_factory=list)  # what was not used, in words


def decode(query: Query) -> dict[str, list[str]]:
    r"""Turn a query as tornado gives it into text; its keys are bytes too, one a character.

    >>> decode({"Ã¤": [b"\xc3\xa4"]})
    {'ä': ['ä']}
    """
    return {
        key.encode("latin-1").decode("utf-8", "replace"): [
            value.decode("utf-8", "replace") for value in values
        ]
        for key, values in query.items()
        if values
    }


def choose_lesson(query: Mapping[str, list[str]]) -> type[Lesson] | None:
    """Return the lesson that a course is asked for; None is its front page.

    Links of a time when there was no front page name no lesson, but have a state.
    """
    match query.get("lesson"):
        case [asked]:
            return LESSONS.get(asked)
        case None if query.keys() - {"theme"}:
            return LESSONS[_UNNAMED]
        case _:
            return None


def read_address(
    lesson: Lesson, query: Mapping[str, list[str]], keys: Mapping[str, tuple[str, ...]]
) -> Address:
    """Set a lesson's state from an address; return what it says of the page.

    Parameters
    ----------
    lesson
        The state to change.
    query
        The texts that are given for each key.
    keys
        What each key about the page may be.
    """
    address, known = Address(), set(lesson.names())
    keys = {**keys, **step_key(lesson)}
    state: dict[str, str] = {}
    for key, texts in query.items():
        text = texts[0]
        if key == "hide":
            address.page[key] = ",".join(texts)
            asked = (name.strip(" ") for name in address.page[key].split(","))
            names = dict.fromkeys(filter(None, asked))
            address.hidden = frozenset(names).intersection(known)
            address.problems += [nothing_called(name) for name in names if name not in known]
        elif len(texts) > 1:
            address.problems.append(f"“{shorten(key)}” is given more than once; it was not used.")
        elif key not in keys:
            address.problems += accept(lesson, {key: text})
            state[key] = text
        elif text in keys[key]:
            address.page[key] = text
        else:
            address.problems.append(not_used(key, "is one of " + ", ".join(keys[key]), text))
    step = int(address.page.pop("step", known.isdisjoint(query)))  # a state is for free play
    if "step" in keys and address.page.get("steps") != "0":
        address.step = step
    if address.step:
        own = lesson.words().steps[step - 1].state.items()
        accept(lesson, {key: value for key, value in own if key not in address.hidden})
        accept(lesson, state)  # what the address says has the last word
    return address


def step_key(lesson: Lesson) -> dict[str, tuple[str, ...]]:
    """Return what `step` may be in an address: a number of the walk, if there is one, or 0."""
    steps = lesson.words().steps
    return {"step": tuple(str(number) for number in range(len(steps) + 1))} if steps else {}
