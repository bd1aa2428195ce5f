// BokehJS is ready for everything. Here nothing is zoomed or selected, so no index of places is
// needed, and one glyph of the six that a mark might have; all dots of a mark are alike; and of its
// two canvases the lower one keeps what no slider moves, which is not painted again. Large dots are
// never there: a name that moves would hide them, whatever the order of the marks.

import { contour } from "./bars.js";
import { strong } from "./color.js";
import { isCanvas, paintDots } from "./dots.js";
import { paintImage } from "./images.js";
import { paintLine, trace } from "./lines.js";
import { paintNames } from "./names.js";
import { recorded } from "./page.js";
import { state } from "./state.js";
import { forget, paintMark } from "./upper.js";

/** @type {Record<string, (this: any, context: CanvasRenderingContext2D) => void>} */
const PAINTERS = { Scatter: paintDots, Line: paintLine, Patch: paintArea, Circle: paintImage, Step: paintBars, Text: paintNames };

/** @param {any} plot */
export function hasten(plot) {
  const isMoving = (/** @type {Named} */ { name }) => recorded?.(state).moving.includes(name);
  const isCovered = plot.renderers.some((/** @type {any} */ one) => one.glyph.type === "Circle" && isMoving(one)); // by an image
  for (const renderer of plot.renderers) hastenMark(renderer, isCovered || isMoving(renderer));
}

/** @type {(renderer: any, isMoving: boolean | undefined) => void} */
function hastenMark(renderer, isMoving) {
  const { glyph } = renderer;
  const own = renderer.default_view.prototype;
  Object.defineProperty(own, "needs_clip", { value: true }); // on the upper canvas too
  own.update_position = () => {}; // of HTML, which a mark has none of
  own.set_data = setData;
  own._paint = paintAnew;
  const view = glyph.default_view.prototype;
  view._mask_data = null;
  Object.defineProperty(view, "_index_size", { value: 0 }); // an index of nothing
  if (PAINTERS[glyph.type]) view.paint = PAINTERS[glyph.type];
  const isLarge = glyph.type === "Scatter" && glyph.size.value > 5;
  if (recorded && (isLarge || isMoving)) renderer.setv({ level: "overlay" }, { sync: false });
}

/**
 * All points of a source are drawn: nobody has to ask which, nor whether that has changed.
 * @this {any} the view of a renderer
 */
async function setData() {
  const { glyph, model: { data_source: source } } = this;
  const { Indices } = Bokeh.require("core/types");
  this.all_indices = Indices.all_set(source.get_length());
  await glyph.set_data(source, this.all_indices);
  glyph.set_visuals(source, this.all_indices);
  glyph.after_visuals();
  await glyph.after_lazy_visuals();
}

/**
 * Painted by BokehJS, which does so when anything but places has changed.
 * @this {any} the view of a renderer
 * @param {CanvasRenderingContext2D} context
 */
function paintAnew(context) {
  forget(this.plot_view);
  paintMark(this, context);
}

/**
 * @this {any}
 * @param {CanvasRenderingContext2D} context
 */
function paintArea(context) {
  if (trace(context, this)) this.visuals.fill.apply(context);
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
  if (!isCanvas(context)) trace(context, around); // as in lines.js
  context.stroke();
  context.globalAlpha = 1;
}
