// The walk's steps: at which one the page is, and what each starts from. Step 0 is free play.

import { stateAt, without } from "./address.js";
import { config } from "./page.js";
import { asked, atFirst, home, state } from "./state.js";

export const walk = { at: asked.step };

/** @param {number} number */
export const stepAt = (number) => config.steps[number - 1];

/** @param {number} number */
export const baseOf = (number) => stateAt(number, asked.hidden);

/**
 * Where a step begins: what is locked stays, and so does the noise unless the step chooses it.
 * @param {number} number
 * @returns {Values}
 */
export function startOf(number) {
  if (number === atFirst.step) return home;
  const kept = stepAt(number)?.state.seed === undefined ? ["seed", ...asked.hidden] : asked.hidden;
  return { ...state, ...without(baseOf(number), kept) };
}
