"""What cannot be recorded is refused: by name, with the line of the scene, and with what to write.

Advice goes by the name of the function that was called; what it asked of a number decides where
that has no name of its own.
"""

import os
import traceback
from typing import Any, NoReturn

import numpy as np

from gaussians import core, kit

_HERE, _CORE, _KIT, _NUMPY = (
    os.path.dirname(path) + os.sep for path in (__file__, core.__file__, kit.__file__, np.__file__)
)

CHOOSE = (
    "choose by np.where, join comparisons by &, | and np.logical_not, take the larger by "
    "np.maximum, and compare arrays of a few numbers entry by entry"
)
WRITE_NUMPYS = "write numpy's function, and let the words choose a number's format"

# What to write instead, by the name of numpy's function.
INSTEAD = {
    "inv": "Gaussian.whiten, or inverse of gaussians.core.plane",
    "solve": "Gaussian.whiten, or inverse of gaussians.core.plane",
    "det": "determinant of gaussians.core.plane",
    "svd": "Gaussian.axes",
    "eigh": "Gaussian.axes, or axes of gaussians.core.plane",
    "eigvalsh": "Gaussian.axes, or axes of gaussians.core.plane",
    "cholesky": "Gaussian.cholesky",
    "matrix_rank": "Gaussian.rank",
    "clip": "np.clip(v[0], …) entry by entry",
    "asarray": "the points as they are: they are an array already",
    "linspace": "a + (b - a) * np.linspace(0, 1, 5)",
    "round": "np.floor(a + 0.5), and let the words choose a number's format",
    "rint": "np.floor(a + 0.5)",
    "remainder": "a - b * np.floor(a / b)",
    "floor_divide": "np.floor(a / b)",
    "var": "((x - x.mean(axis=0)) ** 2).mean(axis=0)",
    "std": "np.sqrt(((x - x.mean(axis=0)) ** 2).mean(axis=0))",
    "cumprod": "np.exp(np.cumsum(np.log(x)))",
    "bincount": "np.histogram(x, edges)[0], of an array of edges",
    "searchsorted": "np.histogram(x, edges)[0], of an array of edges",
    "digitize": "np.histogram(x, edges)[0], of an array of edges",
    "nanmax": "np.where(np.isnan(x), -np.inf, x).max()",
    "nanmin": "np.where(np.isnan(x), np.inf, x).min()",
    "einsum": "@, or .sum(axis=1) of a product",
}


class CannotRecordError(TypeError):
    """A scene does something that needs a value, or that the recorder has no word for."""


def refuse(what: str, instead: str = "") -> NoReturn:
    """Say what cannot be recorded, in which line of the scene it stands, and what can."""
    where = _where(traceback.extract_stack())
    raise CannotRecordError(f"{what} cannot be recorded{where}{_advice(instead)}")


def refuse_function(function: Any, of: str = "", instead: str = "") -> NoReturn:
    """Refuse a function of numpy by its name."""
    linalg = "linalg." if "linalg" in function.__module__ else ""
    name = function.__name__
    refuse(f"np.{linalg}{name}{of}", instead or INSTEAD.get(name, ""))


def refuse_value(instead: str) -> NoReturn:
    """Refuse what needs the value of a number: the function of numpy that does, or the scene."""
    refuse("what needs the value of a number (if, and, float(), a text)", instead)


def refusal_of(error: Exception) -> CannotRecordError:
    """Say where a scene ended: whatever it does, numbers without a value may end it."""
    stack = traceback.extract_tb(error.__traceback__)
    called = _called(stack)
    what = f"{called} cannot be recorded" if called else f"{type(error).__name__}: {error}"
    return CannotRecordError(f"{what}{_where(stack)}{_advice(INSTEAD.get(called, ''))}")


def _called(stack: traceback.StackSummary) -> str:
    """Name the function of numpy that the scene has called, if there is advice about it."""
    last = max((i for i, frame in enumerate(stack) if _is_scenes(frame)), default=-1)
    names = [frame.name for frame in stack[last + 1 :] if frame.filename.startswith(_NUMPY)]
    return next((name for name in names if name in INSTEAD), "")


def _where(stack: traceback.StackSummary) -> str:
    """Find the innermost line that is the scene's own."""
    lines = [frame for frame in stack if _is_scenes(frame)]
    return f": {lines[-1].line!r} in {lines[-1].filename}, line {lines[-1].lineno}" if lines else ""


def _is_scenes(frame: traceback.FrameSummary) -> bool:
    return not frame.filename.startswith((_HERE, _CORE, _KIT, _NUMPY))


def _advice(instead: str) -> str:
    return f"; instead: {instead}" if instead else ""
