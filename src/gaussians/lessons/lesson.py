"""What every lesson is: a bounded state, a pure scene of it, and the words around them.

Numbers flow one way: a slider sets the state, the state makes the scene, the scene's arrays become
what is drawn. Nothing here knows how any of it reaches a screen.
"""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import param

Array: TypeAlias = npt.NDArray[Any]

# What a colour means, in text, equation, control and figure alike.
Role: TypeAlias = Literal["noise", "shape", "place", "second", "observed"]


class Scene(NamedTuple):
    """One moment of a lesson: named arrays to draw and named numbers to show."""

    marks: dict[str, Array]  # (n, 2) points each
    readouts: dict[str, float | str]


@dataclass(frozen=True)
class Points:
    """Draw a mark as dots."""

    role: Role
    size: float = 4
    alpha: float = 0.6


@dataclass(frozen=True)
class Curve:
    """Draw a mark as a line through its points."""

    role: Role
    width: float = 2
    dash: Literal["solid", "dashed"] = "solid"
    alpha: float = 1


@dataclass(frozen=True)
class Labels:
    """Write a text at each point of a mark."""

    role: Role
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Slider:
    """Set a bounded number by a slider, or by typing it; `implies` is set along with it."""

    key: str
    role: Role
    implies: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Field:
    """Set a whole number by typing it; `action` names a button of the page beside it."""

    key: str
    role: Role
    action: tuple[str, str] | None = None  # what it does, what it says


@dataclass(frozen=True)
class Choice:
    """Choose one of a few."""

    key: str
    role: Role
    names: dict[str, str]


Mark: TypeAlias = Points | Curve | Labels
Control: TypeAlias = Slider | Field | Choice


class Lesson(param.Parameterized):
    """State of a lesson; a subclass adds its parameters, its scene and its words.

    Every parameter must be bounded, a whole number or a choice: `accept` relies on it.
    """

    key: ClassVar[str]  # its name in the address bar
    title: ClassVar[str]
    question: ClassVar[str]
    lead: ClassVar[str]  # HTML, one paragraph
    controls: ClassVar[dict[str, tuple[Control, ...]]]  # by the legend of their group
    presets: ClassVar[dict[str, dict[str, float | str]]]
    marks: ClassVar[dict[str, Mark]]  # back to front
    picks: ClassVar[dict[str, tuple[str, ...]]] = {}  # a click sets key to the nearest of marks
    equation: ClassVar[str]  # HTML, beside the figure
    proofs: ClassVar[str]  # HTML, below it
    story: ClassVar[str]  # HTML, at the end
    description: ClassVar[str]  # HTML, the figure in a sentence
    extent: ClassVar[float] = 6  # both axes show [-extent, extent]

    def scene(self) -> Scene:
        """Compute what to draw and what to show, from the present state."""
        raise NotImplementedError

    @classmethod
    def names(cls) -> list[str]:
        """Names of the parameters that make up the state."""
        return [key for key in cls.param if key != "name"]

    def state(self) -> dict[str, float | str]:
        """Present values by name."""
        return {key: getattr(self, key) for key in self.names()}


def circle(points: int = 121) -> Array:
    """Return the unit circle as a closed curve, shape (points, 2)."""
    angle = np.linspace(0, 2 * np.pi, points)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)
