"""A lesson as an object of Panel: a state that the page and Python share, shown where it is put.

In a notebook without Panel's extension it is a page of its own, which needs no kernel.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from weakref import WeakSet

import param
from panel.config import panel_extension
from panel.custom import JSComponent
from panel.viewable import Viewer

from gaussians.kit.accept import accept, fitting
from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS
from gaussians.page.address import STATIC_KEYS, read_address
from gaussians.page.frame import HEIGHT
from gaussians.page.modules import join
from gaussians.page.notebook import cell, packed_page

State = Mapping[str, float | str]


class LessonFrame(JSComponent):
    """A lesson's page in a page of Panel's; `script/component.js` is its other half."""

    title: Any = param.String()
    page: Any = param.Bytes(doc="packed")
    start_height: Any = param.Integer(HEIGHT, doc="pixels, until the lesson tells how high it is")
    state: Any = param.Dict(doc="its values, and the mark of what the page had said before")

    _esm: ClassVar[str] = join(Path(__file__).with_name("script") / "component.js") + (
        "export default { render };\n"
    )


class ShownLesson(Viewer, Lesson):
    """A lesson that Panel or a notebook shows: its parameters are what a reader sees and sets."""

    if TYPE_CHECKING:  # its parameters are those of the one or other lesson

        def __getattr__(self, name: str) -> Any:
            """Return one of them."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._given: State = {}
        self._at_first: State = {}
        self._frames: WeakSet[LessonFrame] = WeakSet()
        self.param.watch(self._tell, self.names())

    def open_with(self, given: State) -> None:
        """Set the state that the page opens with.

        Raises
        ------
        ValueError
            If the lesson has no such parameter or value.
        """
        if problems := accept(self, given):
            raise ValueError(" ".join(problems))
        if not given:
            read_address(self, {}, STATIC_KEYS)  # the first step of the walk
        self._given = {name: getattr(self, name) for name in given}
        self._at_first = self.state()

    def __setattr__(self, name: str, value: Any) -> None:
        """Refuse a bad value in the words of the page, and what would set no parameter."""
        if name in self.names():
            value = fitting(self, name, value)
        elif not (name.startswith("_") or hasattr(type(self), name)):
            raise AttributeError(f"{name!r} is none of {self.names()}")
        super().__setattr__(name, value)

    def __panel__(self) -> LessonFrame:
        """Return a frame that follows the state, and that the state follows."""
        shown = LessonFrame(
            title=self.words().title,
            page=_packed(self.key, tuple(self._given.items())),
            state={"mark": "", "values": self.state()},
            sizing_mode="stretch_width",
        )
        shown.on_msg(lambda message: self._hear(shown, message.data))
        self._frames.add(shown)
        return shown

    def _hear(self, shown: LessonFrame, said: Any) -> None:
        """Take what a reader changed, as a page says; like anything from outside it may be odd."""
        match said:
            case {"mark": str(mark), "changed": dict(given)}:
                changed = {key: given[key] for key in self.names() if key in given}
                shown.state = {"mark": mark, "values": shown.state["values"] | changed}
                accept(self, changed)
                self._tell()

    def _tell(self, *_: param.parameterized.Event) -> None:
        """Tell the pages that do not know the state."""
        state = self.state()
        for shown in [*self._frames]:
            if shown.state["values"] != state:
                shown.state = {**shown.state, "values": state}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """Return Panel's, live in both ways; nothing if Panel's extension is not loaded."""
        if panel_extension._loaded:
            return super()._repr_mimebundle_(include, exclude)  # type: ignore[no-untyped-call]
        return None  # then a notebook asks for HTML

    def _repr_html_(self) -> str:
        """Return the lesson as it is now, to be shown without a kernel."""
        state = self.state()
        return cell(LESSONS[self.key], self._given if state == self._at_first else state)


def lesson(key: str, /, **state: float | str) -> ShownLesson:
    """Return a lesson to show in a notebook or in an application of Panel's.

    It is a `Lesson`: its parameters, and what its `scene()` computes of them. What a reader
    drags sets them, ten times a second and at the end; setting them moves the picture.

    Parameters
    ----------
    key
        Its name, as in ``?lesson=``.
    **state
        Where its controls start. Names are those of the lesson's parameters, and of nothing else:
        the frame is as wide as there is room, and as high as the lesson, whatever it shows.

    Raises
    ------
    ValueError
        If there is no such lesson, or if it has no such parameter or value.

    Examples
    --------
    >>> shown = lesson("reparameterization", rho=0.5)
    >>> shown.rho, shown.param.rho.bounds
    (0.5, (-0.99, 0.99))
    >>> shown.rho = 8
    Traceback (most recent call last):
    ValueError: ρ goes from −0.99 to 0.99; “8” was not used.
    """
    if key not in LESSONS:
        raise ValueError(f"`key` must be one of {sorted(LESSONS)}, got {key!r}")
    shown = _class_of(key)()
    shown.open_with(state)
    return shown


@cache
def _class_of(key: str) -> type[ShownLesson]:
    """Return the class of a lesson, with its parameters and its scene, that can be shown."""
    plain = LESSONS[key]
    return type(plain.__name__, (ShownLesson, plain), {"__doc__": plain.__doc__})


@lru_cache(maxsize=32)
def _packed(key: str, given: tuple[tuple[str, float | str], ...]) -> bytes:
    """Return a page that all sessions of an application have in common."""
    return packed_page(LESSONS[key], dict(given))
