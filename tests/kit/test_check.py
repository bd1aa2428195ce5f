"""A lesson whose parts do not fit together is refused, and the part is named."""

from dataclasses import replace
from pathlib import Path
from types import new_class
from typing import Any, ClassVar

import numpy as np
import param
import pytest
from scribble import Scribble

from gaussians.kit.check import check
from gaussians.kit.drawing import Drawing
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import (
    Button,
    Choice,
    Curve,
    Field,
    Group,
    Handle,
    Image,
    Labels,
    Mark,
    Pen,
    Plane,
    Points,
    Slider,
    Tick,
)
from gaussians.kit.words import Words, read_words
from gaussians.kit.words.reader import words_of
from gaussians.lessons import LESSONS

HANDLE = Handle("tip", "the tip", "shape", x="a", y="b")
PLANE = Plane({"dots": Points("noise"), "tip": Points("shape")}, handles=(HANDLE,))
WORDS = """
# Good

A question?

## Lead

Nothing.

## Captions

plane
: dots

## Equation

$a + b = {sum:2}$

## Proofs

### Is it? {kind=one}

{twice:2}

## Predictions

### What is it? {kind=one|two}

answer sum
: $a + b$

slip wrong
: No.

hides
: twice

## Story

### Once {kind=two}

## Description

{named:text}

## Python

```python
$a + $b
```
"""


class Good(Lesson):
    """All kinds of parts, and each name leads somewhere."""

    a = param.Number(1.0, bounds=(-2, 2), step=0.1)
    b = param.Number(0.5, bounds=(-2, 2), step=0.1)
    kind: Any = param.Selector(default="one", objects=["one", "two"])
    point = param.Integer(0, bounds=(0, 10))

    key = "good"
    source = Path("good/words.md")
    text = WORDS
    planes: ClassVar = {
        "plane": PLANE,
        "other": Plane({"names": Labels("shape", ("A", "B"))}, when={"kind": "one|two"}),
    }
    controls: ClassVar = (
        Group("Sliders", (Slider("a", "shape", {"kind": "one"}), Slider("b", "shape"))),
        Group("Kind", (Choice("kind", "shape", {"one": "1", "two": "2"}),)),
        Group("Point", (Field("point", "noise"), Button("snap", "snap", "shape", {"b": "sum"}))),
        Group("Noise", (Field("seed", "noise"),), when={"kind": "two"}),
    )
    presets: ClassVar = {"both": {"a": 2, "kind": "two"}}
    picks: ClassVar = {"point": ("dots",)}
    portrait = "plane", {"a": 0}

    @classmethod
    def words(cls) -> Words:
        return words_of(str(cls.source), cls.text)

    def scene(self) -> Scene:
        marks = {"dots": self.draws(3), "tip": np.ones((1, 2)), "names": np.ones((2, 2))}
        s = self.a + self.b
        return Scene(marks, {"sum": s, "wrong": -s, "twice": 2 * s, "named": "no number"})


def bad(scene: Any = None, **parts: Any) -> type[Lesson]:
    """Return the good lesson with other parts, and with a scene made of the good one's."""
    if scene:
        parts["scene"] = lambda self: scene(Good.scene(self), self)
    lesson: type[Lesson] = new_class("Bad", (Good,), exec_body=lambda body: body.update(parts))
    return lesson


def handles(**changes: Any) -> dict[str, Any]:
    return {"plane": replace(PLANE, handles=(replace(HANDLE, **changes),)), **OTHER}


def marked(marks: dict[str, Mark]) -> dict[str, Any]:
    return {"planes": {"plane": replace(PLANE, marks=marks), **OTHER}}


def placed(place: tuple[str, str], handle: Handle) -> dict[str, Any]:
    plane = replace(PLANE, place=place, handles=(handle,))
    return {"planes": {"plane": plane, **OTHER}, "picks": {}}


def said(old: str, new: str) -> dict[str, Any]:
    assert old in WORDS
    return {"text": WORDS.replace(old, new)}


def first_group(*controls: Any, **when: str) -> tuple[Group, ...]:
    return (Group("", controls, when), *Good.controls[1:])


OTHER = {"other": Good.planes["other"]}
AB = Slider("a", "shape"), Slider("b", "shape")
OWN = Drawing("AA")


def drawn(**plane: Any) -> dict[str, Any]:
    """Return parts with a drawing, its pen, and a plane."""
    planes = {"plane": replace(PLANE, **({"draws": "own"} | plane)), **OTHER}
    return {"own": OWN, "planes": planes, "controls": first_group(*AB, Pen("own", "shape"))}


DOTS: dict[str, Mark] = {"dots": Points("noise")}
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "plane and mark": (
        {"planes": {"tip": PLANE}}, "the plane 'tip' and a mark of 'tip' are both called 'tip'"),
    "marks of two planes": (
        {"planes": {**Good.planes, "third": Plane(DOTS)}},
        "a mark of 'plane' and a mark of 'third' are both called 'dots'"),
    "no name": ({"planes": {"a-b": Plane({})}}, "the name of the plane 'a-b', 'a-b', is none"),
    "mark only declared": (
        {"planes": {**Good.planes, "third": Plane({"line": Curve("shape")})}},
        "its scene does not make 'line', a mark of its planes"),
    "mark only made": (
        {"scene": lambda s, _: s._replace(marks=s.marks | {"line": np.ones((1, 2))})},
        "its scene makes the mark 'line', which is in none of its planes"),
    "shape of a mark": (
        {"scene": lambda s, _: s._replace(marks=s.marks | {"tip": np.ones(2)})},
        "its mark 'tip' has the shape (2,)"),
    "texts": (
        {"scene": lambda s, _: s._replace(marks=s.marks | {"names": np.ones((1, 2))})},
        "its mark 'names' has 2 texts for 1 points"),
    "shown by nothing": (
        {"scene": lambda s, _: s._replace(readouts=s.readouts | {"more": 1})},
        "good/words.md shows the readout 'more' nowhere: show it, or take it out"),
    "no number": (
        {"scene": lambda s, _: s._replace(readouts=s.readouts | {"sum": None})},
        "its readout 'sum' is neither a number nor a text"),
    "slot": (
        said("Nothing.", "Now\n{nowhere:2}."),
        "good/words.md, line 9: there is no readout 'nowhere'"),
    "answer": (
        said("answer sum", "answer nowhere"),
        "good/words.md, line 29: there is no readout 'nowhere'"),
    "no words for a number": (
        said("{twice:2}", "{twice ? a | b}"),
        "good/words.md, line 23: the readout 'twice' is 3, and words are there for 0 to 1"),
    "words for no whole number": (
        said("{sum:2}", r"{sum ? a | b | c}"), "the readout 'sum' is 1.5, and words are there"),
    "words for a text": (
        said("{named:text}", "{named ? a | b}"),
        "the readout 'named' is a text, which the format `a|b` is not for"),
    "a text as a number": (
        said("{named:text}", "{named:2}"),
        "the readout 'named' is a text, which the format `2` is not for"),
    "a number as a text": (
        said("{twice:2}", "{twice:text}"),
        "the readout 'twice' is a number, which the format `text` is not for"),
    "a text to predict": (
        said(": No.", ": No.\n\nslip named\n: No."),
        "good/words.md, line 35: the readout 'named' is a text, and nobody can predict it"),
    "words for a preset": (
        said("{twice:2}", "{twice:2} {whole ? a | b}") | {
            "scene": lambda s, self: s._replace(readouts=s.readouts | {"whole": round(self.a)})},
        "the readout 'whole' is 2, and words are there for 0 to 1 with {'a': 2, 'kind': 'two'}"),
    "caption": (said("plane\n:", "plan\n:"), "a caption for 'plan', which is no plane"),
    "what cannot be read": (said("{sum:2}", "{sum:2"), "good/words.md, line 17: $a + b = {sum:2$"),
    "button": (
        {"controls": first_group(*AB, Button("snap", "snap", "shape", {"a": "nowhere"}))},
        "the button 'snap': there is no readout 'nowhere'"),
    "button's number": (
        {"controls": first_group(*AB, Button("snap", "snap", "shape", {"kind": "sum"}))},
        "the button 'snap' sets 'kind', which is no number among its parameters"),
    "for one choice only": (
        {"scene": lambda s, self: s._replace(readouts={} if self.kind == "two" else s.readouts)},
        "there is no readout 'named', its scene does not make it with {'kind': 'two'}"),
    "preset's name": (
        {"presets": {"p": {"c": 1}}}, "the preset 'p': There is nothing called “c” here"),
    "preset's value": ({"presets": {"p": {"a": 3}}}, "the preset 'p': A goes from −2 to 2; “3”"),
    "portrait's plane": ({"portrait": ("x", {})}, "its `portrait` shows the plane 'x'"),
    "portrait's value": ({"portrait": ("plane", {"kind": "x"})}, "its `portrait`: Kind is one of"),
    "implies": (
        {"controls": first_group(Slider("a", "shape", {"kind": "x"}), AB[1])},
        "`implies` of the slider of 'a': Kind is one of one, two"),
    "slider": (
        {"controls": first_group(*AB, Slider("kind", "shape"))}, "`kind` has 2 controls, not one"),
    "field": (
        {"controls": first_group(Field("a", "shape"), AB[1])},
        "the field of 'a' sets 'a', which is no whole number"),
    "choice": (
        {"controls": (*Good.controls[:1], Group("", (Choice("kind", "shape", {"x": ""}),)),
                      *Good.controls[2:])},
        "the choice of 'kind': Kind is one of one, two"),
    "tick": (
        {"controls": (*Good.controls[:2], Group("", (Tick("point", "noise"),)), Good.controls[3])},
        "its parameter `point` has a tick, but does not go from 0 to 1"),
    "without a control": ({"controls": Good.controls[1:]}, "its parameter `a` has 0 controls"),
    "without bounds": (
        {"a": param.Number(1.0, bounds=(0, None))},
        "its parameter `a` has no bounds"),
    "without a step": (
        {"c": param.Number(1.0, bounds=(0, 1)), "controls": first_group(*AB, Slider("c", "shape"))},
        "its parameter `c` has a slider, but no `step`"),
    "once, but how long?": (
        {"controls": first_group(Slider("a", "shape", once=True), AB[1])},
        "the slider of 'a' plays `once`, but has no seconds that it `plays`"),
    "of no kind": ({"a": param.String("x")}, "`a` is neither a number nor a choice nor a drawing"),
    "a name of the page's": (
        {"theme": param.Number(1.0, bounds=(0, 1))}, "`theme` has a name that the page needs"),
    "noise's name": (
        {"noises": {"noise": (9, 2), "a b": (9, 2)}}, "the name of its array 'a b' is none"),
    "word of JavaScript": (
        {"fixed": {**Lesson.fixed, "new": np.eye(2)}}, "the name of its array 'new' is none"),
    "noise and fixed array": (
        {"noises": {"noise": (9, 2), "bell": (9, 2)}}, "its noise 'bell' has the name of another"),
    "empty noise": ({"noises": {"noise": (9, 0)}}, "its noise 'noise' has 9 rows and 0 columns"),
    "another noise": (
        {"noises": {"space": (9, 3), "noise": (9, 2)}}, "do not begin with 'noise'"),
    "more draws than there are": (
        {"noises": {"noise": (2, 2)}}, "3 draws of 'noise', which has 2"),
    "code": (said("$a + $b\n", "$c\n"), "the Python of its words has $c"),
    "handle's mark": (
        {"planes": handles(mark="names")},
        "the handle 'the tip' of the plane 'plane' stands on 'names', which is no mark"),
    "handle's number": ({"planes": handles(x="kind")}, "sets 'kind', which is no number"),
    "turn's number": (
        {"planes": {"plane": replace(PLANE, turns=("a", "kind")), **OTHER}},
        "a drag of the plane 'plane' sets 'kind', which is no number"),
    "image over marks": (
        marked(PLANE.marks | {"late": Image("noise")}),
        "the image 'late' of the plane 'plane' comes after 'dots', but images lie under all other"),
    "handle of an image": (
        marked({"tip": Image("shape"), "dots": PLANE.marks["dots"]}),
        "'the tip' stands on the image 'tip' of the plane 'plane', which is at no point"),
    **{
        f"image {what}": (
            marked({"image": Image("noise")} | PLANE.marks) | {"scene": lambda s, _, image=image:
                s._replace(marks=s.marks | {"image": np.array(image)})},
            f"its image 'image' {problem}")
        for what, image, problem in (
            ("of another shape", [0, 1], "has the shape (2,), not (rows, columns)"),
            ("of nothing", [[]], "has the shape (1, 0), not"),
            ("of no numbers", [["a"]], "has cells that are no numbers"),
            ("with nothing", [[0.5, np.nan]], "has cells that are no numbers"),
            ("too large", [[-2, 0.5], [1, 1.5]], "goes from −2 to 1.5, not from 0 to 1"),
        )
    },
    "place without keys": (
        placed(("b", "a"), HANDLE),
        "the plane 'plane' has `place`, but no handle that moves b and a, as keys need it"),
    "place of another scale": (
        placed(("a", "b"), replace(HANDLE, scale=2)),
        "the plane 'plane' has `place`, but no handle"),
    "place and turns": (
        {"planes": {"plane": replace(PLANE, place=("a", "b"), turns=("a", "b")), **OTHER},
         "picks": {}},
        "has `place` and `turns`, but a drag of a picture does one thing only"),
    "place and picks": (
        {"planes": {"plane": replace(PLANE, place=("a", "b")), **OTHER}},
        "has `place`, and `picks` of 'point' has marks of it: a click does one thing"),
    "no pen": (drawn() | {"controls": Good.controls}, "its parameter `own` has 0 controls"),
    "a pen for a number": (
        {"c": param.Number(1.0, bounds=(0, 1)), "controls": first_group(*AB, Pen("c", "shape"))},
        "the pen of 'c' sets 'c', which is no drawing"),
    "nothing to draw on": (drawn(draws=""), "there is a pen for 'own', but no plane that draws it"),
    "no drawing": (drawn(draws="a"), "a pen in the plane 'plane' sets 'a', which is no drawing"),
    "drawn and turned": (
        drawn(turns=("a", "b")), "a pen in the plane 'plane' is where a drag `turns` it"),
    "too large a sheet": (
        drawn(sheet=7), "a pen in the plane 'plane' has a `sheet` of 7, beyond -6 to 6"),
    "a drawing that is none": (
        drawn() | {"presets": {"p": {"own": "A"}}}, "the preset 'p': Your drawing cannot be read"),
    "handle of nothing": ({"planes": handles(x="", y="")}, "moves nothing"),
    "scales": (
        {"planes": {"plane": replace(PLANE, y=(0, 1)), **OTHER}},
        "the plane 'plane' shows 12 across and 1 up, but has `one_unit`"),
    "not square": (
        {"planes": {"plane": replace(PLANE, height=0.5), **OTHER}},
        "the plane 'plane' is not square, but has `one_unit`"),
    "below nothing": (
        {"planes": {"plane": replace(PLANE, below=True), **OTHER}},
        "the plane 'plane' is `below`, but there is none before it"),
    "not aligned": (
        {"planes": {"plane": PLANE, "other": replace(OTHER["other"], below=True, margin=50)}},
        "the plane 'other' is `below` one with another `margin`"),
    "handle's scale": (
        {"planes": handles(scale="nowhere")},
        "the handle 'the tip': there is no readout 'nowhere'"),
    "picks": ({"picks": {"a": ("dots",)}}, "`picks` sets 'a', which is no whole number"),
    "picked mark": ({"picks": {"point": ("names",)}}, "has 'names', which is no mark made of poi"),
    "when": ({"controls": first_group(*AB, a="1")}, "names 'a', which is no choice"),
    "when's value": (
        said("{kind=one|two}", "{kind=one|x}"), "names kind=x, but"),
    "when in words": (said("{kind=two}", "{kind=x}"), "good/words.md, line 40 names kind=x"),
}  # fmt: skip


@pytest.mark.parametrize(
    "lesson", [Good, Scribble, *LESSONS.values()], ids=["good", "scribble", *LESSONS]
)
def test_a_lesson_whose_parts_fit_together_is_returned(lesson: type[Lesson]) -> None:
    assert check(lesson) is lesson


@pytest.mark.parametrize(("parts", "problem"), REFUSED.values(), ids=REFUSED)
def test_a_part_that_leads_nowhere_is_named(parts: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=r"the lesson Bad (cannot be shown: |fails)") as caught:
        check(bad(**parts))
    assert problem in str(caught.value)


def test_a_part_that_is_missing_is_named() -> None:
    class Empty(Lesson):
        portrait = "plane", {}

    with pytest.raises(ValueError, match="the lesson Empty cannot be shown: it has no `key`"):
        check(Empty)


def test_a_scene_that_fails_is_named_with_its_choices_and_its_cause() -> None:
    with pytest.raises(ValueError, match=r"scene of the lesson Bad fails with .*'one'") as caught:
        check(bad(scene=lambda *_: [][0]))
    assert isinstance(caught.value.__cause__, IndexError)


def test_a_mended_lesson_is_shown_without_a_restart(tmp_path: Path) -> None:
    source = tmp_path / "words.md"
    source.write_text(WORDS.replace("{sum:2}", "{nowhere:2}"), "utf-8")
    lesson = bad(source=source, words=classmethod(lambda cls: read_words(cls.source)))
    with pytest.raises(ValueError, match="there is no readout 'nowhere'"):
        check(lesson)
    source.write_text(WORDS, "utf-8")
    assert check(lesson) is lesson
    source.write_text(WORDS.replace("{sum:2}", "{nowhere:2}"), "utf-8")
    with pytest.raises(ValueError, match="there is no readout 'nowhere'"):
        check(lesson)
