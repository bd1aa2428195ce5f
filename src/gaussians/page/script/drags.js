// Drags of handles, by a mouse, a finger or arrow keys.

import { change, settle, undo } from "./change.js";
import { borders } from "./color.js";
import { handles, meant, moved, scaleOf } from "./handles.js";
import { config } from "./page.js";
import { state } from "./state.js";

/** @type {Record<string, number[]>} */
export const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export function listenToHandles() {
  for (const handle of handles) {
    listenToHand(handle);
    listenToArrows(handle);
  }
}

/** @param {Handle} touched */
function listenToHand(touched) {
  /** @type {{ handle: Handle, x: number, y: number, state: Values, right: number, up: number } | null} */
  let start = null;
  touched.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    touched.setPointerCapture(event.pointerId);
    const handle = meant(touched, event);
    const { right, up } = pixel(touched);
    const scale = scaleOf(handle);
    start = { handle, x: event.clientX, y: event.clientY, state: { ...state }, right: right * scale, up: up * scale };
  });
  touched.addEventListener("pointermove", (event) => {
    if (start) change(moved(start.handle, start.state, (event.clientX - start.x) * start.right, (start.y - event.clientY) * start.up), touched);
    else for (const handle of handles) handle.style.zIndex = handle === meant(touched, event) ? "1" : "0"; // a mouse sees it
  });
  touched.addEventListener("pointerup", () => {
    if (start) settle();
    start = null;
  });
  touched.addEventListener("pointercancel", () => {
    if (start) undo(start.state);
    start = null;
  });
}

/**
 * How far a pixel is in a handle's plane.
 * @param {Handle} handle
 */
function pixel({ dataset, parentElement }) {
  const { x: [left, right], y: [low, high] } = config.planes[dataset.plane];
  const { width, height } = /** @type {Element} */ (parentElement).getBoundingClientRect();
  const border = borders(dataset.plane);
  return { right: (right - left) / (width - border.left - border.other), up: (high - low) / (height - 2 * border.other) };
}

/** @param {Handle} handle */
function listenToArrows(handle) {
  handle.addEventListener("keydown", (event) => {
    if (!WAYS[event.key]) return;
    event.preventDefault();
    const { x, y } = handle.dataset;
    const toward = Math.sign(scaleOf(handle)); // a step of the number, however far the handle goes
    const [right, up] = WAYS[event.key].map((way) => toward * way * config.numbers[x || y].step * (event.shiftKey ? 10 : 1));
    change(moved(handle, state, right, up));
    settle();
  });
}
