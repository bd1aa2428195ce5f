"""Which steps are asked for in one case of a condition only: their loops need not run in the other.

The language of steps has no `if`, so a scene computes both cases of each np.where. Where what it
depends on is one number, not one of each row, JavaScript can know before a loop that nobody asks
for what it makes.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from gaussians.record.tape import Recorded
from gaussians.record.terms import term

Cases: TypeAlias = frozenset[tuple[Recorded, bool]]  # conditions, and how each is answered
_ALWAYS: Cases = frozenset()


def cases_of(steps: list[Recorded], asked: Iterable[Any]) -> dict[Recorded, Cases]:
    """Return in which cases the steps that lead to some numbers are asked for, all at once."""
    cases = {x: _ALWAYS for x in asked if isinstance(x, Recorded)}
    for x in reversed(steps):  # so all that asks for x is known
        for y, case in zip(x.numbers, _cases(x), strict=True):
            if isinstance(y, Recorded):
                own = cases[x] | case
                cases[y] = cases.get(y, own) & own
    return cases


def condition(x: Recorded, cases: Cases, rounds: Mapping[Recorded, int]) -> str:
    """Write under which condition a loop makes a step, of what is there before it."""
    known = [
        (c, answer)
        for c, answer in sorted(cases, key=lambda case: (case[0].order, case[1]))
        if c.run in ("", x.run) and rounds.get(c, -1) < rounds[x]
    ]
    return " && ".join(term(c) if answer else f"!{term(c)}" for c, answer in known)


def _cases(x: Recorded) -> list[Cases]:
    """Return in which cases a step asks for each of its numbers."""
    if x.step == "where" and isinstance(x.numbers[0], Recorded) and not x.numbers[0].along:
        return [_ALWAYS, *(frozenset({(x.numbers[0], answer)}) for answer in (True, False))]
    return [_ALWAYS] * len(x.numbers)
