// What a screen reader hears: a few words about what has changed, a second after the last change.
// One sentence waits at a time: a newer one takes its place.

import { differing } from "./differing.js";
import { strokesOf } from "./drawing.js";
import { brief, plural } from "./numbers.js";
import { all, config, one } from "./page.js";
import { state } from "./state.js";

const WAITS = 1000; // ms: by then no key is held down
const MOST = 3; // values that are told one by one

let pending = 0;
let isNamed = false; // what waits says more than which values have changed
let told = { ...state };

/** @param {string | (() => string)} text what is said only if it is asked for then: numbers may be on their way */
export function announce(text) {
  sayLater(text);
  isNamed = true;
}

/** A change has ended: tell what is other than before, unless something has a name for it. */
export function announceChange() {
  const keys = Object.keys(differing(state, told));
  told = { ...state };
  if (keys.length === 0 || isNamed) return;
  const here = /** @type {Input | null} */ (document.activeElement);
  if (keys.length > 1 || here?.dataset.key !== keys[0]) sayLater(sentence(keys)); // or the control says it
}

/** @param {string | (() => string)} text */
function sayLater(text) {
  clearTimeout(pending);
  pending = setTimeout(() => {
    isNamed = false;
    one("#said").textContent = "";
    one("#said").textContent = typeof text === "string" ? text : text(); // though it may be the same as before
  }, WAITS);
}

/** @param {string[]} keys of what has changed */
function sentence(keys) {
  const rest = keys.length - MOST;
  return keys.slice(0, MOST).map(inWords).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** @param {string} key */
function inWords(key) {
  if (config.numbers[key]) return `${config.numbers[key].label} ${brief(Number(state[key]))}`;
  if (config.drawings[key]) return `${config.drawings[key].label}: ${plural(strokesOf(String(state[key])).length, "stroke")}`;
  /** @type {Input[]} */
  const choices = all(`[data-key="${key}"]`);
  const chosen = choices.find((choice) => choice.value === state[key]);
  const legend = chosen?.closest("fieldset")?.querySelector("legend");
  return `${legend?.textContent ?? config.choices[key].label}: ${chosen?.parentElement?.textContent?.trim() ?? state[key]}`;
}
