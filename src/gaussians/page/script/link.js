// The page in its present state, as an address.

import { differing } from "./differing.js";
import { written } from "./numbers.js";
import { config, isFront } from "./page.js";
import { asked, opened, state } from "./state.js";
import { baseOf, walk } from "./steps.js";

// A document that another one holds as text (srcdoc, blob:) has no address of its own.
export const hasAddress = ["http:", "https:", "file:"].includes(location.protocol);

/** @param {Record<string, string | null>} [changes] of keys about the page; null leaves one out */
export function address(changes = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...asked.page, ...changes })) {
    if (value !== null) query.set(key, value);
  }
  const changed = Object.entries(differing(state, baseOf(walk.at)));
  if (isSaid(changed.length > 0)) query.set("step", String(walk.at));
  for (const [key, value] of changed) query.set(key, written(value));
  const url = new URL(location.href);
  url.search = query.toString().replaceAll("%2C", ",");
  url.hash = "";
  return url.href;
}

/**
 * Without a step an address stands for the first one, or for free play if it says a state.
 * @param {boolean} changed
 */
const isSaid = (changed) => config.steps.length > 0 && asked.page.steps !== "0" && walk.at !== (changed ? 0 : 1);

// Keep the state in the address for a reload or a link. Where a browser does not allow it (a
// frame without an origin, Firefox on a disk), the page keeps its state all the same.
export function keepAddress() {
  if (isFront) return; // addresses with a state are those of lessons
  try {
    history.replaceState({ opened }, "", address() + location.hash);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "SecurityError") throw error;
  }
}
