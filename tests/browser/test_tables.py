"""Arrays of two long axes, and runs of many steps, by a real browser, against numpy."""

from typing import Any, TypeAlias

import numpy as np
import pytest
from examples import Examples
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from recorded_pages import compare, run
from runs import Descent, WalkBack
from tables import Density, Field, Lengths, Seeds

Texts: TypeAlias = st.SearchStrategy[str]

# Points, by their number.
POINTS = {
    11: ["edges", "fixed_edges / 3"],
    20: ["s.mean(axis=1)", "(s > b).mean(axis=1)"],
    40: ["x[:, 0]", "data[:, 1]", "np.sin(a + x[:, 1])", "np.where(inside, a, data[:, 0])"],
    120: ["a * np.arange(120)", "s.max(axis=0)", "1 * (np.arange(1, 121) <= m)"],
}


def arrays(n: int, m: int) -> Texts:
    """Return texts that make an array (n, m)."""
    along, across = st.sampled_from(POINTS[n]), st.sampled_from(POINTS[m])

    def made(text: str, *parts: Texts) -> Texts:
        return st.builds(text.format, *parts)

    def more(part: Texts) -> Texts:
        return st.one_of(
            made("np.exp(-np.abs({}))", part),
            made("np.clip({}, b, 2)", part),
            made("({} * {})", part, part),
            made("np.where({} > {}, {}, b)", part, across, part),
            made("np.minimum({}, ({})[:, None])", part, along),
            made("({0} - ({0}).mean(axis=0))", part),
            made("({0} - ({0}).max(axis=1)[:, None])", part),
        )

    leaves = [
        made("(({})[:, None] - ({}))", along, across),
        made("(({})[:, None] * ({})[None, :])", along, across),
        made("(a * ({})[None] + ({})[:, None])", across, along),
        made("(1 * (({})[:, None] < {}))", along, across),
    ]
    whole = [st.just("s")] if (n, m) == (20, 120) else []
    return st.recursive(st.one_of(*whole, *leaves), more, max_leaves=4)


def results(n: int, m: int) -> Texts:
    """Return texts of what is left of an array (n, m)."""
    ends = [f".{step}(axis={axis})" for step in ("sum", "mean", "max", "min") for axis in (0, 1)]
    ends += [f" @ ({points})" for points in POINTS[m]]
    return st.builds("({}){}".format, arrays(n, m), st.sampled_from(["", *ends]))


SHAPES = [(20, 120), (40, 40), (40, 11), (11, 120)]


@settings(derandomize=True, deadline=None, max_examples=8, phases=[Phase.generate])
@given(
    st.lists(
        st.sampled_from(SHAPES).flatmap(lambda shape: results(*shape)), min_size=12, max_size=16
    ),
    st.sampled_from([(0.5, -0.25, 12), (-1.0, 0.0, 1), (0.0, 0.9, 40)]),
)
def test_whatever_a_scene_makes_of_them(
    browser: Browser, texts: list[str], place: tuple[float, float, int]
) -> None:
    class Some(Examples):
        key = "some"

        def expressions(self) -> list[str]:
            return texts

    some: Any = Some
    lesson = some(**dict(zip("abm", place, strict=True)))
    (found,) = run(browser, some, [lesson.state()])
    for key, value in lesson.scene().readouts.items():
        text = texts[int(key[1:].split("_")[0])]
        size = np.sum(np.abs(lesson.evaluate(text)))  # of which there may be little left
        assert found["readouts"][key] == pytest.approx(value, rel=1e-12, abs=1e-12 * (1 + size)), (
            text
        )


MANY = [1, 2, 100, 999, 1000]


@pytest.mark.parametrize(
    ("lesson", "key", "values"),
    [
        (Seeds, "N", MANY),
        (Lengths, "n", MANY),
        (Field, "a", [0.0, 0.3, 0.7, 0.99]),
        (Density, "width", [0.05, 0.3, 2.0]),
        (Descent, "k", [1, 2, 60]),
        (WalkBack, "k", [1, 7, 40]),
        (WalkBack, "a", [0.1, 0.99]),
    ],
)
def test_lessons_that_consist_of_them(
    browser: Browser, lesson: Any, key: str, values: list[float]
) -> None:
    states = [lesson(**{key: value, "seed": seed}).state() for value in values for seed in (1, 2)]
    for state, found in zip(states, run(browser, lesson, states), strict=True):
        compare(found, lesson(**state))
