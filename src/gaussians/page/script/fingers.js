// Fingers. Browsers move a slider as soon as it is touched, though the finger may be about to
// scroll. So the slider waits until the finger goes along it or lifts.

import { undo } from "./change.js";
import { state } from "./state.js";

/** @param {Input} slider */
export function listenToFinger(slider) {
  /** @type {{ x: number, y: number, state: Values, waits: boolean, value?: string } | null} */
  let finger = null;
  slider.addEventListener("pointerdown", ({ pointerType, clientX: x, clientY: y }) => {
    finger = pointerType === "mouse" ? null : { x, y, state: { ...state }, waits: true };
  });
  slider.addEventListener("input", (event) => {
    if (!finger?.waits) return;
    event.stopPropagation();
    finger.value = slider.value;
    slider.value = String(state[slider.dataset.key]);
  });
  slider.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
    if (finger && Math.abs(x - finger.x) > Math.abs(y - finger.y)) finger.waits = false;
  });
  slider.addEventListener("pointerup", () => {
    const tapped = finger?.waits ? finger.value : undefined;
    finger = null;
    if (tapped === undefined) return;
    slider.value = tapped;
    for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
  });
  slider.addEventListener("pointercancel", () => {
    if (finger) undo(finger.state);
    finger = null;
  });
}
