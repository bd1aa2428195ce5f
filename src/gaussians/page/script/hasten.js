// BokehJS is ready for everything. Here nothing is zoomed or selected, so no index of places is
// needed, and one glyph of the six that a mark might have; all dots of a mark are alike; and of its
// two canvases the lower one keeps what no slider moves, which is not painted again. Large dots are
// never there: a name that moves would hide them, whatever the order of the marks.

import { contour } from "./bars.js";
import { strong } from "./color.js";
import { paintLine, trace } from "./lines.js";
import { recorded } from "./page.js";
import { state } from "./state.js";

/** @type {Record<string, (this: any, context: CanvasRenderingContext2D) => void>} */
const PAINTERS = { Scatter: paintDots, Line: paintLine, Patch: paintArea, Step: paintBars, Text: paintNames };

/** @param {any} renderer */
export function hasten(renderer) {
  const { glyph } = renderer;
  const own = renderer.default_view.prototype;
  Object.defineProperty(own, "needs_clip", { value: true }); // on the upper canvas too
  own.update_position = () => {}; // of HTML, which a mark has none of
  own._paint = paintMark;
  const view = glyph.default_view.prototype;
  view._mask_data = null;
  if (PAINTERS[glyph.type]) view.paint = PAINTERS[glyph.type];
  const isLarge = glyph.type === "Scatter" && glyph.size.value > 5;
  if (recorded && (isLarge || recorded(state).moving.includes(renderer.name))) renderer.setv({ level: "overlay" }, { sync: false });
}

/**
 * @this {any} the view of a renderer
 * @param {CanvasRenderingContext2D} context
 */
function paintMark(context) {
  this.glyph.map_data();
  this.glyph.paint(context);
}

/**
 * BokehJS would look up each dot's size, colour and shape. Many are smaller, or where they are
 * dense there would be one blot.
 * @this {any} the view of a glyph, as below
 * @param {CanvasRenderingContext2D} context
 */
function paintDots(context) {
  const { sx, sy, model } = this;
  const radius = model.size.value / 2 * Math.min(1, (1500 / sx.length) ** 0.35);
  context.fillStyle = model.fill_color.value;
  context.globalAlpha = strong.matches && model.fill_alpha.value > 0.5 ? 1 : model.fill_alpha.value;
  for (let i = 0; i < sx.length; i++) {
    if (Number.isNaN(sx[i] + sy[i])) continue;
    context.beginPath();
    context.arc(sx[i], sy[i], radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

/**
 * @this {any}
 * @param {CanvasRenderingContext2D} context
 */
function paintArea(context) {
  if (trace(context, this)) this.visuals.fill.apply(context, "evenodd");
}

/**
 * BokehJS knows no bars that one path goes around: its steps stand for them.
 * @this {any}
 * @param {CanvasRenderingContext2D} context
 */
function paintBars(context) {
  const { sx, sy, model, renderer } = this;
  const around = contour(sx, sy, renderer.coordinates.y_scale.compute(0));
  if (!trace(context, around)) return;
  context.fillStyle = context.strokeStyle = model.line_color.value;
  context.globalAlpha = model.line_alpha.value;
  context.fill();
  context.setLineDash([]);
  context.lineWidth = strong.matches ? 2 : 1;
  context.globalAlpha = Math.sqrt(model.line_alpha.value);
  if (!(context instanceof CanvasRenderingContext2D)) trace(context, around); // as in lines.js
  context.stroke();
  context.globalAlpha = 1;
}

/**
 * BokehJS would measure each name anew, and set up its font.
 * @this {any}
 * @param {CanvasRenderingContext2D} context
 */
function paintNames(context) {
  const { sx, sy, labels, padding, swidth, sheight, model } = this;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  for (let i = 0; i < sx.length; i++) {
    if (Number.isNaN(sx[i] + sy[i])) continue;
    const { font, text } = labels[i];
    const left = sx[i] - swidth[i] / 2;
    const top = sy[i] - sheight[i] / 2;
    context.fillStyle = model.background_fill_color.value;
    context.globalAlpha = model.background_fill_alpha.value;
    context.fillRect(left, top, swidth[i], sheight[i]);
    context.font = font;
    context.fillStyle = model.text_color.value;
    context.globalAlpha = model.text_alpha.value;
    context.fillText(text, left + padding.left, top + padding.top + ascent(labels[i]));
  }
  context.globalAlpha = 1;
}

/** @type {WeakMap<object, number>} */
const ascents = new WeakMap();

/** @param {any} label */
function ascent(label) {
  const known = ascents.get(label) ?? label._text_line(Bokeh.require("core/util/text").font_metrics(label.font)).ascent;
  ascents.set(label, known);
  return known;
}
