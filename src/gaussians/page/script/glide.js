// Smooth moves. A number goes to its new value along the values between, so that the picture is true
// at every moment; a choice or a drawing has none between, so points glide from where they were.

import { browser } from "./browser.js";
import { change, settle } from "./change.js";
import { snapshot } from "./figure.js";
import { config, recorded } from "./page.js";
import { state } from "./state.js";

const LASTS = 500; // ms
export const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** @type {{ from: Values, to: Values, smooth: string[], before: Marks | null, start: number, frame: number } | null} */
let move = null;

/** @param {Values} to */
export function moveTo(to) {
  finish();
  if (!recorded || calm.matches || document.hidden) {
    change(to);
    return settle();
  }
  const differs = (/** @type {string} */ key) => to[key] !== state[key];
  const smooth = Object.keys(to).filter((key) => differs(key) && config.numbers[key]?.whole === false);
  const before = Object.keys({ ...config.choices, ...config.drawings }).some((key) => key in to && differs(key)) ? snapshot() : null;
  move = { from: { ...state }, to, smooth, before, start: performance.now(), frame: 0 };
  advance(move.start);
}

/** @param {number} now */
function advance(now) {
  if (!move) return;
  const share = Math.min(1, Math.max(0, (now - move.start) / LASTS));
  if (share === 1) return finish();
  move.frame = requestAnimationFrame(advance);
  const { from, to, smooth, before } = move;
  const eased = share * share * (3 - 2 * share);
  /** @type {(key: string) => [string, number]} */
  const between = (key) => [key, Number(from[key]) + eased * (Number(to[key]) - Number(from[key]))];
  browser.glide = before && { before, share: eased };
  change({ ...to, ...Object.fromEntries(smooth.map(between)) });
}

/** A hand does not wait for a move that is still on its way. */
export function finish() {
  if (!move) return;
  const { to, frame } = move;
  cancelAnimationFrame(frame);
  move = null;
  browser.glide = null;
  change(to);
  settle();
}

export const isMoving = () => move !== null;

export function listenToHands() {
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, finish, { capture: true });
}
