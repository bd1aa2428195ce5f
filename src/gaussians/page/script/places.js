// Planes of which a click or a tap sets two numbers to where it is. A mouse goes on moving them from
// there, and so does a finger that goes sideways; up and down it scrolls the page. The handle that is
// at the place moves whichever way a finger goes, and by keys.

import { change, settle, undo } from "./change.js";
import { onGrid } from "./handles.js";
import "./locked.js"; // some are taken away
import { all, config } from "./page.js";
import { state } from "./state.js";

const STEADY = 4; // pixels that a finger moves when it taps

/** @type {Handle[]} */
export const placers = all(".placer");

export function listenToPlaces() {
  for (const placer of placers) listenToPlacingHand(placer);
}

/**
 * Where in its plane a hand is, on an element that covers the plane.
 * @type {(target: Handle, event: PointerEvent) => Point}
 */
export function placeOf(target, { clientX, clientY }) {
  const { x: [left, right], y: [low, high] } = config.planes[target.dataset.plane];
  const box = target.getBoundingClientRect();
  return { x: left + (clientX - box.left) / box.width * (right - left), y: high - (clientY - box.top) / box.height * (high - low) };
}

/** @type {(placer: Handle, event: PointerEvent) => void} */
function placeAt(placer, event) {
  const { x, y } = placeOf(placer, event);
  const numbers = [[placer.dataset.x, x], [placer.dataset.y, y]].map(([key, value]) => {
    const { low, high } = config.numbers[key];
    return [key, Math.min(high, Math.max(low, onGrid(String(key), Number(value))))];
  });
  change(Object.fromEntries(numbers), placer);
}

/** @param {Handle} placer */
function listenToPlacingHand(placer) {
  /** @type {{ x: number, y: number, state: Values, moves: boolean } | null} */
  let start = null;
  placer.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    placer.setPointerCapture(event.pointerId);
    start = { x: event.clientX, y: event.clientY, state: { ...state }, moves: event.pointerType === "mouse" };
    if (start.moves) placeAt(placer, event); // a finger may be about to scroll
  });
  placer.addEventListener("pointermove", (event) => {
    if (!start) return;
    start.moves ||= Math.abs(event.clientX - start.x) > Math.max(STEADY, Math.abs(event.clientY - start.y));
    if (start.moves) placeAt(placer, event);
  });
  placer.addEventListener("pointerup", (event) => {
    if (!start) return;
    placeAt(placer, event);
    settle();
    start = null;
  });
  placer.addEventListener("pointercancel", () => {
    if (start) undo(start.state);
    start = null;
  });
}
