"""Three coordinates, as a picture with the rows and columns of their covariance, some ticked."""

from collections.abc import Mapping
from itertools import combinations, combinations_with_replacement, permutations
from typing import Any

import numpy as np

from gaussians.core import Gaussian
from gaussians.kit.bars import covariance
from gaussians.kit.curves import RADII, circle, joined
from gaussians.kit.geometry import SQUARE
from gaussians.kit.lesson import Array, Scene

LAW = Gaussian([[1.2, 0, 0], [0.6, 0.8, 0], [-0.5, 0.6, 0.4]], [1, 2, -1])
COUNT = LAW.dim
_CENTERS = np.array([[4.0 * j, -4.0 * i] for i in (-1, 0, 1) for j in (-1, 0, 1)]).reshape(3, 3, 2)
_HALF = 1.85  # side of a cell
_UNIT = 0.39  # of x, in a cell
_BASE, _TALL = -1.75, 4.2  # foot of a bell, and height of a density of 1
_CORNER = np.array([-1.35, 1.4])  # where a coordinate has its name
CELLS_IN_ORDER = tuple(np.ndindex(COUNT, COUNT))
PAIRS = tuple(f"{i + 1}{j + 1}" for i, j in combinations(range(COUNT), 2))
ENTRIES = tuple(f"{LAW.cov[cell]:.2f}".replace("-", "−") for cell in CELLS_IN_ORDER)
_CIRCLES = joined(*(radius * circle(61) for radius in RADII))
_GAP = np.full((1, 2), np.nan)
BINS = np.arange(-4.2, 4.25, 0.3)[:, None]  # around the mean


def select(keeps: Array, noise: Array, fixed: Mapping[str, Array]) -> Scene:
    """Keep the coordinates that are ticked: the rows and columns of Σ that they have.

    Parameters
    ----------
    keeps
        1 for each coordinate that is kept, or 0; shape (3,).
    noise
        Standard noise, shape (n, 3).
    fixed
        `frames` and `curves` of the cells, and `bins`.
    """
    away = LAW.transform(noise) - LAW.mean
    bins = fixed["bins"][:, 0]
    known = [np.where(keep > 0, 1.0, np.nan) for keep in keeps]
    marks = {
        "frames": fixed["frames"][:, :2],
        "kept": ticked(fixed["frames"], keeps),
        "curves": fixed["curves"][:, :2],
        "kept_curves": ticked(fixed["curves"], keeps),
        "coordinates": np.array([_CENTERS[i, i] + _CORNER for i in range(COUNT)]),
        "entries": np.array([_CENTERS[i, j] + _number(i, j) for i, j in CELLS_IN_ORDER]),
    }
    readouts: dict[str, Any] = {"many": keeps.sum()}
    for i in range(COUNT):
        column, name = away[:, i], str(i + 1)
        marks[f"bars{name}"] = outline = staircase(column, bins) + _CENTERS[i, i]
        marks[f"kept{name}"] = known[i] * outline
        readouts[f"k{name}"] = known[i] * LAW.mean[i]
        readouts[f"g{name}"] = known[i] * (LAW.mean[i] + column.mean())
        readouts[f"h{name}"] = known[i] * np.sqrt(covariance(column, column)[0] / noise.shape[0])
    for i, j in combinations(range(COUNT), 2):  # below the diagonal: xⱼ up, xᵢ across
        cloud, name = _UNIT * away[:, [i, j]] + _CENTERS[j, i], f"{i + 1}{j + 1}"
        marks[f"cloud{name}"], marks[f"kept{name}"] = cloud, known[i] * known[j] * cloud
    for i, j in combinations_with_replacement(range(COUNT), 2):
        both, name = known[i] * known[j], f"{i + 1}{j + 1}"
        drawn, error = covariance(away[:, i], away[:, j])
        readouts[f"K{name}"] = readouts[f"K{name[::-1]}"] = both * LAW.cov[i, j]
        readouts[f"G{name}"], readouts[f"H{name}"] = both * drawn, both * error
    return Scene(marks, readouts)


def _number(i: int, j: int) -> Array:
    """Return where a cell has its number: in the corner that is most empty."""
    rises = LAW.cov[i, j] > 0 and i != j
    return np.array([-0.75 if rises else 0.75, _CORNER[1]])


def ticked(lines: Array, keeps: Array) -> Array:
    """Return the lines whose coordinates are all kept; columns from the third on say which."""
    lacks = sum(lines[:, 2 + i] * (1 - keeps[i]) for i in range(COUNT))
    return np.where((lacks > 0)[:, None], np.nan, lines[:, :2])


def staircase(column: Array, bins: Array) -> Array:
    """Return counts in bins as an outline, in a cell."""
    density = np.histogram(column, bins)[0] / column.shape[0] / np.diff(bins)
    across, up = np.repeat(bins, 2)[1:-1], np.repeat(density, 2)
    return np.stack([_UNIT * across, _BASE + _TALL * up], axis=1)


def frames() -> Array:
    """Return the outlines of all cells, each point with the coordinates that its cell needs."""
    box = 2 * _HALF * (SQUARE - 0.5)
    return np.concatenate([_needing(box + _CENTERS[i, j], i, j) for i, j in CELLS_IN_ORDER])


def curves() -> Array:
    """Return the ellipses of all pairs and the bells of all coordinates, as `frames` does."""
    found = []
    for i, j in permutations(range(COUNT), 2):
        pair = Gaussian(_UNIT * LAW.marginal([j, i]).cholesky, [0, 0])
        ellipses = pair.transform(_CIRCLES)
        found.append(_needing(ellipses + _CENTERS[i, j], i, j))
    for i in range(COUNT):
        sd = LAW.std[i]
        number = np.linspace(-_HALF, _HALF, 81) / _UNIT
        height = Gaussian([[sd]], [0]).pdf(number[:, None])
        bell = np.stack([_UNIT * number, _BASE + _TALL * height], axis=1)
        found.append(_needing(bell + _CENTERS[i, i], i))
    return np.concatenate(found)


def _needing(line: Array, *coordinates: int) -> Array:
    points = np.concatenate([line, _GAP])
    needs = np.isin(np.arange(COUNT), coordinates)
    return np.concatenate([points, np.tile(1.0 * needs, (len(points), 1))], axis=1)


CELLS = {"frames": frames(), "curves": curves(), "bins": BINS}
