"""Single steps as JavaScript."""

import json
from collections.abc import Set as AbstractSet
from typing import Any

from gaussians.record.steps import ARRAYS, RUNNING, STEPS
from gaussians.record.tape import Recorded


def term(x: Any) -> str:
    """Write a number: by its name if it is recorded, by its shortest exact digits if it is not."""
    if isinstance(x, str):
        return json.dumps(x)
    if not isinstance(x, Recorded):
        digits = repr(float(x)).removesuffix(".0")
        names = {"nan": "NaN", "inf": "Infinity"}
        return (
            names.get(digits, digits)
            if digits[0] != "-"
            else f"({digits.replace('inf', 'Infinity')})"
        )
    return str(x.numbers[0]) if x.step == "leaf" else f"s{x.order}"


def define(steps: list[Recorded], made: AbstractSet[Recorded] = frozenset()) -> list[str]:
    """Define steps, all in one statement: a word for each would be a tenth of a recording.

    Arrays are being made meanwhile: what a row has put into one is not read from it again.
    """
    each = [f"{term(x)} = {_written(x, made)}" for x in steps]
    return ["const " + ",\n".join(each) + ";"] if each else []


def total(x: Recorded) -> str:
    """Name what a step has come to, from row to row or within one."""
    return f"t{x.order}"


def _written(x: Recorded, made: AbstractSet[Recorded]) -> str:
    if x.is_copy and x.numbers[0] in made:
        return term(x.numbers[0].numbers[0])
    terms = [*map(term, x.numbers)]
    if x.step in RUNNING:
        return RUNNING[x.step][1].format(*terms, total=total(x))
    return (STEPS | ARRAYS)[x.step].format(*terms, all=", ".join(terms))
