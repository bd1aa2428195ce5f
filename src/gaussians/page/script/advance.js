// A number that can be played goes on by steps, too.

import { change, settle } from "./change.js";
import { implied } from "./controls.js";
import { config } from "./page.js";
import { state } from "./state.js";

const STEPS = 20; // from end to end
const CALM_STEPS = 10; // where motion is not wanted, and each press of Play is one

/** @type {(key: string, value: number) => void} */
export function put(key, value) {
  const next = config.numbers[key].whole ? Math.round(value) : Number(value.toFixed(6));
  if (next !== state[key]) change({ ...implied(key), [key]: next }); // at rest the server's answers catch up
}

/** @type {(key: string, way: number) => void} */
export function advanceBy(key, way) {
  const { low, high, whole } = config.numbers[key];
  const next = Number(state[key]) + way * (whole ? 1 : (high - low) / STEPS);
  put(key, Math.min(high, Math.max(low, next)));
  settle();
}

/** @param {string} key */
export function nudge(key) {
  const { low, high } = config.numbers[key];
  const next = Number(state[key]) + (high - low) / CALM_STEPS;
  put(key, state[key] === high ? low : Math.min(high, next));
  settle();
}
