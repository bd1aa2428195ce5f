"""The state of a lesson that is shown, and what its frames and Python tell each other of it."""

from typing import Any

import numpy as np
import pytest
from panel.models.esm import DataEvent

from gaussians.lessons import LESSONS
from gaussians.page import lesson


def told(frame: Any) -> list[dict[str, Any]]:
    """Return a list that gets each state that a page is told."""
    states: list[dict[str, Any]] = []
    frame.param.watch(lambda event: states.append(event.new), "state")
    return states


def say(frame: Any, changed: Any) -> None:
    """Let a page say what a reader has changed."""
    frame._process_event(DataEvent(None, {"mark": "a 1", "changed": changed}))  # type: ignore[no-untyped-call]


def test_several_parameters_at_once_are_one_change() -> None:
    shown = lesson("conditioning", c=1.0)
    frame = shown.__panel__()
    states, seen = told(frame), []
    shown.param.watch(lambda *events: seen.append(len(events)), ["c", "sigma2"])
    shown.param.update(c=2, sigma2=np.float32(0.5))
    assert [state["values"] for state in states] == [shown.state()]
    say(frame, {"c": 3, "sigma2": 1.5})
    assert seen == [2, 2]
    assert (shown.c, shown.sigma2) == (3, 1.5)
    assert states[1:] == [{"mark": "a 1", "values": shown.state()}]


def test_python_answers_with_the_mark_of_what_it_had_heard() -> None:
    shown = lesson("conditioning")
    one, other = shown.__panel__(), shown.__panel__()
    shown.param.watch(lambda event: shown.param.update(d=-event.new), "c")
    say(one, {"c": 3})
    assert one.state == {"mark": "a 1", "values": shown.state()}
    assert other.state == {"mark": "", "values": shown.state()}
    assert (shown.c, shown.d) == (3, -3)


@pytest.mark.parametrize("values", [None, 3, {"c": 9, "view": [], 7: "a"}])
def test_what_a_page_cannot_have_said_changes_nothing(values: Any) -> None:
    shown = lesson("conditioning")
    before, frame = shown.state(), shown.__panel__()
    say(frame, values)
    assert shown.state() == before == frame.state["values"]


@pytest.mark.parametrize("key", ["conditioning", "histogram"])
def test_it_is_the_lesson_whatever_panel_has_names_for(key: str) -> None:
    shown = lesson(key)
    assert isinstance(shown, LESSONS[key])
    assert [*shown.param] == [*LESSONS[key].param]
    name = "height" if key == "conditioning" else "width"
    assert getattr(shown.__panel__(), name) is None
    low = shown.param[name].bounds[0]
    setattr(shown, name, low)
    assert shown.state()[name] == low


def test_it_starts_where_its_page_does() -> None:
    shown = lesson("affine")
    step = type(shown).words().steps[0]
    assert {name: getattr(shown, name) for name in step.state} == {
        name: float(value) for name, value in step.state.items()
    }
    assert step.state


def test_a_name_that_is_no_parameter_is_refused() -> None:
    shown = lesson("conditioning")
    with pytest.raises(AttributeError, match=r"'cc' is none of .*'c'"):
        shown.cc = 3


def test_a_cell_shows_what_it_has_become() -> None:
    shown = lesson("bell")
    before = shown._repr_html_()
    shown.seed = 7
    assert shown._repr_html_() != before
