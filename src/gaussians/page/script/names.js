// Names in the figure. BokehJS would measure each anew; and to set a font, browsers lay out the whole
// page. So a name is painted once and then copied, to whole pixels of the screen, where it is sharp.

import { isCanvas } from "./dots.js";

/** @typedef {{ key: string, canvas: HTMLCanvasElement }} Stamp */

/** @type {WeakMap<object, Stamp>} by label */
let stamps = new WeakMap();
document.fonts.addEventListener("loadingdone", () => {
  stamps = new WeakMap();
});

/**
 * @this {any} the view of a glyph
 * @param {CanvasRenderingContext2D} context
 */
export function paintNames(context) {
  const { sx, sy, swidth, sheight } = this;
  for (let i = 0; i < sx.length; i++) {
    if (Number.isNaN(sx[i] + sy[i])) continue;
    const left = sx[i] - swidth[i] / 2;
    const top = sy[i] - sheight[i] / 2;
    if (isCanvas(context)) copyName(context, this, i, left, top);
    else paintName(context, this, i, left, top); // an SVG has letters
  }
}

/** @type {(context: CanvasRenderingContext2D, view: any, i: number, left: number, top: number) => void} */
function copyName(context, view, i, left, top) {
  const { a: density, e, f } = context.getTransform();
  const { canvas } = stamp(view, i, density);
  const [right, down] = [(Math.round(density * left + e) - e) / density, (Math.round(density * top + f) - f) / density];
  context.drawImage(canvas, right, down, canvas.width / density, canvas.height / density);
}

/** @type {(view: any, i: number, density: number) => Stamp} */
function stamp(view, i, density) {
  const { labels, swidth, sheight, model } = view;
  const key = [density, model.text_color.value, model.text_alpha.value, model.background_fill_color.value, model.background_fill_alpha.value].join();
  const known = stamps.get(labels[i]);
  if (known?.key === key) return known;
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(density * swidth[i]);
  canvas.height = Math.ceil(density * sheight[i]);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(density, density);
  paintName(context, view, i, 0, 0);
  stamps.set(labels[i], { key, canvas });
  return { key, canvas };
}

/** @type {(context: CanvasRenderingContext2D, view: any, i: number, left: number, top: number) => void} */
function paintName(context, { labels, padding, swidth, sheight, model }, i, left, top) {
  const { font, text } = labels[i];
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillStyle = model.background_fill_color.value;
  context.globalAlpha = model.background_fill_alpha.value;
  context.fillRect(left, top, swidth[i], sheight[i]);
  context.font = font;
  context.fillStyle = model.text_color.value;
  context.globalAlpha = model.text_alpha.value;
  context.fillText(text, left + padding.left, top + padding.top + ascent(labels[i]));
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
