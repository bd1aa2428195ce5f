"""Lessons of runs, as lessons on descents and on walks back from noise have them."""

from typing import Any, ClassVar

import numpy as np
import param

from gaussians.core import expected_noise, noise_weights, noisy_logpdf, step_back
from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.runs import end, path


class Descent(Lesson):
    """Two descents of E x² and of E cos 5x by slopes at one draw a step, and one by a mean."""

    key = "descent"
    planes: ClassVar = {}  # nobody looks at it
    k = param.Integer(60, bounds=(1, 60))
    rate = param.Number(0.1, bounds=(0, 0.5))
    a = param.Number(1.5, bounds=(-3, 3))
    noises: ClassVar = {"seeds": (60, 1), "noise": (500, 2)}
    fixed: ClassVar = {"steps": np.arange(60.0)[:, None]}

    def scene(self) -> Scene:
        eps, noise = self.draws(60, "seeds"), self.draws(500)
        calm = path(lambda x, e: x - self.rate * 2 * (x + e[0]), self.a, eps)
        both = path(
            lambda x, e: np.stack([x[1] - self.rate * e[0], x[0] + np.sin(5 * x[1])]),
            [self.a, 2],
            eps,
        )
        mean = path(
            lambda x, step: x - self.rate * np.cos(5 * (x + noise[:, 0])).mean() / (1 + step[0]),
            self.a,
            self.fixed["steps"][: self.k],
        )
        marks: dict[str, Any] = {
            "calm": np.stack([calm, calm * calm], axis=1),
            "both": both,
            "mean": np.stack([mean, -mean], axis=1),
        }
        return Scene(marks, {"last": calm.sum(), "mean": mean.max(), "count": mean.shape[0]})


class WalkBack(Lesson):
    """Points that walk from noise to data, one of them by its path, and where noise may be from."""

    key = "back"
    planes: ClassVar = {}  # nobody looks at it
    k = param.Integer(20, bounds=(1, 40))
    a = param.Number(0.7, bounds=(0.1, 0.99))
    fixed: ClassVar = {
        "data": np.random.default_rng(0).standard_normal((80, 2)),
        "steps": np.arange(40.0)[:, None],
    }

    def scene(self) -> Scene:
        data, steps = self.fixed["data"], self.fixed["steps"][: self.k, 0]

        def back(x: Any, step: Any) -> Any:
            here, there = 0.98 * step / self.k, 0.98 * (step + 1) / self.k
            return step_back(x, expected_noise(x, data, here + 0.01), here + 0.01, there + 0.01)

        noise, place = self.draws(50), np.array([self.a, -1.0])
        walked = end(back, noise, steps)
        marks = {
            "walked": walked,
            "path": path(back, place, steps),
            "field": expected_noise(noise, data, self.a),
            "weights": np.stack([data[:, 0], noise_weights(place, data, self.a)], axis=1),
            "heights": np.stack([noise[:, 0], noisy_logpdf(noise, data, self.a)], axis=1),
        }
        readouts = {
            "mean": (walked - noise).mean(),
            "height": noisy_logpdf(place, data, self.a),
            "noise": expected_noise(place, data, self.a)[0],
        }
        return Scene(marks, readouts)
