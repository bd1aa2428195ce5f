// Symbols: coloured words and letters that stand for marks. Pointing at one lights up its marks, and
// pointing at a mark lights up its symbols.

import { emphasize } from "./figure.js";
import { markAt } from "./nearby.js";
import { all, config, figure } from "./page.js";

/** @type {Map<string, string[]>} */
const meanings = new Map(Object.entries(config.symbols));

/** @typedef {{ element: Element, marks: string[] }} Symbol */

/** @type {Symbol[]} */
const symbols = all(".noise, .shape, .place, .second, .observed", document).flatMap(symbolOf);
for (const { element } of symbols) element.classList.add("symbol");

/**
 * In a formula a letter may have a meaning together with its index.
 * @param {Element} leaf
 * @returns {Symbol[]}
 */
function symbolOf(leaf) {
  if (leaf.closest("button, svg, #controls")) return [];
  const whole = leaf.parentElement?.localName.startsWith("msu") ? leaf.parentElement : leaf;
  for (const element of new Set([whole, leaf])) {
    const marks = meanings.get(element.textContent?.trim().replace(/\s+/g, " ") ?? "");
    if (marks) return [{ element, marks }];
  }
  return [];
}

/** @type {Set<string> | null} names of the marks that are drawn; null is all */
let drawn = null;

/**
 * A legend explains what is drawn, and nothing else.
 * @param {Set<string> | null} shown
 */
export function matchLegends(shown) {
  drawn = shown;
  for (const { element, marks } of symbols) {
    if (element.matches(".caption .key")) element.toggleAttribute("hidden", shown !== null && !marks.some((mark) => shown.has(mark)));
  }
}

/** @param {(symbol: Symbol) => boolean} isMeant */
function light(isMeant) {
  for (const symbol of symbols) symbol.element.classList.toggle("lit", isMeant(symbol));
}

/** @param {Element | null} element that is pointed at */
function point(element) {
  const found = symbols.find((symbol) => symbol.element === element);
  const marks = found?.marks.filter((mark) => drawn?.has(mark) ?? true) ?? [];
  emphasize(marks.length ? new Set(marks) : null);
  light(({ marks: others }) => marks.length > 0 && others.some((mark) => marks.includes(mark)));
}

let waitingFrame = 0;

/** @param {PointerEvent} event */
function pointInFigure(event) {
  if (event.buttons) return;
  cancelAnimationFrame(waitingFrame);
  waitingFrame = requestAnimationFrame(() => {
    const mark = markAt(event, (name) => (drawn?.has(name) ?? true) && symbols.some(({ marks }) => marks.includes(name)));
    light(({ marks }) => mark !== "" && marks.includes(mark));
  });
}

export function listenToPointing() {
  if (symbols.length === 0) return;
  document.addEventListener("pointerover", (/** @type {any} */ { target, pointerType }) => {
    if (pointerType === "mouse" && !figure.contains(target)) point(target.closest(".symbol"));
  });
  // A finger points until it touches something else.
  document.addEventListener("click", (/** @type {any} */ { target, pointerType }) => {
    if (pointerType !== "mouse") point(target.closest(".symbol"));
  });
  figure.addEventListener("pointermove", pointInFigure);
  figure.addEventListener("pointerleave", () => light(() => false));
}
