// A lesson in a cell of a notebook.

import { unpackInto } from "./packed.js";

/**
 * @param {HTMLElement} place
 * @param {string} title
 * @param {number} height
 * @param {string} packed in base 64
 */
export function display(place, title, height, packed) {
  unpackInto(place, { title, height, packed: () => Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)) });
}
