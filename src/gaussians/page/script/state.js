// The state: what the controls set, and all that a picture is made of.

import { readAddress } from "./address.js";
import { config, isFile } from "./page.js";

// Reset goes back to what the page was opened with; a reload does not open it anew.
/** @type {string} */
export const opened = history.state?.opened ?? location.search;
export const atFirst = readAddress(opened);
export const home = atFirst.state;
export const asked = isFile ? readAddress(location.search) : config.asked;
export const state = { ...asked.state };

// Whatever shows the state follows it.
/** @type {((source?: Element) => void)[]} */
const followers = [];

/** @param {(source?: Element) => void} follower is told which element, if any, is the change's source */
export function follow(follower) {
  followers.push(follower);
}

/**
 * @param {Values} values
 * @param {Element} [source]
 */
export function assign(values, source) {
  Object.assign(state, values);
  for (const follower of followers) follower(source);
}
