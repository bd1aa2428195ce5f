// BokehJS is ready for everything. Here nothing is zoomed or selected, so no index of places is
// needed; the dots of a mark are all alike; and of its two canvases the lower one keeps what no
// slider moves, which is not painted again. Large dots are never there: a name that moves would
// hide them, whatever the order of the marks.

import { paintLine } from "./lines.js";
import { recorded } from "./page.js";
import { state } from "./state.js";

/** @param {any} renderer */
export function hasten(renderer) {
  const { glyph } = renderer;
  const own = renderer.default_view.prototype;
  Object.defineProperty(own, "needs_clip", { value: true }); // on the upper canvas too
  own.update_position = () => {}; // of HTML, which a mark has none of
  const view = glyph.default_view.prototype;
  view._mask_data = null;
  if (glyph.type === "Scatter") view.paint = paintDots;
  if (glyph.type === "Line") view.paint = paintLine;
  const isLarge = glyph.type === "Scatter" && glyph.size.value > 5;
  if (recorded && (isLarge || recorded(state).moving.includes(renderer.name))) renderer.setv({ level: "overlay" }, { sync: false });
}

/**
 * BokehJS would look up each dot's size, colour and shape. Many are smaller, or where they are dense
 * there would be one blot.
 * @this {any}
 * @param {CanvasRenderingContext2D} context
 */
function paintDots(context) {
  const { sx, sy, model } = this;
  const radius = model.size.value / 2 * Math.min(1, (1500 / sx.length) ** 0.35);
  context.fillStyle = model.fill_color.value;
  context.globalAlpha = model.fill_alpha.value;
  for (let i = 0; i < sx.length; i++) {
    if (Number.isNaN(sx[i] + sy[i])) continue;
    context.beginPath();
    context.arc(sx[i], sy[i], radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}
