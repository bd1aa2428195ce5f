// Browser engine: the recorded scene, computed and painted within one frame.

import { counts } from "./counts.js";
import { drawnIn } from "./drawing.js";
import { draw, renderers } from "./figure.js";
import { noises } from "./noise.js";
import { checked } from "./notice.js";
import { config, recorded } from "./page.js";
import { python } from "./python.js";
import { show } from "./readouts.js";
import { state } from "./state.js";

const fixed = Object.fromEntries(Object.entries(config.fixed).map(([name, columns]) =>
  [name, columns.map((column) => Float64Array.from(column, (value) => value ?? NaN))]));

export const browser = {
  frame: 0,
  telling: 0,
  last: 0, // when the last frame was computed
  /** @type {{ before: Marks, share: number } | null} */
  glide: null, // from where marks are on their way, and how far they have come
  unseen: /** @type {Marks} */ ({}), // marks of planes that are not there: arrays are used again
  still: "", // what noise, drawings and choices were drawn last: only they change what no slider moves
  ready: { of: "", numbers: /** @type {Ready} */ ([]) }, // what is made of them, to be moved

  change() {
    checked("");
    this.frame ||= requestAnimationFrame(() => this.compute());
  },

  compute() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (!recorded) return;
    const { still, move } = recorded(state);
    const chosen = choices(state);
    const arrays = arraysOf(recorded(state));
    const ready = this.made(arrays);
    /** @type {Marks} */
    const marks = {};
    /** @type {(name: string, count: number) => Float64Array[]} */
    const out = (name, count) => {
      marks[name] ??= sized(renderers[name]?.data_source.data ?? this.unseen[name], count);
      if (!renderers[name]) this.unseen[name] = marks[name];
      const { x, y } = marks[name];
      return [x, y];
    };
    if (this.still !== chosen) still(state, arrays, ready, out, null);
    this.still = this.glide ? "" : chosen; // what glides is not where it belongs yet
    move(state, arrays, ready, out, null);
    if (this.glide) drawBack(marks, this.glide);
    draw(marks);
    const now = performance.now();
    this.telling ||= setTimeout(() => this.tell(), Math.min(400, Math.max(100, 6 * (now - this.last))));
    this.last = now;
  },

  /** @type {(arrays: Arrays) => Ready} what no slider changes, once for each choice */
  made(arrays) {
    const chosen = choices(state);
    if (recorded && this.ready.of !== chosen) this.ready = { of: chosen, numbers: recorded(state).ready(state, arrays) };
    return this.ready.numbers;
  },

  // Nobody reads sixty numbers a second, and to lay out equations takes longer than to paint; so a
  // slow device waits for six frames. Nor is any computed before.
  tell() {
    clearTimeout(this.telling);
    this.telling = 0;
    if (!recorded) return;
    /** @type {Numbers} */
    const numbers = {};
    const arrays = arraysOf(recorded(state));
    recorded(state).move(state, arrays, this.made(arrays), null, numbers);
    show(numbers);
  },

  // Numbers that are shown may be those of a state before.
  isBehind() { return this.frame > 0 || this.telling > 0; },

  /** @param {() => void} then */
  settle(then) {
    if (this.frame) this.compute();
    if (this.telling) this.tell();
    then();
    python.ask(); // numpy has the last word, once the hand is off
  },
};

/** @type {(scene: Recorded) => Arrays} */
function arraysOf({ noises: shapes, drawings }) {
  const seed = Number(state.seed);
  return { ...fixed, ...noises(seed, shapes), ...counts(seed), ...drawnIn(state, drawings) };
}

/** @param {Values} values */
export const choices = (values) => JSON.stringify(recorded?.still.map((key) => values[key]));

/**
 * Draw marks back towards where they were; those of another length have no way to go.
 * @param {Marks} marks
 * @param {{ before: Marks, share: number }} glide
 */
function drawBack(marks, { before, share }) {
  for (const [name, columns] of Object.entries(marks)) {
    const from = before[name];
    if (from?.x.length !== columns.x.length) continue;
    for (const key of /** @type {("x" | "y")[]} */ (["x", "y"])) {
      for (const [i, start] of from[key].entries()) {
        if (Number.isFinite(start)) columns[key][i] = start + share * (columns[key][i] - start);
      }
    }
  }
}

/** @type {(columns: Marks[string] | undefined, count: number) => Marks[string]} */
const sized = (columns, count) => (columns?.x.length === count ? columns
  : { x: new Float64Array(count), y: new Float64Array(count) });
