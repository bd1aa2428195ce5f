// What a screen reader hears.

import { one } from "./page.js";

/** @param {string} text */
export function announce(text) {
  const place = one("#said");
  if (place) place.textContent = text;
}
