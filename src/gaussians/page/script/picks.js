// A click into the figure picks the dot that is nearest.

import { announce } from "./announce.js";
import { change, settle } from "./change.js";
import { isShown } from "./emphasis.js";
import { renderers } from "./figure.js";
import { format } from "./numbers.js";
import { config } from "./page.js";

const NEAR = 16; // pixels

/** @param {any} plot */
export function listenToTaps(plot) {
  plot.on_event("tap", (/** @type {Point} */ event) => pick(plot, event));
}

/**
 * @param {any} plot
 * @param {Point} at
 */
export function pick(plot, at) {
  const pixel = {
    x: (plot.x_range.end - plot.x_range.start) / plot.inner_width,
    y: (plot.y_range.end - plot.y_range.start) / plot.inner_height,
  };
  const here = new Set(plot.renderers.map((/** @type {Named} */ { name }) => name));
  for (const [key, names] of Object.entries(config.picks)) {
    const index = nearest(names.filter((name) => here.has(name) && isShown(name)), at, pixel, config.numbers[key].high);
    if (index >= 0) {
      change({ [key]: index + 1 });
      settle();
      const own = names.filter((name) => here.has(name)).map((name) => renderers[name].data_source.data);
      sayPoint(index, own.find(({ x }) => !Number.isNaN(x[index])) ?? own[0]); // its dot may be one of several marks
    }
  }
}

/** @type {(index: number, points: Marks[string]) => void} */
function sayPoint(index, { x, y }) {
  announce(`Point ${index + 1} of ${x.length}, at ${format(x[index], "2")}, ${format(y[index], "2")}`);
}

/** @type {(names: string[], at: Point, pixel: Point, most: number) => number} */
function nearest(names, at, pixel, most) {
  let best = { distance: NEAR, index: -1 };
  for (const name of names) {
    const { x, y } = renderers[name].data_source.data;
    for (let i = 0; i < x.length && i < most; i++) {
      const distance = Math.hypot((x[i] - at.x) / pixel.x, (y[i] - at.y) / pixel.y);
      if (distance < best.distance) best = { distance, index: i };
    }
    if (best.index >= 0) break;
  }
  return best.index;
}
