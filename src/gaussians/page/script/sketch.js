// The first picture, which stands in the page as SVG: until BokehJS is there, it is what moves.
// page/picture.py has drawn it, by the same rules; tests/browser/test_sketch_live.py compares them.

import { contour } from "./bars.js";
import { shade } from "./images.js";
import { config, figure } from "./page.js";

const SIZE = 1000; // units of a path's own coordinates

/** @typedef {{ svg: SVGElement, plane: string, kind: string, parts: Element[] }} Shape */

/** @type {Map<string, Shape>} by mark, of planes that BokehJS has not drawn yet */
const shapes = new Map();

/** @type {NodeListOf<SVGElement>} */
const drawings = figure.querySelectorAll(".sketch > [data-mark]");
for (const svg of drawings) {
  const { plane } = /** @type {SVGElement} */ (svg.parentNode).dataset;
  shapes.set(String(svg.dataset.mark), { svg, plane: String(plane), kind: svg.classList[0], parts: [...svg.children] });
}

/** @param {Marks} marks */
export function sketch(marks) {
  for (const [name, { svg, plane, kind, parts }] of shapes) {
    if (!marks[name] || svg.closest("[hidden]")) continue;
    if (kind === "image") {
      svg.querySelector("image")?.setAttribute("href", shade(marks[name], "#fff", 1).toDataURL());
      continue;
    }
    const { x, y, base } = scaled(marks[name], config.planes[plane]);
    const path = kind === "bars" ? around(x, y, base) : "";
    for (const [i, part] of parts.entries()) {
      if (kind === "labels") {
        part.setAttribute("x", percent(x[i]));
        part.setAttribute("y", percent(y[i]));
      } else part.setAttribute("d", path || (kind === "dots" ? dots(x, y, i, parts.length) : line(x, y)));
    }
  }
}

/** @param {string} plane that BokehJS draws from now on */
export function leave(plane) {
  for (const [name, shape] of shapes) if (shape.plane === plane) shapes.delete(name);
  figure.querySelector(`.sketch[data-plane="${plane}"]`)?.remove();
}

/** @param {(svg: SVGElement, name: string) => void} change */
export function eachShape(change) {
  for (const [name, { svg }] of shapes) change(svg, name);
}

/** @type {(points: Marks[string], plane: Config["planes"][string]) => { x: number[], y: number[], base: number }} */
function scaled({ x, y }, { x: [left, right], y: [low, high] }) {
  /** @param {number} share */
  const placed = (share) => Math.round(share * SIZE * 10) / 10;
  return {
    x: Array.from(x, (value) => placed((value - left) / (right - left))),
    y: Array.from(y, (value) => placed((high - value) / (high - low))),
    base: placed(high / (high - low)),
  };
}

/** @type {(x: number[], y: number[], first: number, step: number) => string} */
function dots(x, y, first, step) {
  let path = "";
  for (let i = first; i < x.length; i += step) if (Number.isFinite(x[i] + y[i])) path += `M${x[i]} ${y[i]}h0`;
  return path;
}

/** @type {(x: number[], y: number[]) => string} */
function line(x, y) {
  let path = "";
  let pen = "M";
  for (let i = 0; i < x.length; i++) {
    const seen = Number.isFinite(x[i] + y[i]);
    if (seen) path += `${pen}${x[i]} ${y[i]}`;
    pen = seen ? "L" : "M";
  }
  return path;
}

/** @type {(x: number[], y: number[], base: number) => string} */
function around(x, y, base) {
  const { sx, sy } = contour(x, y, base);
  return line(sx, sy);
}

/** @param {number} placed */
const percent = (placed) => (Number.isFinite(placed) ? `${placed / SIZE * 100}%` : "-999%");
