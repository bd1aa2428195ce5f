// Lines have a casing in the ground's colour, as roads of a map have: dots under them, often of the
// same colour, leave them clear. Faint lines, a grid's, have none.

import { ground, strong } from "./color.js";
import { isCanvas } from "./dots.js";

const CASING = 1.5; // pixels on each side

/**
 * Painted in place of BokehJS, which knows one stroke for each line.
 * @this {any}
 * @param {CanvasRenderingContext2D} context
 */
export function paintLine(context) {
  const { model, visuals } = this;
  if (!trace(context, this)) return;
  if (model.line_alpha.value === 1) {
    context.setLineDash([]);
    context.lineWidth = model.line_width.value + 2 * CASING;
    context.strokeStyle = ground;
    context.globalAlpha = 0.75;
    context.stroke();
    context.globalAlpha = 1;
    if (!isCanvas(context)) trace(context, this); // a path of an SVG has one stroke
  }
  visuals.line.set_value(context);
  if (strong.matches) context.lineWidth += 1;
  context.stroke();
}

const SPANS = [12, 6, 3]; // points that one curve may go past
const CLOSE = 0.1; // pixels that nobody sees
const FEW = 6; // points of an arrow or a box, which is all corners: three sides may lie on a parabola

/**
 * Go through the points, with the pen up where there is none. Most of the time goes into corners, so
 * a curve goes past several points where it comes close enough to them.
 * @param {CanvasRenderingContext2D} context
 * @param {any} view
 * @returns {boolean} whether there is anything to be seen
 */
export function trace(context, { sx, sy }) {
  let isAny = false;
  context.beginPath();
  for (let start = 0; start < sx.length; start++) {
    if (Number.isNaN(sx[start] + sy[start])) continue;
    let end = start;
    while (end + 1 < sx.length && !Number.isNaN(sx[end + 1] + sy[end + 1])) end++;
    context.moveTo(sx[start], sy[start]);
    for (let i = start; i < end;) i = goAlong(context, sx, sy, start, i, end);
    start = end;
    isAny = true;
  }
  return isAny;
}

/** @typedef {ArrayLike<number>} Places */

/** @type {(context: CanvasRenderingContext2D, sx: Places, sy: Places, start: number, i: number, end: number) => number} the point that the pen has come to */
function goAlong(context, sx, sy, start, i, end) {
  for (const span of SPANS) {
    const to = i + span;
    if (to > end || end - start < FEW) continue;
    const [right, down] = [hold(sx, start, i, to, end), hold(sy, start, i, to, end)];
    if (!isClose(sx, i, to, right) || !isClose(sy, i, to, down)) continue;
    context.bezierCurveTo(right[0], down[0], right[1], down[1], sx[to], sy[to]);
    return to;
  }
  context.lineTo(sx[i + 1], sy[i + 1]);
  return i + 1;
}

/** @type {(s: Places, start: number, i: number, to: number, end: number) => [number, number]} what pulls a curve between two points towards the line's own directions there */
function hold(s, start, i, to, end) {
  const third = (to - i) / 3;
  return [s[i] + third * slope(s, start, i, end), s[to] - third * slope(s, start, to, end)];
}

/** @type {(s: Places, start: number, i: number, end: number) => number} by which a line goes on at a point */
function slope(s, start, i, end) {
  if (i === start) return (4 * s[i + 1] - 3 * s[i] - s[i + 2]) / 2;
  if (i === end) return (3 * s[i] - 4 * s[i - 1] + s[i - 2]) / 2;
  return (s[i + 1] - s[i - 1]) / 2;
}

/** @type {(s: Places, i: number, to: number, held: [number, number]) => boolean} */
function isClose(s, i, to, [first, second]) {
  for (let k = i + 1; k < to; k++) {
    const t = (k - i) / (to - i);
    const u = 1 - t;
    const there = u * u * (u * s[i] + 3 * t * first) + t * t * (3 * u * second + t * s[to]);
    if (Math.abs(there - s[k]) > CLOSE) return false;
  }
  return true;
}
