// Lines have a casing in the ground's colour, as roads of a map have: dots under them, often of the
// same colour, leave them clear. Faint lines, a grid's, have none.

import { ground } from "./color.js";

const CASING = 1.5; // pixels on each side

/**
 * Painted in place of BokehJS, which knows one stroke for each line.
 * @this {any}
 * @param {CanvasRenderingContext2D} context
 */
export function paintLine(context) {
  const { model, visuals } = this;
  trace(context, this);
  if (model.line_alpha.value === 1) {
    context.setLineDash([]);
    context.lineWidth = model.line_width.value + 2 * CASING;
    context.strokeStyle = ground;
    context.globalAlpha = 0.75;
    context.stroke();
    context.globalAlpha = 1;
  }
  visuals.line.set_value(context);
  context.stroke();
}

/** @type {(context: CanvasRenderingContext2D, places: { sx: Float64Array, sy: Float64Array }) => void} */
function trace(context, { sx, sy }) {
  let isUp = true; // the pen, as it is over a place that is no number
  context.beginPath();
  for (let i = 0; i < sx.length; i++) {
    const isNowhere = Number.isNaN(sx[i] + sy[i]);
    if (isUp && !isNowhere) context.moveTo(sx[i], sy[i]);
    else if (!isNowhere) context.lineTo(sx[i], sy[i]);
    isUp = isNowhere;
  }
}
