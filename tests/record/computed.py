"""Recorded numbers, computed by numpy: a step is right whatever language it is written in."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from gaussians.record.tape import Recorded, Tape, boxed


class Run:
    """Numbers recorded by a real tape, whose values are known here only."""

    def __init__(self) -> None:
        self.tape = Tape()
        self.found: dict[Recorded, float] = {}

    def record(self, values: npt.ArrayLike) -> Any:
        """Turn numbers into recorded ones, keeping the shape."""
        return np.frompyfunc(self._leaf, 1, 1)(np.asarray(values, dtype=object))

    def reveal(self, array: Any) -> npt.NDArray[np.float64]:
        """Do all steps that lead to some numbers."""
        entries = boxed(array)
        with np.errstate(all="ignore"):
            found = np.frompyfunc(self._value, 1, 1)(entries)
        return np.asarray(found, dtype=np.float64)

    def _leaf(self, value: float) -> Recorded:
        leaf = self.tape.leaf(f"leaf {len(self.found)}")
        self.found[leaf] = float(value)
        return leaf

    def _value(self, x: Any) -> float:
        if not isinstance(x, Recorded):
            return float(x)
        if x not in self.found:
            numbers = [np.float64(self._value(y)) for y in x.numbers]
            function = getattr(math if x.step in ("erf", "erfc") else np, x.step)
            self.found[x] = float(function(*numbers))
        return self.found[x]
