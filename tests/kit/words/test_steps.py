"""Steps of a walk, as they are written."""

import pytest

from gaussians.kit.parts import Clause
from gaussians.kit.words.steps import clauses, step


def terms(*pairs: tuple[str, str]) -> list[tuple[str, str, int]]:
    return [(term, f"<p>{text}</p>", line) for line, (term, text) in enumerate(pairs, 1)]


def test_every_term_is_a_part_of_the_step() -> None:
    made = step(
        "Title", "Words",
        terms(
            ("state", "a=1.5, kind=one ,b=-2"), ("controls", "a, b"), ("marks", "dots"),
            ("presets", "round; long, tilted"), ("plane", "x"), ("predicts", "area, mean"),
            ("goal a > 2", "Pull a."), ("goal b = 1 ± 0.1 and kind ≠ one", "Turn."),
        ),
    )  # fmt: skip
    assert (made.title, made.text) == ("Title", "Words")
    assert made.state == {"a": "1.5", "kind": "one", "b": "-2"}
    assert made.controls == ("a", "b")
    assert made.marks == ("dots",)
    assert made.presets == ("round", "long, tilted")
    assert made.plane == "x"
    assert made.predicts == ("area", "mean")
    assert [goal.text for goal in made.goals] == ["Pull a.", "Turn."]
    assert made.goals[1].clauses == (Clause("b", "=", 1, 0.1), Clause("kind", "≠", "one"))


def test_a_drawing_is_no_emphasis() -> None:
    made = step("", "", terms(("state", "own=<strong>AA</strong>.<em>A</em>-, a=1")))
    assert made.state == {"own": "__AA__._A_-", "a": "1"}


def test_a_size_is_without_its_sign() -> None:
    assert clauses("|angle| > 20", 1) == (Clause("angle", ">", 20, size=True),)


@pytest.mark.parametrize(
    ("term", "text", "message"),
    [
        ("states", "a=1", "`states` is none of"),
        ("goal", "Do it.", "`goal` is none of"),
        ("goal a >", "Do it.", "`a >` is no condition"),
        ("goal |a > 1", "Do it.", "is no condition"),
        ("goal a > 1 or b > 1", "Do it.", "is no condition"),
        ("state", "a 1", "`state` has pairs"),
        ("state", "a=1; b=2", "`state` has pairs"),
        ("controls", "a b", "`controls` has names"),
    ],
)
def test_what_is_none_of_them_is_refused_with_its_line(term: str, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("|", r"\|")) as refused:
        step("Title", "Words", terms(("plane", "x"), (term, text)))
    assert refused.value.args[1] == 2
