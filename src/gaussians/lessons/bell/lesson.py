"""Where the bell comes from: how it falls, how wide and high it is, and the areas under it."""

from pathlib import Path
from typing import Any, ClassVar

import param

from gaussians.kit.areas import pieces, strip
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Choice, Field, Group, Slider
from gaussians.lessons.bell.areas import areas
from gaussians.lessons.bell.fall import fall, far
from gaussians.lessons.bell.lines import places
from gaussians.lessons.bell.others import LAWS, others
from gaussians.lessons.bell.planes import PLANES
from gaussians.lessons.bell.scene import width

_VIEWS = {"fall": "how it falls", "width": "width and height", "far": "far out",
          "areas": "areas", "others": "break it"}  # fmt: skip
_LAWS = {"logistic": "logistic", "laplace": "Laplace"}


class Bell(Lesson):
    """A curve that falls as exp(-x²) does, made a density, with limits on the axis below it."""

    view: Any = param.Selector(default="fall", objects=[*_VIEWS], label="view")
    x = param.Number(1.0, bounds=(-2.5, 2.5), step=0.02, label="x")
    a = param.Number(1.0, bounds=(0.3, 2), step=0.01, label="a")
    height = param.Number(1.0, bounds=(0.1, 1), step=0.001, label="h")
    out = param.Number(3.0, bounds=(-5, 5), step=0.05, label="x")
    limit = param.Number(1.0, bounds=(0, 4), step=0.02, label="L")
    law: Any = param.Selector(default="logistic", objects=[*LAWS], label="other curve")
    n = param.Integer(1000, bounds=(100, 5000), step=100, label="number of points")

    key = "bell"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "area", {"view": "areas"}
    fixed: ClassVar = {"line": places(), "strip": strip(), "pieces": pieces()}
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", _VIEWS),)),
        Group("A place", (Slider("x", "place"),), when={"view": "fall"}),
        Group("Width", (Slider("a", "shape"),), when={"view": "width"}),
        Group("Height", (Slider("height", "shape"),), when={"view": "width"}),
        Group("A place", (Slider("out", "place", plays=8),), when={"view": "far"}),
        Group("Limits −L and L", (Slider("limit", "place"),), when={"view": "areas|others"}),
        Group("The red curve", (Choice("law", "observed", _LAWS),), when={"view": "others"}),
        Group("Points", (Slider("n", "noise"),), when={"view": "areas"}),
        Group("Noise", (Field("seed", "noise", ("resample", "Resample")),), when={"view": "areas"}),
    )  # fmt: skip
    presets: ClassVar = {
        "a = 1, h = 1": {"view": "width", "a": 1, "height": 1},
        "the standard bell": {"view": "width", "a": 0.5, "height": 0.399},
        "within 1": {"view": "areas", "limit": 1},
        "within 2": {"view": "areas", "limit": 2},
        "within 3": {"view": "areas", "limit": 3},
        "a tent": {"view": "far", "out": 5},
        "a corner": {"view": "others", "law": "laplace", "limit": 1},
    }

    def scene(self) -> Scene:
        """Look at how it falls, then at its width and height, and at areas."""
        line = self.fixed["line"]
        parts = (
            fall(self.x, line),
            width(self.a, self.height, self.fixed),
            far(self.out, line),
            areas(self.limit, self.draws(self.n), self.fixed),
            others(self.law, self.limit, self.fixed),
        )
        return Scene.of(*parts)
