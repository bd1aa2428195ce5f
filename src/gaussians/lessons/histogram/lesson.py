"""Real people under a bell: how wide bins are, what more people change, and two bells in one."""

from pathlib import Path
from typing import Any, ClassVar

import param

from gaussians.kit.counts import Drawn, Taken
from gaussians.kit.curves import FIXED
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.parts import Button, Choice, Field, Group, Slider
from gaussians.lessons.histogram.bins import INDEX, WIDEST
from gaussians.lessons.histogram.mixing import GRID, equal, everybody, mix
from gaussians.lessons.histogram.people import BINS, MEN, WOMEN, counted, shares
from gaussians.lessons.histogram.planes import PLANES
from gaussians.lessons.histogram.scene import N, drawn, women

_VIEWS = {"women": "1,986 women", "sample": "women drawn", "mixed": "men mixed in",
          "two": "two equal bells"}  # fmt: skip
_MEAN, _SD = WOMEN.mean[0], WOMEN.std[0]


class Histogram(Lesson):
    """Bins of people, a bell to fit, a sample's size, and how the men are mixed in."""

    view: Any = param.Selector(default="women", objects=[*_VIEWS], label="view")
    width = param.Integer(2, bounds=(1, WIDEST), step=1, label="width")
    start = param.Integer(0, bounds=(0, WIDEST - 1), step=1, label="moved")
    mu = param.Number(_MEAN, bounds=(150, 180), step=0.05, label="mean")
    sigma = param.Number(_SD, bounds=(4, 10), step=0.02, label="sd")
    sample = param.Integer(1, bounds=(1, len(N)), step=1, label="size")
    men = param.Number(0.67, bounds=(0, 1), step=0.01, label="men")
    distance = param.Number(1.0, bounds=(0, 4), step=0.02, label="apart")

    key = "histogram"
    source = Path(__file__).with_name("words.md")
    planes = PLANES
    portrait = "people", {"width": 3}
    fixed = FIXED | {"bins": BINS, "index": INDEX, "grid": GRID}
    samples: ClassVar = {
        "drawn": Drawn(tuple(shares(WOMEN).tolist())),
        "real": Taken(tuple(counted(1).astype(int).tolist())),
    }
    controls: ClassVar = (
        Group("Show", (Choice("view", "shape", _VIEWS),)),
        Group(
            "Bins, in whole cm",
            (Slider("width", "noise"), Slider("start", "noise")),
            when={"view": "women|sample|mixed"},
        ),
        Group(
            "The bell",
            (
                Slider("mu", "place"),
                Slider("sigma", "shape"),
                Button("own", "The women’s own mean and sd", "shape",
                       {"mu": "own_mean", "sigma": "own_sd"}),
            ),
            when={"view": "women"},
        ),
        Group(
            "Size 1 to 21: from 20 women to 100 million",
            (Slider("sample", "noise", plays=10),),
            when={"view": "sample"},
        ),
        Group("Noise", (Field("seed", "noise", ("resample", "Resample")),),
              when={"view": "sample"}),
        Group("Share of men", (Slider("men", "second", plays=6),), when={"view": "mixed"}),
        Group("Distance, in sd", (Slider("distance", "second", plays=6),), when={"view": "two"}),
    )  # fmt: skip
    presets: ClassVar = {
        "a fence": {"view": "women", "width": 1, "start": 0},
        "a block": {"view": "women", "width": 20, "start": 10},
        "100 million": {"view": "sample", "sample": len(N), "width": 1},
        "as many men as women": {"view": "mixed", "men": 0.5},
        "3 sd apart": {"view": "two", "distance": 3},
    }

    def scene(self) -> Scene:
        """Count the women, draw some, and mix the men in."""
        bins, index, bell, grid = (self.fixed[key] for key in ("bins", "index", "bell", "grid"))
        cut = (bins, index, self.width, self.start)
        marks, readouts = equal(self.distance, grid, bell)
        parts = [
            women(bins[:, 3], *cut, self.mu, self.sigma, bell),
            drawn(self.counts("drawn"), self.counts("real"), self.sample, *cut, bell),
            mix(WOMEN, MEN, self.men, grid, bell),
            Scene({f"two_{key}": mark for key, mark in marks.items()},
                  {f"two_{key}": value for key, value in readouts.items()}),
        ]  # fmt: skip
        own = {"own_mean": _MEAN, "own_sd": _SD, "men": self.men, "distance": self.distance}
        return Scene.of(*parts, Scene({"everybody": everybody(*cut, self.men)}, own))
