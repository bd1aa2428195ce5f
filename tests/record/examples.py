"""The permitted numpy, each of its examples as numbers that a lesson reads out."""

import ast
import functools
import math
from typing import Any, ClassVar

import numpy as np
import param

from gaussians import core
from gaussians.kit.lesson import Lesson, Scene
from gaussians.record.cloud import Cloud
from gaussians.record.permitted import CORE, NUMBERS, POINTS, SMALL_ARRAYS


def _expressions(text: str) -> list[str]:
    """Split lines at the commas that are not within brackets."""
    return [
        ast.unparse(item)
        for line in text.strip().splitlines()
        for item in ast.parse(f"({line},)", mode="eval").body.elts  # type: ignore[attr-defined]
    ]


EXPRESSIONS = [
    expression
    for text in (NUMBERS, SMALL_ARRAYS, POINTS, CORE)
    for expression in _expressions(text)
]


class Numpy(Lesson):
    """What expressions may be made of."""

    a = param.Number(0.5, bounds=(-1, 1))
    b = param.Number(-0.25, bounds=(-1, 1))
    n = param.Integer(100, bounds=(10, 200))

    key = "numpy"
    fixed: ClassVar = {"data": np.random.default_rng(0).standard_normal((40, 2))}

    def evaluate(self, expression: str) -> Any:
        a, b, x = self.a, self.b, self.draws(40)
        names = {
            "a": a, "b": b, "v": np.array([a, b]), "A": np.array([[a, b], [1.5 * a, a - b]]),
            "x": x, "data": self.fixed["data"], "inside": x[:, 1] < a,
            "np": np, "math": math, "functools": functools,
            **{name: getattr(core, name) for name in core.__all__},
        }  # fmt: skip
        return eval(expression, names)


class Examples(Numpy):
    """All that is permitted, at once."""

    key = "examples"

    def scene(self) -> Scene:
        readouts: dict[str, Any] = {}
        for i, expression in enumerate(EXPRESSIONS):
            value = self.evaluate(expression)
            for k, number in enumerate(_numbers(value, self.fixed["data"][:, 0])):
                readouts[f"e{i}_{k}"] = number
        return Scene({}, readouts)


def example(readout: str) -> str:
    """Return the expression that a readout belongs to."""
    return EXPRESSIONS[int(readout[1:].split("_")[0])]


def _numbers(value: Any, weights: Any) -> list[Any]:
    """Return all numbers of an array; of points, sums of columns in which each row weighs other."""
    if not isinstance(value, Cloud) and np.shape(value)[:1] != (40,):
        return list(np.asarray(value, object).flat)
    columns = [value] if value.ndim == 1 else [value[:, k] for k in range(value.shape[1])]
    return [total for column in columns for total in _totals(1 * column, weights)]


def _totals(column: Any, weights: Any) -> tuple[Any, Any]:
    missing = np.isnan(column)
    return (np.where(missing, 0, column) * weights).sum(), (missing * weights).sum()
