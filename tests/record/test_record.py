"""What the recorder writes down, and what it refuses: by name, with the line of the scene."""

import json
import math
import re
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
import param
import pytest

from gaussians.kit.drawing import Drawing
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Plane, Points
from gaussians.kit.runs import end, path
from gaussians.lessons import CHAPTERS, LESSONS
from gaussians.record import CannotRecordError, record
from gaussians.record.steps import STEPS


class Small(Lesson):
    """A lesson as small as a lesson can be."""

    a = param.Number(1.0, bounds=(-2, 2))
    b = param.Number(0.5, bounds=(-2, 2))
    n = param.Integer(100, bounds=(10, 200))

    key = "small"
    planes: ClassVar = {}  # nobody looks at it

    def scene(self) -> Scene:
        return Scene({}, {"r": type(self).readout(self)})  # type: ignore[attr-defined]


def lesson(readout: Callable[[Any], Any]) -> type[Lesson]:
    """Return a lesson with one readout."""

    class One(Small):
        key = "one"

        def scene(self) -> Scene:
            return Scene({}, {"r": readout(self)})

    return One


class Drawn(Small):
    """One that has a drawing."""

    own = Drawing("AA__")


def _add(x: Any, row: Any) -> Any:
    return x + row[0]


def _run(lesson: Any, step: Callable[[Any], Any]) -> Any:
    return path(lambda x, _: step(x), 1, lesson.draws(9))


REFUSED = {
    "if": lambda s: 1 if s.a > 0 else 2,
    "and": lambda s: s.a and s.b,
    "sign by comparison": lambda s: max(s.a, s.b),
    "float": lambda s: float(s.a),
    "int": lambda s: int(s.a),
    "range": lambda s: sum(range(s.n)),
    "round": lambda s: round(s.a),
    "math.sqrt": lambda s: math.sqrt(s.a),
    "a text": lambda s: f"{s.a:.2f}",
    "float array": lambda s: np.array([s.a, s.b], float),
    "np.sort": lambda s: np.sort(s.draws(s.n)),
    "np.histogram": lambda s: np.histogram(s.draws(s.n)),
    "np.median": lambda s: np.median(s.draws(s.n)[:, 0]),
    "np.linalg.inv": lambda s: np.linalg.inv(np.array([[s.a, 0], [0, s.b]])),
    "np.linalg.norm of points": lambda s: np.linalg.norm(s.draws(s.n)),
    "np.sinc": lambda s: np.sinc(s.a),
    "np.rint": lambda s: np.rint(s.a),
    "np.add.reduce": lambda s: np.add.reduce(s.draws(s.n)),
    "out": lambda s: np.add(s.a, s.b, out=np.zeros(1)),
    "a slice of rows": lambda s: s.draws(s.n)[:50],
    "every other row": lambda s: s.draws(s.n)[::2],
    "more draws than there are": lambda s: s.draws(5001),
    "a noise of no name": lambda s: s.draws(5, "nowhere"),
    "a recorded column": lambda s: s.draws(s.n)[:, s.a],
    "rows of an unknown number": lambda s: s.fixed["bell"][: s.n + 1],
    "a slice from a parameter on": lambda s: s.fixed["bell"][s.n :],
    "bins of an unknown number": lambda s: np.histogram(
        s.draws(s.n)[:, 0], s.fixed["bell"][: s.n, 0]
    ),
    "edges of two axes": lambda s: np.histogram(s.draws(s.n)[:, 0], s.fixed["bell"]),
    "shares in bins": lambda s: np.histogram(s.draws(s.n)[:, 0], [0, s.a], density=True),
    "two lengths, weights": lambda s: np.histogram(
        s.draws(s.n)[:, 0], [0, s.a], weights=s.fixed["bell"][:, 0]
    ),
    "a row": lambda s: s.draws(s.n)[0],
    "a mask": lambda s: s.draws(s.n)[s.draws(s.n)[:, 0] > 0],
    "a loop over points": lambda s: [p for p in s.draws(s.n)],  # noqa: C416
    "len": lambda s: len(s.draws(s.n)),
    "np.array of points": lambda s: np.array(s.draws(s.n)),
    "an axis too many": lambda s: s.draws(s.n).sum(axis=2),
    "a product over points": lambda s: s.draws(s.n).prod(),
    "a method": lambda s: s.draws(s.n).cumsum(),
    "a comparison of arrays": lambda s: np.array([s.a, s.b]) == 0,
    "a stack of two lengths": lambda s: np.stack([s.draws(s.n)[:, 0], np.zeros(3)], axis=1),
    "numbers joined by &": lambda s: s.a & s.b,
    "a sum of comparisons": lambda s: ((s.a > 0) * (s.b > 0)) + np.where(s.a > 0, True, s.b > 1),
    "in place": lambda s: s.draws(s.n).__iadd__(1),
    "two lengths": lambda s: (s.draws(s.n)[:, 0] * s.fixed["bell"][:, 0]).sum(),
    "points on the right": lambda s: np.eye(2) @ s.draws(s.n),
    "rows that do not match": lambda s: s.draws(s.n) * np.ones(3)[:, None],
    "columns with points": lambda s: s.draws(s.n) * s.draws(s.n)[:, 0],
    "np.concatenate": lambda s: np.concatenate([s.draws(s.n), s.draws(s.n)]),
    "a path of points": lambda s: path(lambda x, _: x, s.draws(9), s.fixed["bell"]),
    "an end of no points": lambda s: end(lambda x, _: x, s.a, s.fixed["bell"]),
    "a state that grows": lambda s: path(lambda x, e: x + e, s.a, s.fixed["bell"]),
    "a state that becomes points": lambda s: path(
        lambda x, _: x + s.draws(9)[:, 0], s.a, s.fixed["bell"]
    ),
    "points that become a number": lambda s: end(lambda x, _: x.sum(), s.draws(9), s.fixed["bell"]),
    "a run in a run": lambda s: _run(s, lambda x: path(_add, x, s.draws(9)).sum()),
    "a run along a run": lambda s: _run(s, lambda x: path(_add, 1, s.draws(9) + x)[1:].sum()),
    "the state of another run": lambda s: _run(s, lambda x: path(lambda y, _: x, 1, s.draws(9))),
    "if on points": lambda s: 1 if s.draws(s.n) else 2,
    "IndexError": lambda s: [s.a][1],
    "ValueError": lambda s: np.array([s.a, s.b]).reshape(3),
    "OverflowError": lambda s: s.a * 10.0**400,
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_recorded_is_refused_with_its_line(what: str) -> None:
    with pytest.raises(CannotRecordError) as caught:
        record(lesson(REFUSED[what]))
    message = str(caught.value)
    assert f'"{what}": lambda' in message
    assert "test_record.py, line" in message


@pytest.mark.parametrize(
    "points",
    [
        lambda s: s.draws(s.n)[:, 0],
        lambda s: np.zeros(2),
        lambda s: np.array([["x", "y"]]),
    ],
)
def test_a_mark_that_is_no_list_of_points_is_refused(points: Callable[[Any], Any]) -> None:
    class Flat(Small):
        key = "flat"

        def scene(self) -> Scene:
            return Scene({"flat": points(self)}, {})

    with pytest.raises(CannotRecordError, match="the mark 'flat' is not made of points"):
        record(Flat)


@pytest.mark.parametrize(
    "cells", [lambda s: s.draws(s.n)[:, None] - s.fixed["bell"], lambda s: s.draws(s.n)[None]]
)
def test_an_array_of_two_long_axes_is_nothing_to_show_nor_to_draw_unless_as_an_image(
    cells: Callable[[Any], Any],
) -> None:
    class Whole(Small):
        key = "whole"

        def scene(self) -> Scene:
            return Scene({"cells": cells(self)}, {})

    for wrong, name in ((Whole, "cells"), (lesson(cells), "r")):
        with pytest.raises(CannotRecordError, match=f"'{name}' is an array of two long axes"):
            record(wrong)


@pytest.mark.parametrize("value", [None, [1.0], np.zeros(1), {}])
def test_a_readout_that_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(CannotRecordError, match="the readout 'r' is neither a number nor a text"):
        record(lesson(lambda s: value))


def test_numpy_functions_are_written_as_javascript_ones() -> None:
    written = record(lesson(lambda s: np.hypot(np.exp(s.a), np.minimum(s.b, 0.25))))
    assert "= Math.exp(p.a)" in written
    assert "= Math.min(p.b, 0.25)" in written
    assert "readouts.r = s" in written


def test_points_of_a_plane_out_of_sight_are_not_computed() -> None:
    class Hidden(Small):
        key = "hidden"
        view: Any = param.Selector(default="one", objects=["one", "two", "three"])
        planes: ClassVar = {
            "plane": Plane(
                x=(-1, 1), y=(-1, 1), marks={"cloud": Points("noise")}, when={"view": "two|three"}
            )
        }

        def scene(self) -> Scene:
            noise = self.draws(self.n)
            middle, other = (noise * self.a)[:, 0].mean(), (noise * self.b)[:, 1].mean()
            return Scene({"cloud": noise - middle * other}, {"mean": middle})

    seen = 'out && ["two", "three"].includes(String(p.view))'
    move = record(Hidden).split("move: (")[1]
    first, hidden = move.split(f"if ({seen}) {{")
    assert f"= {seen} || readouts ? (() => {{" in first
    assert "* p.a" in first
    assert "* p.b" not in first
    assert hidden.index("* p.b") < hidden.index("out('cloud', p.n)")


def test_what_planes_of_two_sights_need_is_computed_once() -> None:
    class Two(Small):
        key = "two"
        view: Any = param.Selector(default="one", objects=["one", "two"])
        planes: ClassVar = {
            view: Plane(x=(-1, 1), y=(-1, 1), marks={view: Points("noise")}, when={"view": view})
            for view in ("one", "two")
        }

        def scene(self) -> Scene:
            middle = (self.draws(self.n) * self.a)[:, 0].mean()
            return Scene({view: np.array([[middle, 0.0]]) for view in ("one", "two")}, {})

    move = record(Two).split("move: (")[1]
    assert move.count("* p.a") == 1
    assert move.index("* p.a") < move.index("if (out && ")


def test_numbers_are_computed_when_they_are_told_and_not_in_each_frame() -> None:
    written = record(lesson(lambda s: (s.draws(s.n)[:, 0] * s.a).mean()))
    before, told = written.split("move: (")[1].split("if (readouts) {")
    assert "p.a" not in before
    assert "* p.a" in told


def test_what_is_done_twice_is_written_once() -> None:
    written = record(lesson(lambda s: np.sin(s.a) + np.sin(s.a) * np.sin(s.a)))
    assert written.count("Math.sin") == 1


def test_nothing_is_simplified_for_zeros_have_signs_and_nan_stays() -> None:
    assert "p.a + 0" in record(lesson(lambda s: s.a + 0))
    assert "0 * p.a" in record(lesson(lambda s: 0 * s.a))


def test_what_sliders_alone_decide_is_computed_outside_of_loops() -> None:
    def scene(self: Any) -> Any:
        return ((self.draws(self.n)[:, 0] - self.a) * np.exp(self.b) > 0).mean()

    written = record(lesson(scene))
    loop = written[written.index("for (let i") :]
    assert "Math.exp" not in loop
    assert "noise[2 * i + 0]" in loop


def test_a_sum_may_depend_on_a_sum() -> None:
    def variance(self: Any) -> Any:
        x = self.draws(self.n)[:, 0] * self.a
        return ((x - x.mean()) ** 2).mean()

    assert record(lesson(variance)).count("for (let i") == 2


def test_data_and_as_much_noise_are_gone_through_together() -> None:
    class Noisy(Small):
        key = "noisy"
        fixed: ClassVar = {"data": np.ones((300, 2)), "other": np.ones((300, 1))}

        def scene(self) -> Scene:
            noise = self.draws(300)
            x = self.fixed["data"] * self.a + noise * self.fixed["other"]
            return Scene({"data": self.fixed["data"] + 0, "x": x}, {"r": (x - noise)[:, 0].sum()})

    written = record(Noisy)
    assert written.count("for (let i = 0; i < 300; i++)") == 3  # still; sums; marks
    # Each is a function of its own, for engines never optimize a very long one.
    assert written.count("(() => {\nfor (let i") + written.count("(() => {\nlet s") == 3
    with pytest.raises(CannotRecordError, match="arrays of 121 and of 300 rows"):
        record(lesson(lambda s: (s.draws(300) + s.fixed["bell"])[:, 0].sum()))
    with pytest.raises(CannotRecordError, match=r"arrays of 300 and of p\.n rows"):
        record(lesson(lambda s: (s.draws(300) + s.draws(s.n))[:, 0].sum()))


def test_counts_are_one_pass_over_the_points_however_many_bins() -> None:
    def scene(self: Any) -> Any:
        edges = self.a + self.b * self.fixed["bell"][:, 0]
        return np.histogram(self.draws(self.n)[:, 0], edges)[0].max()

    written = record(lesson(scene))
    assert written.count("for (let i = 0; i < p.n;") == 1
    assert written.count("for (let i = 0; i < 121;") == 1  # the edges
    assert written.count("for (let i = 0; i < 120;") == 1  # the largest count


def test_what_a_slider_makes_longer_moves() -> None:
    class Growing(Small):
        key = "growing"

        def scene(self) -> Scene:
            return Scene({"curve": self.fixed["bell"][: self.n]}, {"n": self.n})

    written = record(Growing)
    assert 'moving: ["curve"]' in written
    assert "out('curve', p.n)" in written.split("move: (")[1]
    assert '{ still: ["seed"] }' in written


def test_arrays_of_rows_that_do_not_match_are_refused() -> None:
    with pytest.raises(CannotRecordError, match="arrays of 120 and of 121 rows"):
        record(lesson(lambda s: (np.diff(s.fixed["bell"][:, 0]) + s.fixed["bell"][:, 0]).sum()))
    with pytest.raises(CannotRecordError, match="arrays of 121 and of 242 rows"):
        record(lesson(lambda s: (s.fixed["bell"].ravel() + s.fixed["bell"][:, 0]).sum()))


def test_a_sum_of_equal_numbers_needs_no_loop() -> None:
    written = record(lesson(lambda s: np.broadcast_arrays(s.a, s.draws(s.n)[:, 0])[0].sum()))
    assert "for (let i" not in written
    assert "p.a * p.n" in written


@pytest.mark.parametrize("key", [keys[-1] for keys in CHAPTERS.values()])
def test_a_lesson_is_recorded_the_same_each_time(key: str) -> None:
    assert record(LESSONS[key]) == record(LESSONS[key])


def test_choices_that_lead_to_the_same_scene_share_it() -> None:
    written = record(LESSONS["conditioning"])
    assert written.count("still: (") == 4  # two laws, either coordinate observed; not the view
    found = re.search("const chosen = (.*);", written)
    assert found
    chosen = {tuple(key.split()): index for key, index in json.loads(found[1]).items()}
    assert len(chosen) == 16
    for (_, *others), index in chosen.items():
        assert chosen["slice", *others] == index
    assert sorted(set(chosen.values())) == [0, 1, 2, 3]


def test_what_chooses_noise_is_found_by_what_draws_are_asked_for() -> None:
    class Picking(Lesson):
        key = "picking"
        planes: ClassVar = {}
        a = param.Number(1.0, bounds=(-2, 2))
        many = param.Integer(100, bounds=(10, 200))
        pick = param.Integer(0, bounds=(0, 200))
        kind: Any = param.Selector(default="one", objects=["one", "two"])

        def scene(self) -> Scene:
            noise, picked = self.draws(self.many), self.draw(self.pick, self.many)
            marks = {"noise": noise, "picked": picked[None, :], "moved": self.a * noise}
            return Scene(marks, {"many": self.many, "a": self.a, "share": self.a / self.many})

    written = record(Picking)
    assert '{ still: ["many", "pick", "seed", "kind"] }' in written
    assert 'moving: ["moved"]' in written
    still, move = written.split("move: (")
    assert "out('picked', 1)" in still
    assert "out('moved'," in move
    with pytest.raises(CannotRecordError, match="draws by a number that is computed"):
        record(lesson(lambda s: s.draws(s.n * 2).mean()))


def test_only_the_noise_that_a_scene_draws_is_asked_for() -> None:
    class Space(Small):
        key = "space"
        k = param.Integer(1, bounds=(1, 90))
        noises: ClassVar = Small.noises | {"space": (100, 3), "other": (7, 7)}

        def scene(self) -> Scene:
            high = self.draws(self.k, "space")[:, 2].max()
            return Scene({}, {"high": high, "one": self.draw(self.k, 90, "space")[2]})

    written = record(Space)
    assert 'noises: {"space": [100, 3, 1]}' in written
    assert "(p, { space, circle, " in written
    assert "space[3 * i + 2]" in written
    assert "space[3 * (p.k - 1) + 2]" in written


def test_a_drawing_runs_along_with_noise_and_fixed_arrays_and_is_still() -> None:
    class Along(Drawn):
        key = "along"
        fixed: ClassVar = {"data": np.ones((300, 2))}

        def scene(self) -> Scene:
            x = self.drawn("own", 300)
            moved = x + self.a * self.draws(300) * self.fixed["data"]
            return Scene({"still": 2 * x, "moved": moved}, {"top": x.max()})

    written = record(Along)
    still, move = written.split("move: (")
    assert move.count("for (") == still.count("for (") - 1 == 1
    assert "own$300[0][i]" in move
    assert "Out = out('still', 300)" in still
    assert 'drawings: {"own$300": ["own", 300]}' in written
    assert 'still: ["own", "seed"]' in written


@pytest.mark.parametrize(
    ("readout", "problem"),
    [
        (lambda s: s.own, "the drawing 'own' as it is"),
        (lambda s: s.drawn("a", 300).sum(), "a drawing named 'a'.*one of own"),
        (lambda s: s.drawn("own", s.n).sum(), "whose number is a parameter"),
        (lambda s: s.drawn("own", 5).sum(), "`count` must be at least 12"),
    ],
)
def test_what_a_drawing_is_not_is_refused(readout: Callable[[Any], Any], problem: str) -> None:
    class Wrong(Drawn):
        key = "wrong"

        def scene(self) -> Scene:
            return Scene({}, {"r": readout(self)})

    with pytest.raises(CannotRecordError, match=problem):
        record(Wrong)


def test_a_parameter_that_asks_for_more_noise_than_there_is_is_refused() -> None:
    class Short(Small):
        key = "short"
        noises: ClassVar = {"noise": (150, 2)}

        def scene(self) -> Scene:
            return Scene({}, {"r": self.draws(self.n).sum()})

    with pytest.raises(CannotRecordError, match="200 draws of 'noise', which has 150"):
        record(Short)


def test_what_noise_alone_makes_is_ready_before_a_slider_moves() -> None:
    def scene(self: Any) -> Any:
        squares = (self.draws(500)[:, 0] ** 2).sum()
        return self.a * squares + (self.draws(500)[:, 1] * self.b).sum()

    written = record(lesson(scene))
    ready, move = written.split("still: (")[0], written.split("move: (")[1]
    assert "noise[2 * i + 0] ** 2" in ready
    assert "noise[2 * i + 0]" not in move
    name = re.search(r"return \[(s\d+)\];", ready)
    assert name
    assert f"[{name[1]}], out, readouts) =>" in move
    assert f"p.a * {name[1]}" in move


def _loops(scene: Callable[[Any], Any]) -> list[str]:
    return record(lesson(scene)).split("move: (")[1].split("for (let i = 0")[1:]


def test_copies_of_copies_are_made_in_one_loop() -> None:
    def scene(self: Any) -> Any:
        x, found = self.draws(500)[:, 0], 0
        for _ in range(5):
            x = np.tanh(x * self.a).copy()
            found = found + x.sum()
        return found

    (only,) = _loops(scene)
    assert only.count("Math.tanh") == 5


def test_long_sums_that_have_little_in_common_are_loops_of_their_own() -> None:
    def scene(self: Any, apart: float) -> Any:
        x, found = self.draws(500)[:, 0], 0
        for k in range(3):
            y = x * self.a
            for _ in range(12):
                y = np.sin(y) + k * apart
            found = found + y.sum() + (y * y).sum()
        return found

    assert [one.count("+=") for one in _loops(lambda self: scene(self, 1))] == [2, 2, 2]
    assert [one.count("+=") for one in _loops(lambda self: scene(self, 0))] == [2]


def test_a_sum_of_one_case_alone_is_not_added_up_in_the_other() -> None:
    def scene(self: Any) -> Any:
        one, other, both = ((self.draws(500)[:, 0] ** k * self.a).sum() for k in (1, 2, 3))
        return np.where(self.a > 0, one, np.where(self.b > 0, other, both)) + both

    heads = re.findall(r"(.*)for \(let i", record(lesson(scene)).split("move: (")[1])
    assert [re.sub(r"\d+", "", head) for head in heads] == ["if (s) ", "if (!s && s) ", ""]


def test_a_table_is_a_loop_within_a_loop_and_what_a_row_has_in_common_is_outside() -> None:
    def scene(self: Any) -> Any:
        x, y = self.draws(300), self.fixed["bell"]
        return ((np.exp(x[:, :1] * self.a) - y[:, 0]) * x[:, 1:]).sum()

    before, inner = record(lesson(scene)).split("for (let j = 0; j < 121; j++) {")
    assert "Math.exp" in before.split("for (let i = 0; i < 300; i++) {")[1]
    assert "Math.exp" not in inner


def test_every_step_has_a_name_that_numpy_knows() -> None:
    assert [name for name in STEPS if not hasattr(np, name)] == ["erf", "erfc"]
