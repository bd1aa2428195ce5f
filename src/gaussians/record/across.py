"""Points along the second of two axes, x[None, :], where they meet others along the first."""

from typing import Any

from gaussians.record.cells import Cells
from gaussians.record.cloud import Cloud
from gaussians.record.refusal import refuse
from gaussians.record.rows import is_every


class Across(Cells):
    """An array (1, m) or (1, m, k), made of points (m,) or (m, k)."""

    instead = "x[:, None] - y[None, :], which are points along both axes"

    def __init__(self, points: Cloud) -> None:
        self.points = points

    @property
    def shape(self) -> tuple[Any, ...]:
        """Shape of the whole array; its length may be a recorded number."""
        return (1, *self.points.shape)

    @property
    def ndim(self) -> int:
        """Number of axes of the whole array."""
        return 1 + self.points.ndim

    def __getitem__(self, key: Any) -> "Across":
        """Take columns, or make a column of each number."""
        first, *others = key if isinstance(key, tuple) else (key,)
        if first is ...:
            return Across(self.points[key])
        if not is_every(first):
            refuse("picking of x[None, :]", "x[None, :, 0]")
        return Across(self.points[tuple(others) or ...])
