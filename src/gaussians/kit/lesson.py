"""What every lesson is: a bounded state, a pure scene of it, and the words around them.

Numbers flow one way: a slider sets the state, the state makes the scene, the scene's arrays become
what is drawn. Nothing here knows how any of it reaches a screen.
"""

from pathlib import Path
from typing import Any, ClassVar, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import param

from gaussians.kit.counts import Drawn, Taken
from gaussians.kit.curves import FIXED
from gaussians.kit.drawing import Drawing, points_along
from gaussians.kit.noise import MOST, draw_noise
from gaussians.kit.parts import Control, Group, Mark, Plane, When
from gaussians.kit.words import Words, read_words

Array: TypeAlias = npt.NDArray[Any]


class Scene(NamedTuple):
    """One moment of a lesson: named arrays to draw and named numbers to show."""

    marks: dict[str, Array]  # (n, 2) points each; an image is (rows, columns)
    readouts: dict[str, Any]  # numbers, or texts

    @classmethod
    def of(cls, *parts: "Scene") -> "Scene":
        """Put a scene together of parts; a later one has the last word on a name."""
        return cls(
            {name: mark for part in parts for name, mark in part.marks.items()},
            {name: value for part in parts for name, value in part.readouts.items()},
        )


class Lesson(param.Parameterized):
    """State of a lesson; a subclass adds its parameters, its parts, its scene and its words.

    Every parameter must be a bounded number, a choice or a drawing: `accept` relies on it.
    """

    seed = param.Integer(1, bounds=(0, 999_999), label="seed")

    key: ClassVar[str]  # its name in the address bar, and its folder's
    source: ClassVar[Path]  # its words.md
    planes: ClassVar[dict[str, Plane]]  # the figure, side by side
    controls: ClassVar[tuple[Group, ...]]
    presets: ClassVar[dict[str, dict[str, float | str]]]
    picks: ClassVar[dict[str, tuple[str, ...]]] = {}  # a click sets key to the nearest of marks
    portrait: ClassVar[tuple[str, dict[str, Any]]]  # plane and state that the contents list shows
    fixed: ClassVar[dict[str, Array]] = FIXED  # arrays that scenes move, whole
    samples: ClassVar[dict[str, Drawn | Taken]] = {}  # counts of them in bins are arrays as well
    noises: ClassVar[dict[str, tuple[int, int]]] = {"noise": (MOST, 2)}  # rows and columns of each
    still: ClassVar[tuple[str, ...]] = (
        "seed",
    )  # what only these lead to is computed when they change

    def draws(self, count: int, name: str = "noise") -> Array:
        """Return the first draws of one of the seed's noises, shape (count, columns)."""
        noise = self.table(name)
        if count > len(noise):
            raise ValueError(f"{count} draws of {name!r}, which has {len(noise)}: see `noises`")
        return noise[:count]

    def draw(self, number: int, count: int, name: str = "noise") -> Array:
        """Return one of the first draws by its number from 1, or NaN; shape (columns,)."""
        draws = self.draws(count, name)
        return draws[number - 1] if 0 < number <= count else np.full(draws.shape[1], np.nan)

    def table(self, name: str) -> Array:
        """Return all of one of the seed's noises, shape (rows, columns)."""
        return draw_noise(self.seed, *self.noise_shape(name))

    def counts(self, name: str) -> Array:
        """Return how many of a sample are in each bin, for each of `SIZES`, (bins, sizes)."""
        return self.samples[name].counts(self.seed, list(self.samples).index(name))

    def drawn(self, name: str, count: int) -> Array:
        """Return points along one of the drawings, from -1 to 1, shape (count, 2)."""
        return points_along(getattr(self, name), count)

    def scene(self) -> Scene:
        """Compute what to draw and what to show, from the present state."""
        raise NotImplementedError

    @classmethod
    def noise_shape(cls, name: str) -> tuple[int, int, int]:
        """Return how many rows and columns a noise has, and which part of the seed's it is."""
        return *cls.noises[name], list(cls.noises).index(name)

    @classmethod
    def names(cls) -> list[str]:
        """Return the names of the parameters that make up the state."""
        return [key for key in cls.param if key != "name"]

    @classmethod
    def choices(cls) -> dict[str, list[str]]:
        """Return the values of each parameter that is a choice."""
        return {
            key: cls.param[key].objects
            for key in cls.names()
            if isinstance(cls.param[key], param.Selector)
        }

    @classmethod
    def drawings(cls) -> list[str]:
        """Return the names of the parameters that are drawn by hand."""
        return [key for key in cls.names() if isinstance(cls.param[key], Drawing)]

    @classmethod
    def each_control(cls) -> list[Control]:
        """Return the controls of all groups."""
        return [control for group in cls.controls for control in group.controls]

    @classmethod
    def marks(cls) -> dict[str, Mark]:
        """Return the marks of all planes by name."""
        return {name: mark for plane in cls.planes.values() for name, mark in plane.marks.items()}

    @classmethod
    def columns(cls) -> list[list[str]]:
        """Return the names of the planes, of those that stand below each other together."""
        found: list[list[str]] = []
        for name, plane in cls.planes.items():
            if plane.below:
                found[-1].append(name)
            else:
                found.append([name])
        return found

    @classmethod
    def words(cls) -> Words:
        """Return what the lesson says."""
        return read_words(cls.source)

    def state(self) -> dict[str, float | str]:
        """Return the present values by name."""
        return {key: getattr(self, key) for key in self.names()}

    def holds(self, when: When) -> bool:
        """Tell whether the choices are those for which a part is there."""
        return all(str(getattr(self, key)) in values.split("|") for key, values in when.items())

    def planes_in_sight(self) -> list[str]:
        """Return the names of the planes that are there."""
        return [name for name, plane in self.planes.items() if self.holds(plane.when)]

    def marks_in_sight(self) -> set[str]:
        """Return the names of the marks of these planes."""
        return {mark for name in self.planes_in_sight() for mark in self.planes[name].marks}
