"""Predicting the noise is predicting the score: a mean of noise is a slope, and leads to data."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.kit.curves import FIXED
from gaussians.kit.drawing import Drawing
from gaussians.kit.images import places as cells
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Choice, Field, Group, Pen, Slider, Tick
from gaussians.lessons.score.back import MOST, MOST_POINTS, back
from gaussians.lessons.score.compatible import compatible
from gaussians.lessons.score.field import CELLS, REACH, field, places
from gaussians.lessons.score.identity import identity, mean_noise
from gaussians.lessons.score.planes import PLANES, VIEWS, elsewhere
from gaussians.lessons.score.sets import DOTS, HOUSE, NAMES, SETS, SIDE

_PLACE = (-2.5, 2.5)
_LEVELS = {"view": "noise|slope"}
_BACK = {"view": "back"}


class Score(Lesson):
    """What the data are, how noisy they are, a noisy point, and a way back to them."""

    view: Any = param.Selector(default="noise", objects=[*VIEWS], label="view")
    data: Any = param.Selector(default="moons", objects=[*NAMES], label="data")
    drawing = Drawing(HOUSE)
    a = param.Number(0.5, bounds=(0, 0.95), step=0.01, label="signal")
    px = param.Number(0.9, bounds=_PLACE, step=0.05, label="across")
    py = param.Number(0.6, bounds=_PLACE, step=0.05, label="up")
    many = param.Integer(30, bounds=(1, MOST), step=1, label="steps")
    done = param.Number(1.0, bounds=(0, 1), step=0.01, label="way done")
    n = param.Integer(50, bounds=(10, MOST_POINTS), step=10, label="points")
    one = param.Integer(0, bounds=(0, 1), step=1, label="one noise, not the mean")
    which = param.Integer(30, bounds=(1, DOTS), step=1, label="its dot")

    key = "score"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "hills", {"view": "slope", "data": "moons", "a": 0.8}
    fixed: ClassVar = FIXED | SETS | {
        "number": np.arange(1.0, DOTS + 1)[:, None],
        "places": places(),
        "cells": cells((-REACH, REACH), CELLS),
        "line": np.linspace(-REACH, REACH, 121)[:, None],
        "steps": np.arange(float(MOST))[:, None],
    }  # fmt: skip
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", VIEWS),)),
        Group("Data", (Choice("data", "second", NAMES),)),
        Group(
            "Draw the data",
            (Pen("drawing", "second"),),
            when={"view": "back", "data": "drawn"},
        ),
        Group("Share of signal", (Slider("a", "shape", plays=8),), when=_LEVELS),
        Group(
            "The way back",
            (Slider("done", "place", plays=8, once=True), Slider("many", "place")),
            when=_BACK,
        ),
        Group(
            "Break it",
            (Tick("one", "observed"), Slider("which", "observed")),
            when=_BACK,
        ),
        Group("The place", (Slider("px", "shape"), Slider("py", "shape"))),
        Group("Points", (Slider("n", "noise"),), when=_BACK),
        Group("Noise", (Field("seed", "noise", ("resample", "Resample")),), when=_BACK),
    )
    presets: ClassVar = {
        "much noise": {"view": "noise", "a": 0.05},
        "little noise": {"view": "noise", "a": 0.9},
        "between two dots": {"view": "noise", "data": "two", "a": 0.64, "px": 0, "py": 0.6},
        "the field": {"view": "slope", "a": 0.8},
        "one step": {"view": "back", "many": 1, "done": 1, "one": 0},
        "forty steps": {"view": "back", "many": 40, "done": 1, "one": 0},
        "your drawing": {"view": "back", "data": "drawn", "many": 40, "done": 1, "one": 0},
        "one noise": {"view": "back", "many": 40, "done": 1, "one": 1},
    }

    def scene(self) -> Scene:
        """Weigh what may have been, show its slope, and walk back along it; what is in sight."""
        x, data, fixed = np.array([self.px, self.py]), self._data(), self.fixed
        parts = [elsewhere(self.view)]
        if self.view != "back":
            parts.append(mean_noise(x, data, self.a))
        if self.view == "noise":
            numbers = self._numbers(data)
            parts.append(compatible(x, data, numbers, self.a, fixed["circles"]))
        elif self.view == "slope":
            parts += [identity(x, data, self.a), field(x, data, self.a, fixed)]
        else:
            parts.append(self._back(x, data))
        return Scene.of(*parts)

    def _data(self) -> Any:
        if self.data == "drawn":
            return SIDE * self.drawn("drawing", DOTS)
        return self.fixed[self.data]

    def _back(self, x: Any, data: Any) -> Scene:
        number, count = self._numbers(data), data.shape[0]
        at = np.ceil(self.which * count / DOTS)
        chosen = np.where((number == at)[:, None], data, 0).sum(axis=0)
        pace, one = (self.many, self.done), (self.one, chosen)
        return back(x, self.draws(self.n), data, pace, one, self.fixed)

    def _numbers(self, data: Any) -> Any:
        return self.fixed["number"][: data.shape[0], 0]
