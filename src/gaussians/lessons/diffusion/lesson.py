"""Diffusion: points of a picture mixed with noise until nothing else is left."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import param

from gaussians.kit import data
from gaussians.kit.drawing import Drawing
from gaussians.kit.images import places
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Choice, Field, Group, Pen, Slider, Tick
from gaussians.lessons.diffusion.arcs import arcs, row
from gaussians.lessons.diffusion.gap import CELLS, REACH, gap
from gaussians.lessons.diffusion.planes import PLANES, SHEET
from gaussians.lessons.diffusion.scene import shares, small_steps
from gaussians.lessons.diffusion.schedule import SCHEDULES, STEPS, curves, moment, table
from gaussians.lessons.diffusion.shares import moments
from gaussians.lessons.diffusion.walk import Steps

_VIEWS = {"mix": "arcs", "shares": "variance", "steps": "jump or steps", "gap": "how far"}
_DATA = {"letters": "letters", "spiral": "spiral", "moons": "two moons",
         "drawn": "yours"}  # fmt: skip
_HEART = "gsgthwjzn2s4x3205w6q5l2fxasWnRjNhKgIgHfIeKcNYRTWOaJfGlEqGwJ0O3T4Y2czewftgs"
COUNT = data.COUNT


class Diffusion(Lesson):
    """Which data, how fast noise comes, and how much has come."""

    view: Any = param.Selector(default="mix", objects=[*_VIEWS], label="view")
    picture: Any = param.Selector(default="letters", objects=[*_DATA], label="picture")
    schedule: Any = param.Selector(default="linear", objects=[*SCHEDULES], label="schedule")
    t = param.Number(6.0, bounds=(0, STEPS), step=0.1, label="time t")
    drawing = Drawing(_HEART)
    point = param.Integer(76, bounds=(1, COUNT), step=1, label="point")
    shrink = param.Integer(1, bounds=(0, 1), step=1, label="shrink before each step")

    key = "diffusion"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    noises: ClassVar = {"noise": (COUNT, 2), "across": (COUNT, STEPS), "up": (COUNT, STEPS)}
    portrait = "points", {"t": 4.0}
    picks: ClassVar = {"point": ("cloud", "walked", "jumped")}
    fixed: ClassVar = {
        "letters": data.letters(), "spiral": data.spiral(), "moons": data.moons(),
        **{name: table(schedule) for name, schedule in SCHEDULES.items()},
        "index": np.arange(1.0, COUNT + 1)[:, None],
        "quarter": np.linspace(0, 1, 41)[:, None],
        "cells": places((-REACH, REACH), CELLS),
    }  # fmt: skip
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", _VIEWS),)),
        Group("Picture", (Choice("picture", "second", _DATA),)),
        Group(
            "Time",
            (
                Slider("t", "shape", plays=10, once=True),
                Choice("schedule", "shape", {name: name for name in SCHEDULES}),
            ),
        ),
        Group(
            "Drawn by hand",
            (Pen("drawing", "second"),),
            {"view": "mix", "picture": "drawn"},
        ),
        Group("Followed", (Slider("point", "noise"),), {"view": "mix|steps"}),
        Group("Break it", (Tick("shrink", "observed"),), {"view": "shares"}),
        Group("Noise", (Field("seed", "noise", ("resample", "Resample")),)),
    )
    presets: ClassVar = {
        "two moons": {"view": "mix", "picture": "moons"},
        "cosine": {"view": "mix", "schedule": "cosine"},
        "50 small steps": {"view": "steps", "t": 50},
        "how far a spiral is": {"view": "gap", "picture": "spiral"},
        "no shrinking": {"view": "shares", "shrink": 0, "t": 35},
    }

    def scene(self) -> Scene:
        """Mix, walk, measure."""
        fixed, index = self.fixed, self.fixed["index"]
        drawn = SHEET * self.drawn("drawing", COUNT)
        points = drawn if self.picture == "drawn" else fixed[self.picture]
        noise, chosen = self.draws(COUNT), fixed[self.schedule]
        (other,) = (fixed[name] for name in SCHEDULES if name != self.schedule)
        at = moment(chosen, self.t)
        steps = Steps(self.table("across"), self.table("up"))
        start, own = row(points, index, self.point), row(noise, index, self.point)
        jumped = arcs(at, points, noise, np.stack([start, own]), fixed["quarter"])
        cloud = jumped.marks["cloud"]
        dot = start[None, :]
        again = {
            "ghost": points, "ghost_walk": points, "ghost_jump": points, "jumped": cloud,
            "shaded": cloud, "jump": jumped.marks["arc"], "jump_end": jumped.marks["one"],
            "walk_data": dot, "jump_data": dot,
        }  # fmt: skip
        return Scene.of(
            jumped,
            small_steps(at, points, steps, (start, steps.of(index, self.point))),
            shares(at, points, cloud, steps, self.shrink, chosen),
            gap(at, points, moments(points), fixed["cells"]),
            Scene(curves(at, chosen, other) | again, {"point": self.point}),
        )
