"""Lessons of arrays of two long axes, as lessons on moments, lengths and scores have them."""

from typing import Any, ClassVar

import numpy as np
import param

from gaussians.kit.images import places
from gaussians.kit.lesson import Lesson, Scene

_INDEX = np.arange(-50.0, 51)[:, None]


class Seeds(Lesson):
    """Means of the first draws of each of 200 seeds, counted in an interval and in bins."""

    key = "seeds"
    planes: ClassVar = {}  # nobody looks at it
    N = param.Integer(900, bounds=(1, 1000))
    noises: ClassVar = {"seeds": (200, 1000)}
    fixed: ClassVar = {"index": _INDEX}

    def scene(self) -> Scene:
        s, edges = self.table("seeds"), self.fixed["index"][:, 0] / 10
        means = np.where(np.arange(1000) < self.N, s, 0).sum(axis=1) / self.N
        counts = np.histogram(means * np.sqrt(self.N), edges)[0]
        inside = (np.abs(means) < 2 / np.sqrt(self.N)).sum()
        marks = {"counts": np.stack([edges[1:], counts], axis=1)}
        return Scene(marks, {"inside": inside, "power": (s**2).mean(axis=1).max()})


class Lengths(Lesson):
    """Lengths of 500 points in up to 1,000 dimensions, counted in bins."""

    key = "lengths"
    planes: ClassVar = {}  # nobody looks at it
    n = param.Integer(900, bounds=(1, 1000))
    noises: ClassVar = {"space": (500, 1000)}
    fixed: ClassVar = {"index": _INDEX}

    def scene(self) -> Scene:
        s = self.table("space")
        r = np.sqrt(np.where(np.arange(1000) < self.n, s**2, 0).sum(axis=1))
        edges = np.sqrt(self.n) + self.fixed["index"][:, 0] / 10
        counts = np.histogram(r, edges)[0]
        return Scene({"counts": np.stack([edges[1:], counts], axis=1)}, {"mean": r.mean()})


class Field(Lesson):
    """Weighted means of 500 noisy data points at 20 × 20 places."""

    key = "field"
    planes: ClassVar = {}  # nobody looks at it
    a = param.Number(0.7, bounds=(0, 0.99))
    fixed: ClassVar = {
        "places": np.stack(np.meshgrid(*[np.linspace(-3, 3, 20)] * 2), axis=-1).reshape(-1, 2),
        "data": np.random.default_rng(0).standard_normal((500, 2)),
    }

    def scene(self) -> Scene:
        x, a, v = self.fixed["places"], self.a, 1 - self.a**2
        data = self.fixed["data"] + self.draws(500) / 10
        d2 = ((x[:, None] - a * data[None, :]) ** 2).sum(axis=2)
        w = np.exp(-d2 / (2 * v))
        marks: dict[str, Any] = {
            "field": (w @ data) / w.sum(axis=1)[:, None],
            "share": np.stack([data[:, 0], (w / w.sum(axis=1)[:, None]).sum(axis=0)], axis=1),
        }
        return Scene(marks, {"total": w.sum()})


class Density(Lesson):
    """The density of 500 data points, each one smeared by a Gaussian, on a grid of 64 x 48."""

    key = "density"
    planes: ClassVar = {}  # nobody looks at it
    width = param.Number(0.3, bounds=(0.05, 2))
    fixed: ClassVar = {
        "across": places((-3, 3), 48),
        "up": places((-3, 3), 64),
        "edges": np.linspace(-3, 3, 121)[:, None],
        "data": np.random.default_rng(0).standard_normal((500, 2)),
    }

    def scene(self) -> Scene:
        x, y = (self.fixed["data"] + self.draws(500) / 10).T
        up, across = self.fixed["up"], self.fixed["across"]
        bells = [np.exp(-np.square((g - d) / self.width) / 2) for g, d in ((up, y), (across, x))]
        heights = bells[0] @ bells[1].T
        share = np.histogram(x, self.fixed["edges"][:, 0])[0].reshape(10, 12) / 500
        marks = {"image": heights / heights.max(), "share": share, "row": bells[1] / 2}
        return Scene(marks, {"total": heights.mean(), "empty": (share < self.width / 100).sum()})
