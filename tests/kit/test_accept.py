"""Whatever comes from outside: the good is kept, the rest is named, the state stays in bounds."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaussians.kit.accept import accept
from gaussians.kit.lesson import Lesson
from gaussians.lessons import LESSONS
from gaussians.lessons.reparameterization.lesson import Reparameterization

HOSTILE = [
    ("rho", 5),
    ("rho", "5"),
    ("rho", "abc"),
    ("rho", ""),
    ("rho", "0.2?n=5"),
    ("rho", "nan"),
    ("rho", "inf"),
    ("rho", "1e999"),
    ("rho", "0x1"),
    ("rho", "1_0"),
    ("rho", "٠"),
    ("rho", "0" * 8192),
    ("rho", math.nan),
    ("rho", math.inf),
    ("rho", True),
    ("rho", None),
    ("rho", [0.5]),
    ("rho", {"value": 0.5}),
    ("rho", 10**400),
    ("n", "²"),
    ("n", 100.5),
    ("n", 99),
    ("n", 5001),
    ("n", "-"),
    ("seed", -1),
    ("point", "1.5"),
    ("root", "qr"),
    ("root", 3),
    ("root", ["cholesky"]),
    ("name", "x"),
    ("__class__", "x"),
    ("scene", 1),
    ("<script>alert(1)</script>", "1"),
    (7, 7),
]


@pytest.mark.parametrize(("key", "value"), HOSTILE, ids=lambda x: repr(x)[:24])
def test_a_bad_value_is_named_and_the_good_one_beside_it_is_kept(key: Any, value: Any) -> None:
    lesson = Reparameterization()
    before = lesson.state()
    problems = accept(lesson, {key: value, "mu1": "1.25"})
    assert len(problems) == 1
    assert problems[0].endswith("was not used.")
    assert len(problems[0]) < 160
    assert lesson.state() == before | {"mu1": 1.25}


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [("rho", "-.5", -0.5), ("rho", "+1e-2", 0.01), ("n", "250", 250), ("n", 250.0, 250),
     ("root", "eigen", "eigen"), ("sigma1", 0.1, 0.1), ("sigma1", 2.5, 2.5), ("mu2", -3, -3.0)],
)  # fmt: skip
def test_good_values_are_taken_as_text_and_as_numbers(key: str, raw: Any, value: Any) -> None:
    lesson = Reparameterization()
    assert accept(lesson, {key: raw}) == []
    assert getattr(lesson, key) == value
    assert type(getattr(lesson, key)) is type(value)


def test_all_good_values_are_set_at_once() -> None:
    lesson = Reparameterization()
    seen: list[dict[str, float | str]] = []
    lesson.param.watch(lambda *_: seen.append(lesson.state()), lesson.names())
    accept(lesson, {"mu1": 1, "mu2": 2, "rho": "x"})
    assert [(state["mu1"], state["mu2"]) for state in seen] == [(1, 2)]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.dictionaries(
        st.sampled_from(Reparameterization.names()) | st.text(max_size=5),
        st.text() | st.floats() | st.integers() | st.none() | st.booleans(),
        max_size=6,
    )
)
def test_nothing_brings_the_state_out_of_bounds(values: dict[str, Any]) -> None:
    lesson = Reparameterization()
    accept(lesson, values)
    for key, value in lesson.state().items():
        parameter = lesson.param[key]
        if key == "root":
            assert value in parameter.objects
        else:
            low, high = parameter.bounds
            assert low <= value <= high


@pytest.mark.parametrize("lesson_class", LESSONS.values())
def test_every_parameter_of_every_lesson_is_bounded_a_choice_or_drawn(
    lesson_class: type[Lesson],
) -> None:
    for key in set(lesson_class.names()) - set(lesson_class.drawings()):
        parameter = lesson_class.param[key]
        limits = getattr(parameter, "bounds", None) or getattr(parameter, "objects", None)
        assert limits, key
        assert None not in limits
