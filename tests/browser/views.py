"""Every view of every lesson: the choices on which it depends what planes are in sight."""

from itertools import product
from typing import NamedTuple
from urllib.parse import urlencode

import param

from gaussians.kit.parts import Button
from gaussians.lessons import CHAPTERS, LESSONS


class View(NamedTuple):
    """A lesson, choices, and the planes that are in sight then."""

    key: str
    choices: dict[str, str]
    planes: tuple[str, ...]

    @property
    def query(self) -> str:
        """What the course's address asks for."""
        return urlencode({"lesson": self.key, **self.choices})

    def at(self, end: int) -> str:
        """Ask for the view with every number at its lower end, 0, or at its upper one, 1."""
        lesson = LESSONS[self.key]
        numbers = {key: lesson.param[key].bounds[end] for key in lesson.names()
                   if isinstance(lesson.param[key], param.Number)}  # fmt: skip
        return f"{self.query}&{urlencode(numbers)}"


def draws_of(key: str) -> tuple[str, int, int]:
    """Return the number that says how much is drawn in a lesson, or which point, and its bounds."""
    names = LESSONS[key].names()
    name = next(name for name in ("n", "sample", "point") if name in names)
    low, high = LESSONS[key].param[name].bounds
    return name, low, high


def choices_that_show(key: str, number: str) -> dict[str, str]:
    """Return choices of a lesson for which the control of a number is in sight."""
    (when,) = (
        group.when
        for group in LESSONS[key].controls
        for control in group.controls
        if not isinstance(control, Button) and control.key == number
    )
    return {choice: values.split("|")[0] for choice, values in when.items()}


def _views(key: str) -> dict[str, View]:
    lesson = LESSONS[key]
    deciding = {choice for plane in lesson.planes.values() for choice in plane.when}
    choices = {key: values for key, values in lesson.choices().items() if key in deciding}
    states = [dict(zip(choices, values, strict=True)) for values in product(*choices.values())]
    found = [View(key, state, tuple(lesson(**state).planes_in_sight())) for state in states]
    first = {view.planes: view for view in reversed(found)}  # of those with the same planes
    return {view.query: view for view in found if view is first[view.planes]}


VIEWS = {query: view for key in LESSONS for query, view in _views(key).items()}

# Of each lesson a view with most planes, for what is done in the same way with every view.
FULLEST = {
    key: max((view for view in VIEWS.values() if view.key == key), key=lambda one: len(one.planes))
    for key in LESSONS
}


def _drawn(view: View) -> set[type]:
    planes = (LESSONS[view.key].planes[name] for name in view.planes)
    return {type(look) for plane in planes for look in plane.marks.values()}


# Of these the last one of each chapter, and the first one that has a kind of mark.
VARIED = {lessons[-1]: FULLEST[lessons[-1]] for lessons in CHAPTERS.values()} | {
    key: view
    for i, (key, view) in enumerate(FULLEST.items())
    if _drawn(view).difference(*map(_drawn, [*FULLEST.values()][:i]))
}
