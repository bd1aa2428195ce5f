// Parts that matter only for some choices are there only then.

import { all, config, figure } from "./page.js";
import { state } from "./state.js";

/** @type {Part[]} */
const parts = all("[data-when], .plane, .handle, .placer");
export const planes = all(".plane");
export const columns = all(".column");
export const inSight = () => Object.keys(config.planes).filter((_, i) => !planes[i].hidden);
const names = Object.keys(config.planes);

/** @param {string} name of a plane */
export const columnOf = (name) => planes[names.indexOf(name)]?.parentElement;

/** @param {HTMLElement} column */
const shownIn = (column) => inSight().filter((name) => columnOf(name) === column);
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
  for (const column of columns) column.hidden = shownIn(column).length === 0;
  if (lab) lab.dataset.columns = String(columns.filter(({ hidden }) => !hidden).length);
  const heights = columns.map((column) => shownIn(column).reduce((sum, name) => sum + config.planes[name].height, 0));
  const tall = Math.max(...heights);
  if (tall > 0) {
    // between two steps there may be none
    document.documentElement.style.setProperty("--tall", String(tall));
    document.documentElement.style.setProperty("--high", String(heights.reduce((sum, height) => sum + height)));
  }
  putInFront(wanted);
}

/** @param {HTMLElement[]} elements that are not there, whatever is chosen */
export function leaveOut(elements) {
  absent = new Set(elements);
  arrangeParts();
}

/**
 * Where there is room for one column of planes only, it has the others behind it, with tabs.
 * @param {string} name
 */
export function putInFront(name) {
  wanted = name;
  const front = columnOf(inSight().includes(name) ? name : inSight()[0]);
  for (const column of columns) column.classList.toggle("behind", column !== front);
  for (const tab of tabs) {
    const { front: own = "" } = tab.dataset;
    const column = columnOf(own);
    tab.hidden = !column || shownIn(column)[0] !== own; // one for all that stand below each other
    tab.setAttribute("aria-pressed", String(column === front));
  }
}

export function listenToTabs() {
  for (const tab of tabs) tab.addEventListener("click", () => putInFront(tab.dataset.front ?? ""));
}
