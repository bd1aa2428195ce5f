// Play: a slider goes to and fro by itself, or once to its end; it steps, too. Where motion is not wanted,
// each press is a tenth of the way.

import { advanceBy, nudge, put } from "./advance.js";
import { change, settle } from "./change.js";
import { implied } from "./controls.js";
import { calm, finish } from "./glide.js";
import { all, config } from "./page.js";
import { listenToSpeed, speedNow } from "./speed.js";
import { state } from "./state.js";

const REST = 400; // ms at each end, so that it is seen
/** @type {Data[]} */
const buttons = all("[data-play]");

/** @type {{ button: Data, frame: number, at: number, way: number, value: number, left: string | number } | null} */
let playing = null;

/** @param {Data} button */
function play(button) {
  finish();
  const { play: key, once } = button.dataset;
  if (calm.matches) return nudge(key);
  const { low, high } = config.numbers[key];
  const isOver = once !== undefined && state[key] === high;
  change({ ...implied(key), ...isOver && { [key]: low } });
  const at = performance.now() + (isOver ? REST : 0);
  playing = { button, frame: requestAnimationFrame(sweep), at, way: 1, value: Number(state[key]), left: state[key] };
  button.classList.add("playing");
  rename(button);
}

export function halt() {
  if (!playing) return;
  const { button, frame } = playing;
  cancelAnimationFrame(frame);
  playing = null;
  button.classList.remove("playing");
  rename(button);
  settle();
}

/** @param {Data} button */
function rename(button) {
  const { label } = config.numbers[button.dataset.play];
  const isPlaying = button.classList.contains("playing");
  button.ariaLabel = isPlaying ? `Pause ${label}` : calm.matches ? `Advance ${label} by a tenth` : `Play ${label}`;
}

/** @param {number} now */
function sweep(now) {
  if (!playing) return;
  const { button: { dataset: { play: key, seconds, once } } } = playing;
  if (isTakenOver(playing)) return halt();
  const { low, high } = config.numbers[key];
  if (now > playing.at) {
    playing.value += playing.way * speedNow() * (high - low) * (now - playing.at) / 1000 / Number(seconds);
    playing.at = now;
  }
  const end = playing.way > 0 ? high : low;
  const isThere = (end - playing.value) * playing.way <= 0;
  if (isThere) {
    playing.value = end;
    playing.way = -playing.way;
    playing.at = now + REST;
  }
  put(key, playing.value);
  if (isThere && once !== undefined) return halt();
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

/** @param {Data} button */
function toggle(button) {
  const was = playing?.button;
  halt();
  if (was !== button) play(button);
}

/** @type {(button: Data, event: KeyboardEvent) => void} */
function pressKey(button, event) {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  const { type } = /** @type {HTMLInputElement} */ (target);
  if (type === "text" || ctrlKey || altKey || metaKey) return;
  if (key === " " && type === "range") toggle(button);
  else if (key === ".") step(button, 1);
  else if (key === ",") step(button, -1);
  else return;
  event.preventDefault();
}

/** @type {(button: Data, way: number) => void} */
function step({ dataset }, way) {
  halt();
  finish();
  advanceBy(dataset.play, way);
}

export function listenToPlay() {
  for (const button of buttons) {
    const row = /** @type {HTMLElement} */ (button.closest(".slider"));
    button.addEventListener("click", () => toggle(button));
    row.querySelector(".advance")?.addEventListener("click", () => step(button, 1));
    row.addEventListener("keydown", (event) => pressKey(button, event));
    row.addEventListener("input", halt); // a hand takes over
  }
  const nameAll = () => buttons.forEach(rename);
  calm.addEventListener("change", nameAll);
  nameAll();
  listenToSpeed();
  document.addEventListener("input", (/** @type {{ target: any }} */ { target }) => { if (target.type === "text") halt(); }); // or it would be overwritten
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") halt(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) halt(); }); // time does not go on unseen
}
