"""What a map of the plane does to sizes, whatever its rank, and how its columns are drawn."""

from typing import Any, NamedTuple

import numpy as np

from gaussians.core import Gaussian
from gaussians.core.plane import determinant
from gaussians.kit.curves import joined
from gaussians.kit.geometry import arrow
from gaussians.kit.lesson import Array
from gaussians.kit.names import Thing, of_columns

RAISED = 5  # heights along a line are drawn so many times as high, for they are small


class Shape(NamedTuple):
    """How A stretches what it does not flatten, and the way back."""

    rank: Any
    stretch: Any  # |det A|; of rank 1 the singular value that is not 0; of rank 0 NaN
    back: Array  # A⁺ if A is flat
    full: Any  # 1, or NaN if A is flat and there is no density in the plane


def shape_of(law: Gaussian) -> Shape:
    """Measure the shape of a law in the plane, which a scene can draw at any rank."""
    A, rank = law.factor, law.rank
    power = (A * A).sum()  # of rank 1, the square of the one singular value
    flat = np.where(rank == 1, np.sqrt(power), np.nan)
    return Shape(
        rank=rank,
        stretch=np.where(rank == 2, np.abs(determinant(A)), flat),
        back=A.T / np.maximum(power, 1e-300),
        full=np.where(rank == 2, 1.0, np.nan),
    )


def ridge(law: Gaussian, shape: Shape, bell: Array) -> Array:
    """Draw the density along the line of a flat law on one side of it, `RAISED` times as high."""
    axis = law.axes.columns[:, 0]  # as long as the law is spread out
    up = np.array([-axis[1], axis[0]]) * np.where(axis[0] < 0, -1, 1) / shape.stretch
    number, height = bell.T
    drawn: Array = (
        number[:, None] * axis + (RAISED * height / shape.stretch)[:, None] * up + law.mean
    )
    return np.where(shape.rank == 1, drawn, np.nan)


def arrows(law: Gaussian, ways: Array, others: list[Thing]) -> tuple[dict[str, Array], list[Thing]]:
    """Draw the columns of A from t on, and name them; say what other names keep clear of."""
    names, things = of_columns(law, ways, others, reach=5)
    tips = law.factor.T + law.mean
    marks = {
        "columns": joined(*(arrow(law.mean, tip) for tip in tips)),
        "tip1": tips[:1],
        "tip2": tips[1:],
        "shift": law.mean[None, :],
        "names": names[:2],
        "name_t": names[2:],
    }
    return marks, things
