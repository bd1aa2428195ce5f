// A number that can be played goes on by steps, too.

import { change, settle } from "./change.js";
import { implied } from "./controls.js";
import { config } from "./page.js";
import { state } from "./state.js";

const STEPS = 20; // from end to end
const CALM_STEPS = 10; // where motion is not wanted, and each press of Play is one
const FINE = 1000; // between the ends there are at least as many values: more than frames

/** @type {(key: string, value: number) => void} */
export function put(key, value) {
  const { low, high, whole } = config.numbers[key];
  const digits = whole ? 0 : Math.max(0, Math.ceil(Math.log10(FINE / (high - low))));
  const next = value <= low ? low : value >= high ? high : Number(value.toFixed(digits));
  if (next !== state[key]) change({ ...implied(key), [key]: next }); // at rest the server's answers catch up
}

/** @type {(key: string, way: number) => void} */
export function advanceBy(key, way) {
  const { low, high, whole, step } = config.numbers[key];
  put(key, Number(state[key]) + way * (whole ? step : (high - low) / STEPS));
  settle();
}

/** @param {string} key */
export function nudge(key) {
  const { low, high } = config.numbers[key];
  put(key, state[key] === high ? low : Number(state[key]) + (high - low) / CALM_STEPS);
  settle();
}
