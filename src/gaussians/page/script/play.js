// Play: a slider goes to and fro by itself. Where motion is not wanted, each press is a tenth of the way.

import { change, settle } from "./change.js";
import { implied } from "./controls.js";
import { calm, finish } from "./glide.js";
import { all, config, one } from "./page.js";
import { state } from "./state.js";

const CALM_STEPS = 10;
const REST = 400; // ms at each end, so that it is seen
/** @type {Data[]} */
const buttons = all("[data-play]");

/** @type {{ button: Data, frame: number, at: number, way: number, value: number, left: string | number } | null} */
let playing = null;

/** @param {Data} button */
function play(button) {
  finish();
  const key = button.dataset.play;
  if (calm.matches) return nudge(key);
  change(implied(key));
  playing = { button, frame: requestAnimationFrame(sweep), at: performance.now(), way: 1, value: Number(state[key]), left: state[key] };
  button.setAttribute("aria-pressed", "true");
}

export function halt() {
  if (!playing) return;
  cancelAnimationFrame(playing.frame);
  playing.button.setAttribute("aria-pressed", "false");
  playing = null;
  settle();
}

/** @param {number} now */
function sweep(now) {
  if (!playing) return;
  const { button: { dataset: { play: key, seconds } } } = playing;
  if (isTakenOver(playing)) return halt();
  const { low, high } = config.numbers[key];
  if (now > playing.at) {
    playing.value += playing.way * (high - low) * (now - playing.at) / 1000 / Number(seconds);
    playing.at = now;
  }
  if (playing.value * playing.way >= (playing.way > 0 ? high : -low)) {
    playing.value = playing.way > 0 ? high : low;
    playing.way = -playing.way;
    playing.at = now + REST;
  }
  put(key, playing.value);
  playing.left = state[key];
  playing.frame = requestAnimationFrame(sweep);
}

/**
 * A hand chose otherwise: the value, what it matters for, or a page without this button.
 * @param {{ button: Data, left: string | number }} playing
 */
function isTakenOver({ button, left }) {
  const { play: key } = button.dataset;
  return state[key] !== left || Object.entries(implied(key)).some(([other, value]) => state[other] !== value)
    || button.closest("[hidden], .walking #controls:not(.open) .aside") !== null;
}

/** @param {string} key */
function nudge(key) {
  const { low, high } = config.numbers[key];
  const next = Number(state[key]) + (high - low) / CALM_STEPS;
  put(key, next > high + 1e-9 ? low : next);
  settle();
}

/** @type {(key: string, value: number) => void} */
function put(key, value) {
  const next = config.numbers[key].whole ? Math.round(value) : Number(value.toFixed(6));
  if (next !== state[key]) change({ ...implied(key), [key]: next }); // at rest the server's answers catch up
}

/** @param {Data} button */
function toggle(button) {
  const was = playing?.button;
  halt();
  if (was !== button) play(button);
}

export function listenToPlay() {
  for (const button of buttons) {
    const row = /** @type {HTMLElement} */ (button.closest(".slider"));
    button.addEventListener("click", () => toggle(button));
    one("input[type=range]", row).addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      toggle(button);
    });
    row.addEventListener("input", halt); // a hand takes over
  }
  document.addEventListener("input", (/** @type {{ target: any }} */ { target }) => { if (target.type === "text") halt(); }); // or it would be overwritten
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") halt(); });
}
