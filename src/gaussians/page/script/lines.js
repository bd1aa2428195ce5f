// Lines have a casing in the ground's colour, as roads of a map have: dots under them, often of the
// same colour, leave them clear. Faint lines, a grid's, have none.

import { ground, strong } from "./color.js";

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
    if (!(context instanceof CanvasRenderingContext2D)) trace(context, this); // a path of an SVG has one stroke
  }
  visuals.line.set_value(context);
  if (strong.matches) context.lineWidth += 1;
  context.stroke();
}

/**
 * Go through the points, with the pen up where there is none.
 * @param {CanvasRenderingContext2D} context
 * @param {any} view
 * @returns {boolean} whether there is anything to be seen
 */
export function trace(context, { sx, sy }) {
  let isDown = false;
  let isAny = false;
  context.beginPath();
  for (let i = 0; i < sx.length; i++) {
    if (Number.isNaN(sx[i] + sy[i])) isDown = false;
    else if (isDown) context.lineTo(sx[i], sy[i]);
    else {
      context.moveTo(sx[i], sy[i]);
      isDown = isAny = true;
    }
  }
  return isAny;
}
