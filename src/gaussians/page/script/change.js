// Every change goes this way: the state is set, what shows it follows, and the engine computes.

import { announceChange } from "./announce.js";
import { engine } from "./engine.js";
import { keepAddress } from "./link.js";
import { figure } from "./page.js";
import { describe } from "./readouts.js";
import { assign, state } from "./state.js";

// A hand that drags moves more often than frames are painted, and each look at the page between lays
// it out anew: so whatever shows the state follows a drag once a frame, before the engine computes.
let following = 0;
/** @type {Element | undefined} */
let dragged;

/**
 * @param {Values} values
 * @param {Element} [source] which is dragged, and shows them already
 */
export function change(values, source) {
  if (figure.ariaBusy !== "true") figure.ariaBusy = "true";
  Object.assign(state, values);
  dragged = source;
  if (source) following ||= requestAnimationFrame(showState);
  else showState();
  engine.change();
}

function showState() {
  cancelAnimationFrame(following);
  following = 0;
  assign({}, dragged);
}

// A change ends: say it, and keep it in the address for a reload or a link. Keys that are held
// down end many; browsers take no more than some addresses a second, so only the last one counts.
let ending = 0;

export function settle() {
  clearTimeout(ending);
  ending = setTimeout(() => {
    if (following) showState(); // a window that nobody sees has no frames
    keepAddress();
    engine.settle(() => { describe(); announceChange(); figure.ariaBusy = "false"; });
  }, 100);
}

/**
 * The browser takes a finger for itself, to scroll: then it was not meant for what it touched.
 * @param {Values} before
 */
export function undo(before) {
  if (JSON.stringify(before) === JSON.stringify(state)) return;
  change(before);
  settle();
}
