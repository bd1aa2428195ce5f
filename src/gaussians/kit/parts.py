"""The parts that a lesson is put together from: what is drawn, and what a student can set.

They say what is there and never how it is done, so any page can be made of them.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Literal, TypeAlias

# What a colour means, in text, equation, control and figure alike.
Role: TypeAlias = Literal["noise", "shape", "place", "second", "observed"]

# Show a part only while each of these choices has the value, or one of the values apart by "|".
When: TypeAlias = dict[str, str]


@dataclass(frozen=True)
class Points:
    """Draw a mark as dots."""

    role: Role
    size: float = 4
    alpha: float = 0.75


@dataclass(frozen=True)
class Curve:
    """Draw a mark as a line through its points."""

    role: Role
    width: float = 2
    dash: Literal["solid", "dashed", "dotted"] = "solid"
    alpha: float = 1


@dataclass(frozen=True)
class Area:
    """Fill what a mark's points go around."""

    role: Role
    alpha: float = 0.15


@dataclass(frozen=True)
class Labels:
    """Write a text at each point of a mark."""

    role: Role
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Bars:
    """Draw a bar for each point of a mark: where it begins, and how high it stands on 0.

    It ends where the next one begins; the last one is as wide as the one before it.
    """

    role: Role
    alpha: float = 0.3


@dataclass(frozen=True)
class Image:
    """Fill the plane with a mark's array (rows, columns) of shades, from 0, nothing, to 1.

    Row 0 is at the bottom, and cells are as wide and high as it needs. Other marks lie on it.
    """

    role: Role
    alpha: float = 0.85  # of 1


Mark: TypeAlias = Points | Curve | Area | Labels | Bars | Image


@dataclass(frozen=True)
class Handle:
    """A place of a plane to drag: numbers of the state move by as much as it is moved.

    It is at the first point of `mark`; one that moves only across or only up is the whole line,
    unless it is a `point`, of a curve that it goes along.
    """

    mark: str
    label: str
    role: Role
    x: str = ""
    y: str = ""
    point: bool = False
    scale: float | str = 1  # what the numbers change by for a unit of the plane; a readout may say
    when: When = field(default_factory=dict)


# How an axis writes its numbers: as they are, as shares of 100, as powers of 10 (10³), as what they
# are the logarithm of (1,000), or not at all.
Numbers: TypeAlias = Literal["plain", "%", "power", "log", "none"]


@dataclass(frozen=True)
class Plane:
    """Two axes with ranges that never change, and marks on them, back to front."""

    marks: dict[str, Mark]
    handles: tuple[Handle, ...] = ()
    turns: tuple[str, str] | None = None  # numbers, in degrees: a drag of the picture across, down
    place: tuple[str, str] | None = None  # numbers that a click sets to where it is; needs a handle
    draws: str = ""  # what a pen draws, in the square from -sheet to sheet
    sheet: float = 1  # what points of a drawing, from -1 to 1, are multiplied by
    x: tuple[float, float] = (-6, 6)
    y: tuple[float, float] = (-6, 6)
    tab: str = ""  # its name, where there is room for one plane of several only
    names: tuple[str, str] = ("x₁", "x₂")  # of the axes, across and up: pictures show them
    titled: bool = False  # the page shows the names, too
    one_unit: bool = True  # on both axes, so that a circle is round
    height: float = 1  # as a share of its width
    below: bool = False  # the plane before it, in one column with that one
    ticks: tuple[tuple[float, ...], tuple[float, ...]] | None = None  # where they are not obvious
    numbers: tuple[Numbers, Numbers] = ("plain", "plain")  # at the ticks, across and up
    margin: int = 34  # pixels on its left for the numbers there, where they need more
    base: bool = False  # a line at the height 0
    when: When = field(default_factory=dict)


@dataclass(frozen=True)
class Slider:
    """Set a bounded number by a slider, or by typing it; `implies` is set along with it."""

    kind: ClassVar = "slider"
    key: str
    role: Role
    implies: dict[str, str] = field(default_factory=dict)
    plays: float = 0  # seconds from end to end when it is played; 0 is without a play button
    once: bool = False  # what runs in time: it stops at the end, instead of going to and fro


@dataclass(frozen=True)
class Field:
    """Set a whole number by typing it; `action` names a button of the page beside it."""

    kind: ClassVar = "field"
    key: str
    role: Role
    action: tuple[str, str] | None = None  # what it does, what it says


@dataclass(frozen=True)
class Choice:
    """Choose one of a few."""

    kind: ClassVar = "choice"
    key: str
    role: Role
    names: dict[str, str]


@dataclass(frozen=True)
class Tick:
    """Set a whole number to 1, ticked, or to 0, not ticked."""

    kind: ClassVar = "tick"
    key: str
    role: Role


@dataclass(frozen=True)
class Button:
    """Set numbers to what the scene's readouts say."""

    kind: ClassVar = "button"
    key: str  # steps call it so
    name: str  # what it says
    role: Role
    sets: dict[str, str]  # parameter -> readout


@dataclass(frozen=True)
class Pen:
    """Draw by hand, in the planes that draw the same; where this is, they have a pen."""

    kind: ClassVar = "pen"
    key: str
    role: Role


Control: TypeAlias = Slider | Field | Choice | Tick | Button | Pen


@dataclass(frozen=True)
class Group:
    """Controls that belong together."""

    legend: str
    controls: tuple[Control, ...]
    when: When = field(default_factory=dict)


@dataclass(frozen=True)
class Prediction:
    """A number to predict: until there is an answer, the page hides the readouts that tell it."""

    question: str  # HTML
    answer: str  # the readout that is right
    hints: dict[str, str]  # a readout that is wrong -> HTML: what who gives it has forgotten
    formula: str  # HTML, shown afterwards
    hides: tuple[str, ...] = ()  # other readouts that tell
    tolerance: float | None = None  # if the usual will not do: 1 % of the answer, at least .005
    when: When = field(default_factory=dict)


@dataclass(frozen=True)
class Goal:
    """Something to reach, ticked off once it is."""

    text: str  # HTML
    clauses: tuple["Clause", ...]  # all of them hold then


@dataclass(frozen=True)
class Clause:
    """A readout, or else a parameter, compared with a value."""

    name: str
    relation: Literal["=", "≠", "<", ">", "≤", "≥"]
    value: float | str
    within: float = 1e-9  # how far from the value still counts as equal
    size: bool = False  # without its sign


@dataclass(frozen=True)
class Step:
    """A stop of the walk through a lesson: words, a state, and what matters there.

    `state` is what differs from the lesson's start. Controls and presets that are not named step
    back; marks that are not named are not drawn, unless none is named.
    """

    title: str  # HTML
    text: str  # HTML
    state: dict[str, str] = field(default_factory=dict)
    controls: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    plane: str = ""  # the one in front where there is room for one only
    goals: tuple[Goal, ...] = ()
    predicts: tuple[str, ...] = ()  # answers of predictions that are asked here
