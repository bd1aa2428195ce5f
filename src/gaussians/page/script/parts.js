// Parts that matter only for some choices are there only then.

import { all, config, figure } from "./page.js";
import { state } from "./state.js";

/** @type {Part[]} */
const parts = all("[data-when]");
export const planes = all(".plane");
export const inSight = () => Object.keys(config.planes).filter((_, i) => !planes[i].hidden);

/** @param {string} condition */
function holds(condition) {
  const [key, values] = condition.split("=");
  return values.split("|").includes(String(state[key]));
}

export function choose() {
  for (const part of parts) part.hidden = !part.dataset.when.split("&").every(holds);
  figure.closest(".lab")?.classList.toggle("several", inSight().length > 1);
}
