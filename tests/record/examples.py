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
from gaussians.record.permitted import BINS, CORE, NUMBERS, POINTS, ROWS, SMALL_ARRAYS, TABLES
from gaussians.record.table import Table


def _expressions(text: str) -> list[str]:
    """Split lines at the commas that are not within brackets."""
    return [
        ast.unparse(item)
        for line in text.strip().splitlines()
        for item in ast.parse(f"({line},)", mode="eval").body.elts  # type: ignore[attr-defined]
    ]


EXPRESSIONS = [
    expression
    for text in (NUMBERS, SMALL_ARRAYS, POINTS, BINS, ROWS, TABLES, CORE)
    for expression in _expressions(text)
]


LENGTHS = (5, 10, 11, 20, 39, 40, 80, 120)  # of what is made of the points and of the edges


class Numpy(Lesson):
    """What expressions may be made of."""

    a = param.Number(0.5, bounds=(-1, 1))
    b = param.Number(-0.25, bounds=(-1, 1))
    n = param.Integer(100, bounds=(10, 200))
    m = param.Integer(12, bounds=(1, 40))

    key = "numpy"
    planes: ClassVar = {}  # nobody looks at it
    noises: ClassVar = Lesson.noises | {"seeds": (20, 120)}
    fixed: ClassVar = {
        "data": np.random.default_rng(0).standard_normal((40, 2)),
        "index": np.arange(11.0)[:, None],
        **{f"weights{n}": np.random.default_rng(n).standard_normal((n, 1)) for n in LENGTHS},
    }

    def evaluate(self, expression: str) -> Any:
        a, b, x, index = self.a, self.b, self.draws(40), self.fixed["index"][:, 0]
        s = self.table("seeds")
        names = {
            "a": a, "b": b, "v": np.array([a, b]), "A": np.array([[a, b], [1.5 * a, a - b]]),
            "x": x, "data": self.fixed["data"], "inside": x[:, 1] < a, "m": self.m, "s": s,
            "edges": b - 2 + (1.5 + a) * index / 3, "fixed_edges": index - 5,
            "np": np, "math": math, "functools": functools,
            **{name: getattr(core, name) for name in core.__all__},
        }  # fmt: skip
        return eval(expression, names)


class Examples(Numpy):
    """All that is permitted, at once."""

    key = "examples"

    def expressions(self) -> list[str]:
        return EXPRESSIONS

    def scene(self) -> Scene:
        readouts: dict[str, Any] = {}
        for i, expression in enumerate(self.expressions()):
            value = self.evaluate(expression)
            for k, number in enumerate(self._numbers(value)):
                readouts[f"e{i}_{k}"] = number
        return Scene({}, readouts)

    def _numbers(self, value: Any) -> list[Any]:
        """Return all numbers of an array; of points, sums of columns, each row weighing other."""
        length = np.shape(value)[0] if np.ndim(value) else 0
        if not isinstance(value, Cloud | Table) and length not in LENGTHS:
            return list(np.asarray(value, object).flat)
        weights = self.fixed[f"weights{length}"][:, 0]
        if isinstance(value, Table) or np.shape(value)[1:2] in [(n,) for n in LENGTHS]:
            return self._of_cells(value, weights[:, None])
        columns = [value] if value.ndim == 1 else [value[:, k] for k in range(value.shape[1])]
        return [total for column in columns for total in _totals(1 * column, weights)]

    def _of_cells(self, value: Any, weights: Any) -> list[Any]:
        """Return sums of all cells, each of them weighing other."""
        weights = weights * self.fixed[f"weights{value.shape[1]}"][:, 0]
        cells = [value] if value.ndim == 2 else [value[:, :, k] for k in range(value.shape[2])]
        return [total for cell in cells for total in _totals(1 * cell, weights)]


def example(readout: str) -> str:
    """Return the expression that a readout belongs to."""
    return EXPRESSIONS[int(readout[1:].split("_")[0])]


def _totals(column: Any, weights: Any) -> tuple[Any, Any]:
    missing = np.isnan(column)
    return (np.where(missing, 0, column) * weights).sum(), (missing * weights).sum()
