// Handles: places of the figure to drag.

import { all, config } from "./page.js";
import "./locked.js"; // some are taken away
import { readouts } from "./readouts.js";

/** @type {Handle[]} */
export const handles = all(".handle");

/**
 * Where in a plane a number is, from 0 to 1: a handle stays at the edge that its mark has left.
 * @type {(value: number, range: [number, number]) => string}
 */
const share = (value, [low, high]) => String(Math.min(1, Math.max(0, (value - low) / (high - low))));

/**
 * A style that is set is computed anew, and the page laid out, whether it is another one or not.
 * @param {Marks} marks
 */
export function place(marks) {
  for (const handle of handles) {
    const { mark, plane } = handle.dataset;
    if (!marks[mark]) continue;
    const { x: [x], y: [y] } = marks[mark];
    const right = share(x, config.planes[plane].x);
    const up = share(y, config.planes[plane].y);
    const present = `${right} ${up}`;
    if (places.get(handle) === present) continue;
    places.set(handle, present);
    handle.style.setProperty("--x", right);
    handle.style.setProperty("--y", up);
  }
}

/** @type {WeakMap<Handle, string>} */
const places = new WeakMap();

/**
 * What a handle's numbers change by for a unit of its plane; a readout may say so.
 * @param {Handle} handle
 */
export const scaleOf = ({ dataset: { scale = "1" } }) => Number(readouts[scale] ?? scale);

/**
 * Numbers after a step of so many units to the right and up: on their grid and within bounds.
 * @param {Handle} handle
 * @param {Values} from
 * @param {number} right
 * @param {number} up
 * @returns {Values}
 */
export function moved({ dataset }, from, right, up) {
  const steps = [{ key: dataset.x, by: right }, { key: dataset.y, by: up }].filter(({ key }) => key);
  return Object.fromEntries(steps.map(({ key, by }) => {
    const { low, high } = config.numbers[key];
    return [key, Math.min(high, Math.max(low, onGrid(key, Number(from[key]) + by)))];
  }));
}

/** @type {(key: string, value: number) => number} the nearest one that a parameter's slider has, within bounds or not */
export function onGrid(key, value) {
  const { step } = config.numbers[key];
  return Number((Math.round(value / step) * step).toFixed(9));
}

/**
 * Handles overlap: the one that is meant is the nearest. Of several at one place it is the first,
 * the end of an arrow of no length, for it can be pulled off what it covers.
 * @param {Handle} touched
 * @param {PointerEvent} event
 */
export function meant(touched, { clientX, clientY }) {
  /** @param {Handle} handle */
  const away = (handle) => {
    const { x, y, width, height } = handle.getBoundingClientRect();
    const across = handle.matches(".level") ? 0 : x + width / 2 - clientX;
    return Math.hypot(across, handle.matches(".upright") ? 0 : y + height / 2 - clientY);
  };
  return handles.filter(({ dataset, hidden }) => dataset.plane === touched.dataset.plane && !hidden)
    .reduce((first, next) => (away(next) < away(first) ? next : first));
}
