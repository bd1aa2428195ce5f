// Live numbers, and the sentence about the figure that a screen reader says.

import { format } from "./numbers.js";
import { all, config, one } from "./page.js";

/** @type {Numbers} */
export const readouts = { ...config.readouts };
/** @type {Slot[]} */
const slots = all("[data-readout]");
/** @type {Set<string>} */
export const concealed = new Set();

/** @param {Numbers} changed */
export function show(changed) {
  Object.assign(readouts, changed);
  for (const slot of slots) {
    const { readout, format: kind } = slot.dataset;
    const text = concealed.has(readout) ? "?" : format(readouts[readout], kind);
    if (slot.textContent !== text) slot.textContent = text;
  }
}

// A screen reader hears where a change ended, not each step of it.
export function describe() {
  const sentence = /** @type {HTMLElement} */ (one("#sentence").cloneNode(true));
  for (const part of all("[hidden]", sentence)) part.remove();
  one("#description").textContent = sentence.textContent.replace(/\s+/g, " ").trim();
}
