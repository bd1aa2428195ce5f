// A browser interprets what it runs for the first time, and makes it quick once it has run a while. So
// the scene is drawn where it is some times before a hand comes: its first frames would be the slowest.

import { browser } from "./browser.js";
import { figure, recorded } from "./page.js";

const TIMES = 12;

/** One time whenever nothing else is to be done, until a hand is on. */
export function warm(left = TIMES) {
  if (!recorded || left === 0) return;
  window.requestIdleCallback?.(() => {
    if (figure.ariaBusy === "true" || browser.frame || browser.glide) return;
    browser.compute();
    warm(left - 1);
  });
}
