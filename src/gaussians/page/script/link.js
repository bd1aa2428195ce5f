// The page in its present state, as an address.

import { written } from "./numbers.js";
import { config, isFront } from "./page.js";
import { asked, opened, state } from "./state.js";

// A document that another one holds as text (srcdoc, blob:) has no address of its own.
export const hasAddress = ["http:", "https:", "file:"].includes(location.protocol);

/** @param {Record<string, string | null>} [changes] of keys about the page; null leaves one out */
export function address(changes = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...asked.page, ...changes })) {
    if (value !== null) query.set(key, value);
  }
  for (const [key, value] of Object.entries(state)) {
    if (value !== config.start[key]) query.set(key, written(value));
  }
  const url = new URL(location.href);
  url.search = query.toString().replaceAll("%2C", ",");
  url.hash = "";
  return url.href;
}

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
