"""What a scene sees instead of its lesson, while it is recorded."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gaussians.kit.drawing import points_along
from gaussians.kit.lesson import Lesson
from gaussians.record.cloud import Cloud
from gaussians.record.refusal import refuse
from gaussians.record.rows import Rows
from gaussians.record.table import Table
from gaussians.record.tape import Recorded, Tape


class StandIn:
    """A lesson whose choices are as they are, and whose numbers have no value."""

    def __init__(self, tape: Tape, lesson: type[Lesson], choices: Mapping[str, str]) -> None:
        self._tape, self._lesson, self._choices = tape, lesson, choices
        self.still = set(lesson.still)
        self.noises: dict[str, tuple[int, int, int]] = {}  # that it draws: rows, columns, part
        self.drawings: dict[str, tuple[str, int]] = {}  # arrays of these: drawing, count
        self.fixed = {
            name: self._columns(name, *array.shape) for name, array in lesson.fixed.items()
        }
        self._samples = {
            name: self._columns(name, *lesson(seed=0).counts(name).shape) for name in lesson.samples
        }

    def __getattr__(self, name: str) -> Any:
        """Return a parameter, or one of the lesson's own methods."""
        if name in self._choices:
            return self._choices[name]
        if name in self._lesson.drawings():
            refuse(f"the drawing {name!r} as it is", f"self.drawn({name!r}, 300)")
        if name in self._lesson.names():
            return self._tape.leaf(f"p.{name}")
        return getattr(self._lesson, name).__get__(self)

    def draws(self, count: Any, name: str = "noise") -> Cloud:
        """Return a noise, as many draws of it as asked for."""
        rows, columns = self._drawn(name)
        along = self._chooses(count)
        most = self._lesson.param[along[2:]].bounds[1] if isinstance(count, Recorded) else count
        if most > rows:
            refuse(f"{most:,} draws of {name!r}, which has {rows:,},", "`noises` of the lesson")
        row = [self._tape.leaf(f"{name}[{columns} * i + {k}]", along) for k in range(columns)]
        return Cloud(row, Rows(self._tape, count, along))

    def counts(self, name: str) -> Cloud:
        """Return the counts of a sample, a column for each of its sizes."""
        return self._samples[name]

    def drawn(self, name: str, count: int) -> Cloud:
        """Return points along a drawing, which chooses them as a seed chooses noise."""
        if name not in self._lesson.drawings():
            refuse(f"a drawing named {name!r}", f"one of {', '.join(self._lesson.drawings())}")
        if isinstance(count, Recorded):
            refuse("points of a drawing whose number is a parameter", "drawn(…, 300)[:n]")
        points_along(getattr(self._lesson, name), count)  # or it says what is wrong
        self.still.add(name)
        array = f"{name}${count}"  # which no array of the lesson's own is called
        self.drawings[array] = name, count
        return self._columns(array, count, 2)

    def table(self, name: str) -> Table:
        """Return all of a noise, an array of two long axes."""
        rows, columns = (Rows(self._tape, n, str(n)) for n in self._drawn(name))
        axes = rows.along, columns.along
        return Table(self._tape.leaf(f"{name}[{columns.along} * i + j]", *axes), rows, columns)

    def draw(self, number: Recorded, count: Recorded, name: str = "noise") -> Any:
        """Return one draw by its number, NaN where it is not shown."""
        _, columns = self._drawn(name)
        i, n = self._chooses(number), self._chooses(count)
        places = (f"{name}[{columns} * ({i} - 1) + {k}]" for k in range(columns))
        sources = (f"({i} > 0 && {i} <= {n} ? {place} : NaN)" for place in places)
        return np.array([self._tape.leaf(source) for source in sources], dtype=object)

    def _drawn(self, name: str) -> tuple[int, int]:
        """Return the shape of a noise, and remember that the scene draws it."""
        if name not in self._lesson.noises:
            refuse(f"a noise named {name!r}", f"one of `noises`, {', '.join(self._lesson.noises)}")
        self.noises[name] = self._lesson.noise_shape(name)
        return self._lesson.noises[name]

    def _chooses(self, number: Any) -> str:
        """Return what JavaScript calls a number that chooses noise; its parameter is no slider."""
        if not isinstance(number, Recorded):
            return str(int(number))
        if number.step != "leaf":
            refuse("draws by a number that is computed", "a parameter of its own")
        source: str = number.numbers[0]
        self.still.add(source.removeprefix("p."))
        return source

    def _columns(self, name: str, count: int, columns: int) -> Cloud:
        row = [self._tape.leaf(f"{name}[{k}][i]", str(count)) for k in range(columns)]
        return Cloud(row, Rows(self._tape, count, str(count)))
