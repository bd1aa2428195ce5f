"""Steps in `words.md`: a title, words, then terms that say what the step is about."""

import re
from collections.abc import Iterable
from typing import Any, get_args

from gaussians.kit.parts import Clause, Goal, Step

_NAMES = re.compile(r"\w+(\s*,\s*\w+)*")
_PAIRS = re.compile(r"\w+=[\w.+-]+(\s*,\s*\w+=[\w.+-]+)*")
_RELATIONS = "".join(get_args(Clause.__annotations__["relation"]))
_CLAUSE = re.compile(
    rf"(?P<bar>\|?)(?P<name>\w+)(?P=bar)\s*(?P<relation>[{_RELATIONS}])\s*"
    r"(?P<value>[\w.+-]+)(?:\s*±\s*(?P<within>\d*\.?\d+))?"
)
_FORMS = "state, controls, presets, marks, plane, predicts, goal CONDITION"


def step(title: str, text: str, terms: Iterable[tuple[str, str, int]]) -> Step:
    """Make a step of its terms.

    Parameters
    ----------
    title, text
        HTML.
    terms
        ``state`` with ``name=value`` pairs; ``controls``, ``marks`` and ``predicts`` with names;
        ``presets`` with names that a semicolon keeps apart; ``plane`` with one name; and
        ``goal CONDITION`` with words; each with its HTML and its line.

    Raises
    ------
    ValueError
        If a term is none of these; its second argument is the line.

    Examples
    --------
    >>> terms = [("state", "<p>a=2, view=one</p>", 3), ("goal area > 3", "<p>Enlarge it.</p>", 6)]
    >>> made = step("Area", "Pull.", terms)
    >>> made.state, made.goals[0].clauses[0].name
    ({'a': '2', 'view': 'one'}, 'area')
    """
    parts: dict[str, Any] = {}
    goals: list[Goal] = []
    for term, html, line in terms:
        plain = re.sub("</?p>", "", html).strip()
        kind, _, condition = term.partition(" ")
        if kind == "goal" and condition:
            goals.append(Goal(plain, clauses(condition, line)))
        elif term == "state":
            plain = re.sub("</?em>", "_", plain.replace("strong>", "em><em>"))  # of a drawing
            _check(_PAIRS, plain, "`state` has pairs such as a=1.5, view=one", line)
            parts["state"] = dict(pair.split("=") for pair in re.split(r"\s*,\s*", plain))
        elif term == "presets":
            parts["presets"] = tuple(" ".join(name.split()) for name in plain.split(";"))
        elif term in ("controls", "marks", "predicts"):
            _check(_NAMES, plain, f"`{term}` has names, a comma between them", line)
            parts[term] = tuple(re.findall(r"\w+", plain))
        elif term == "plane":
            parts["plane"] = plain
        else:
            raise ValueError(f"`{term}` is none of: {_FORMS}", line)
    return Step(title, text, goals=tuple(goals), **parts)


def clauses(condition: str, line: int) -> tuple[Clause, ...]:
    """Read a condition: ``rank = 1``, ``|angle| > 20 and view = proof``, ``area = 2 ± 0.1``."""
    found = []
    for text in condition.split(" and "):
        match = _CLAUSE.fullmatch(text.strip())
        if not match:
            raise ValueError(f"`{text}` is no condition, such as area > 2 or area = 2 ± 0.1", line)
        try:
            value: float | str = float(match["value"])
        except ValueError:
            value = match["value"]
        within = float(match["within"]) if match["within"] else Clause.within
        size = bool(match["bar"])
        found.append(Clause(match["name"], match["relation"], value, within, size))  # type: ignore[arg-type]  # one of them
    return tuple(found)


def _check(form: re.Pattern[str], text: str, what: str, line: int) -> None:
    if not form.fullmatch(text):
        raise ValueError(what, line)
