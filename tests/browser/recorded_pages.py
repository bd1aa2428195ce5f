"""Recorded scenes, run by a real browser."""

from collections.abc import Iterator, Sequence
from typing import Any

from playwright.sync_api import Browser

from gaussians.kit.lesson import Lesson
from gaussians.kit.noise import draw_noise
from gaussians.record import record

# Every 31st point of each mark, for all points of a mark are computed alike.
_RUN = """([source, states, fixed, samples]) => {
  const scene = eval(source);
  return states.map((p) => {
    const marks = {}, readouts = {};
    const columns = (count) => [new Float64Array(count), new Float64Array(count)];
    const out = (name, count) => (marks[name] ??= columns(count));
    const { still, move } = scene(p);
    const drawn = { noise: fixed[p.seed], ...samples[p.seed] };
    for (const part of [still, move]) part(p, { ...fixed, ...drawn }, out, readouts);
    for (const key in marks) marks[key] = marks[key].map((x) => [...x].filter((_, i) => !(i % 31)));
    return { marks, readouts };
  });
}"""


def run(browser: Browser, lesson: type[Lesson], states: Sequence[dict[str, Any]]) -> Iterator[Any]:
    """Yield the marks and readouts of each state."""
    fixed = {name: array.T.tolist() for name, array in lesson.fixed.items()}
    seeds = {state["seed"] for state in states}
    fixed |= {str(seed): draw_noise(seed).T.tolist() for seed in seeds}
    samples = {
        seed: {name: lesson(seed=seed).counts(name).T.tolist() for name in lesson.samples}
        for seed in seeds
    }
    source, page = record(lesson), browser.new_page()
    for first in range(0, len(states), 100):
        yield from page.evaluate(_RUN, [source, states[first : first + 100], fixed, samples])
    page.close()
