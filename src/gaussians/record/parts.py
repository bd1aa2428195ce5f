"""Parts of a recording that are computed under conditions, and what several of them need.

A step leads to some parts, and it is computed if any of these is. What it needs leads to them all,
and maybe to others: so steps that lead to more parts come first.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple, TypeAlias

from gaussians.record.branches import Cases, cases_of
from gaussians.record.library import library
from gaussians.record.loops import function
from gaussians.record.needs import first_of, needed
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
    lines = library({x.step for x in steps})
    for conditions in sorted(blocks, key=lambda one: (-len(one), sorted(one))):
        if len(conditions) > 1:
            body = hoisted(blocks[conditions], cases)
            made = _seen_outside(conditions, parts, leads_to, cases)
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


def _seen_outside(
    conditions: Conditions,
    parts: list[Part],
    leads_to: Mapping[Recorded, Conditions],
    cases: Mapping[Recorded, Cases],
) -> list[Recorded]:
    """Return the steps of a block that other blocks, or parts, are made of.

    Steps along rows are computed where they are used, from others.
    """
    others = [x for x, its in leads_to.items() if its != conditions]
    used = [y for x in others for y in (*x.numbers, *(c for c, _ in cases[x]))]
    used += [y for part in parts for y in part.numbers]
    found = first_of(used, lambda x: not x.along)
    return [x for x in found if leads_to.get(x) == conditions]
