"""What a page shows when it opens, so that nobody waits for its script to see it.

The script finds everything as it would have made it (`fill` in `script/start.js`);
tests/browser/test_opening_live.py compares the two.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from typing import Any

from markupsafe import Markup

from gaussians.kit.drawing import MOST_POINTS, MOST_STROKES, strokes
from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Control, Group, Handle, Pen, Plane, Step, When
from gaussians.page.address import Address
from gaussians.page.locked import (
    is_locked,
    is_locked_handle,
    is_locked_place,
    is_locked_preset,
    is_locked_turn,
)
from gaussians.page.numbers import brief, formatted

_SLOT = re.compile(r' data-readout="(\w+)" data-format="([^"]*)">')
_WHEN = re.compile(r' data-when="([^"]*)"')
_KEY = re.compile(r'<span class="(?:[\w-]+ )*key\b[^"]*"(?=>(.*?)</span>)', re.DOTALL)


@dataclass(frozen=True)
class Opening:
    """A lesson in the state that its page opens with; templates ask it what is to be seen."""

    lesson: Lesson
    readouts: Mapping[str, Any]
    asked: Address

    @cached_property
    def step(self) -> Step | None:
        """The step of the walk; None in free play."""
        return self.lesson.words().steps[self.asked.step - 1] if self.asked.step else None

    def shows(self, mark: str) -> bool:
        """Tell whether the step has a mark drawn."""
        return not (self.step and self.step.marks) or mark in self.step.marks

    @cached_property
    def unseen(self) -> set[str]:
        """Names of the marks that are not drawn."""
        return {mark for mark in self.lesson.marks() if not self.shows(mark)}

    def holds(self, when: When) -> bool:
        """Tell whether the choices are those for which a part is there."""
        return self.lesson.holds(when)

    @cached_property
    def planes(self) -> list[str]:
        """Names of the planes in sight: none is empty."""
        return [name for name in self.lesson.planes_in_sight()
                if any(map(self.shows, self.lesson.planes[name].marks))]  # fmt: skip

    def shown_in(self, column: Sequence[str]) -> list[str]:
        """Return the planes of a column that are in sight."""
        return [name for name in column if name in self.planes]

    @cached_property
    def columns(self) -> list[list[str]]:
        """The columns in sight, without planes that are not."""
        return list(filter(None, map(self.shown_in, self.lesson.columns())))

    @cached_property
    def tall(self) -> str:
        """How high the highest column in sight is, as a share of its width."""
        heights = (sum(self.lesson.planes[name].height for name in each) for each in self.columns)
        return f"{max(heights, default=0):.15g}"

    @cached_property
    def high(self) -> str:
        """How high all planes in sight are, one below the other."""
        return f"{sum(self.lesson.planes[name].height for name in self.planes):.15g}"

    @cached_property
    def front(self) -> str:
        """A plane of the column that is there where there is room for one only."""
        wanted = self.step.plane if self.step else ""
        return wanted if wanted in self.planes else next(iter(self.planes), "")

    def is_front(self, name: str) -> bool:
        """Tell whether a plane is in that column."""
        return any({name, self.front} <= set(column) for column in self.lesson.columns())

    def has_tab(self, name: str) -> bool:
        """Tell whether a plane stands for its column."""
        return any(column[0] == name for column in self.columns)

    def handles(self, plane: Plane) -> list[Handle]:
        """Return the handles of a plane, in sight or not."""
        return [one for one in plane.handles if not is_locked_handle(one, self.asked.hidden)]

    def turns(self, plane: Plane) -> tuple[str, str] | None:
        """Return the numbers that a drag of a plane's picture changes, if it may."""
        return None if is_locked_turn(plane, self.asked.hidden) else plane.turns

    def placed(self, plane: Plane) -> Handle | None:
        """Return the handle that a click into a plane brings there, if it may."""
        if not plane.place or is_locked_place(plane, self.asked.hidden):
            return None
        return next(one for one in plane.handles if (one.x, one.y) == plane.place)

    def pen(self, plane: Plane) -> Group | None:
        """Return the group that has a plane's pen, if there is one that may draw."""
        own = ((each, one) for each in self.lesson.controls for one in self.controls(each))
        return next((each for each, one in own if isinstance(one, Pen) and one.key == plane.draws),
                    None)  # fmt: skip

    def room(self, key: str) -> str:
        """Say what of a drawing there is (`script/drawing.js`)."""
        drawn = strokes(getattr(self.lesson, key))
        points = sum(map(len, drawn))
        if points >= MOST_POINTS:
            undo = "undo a stroke, or " if len(drawn) > 1 else ""
            return f"{MOST_POINTS} of {MOST_POINTS} points: {undo}draw anew"
        if len(drawn) >= MOST_STROKES:
            return f"{MOST_STROKES} of {MOST_STROKES} strokes: undo one, or draw anew"
        return f"{points} of {MOST_POINTS} points"

    def has_one_stroke(self, key: str) -> bool:
        """Tell whether there is no stroke to undo."""
        return len(strokes(getattr(self.lesson, key))) == 1

    def controls(self, group: Group) -> list[Control]:
        """Return the controls of a group."""
        return [one for one in group.controls if not is_locked(one, self.lesson, self.asked.hidden)]

    @cached_property
    def presets(self) -> list[str]:
        """Names of presets."""
        return [name for name, values in self.lesson.presets.items()
                if not is_locked_preset(values, self.lesson, self.asked.hidden)]  # fmt: skip

    def is_aside(self, kind: str, *names: str) -> bool:
        """Tell whether the step is about none of some `controls` or `presets`."""
        return self.step is not None and not set(names) & set(getattr(self.step, kind))

    def is_asked_here(self, answer: str) -> bool:
        """Tell whether a prediction stands in the step."""
        return self.step is not None and answer in self.step.predicts

    def waits(self, answer: str) -> bool:
        """Tell whether a prediction waits for its step, or there for the one before it."""
        if self.step is None:
            return False
        words = self.lesson.words()
        if not self.is_asked_here(answer):
            return any(answer in step.predicts for step in words.steps)
        return answer != next(p.answer for p in words.predictions if self.is_asked_here(p.answer))

    def value(self, key: str) -> str:
        """Write a parameter as a slider has it."""
        return f"{getattr(self.lesson, key):.15g}"

    def brief(self, key: str) -> str:
        """Write a parameter as people do."""
        return brief(getattr(self.lesson, key))

    @cached_property
    def secrets(self) -> set[str]:
        """Names of the readouts that are to be predicted, or that tell."""
        asked = (each for each in self.lesson.words().predictions if self.holds(each.when))
        here = (each for each in asked if not self._is_past(each.answer))
        return {name for each in here for name in (each.answer, *each.hides)}

    def _is_past(self, answer: str) -> bool:
        """Tell whether the last step that asks for a prediction lies before this one."""
        numbered = enumerate(self.lesson.words().steps, start=1)
        asking = [number for number, step in numbered if answer in step.predicts]
        return bool(asking) and self.asked.step > asking[-1]

    def filled(self, html: str) -> Markup:
        """Put the numbers into words, and hide the parts that are for other choices."""
        return Markup(_WHEN.sub(self._hidden_or_not, _SLOT.sub(self._number, html)))

    def _number(self, found: re.Match[str]) -> str:
        name, kind = found.groups()
        if name in self.secrets:
            return f"{found[0]}?"
        return found[0] + escape(formatted(self.readouts[name], unescape(kind)), quote=False)

    def _hidden_or_not(self, found: re.Match[str]) -> str:
        pairs = (pair.split("=", 1) for pair in unescape(found[1]).split("&"))
        return found[0] if self.holds(dict(pairs)) else f"{found[0]} hidden"

    def caption(self, html: str) -> Markup:
        """Fill a caption, whose legend explains only what is drawn."""
        return Markup(_KEY.sub(self._drawn_or_not, self.filled(html)))

    def _drawn_or_not(self, found: re.Match[str]) -> str:
        text = " ".join(unescape(re.sub("<[^>]*>", "", found[1])).split())
        marks = self.lesson.words().symbols.get(text, ())
        return f"{found[0]} hidden" if marks and not any(map(self.shows, marks)) else found[0]
