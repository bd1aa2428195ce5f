// Which mark of the figure is under a pointer.

import { contour } from "./bars.js";
import { borders } from "./color.js";
import { plots, renderers } from "./figure.js";
import { shadeAt } from "./images.js";
import { figure } from "./page.js";

const REACH = 7; // pixels
const FAINTEST = 0.1; // shade of an image that is seen

/**
 * The one that lies in front, of those that are asked about.
 * @param {PointerEvent} event
 * @param {(mark: string) => boolean} isMeant
 */
export function markAt({ clientX, clientY, target }, isMeant) {
  const handle = /** @type {Handle | null} */ (/** @type {HTMLElement} */ (target).closest(".handle"));
  if (handle && isMeant(handle.dataset.mark)) return handle.dataset.mark;
  for (const { name, x_range, y_range, renderers: own, inner_width: width, inner_height: height } of Object.values(plots)) {
    const box = figure.querySelector(`[data-root-id="${name}"], [data-plane="${name}"] ~ .root`)?.getBoundingClientRect();
    if (!box || clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) continue;
    const left = box.left + borders(name).left;
    const top = box.top + (box.height - height) / 2;
    const toScreen = (/** @type {number} */ x, /** @type {number} */ y) => [
      left + (x - x_range.start) / (x_range.end - x_range.start) * width - clientX,
      top + (y_range.end - y) / (y_range.end - y_range.start) * height - clientY,
    ];
    const names = own.map((/** @type {Named} */ one) => one.name).filter(isMeant).reverse();
    const [right, up] = [(clientX - left) / width, 1 - (clientY - top) / height];
    const isHere = (/** @type {any} */ { glyph, data_source: { data } }) =>
      (glyph.type === "Circle" ? shadeAt(data, right, up) > FAINTEST : isNear(glyph, data, toScreen));
    return names.find((/** @type {string} */ one) => isHere(renderers[one])) ?? "";
  }
  return "";
}

/** @type {(glyph: any, data: Marks[string], toScreen: (x: number, y: number) => number[]) => boolean} */
function isNear(glyph, data, toScreen) {
  const places = Array.from(data.x, (x, i) => toScreen(x, data.y[i]));
  if (glyph.type === "Patch") return isInside(places);
  if (glyph.type === "Step") {
    const { sx, sy } = contour(places.map(([x]) => x), places.map(([, y]) => y), toScreen(0, 0)[1]);
    return isInside(sx.map((x, i) => [x, sy[i]]));
  }
  if (glyph.type !== "Line") return places.some(([x, y]) => Math.hypot(x, y) < REACH + (glyph.size?.value ?? 8) / 2);
  return places.some((place, i) => i > 0 && distance(places[i - 1], place) < REACH);
}

/** @type {(from: number[], to: number[]) => number} from the pointer, which is the origin, to a piece of a line */
function distance([x, y], [endX, endY]) {
  const [right, down] = [endX - x, endY - y];
  const along = Math.min(1, Math.max(0, -(x * right + y * down) / (right * right + down * down || 1)));
  return Math.hypot(x + along * right, y + along * down);
}

/** @param {number[][]} corners whether the origin is inside: a ray from it crosses an odd number of sides */
function isInside(corners) {
  return corners.filter(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length];
    return (y > 0) !== (nextY > 0) && x - y * (nextX - x) / (nextY - y) > 0;
  }).length % 2 === 1;
}
