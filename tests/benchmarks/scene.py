"""How long a browser takes for the arrays of a scene that counts, in milliseconds. By hand.

`python tests/benchmarks/scene.py`: points counted into bins, their running means, and what is
added up over both axes of a table.
"""

import sys
from pathlib import Path
from statistics import median
from typing import Any, ClassVar

import numpy as np
import param
from pages import CHROMIUM
from playwright.sync_api import sync_playwright

from gaussians.kit.lesson import Lesson, Scene
from gaussians.kit.noise import MOST
from gaussians.record import record

sys.path.append(str(Path(__file__).parents[1] / "record"))
from tables import Density, Field, Lengths, Seeds

ROUNDS = 200

_TIME = """([source, state, fixed, noises, rounds]) => {
  const { ready, still, move } = eval(source)(state);
  const array = (columns) => columns.map((column) => Float64Array.from(column));
  const arrays = Object.fromEntries(Object.entries(fixed).map(([k, v]) => [k, array(v)]));
  for (const [name, numbers] of Object.entries(noises)) arrays[name] = Float64Array.from(numbers);
  const columns = {};
  const out = (name, n) => columns[name] ??= [new Float64Array(n), new Float64Array(n)];
  const made = ready(state, arrays);
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let i = 0; i < 10; i++) {
      still(state, arrays, out, {}, made);
      move(state, arrays, out, {}, made);
    }
    return (performance.now() - start) / 10;
  });
}"""


class Counting(Lesson):
    """A histogram whose bins a slider sets."""

    key = "counting"
    width = param.Number(0.08, bounds=(0.01, 1))
    fixed: ClassVar = {"index": np.arange(-50.0, 51)[:, None]}

    def scene(self) -> Scene:
        edges = self.width * self.fixed["index"][:, 0]
        heights = np.histogram(self.draws(MOST)[:, 0], edges)[0] / MOST / np.diff(edges)
        return Scene({"counts": np.stack([edges[1:], heights], axis=1)}, {})


class Running(Lesson):
    """Running means of scaled points."""

    key = "running"
    scale = param.Number(1.5, bounds=(0, 2))

    def scene(self) -> Scene:
        x = self.scale * self.draws(MOST)
        return Scene({"means": np.cumsum(x, axis=0) / np.cumsum(np.ones_like(x), axis=0)}, {})


LESSONS = {
    f"{MOST:,} points, counted into 100 bins": Counting,
    f"{MOST:,} points, running means": Running,
    "200 seeds of 1,000 draws, their means counted": Seeds,
    "500 points in 1,000 dimensions, their lengths counted": Lengths,
    "500 data points weighed at 400 places": Field,
    "500 data points smeared over an image of 64 x 48": Density,
}


def arguments(lesson: Any) -> list[Any]:
    """Return what the timing script is called with."""
    fixed = {name: array.T.tolist() for name, array in lesson.fixed.items()}
    noises = {name: lesson().table(name).ravel().tolist() for name in lesson.noises}
    return [record(lesson), lesson().state(), fixed, noises, ROUNDS]


def main() -> None:
    """Print a line for each."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        page = browser.new_page()
        for what, lesson in LESSONS.items():
            took = median(page.evaluate(_TIME, arguments(lesson)))
            print(f"{what}: {took:.3f} ms")
        browser.close()


if __name__ == "__main__":
    main()
