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

const STRAIGHT = 0.1; // pixels from a straight line that nobody sees

/**
 * Go through the points, with the pen up where there is none, past every second one if it makes no
 * difference: most of the time goes into corners.
 * @param {CanvasRenderingContext2D} context
 * @param {any} view
 * @returns {boolean} whether there is anything to be seen
 */
export function trace(context, { sx, sy }) {
  let last = -1; // where the pen is
  let isAny = false;
  context.beginPath();
  for (let i = 0; i < sx.length; i++) {
    if (Number.isNaN(sx[i] + sy[i])) last = -1;
    else if (last >= 0) {
      if (last === i - 1 && isStraight(sx, sy, i)) continue;
      context.lineTo(sx[i], sy[i]);
      last = i;
    } else {
      context.moveTo(sx[i], sy[i]);
      last = i;
      isAny = true;
    }
  }
  return isAny;
}

/** @type {(sx: ArrayLike<number>, sy: ArrayLike<number>, i: number) => boolean} whether a point lies between its neighbours; the last one of a line has none */
function isStraight(sx, sy, i) {
  const across = sx[i] - sx[i - 1];
  const down = sy[i] - sy[i - 1];
  const onAcross = sx[i + 1] - sx[i];
  const onDown = sy[i + 1] - sy[i];
  const apart = Math.abs(across * onDown - down * onAcross); // NaN at an end
  return across * onAcross + down * onDown > 0 && apart < STRAIGHT * Math.hypot(across + onAcross, down + onDown);
}
