// What is seen of the figure: all marks or only some, as they are or all but some faintly.

import { eachShape } from "./sketch.js";

const FAINT = 0.2; // style/figure.css has it, too

/** @type {{ shown: Set<string> | null, plain: Set<string> | null }} names of marks; null for all */
export const seen = { shown: null, plain: null };

/** @param {string} name */
export const isShown = (name) => seen.shown?.has(name) ?? true;

/** @param {string} name */
const isPlain = (name) => seen.plain?.has(name) ?? true;

export function dressShapes() {
  eachShape((svg, name) => {
    svg.setAttribute("display", isShown(name) ? "inline" : "none");
    svg.classList.toggle("faint", !isPlain(name));
  });
}

/** @type {WeakMap<object, [string, number][]>} what glyphs were built with */
const alphas = new WeakMap();

/** @param {any} plot */
export function dressPlot(plot) {
  for (const renderer of plot.renderers) {
    const { name, glyph } = renderer;
    renderer.setv({ visible: isShown(name) }, { sync: false });
    const own = alphas.get(glyph) ?? alphasOf(glyph);
    alphas.set(glyph, own);
    const factor = isPlain(name) ? 1 : FAINT;
    glyph.setv(Object.fromEntries(own.map(([key, alpha]) => [key, { value: alpha * factor }])), { sync: false });
  }
}

/**
 * @param {any} glyph
 * @returns {[string, number][]}
 */
const alphasOf = (glyph) => ["line_alpha", "fill_alpha", "text_alpha", "background_fill_alpha"]
  .filter((key) => glyph[key]?.value != null).map((key) => [key, glyph[key].value]);
