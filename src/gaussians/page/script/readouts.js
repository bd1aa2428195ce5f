// Live numbers, and the sentence about the figure that a screen reader says.

import { format } from "./numbers.js";
import { all, config, one } from "./page.js";

/** @type {Numbers} */
export const readouts = { ...config.readouts };
/** @type {Slot[]} */
const slots = all("[data-readout]");
/** @type {Set<string>} */
let concealed = new Set();

// Whatever waits for new numbers.
/** @type {(() => void)[]} */
const waiting = [];

/** @param {() => void} then */
export const onNumbers = (then) => waiting.push(then);

/** @param {string[]} names of readouts that are a “?” from now on; all others are shown */
export function conceal(names) {
  concealed = new Set(names);
  tellSlots(); // nobody waits for that: no number is new, and some may be old still
}

/** @param {Numbers} changed */
export function show(changed) {
  Object.assign(readouts, changed);
  tellSlots();
  for (const then of waiting) then();
}

function tellSlots() {
  for (const slot of slots) {
    const { readout, format: kind } = slot.dataset;
    const secret = concealed.has(readout) && !slot.closest(".formula:not([hidden])"); // there it is the answer given
    const text = secret ? "?" : format(readouts[readout], kind);
    const { firstChild } = slot;
    if (firstChild?.nodeValue === text) continue;
    if (firstChild) firstChild.nodeValue = text; // quicker than another child
    else slot.textContent = text;
  }
}

// A screen reader hears where a change ended, not each step of it.
export function describe() {
  const sentence = /** @type {HTMLElement} */ (one("#sentence").cloneNode(true));
  for (const part of all("[hidden]", sentence)) part.remove();
  const text = sentence.textContent.replace(/\s+/g, " ").trim();
  const place = one("#description");
  if (place.textContent !== text) place.textContent = text; // or it would be said again
}
