// Live numbers, and the sentence about the figure that a screen reader says.

import { format } from "./numbers.js";
import { all, config, one } from "./page.js";

/** @type {Numbers} */
export const readouts = { ...config.readouts };
/** @type {Slot[]} */
const slots = all("[data-readout]");
/** @type {Set<string>} */
let concealed = new Set();

// A page has more sections than fit into a window. While a hand is on, numbers change in those that
// are near it, for a changed number is laid out anew, seen or not.
/** @type {WeakSet<Element>} */
const far = new WeakSet();
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) far.add(target);
    else if (far.delete(target)) fillIn(slots.filter((slot) => target.contains(slot)));
  }
}, { rootMargin: "100px" });
for (const section of all("section, #sentence")) watcher.observe(section);

// Whatever waits for new numbers.
/** @type {(() => void)[]} */
const waiting = [];

/** @param {() => void} then */
export const onNumbers = (then) => waiting.push(then);

/** @param {string[]} names of readouts that are a “?” from now on; all others are shown */
export function conceal(names) {
  concealed = new Set(names);
  fillIn(slots); // nobody waits for that: no number is new, and some may be old still
}

/** @param {Numbers} changed */
export function show(changed) {
  Object.assign(readouts, changed);
  fillIn(slots.filter((slot) => !far.has(/** @type {Element} */ (slot.closest("section, #sentence")))));
  for (const then of waiting) then();
}

/** @param {Slot[]} some */
function fillIn(some) {
  for (const slot of some) {
    const { readout, format: kind } = slot.dataset;
    const secret = concealed.has(readout) && !slot.closest(".formula:not([hidden])"); // there it is the answer given
    const text = secret ? "?" : format(readouts[readout], kind);
    const { firstChild } = slot;
    if (firstChild?.nodeValue === text) continue;
    if (firstChild) firstChild.nodeValue = text; // quicker than another child
    else slot.textContent = text;
  }
}

// A change has ended: all numbers are there, and a screen reader hears no step in between.
export function describe() {
  fillIn(slots);
  const sentence = /** @type {HTMLElement} */ (one("#sentence").cloneNode(true));
  for (const part of all("[hidden]", sentence)) part.remove();
  const text = sentence.textContent.replace(/\s+/g, " ").trim();
  const place = one("#description");
  if (place.textContent !== text) place.textContent = text; // or it would be said again
}
