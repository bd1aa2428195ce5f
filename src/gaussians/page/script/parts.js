// Parts that matter only for some choices are there only then.

import { all, config, figure } from "./page.js";
import { state } from "./state.js";

/** @type {Part[]} */
const parts = all("[data-when], .plane, .handle");
export const planes = all(".plane");
export const inSight = () => Object.keys(config.planes).filter((_, i) => !planes[i].hidden);
const tabs = all("[data-front]");
/** @type {HTMLElement | null} */
const lab = figure.closest(".lab"); // the front page has none
let wanted = ""; // in front, as soon as it is there
/** @type {Set<HTMLElement>} */
let absent = new Set();

/** @param {string} condition */
function holds(condition) {
  const [key, values] = condition.split("=");
  return values.split("|").includes(String(state[key]));
}

let chosen = "";

// At each frame of a drag the choices are what they were; and to hide what is hidden is work, too.
export function choose() {
  const now = JSON.stringify(Object.keys(config.choices).map((key) => state[key]));
  if (now === chosen) return;
  chosen = now;
  arrangeParts();
}

function arrangeParts() {
  for (const part of parts) part.hidden = absent.has(part) || !(part.dataset.when ?? "").split("&").every((one) => !one || holds(one));
  if (lab) lab.dataset.planes = String(inSight().length);
  putInFront(wanted);
}

/** @param {HTMLElement[]} elements that are not there, whatever is chosen */
export function leaveOut(elements) {
  absent = new Set(elements);
  arrangeParts();
}

/**
 * Where there is room for one plane only, it has the others behind it, with tabs.
 * @param {string} name
 */
export function putInFront(name) {
  wanted = name;
  const names = inSight();
  const front = names.includes(name) ? name : names[0];
  for (const [i, key] of Object.keys(config.planes).entries()) planes[i].classList.toggle("behind", key !== front);
  for (const tab of tabs) {
    tab.hidden = !names.includes(tab.dataset.front ?? "");
    tab.setAttribute("aria-pressed", String(tab.dataset.front === front));
  }
}

export function listenToTabs() {
  for (const tab of tabs) tab.addEventListener("click", () => putInFront(tab.dataset.front ?? ""));
}
