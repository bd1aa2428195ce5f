"""Parts of a recording that are computed under conditions, and what several of them need.

A step leads to some parts, and it is computed if any of these is. What it needs leads to them all,
and maybe to others: so steps that lead to more parts come first.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple, TypeAlias

from gaussians.record.branches import Cases, cases_of
from gaussians.record.library import library
from gaussians.record.loops import function
from gaussians.record.needs import needed
from gaussians.record.rounds import by, hoisted
from gaussians.record.tape import Recorded
from gaussians.record.terms import term

Conditions: TypeAlias = frozenset[str]
_EITHER = {"out", "readouts"}  # one of them is given


class Part(NamedTuple):
    """What is written under a condition, and the numbers that it is made of."""

    condition: str
    numbers: list[Any]
    lines: list[str]


def write_parts(parts: list[Part], ready: AbstractSet[Recorded]) -> list[str]:
    """Write parts, after what leads to several of them; steps that are `ready` are left out."""
    asked = [x for part in parts for x in part.numbers]
    steps = needed(asked, lambda x: x not in ready)
    cases = cases_of(steps, asked)
    leading = [(p.condition, {*needed(p.numbers, lambda x: x not in ready)}) for p in parts]
    leads_to = {x: frozenset(name for name, some in leading if x in some) for x in steps}
    blocks = by(steps, leads_to.__getitem__)
    readers = _readers(parts, leads_to, cases)
    lines = library({x.step for x in steps})
    for conditions in sorted(blocks, key=lambda one: (-len(one), sorted(one))):
        if len(conditions) > 1:
            body = hoisted(blocks[conditions], cases)
            made = [x for x in blocks[conditions] if readers[x] - {conditions}]
            lines += body if conditions >= _EITHER else _block(conditions, body, made)
    for condition, _, then in parts:
        body = [*hoisted(blocks.get(frozenset({condition}), []), cases), *then]
        lines += [f"if ({condition}) {{", *function(body), "}"] if body else []
    return lines


def _block(conditions: Conditions, body: list[str], made: list[Recorded]) -> list[str]:
    """Write what is computed if any part needs it."""
    names = ", ".join(map(term, made))
    head = f"const [{names}] = {' || '.join(sorted(conditions))} ? (() => {{"
    return [head, *body, f"return [{names}];", "})() : [];"]


def _readers(
    parts: list[Part], leads_to: Mapping[Recorded, Conditions], cases: Mapping[Recorded, Cases]
) -> Mapping[Recorded, set[Conditions | None]]:
    """Return which blocks read each step, and None where a part does.

    Steps come after those that they are made of; those along rows are computed where they are used.
    """
    readers: dict[Recorded, set[Conditions | None]] = {x: set() for x in leads_to}
    behind: dict[Recorded, AbstractSet[Recorded]] = {}

    def read(numbers: Iterable[Any], block: Conditions | None) -> AbstractSet[Recorded]:
        found = set[Recorded]().union(*(behind.get(x, ()) for x in numbers))
        for x in found:
            readers[x].add(block)
        return found

    for x, block in leads_to.items():
        found = read(x.numbers, block)
        read([condition for condition, _ in cases[x]], block)
        behind[x] = found if x.along else {x}
    for part in parts:
        read(part.numbers, None)
    return readers
