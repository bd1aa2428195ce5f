"""A lesson in a notebook: its page itself is in what a cell displays, so no server is needed."""

from base64 import b64encode
from dataclasses import dataclass, field
from gzip import compress

from gaussians.kit.accept import accept
from gaussians.lessons import LESSONS
from gaussians.page.frame import HEIGHT
from gaussians.page.render import template
from gaussians.page.static import document


@dataclass(frozen=True)
class NotebookLesson:
    """A lesson that a notebook displays when a cell ends with it.

    It is alive wherever the notebook is shown and its scripts run: also without a kernel, on
    another computer, and as the web page that nbconvert makes of it.
    """

    key: str
    state: dict[str, float | str] = field(default_factory=dict)

    def _repr_html_(self) -> str:
        """Return a frame with the page, packed: two thirds of a megabyte, which would be two."""
        lesson = LESSONS[self.key]
        text = document(lesson, self.state)
        packed = b64encode(compress(text.encode(), mtime=0)).decode()
        title = lesson.words().title
        return template("notebook.html").render(title=title, height=HEIGHT, packed=packed)


def lesson(key: str, /, **state: float | str) -> NotebookLesson:
    """Return a lesson to show in a notebook, in a state of your choice.

    Parameters
    ----------
    key
        Its name, as in ``?lesson=``.
    **state
        Where its controls start. Names are those of the lesson's parameters, and of nothing else:
        the frame is as high as the lesson, whatever it shows.

    Raises
    ------
    ValueError
        If there is no such lesson, or if it has no such parameter or value.

    Examples
    --------
    >>> lesson("reparameterization", rho=0.8).state
    {'rho': 0.8}
    >>> lesson("reparameterization", rho=8)
    Traceback (most recent call last):
    ValueError: ρ goes from −0.99 to 0.99; “8” was not used.
    """
    if key not in LESSONS:
        raise ValueError(f"`key` must be one of {sorted(LESSONS)}, got {key!r}")
    shown = LESSONS[key]()
    if problems := accept(shown, state):
        raise ValueError(" ".join(problems))
    return NotebookLesson(key, {name: getattr(shown, name) for name in state})
