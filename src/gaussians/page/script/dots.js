// Clouds of dots. A browser fills a circle slowly, and a cloud has thousands that are all alike: so
// their pixels are set here, by stencils of one dot at several places within a pixel.

import { strong } from "./color.js";

const SINGLE = 12; // dots that are filled sooner than their pixels are set
const PLACES = 4; // within a pixel, across as well as down
const SAMPLES = 8; // of a pixel, likewise: how much of it is covered

/** @typedef {{ shares: Float32Array, rows: Uint8Array }} Print a square's shares that a dot covers; where each row of them begins and ends */
/** @typedef {{ side: number, prints: Print[] }} Stencil a dot's print at each place */
/** @typedef {{ left: number, top: number, wide: number, high: number }} Box */

/**
 * BokehJS would look up each dot's size, colour and shape. Many are smaller, or where they are
 * dense there would be one blot.
 * @this {any} the view of a glyph
 * @param {CanvasRenderingContext2D} context
 */
export function paintDots(context) {
  const { sx, sy, model } = this;
  const radius = model.size.value / 2 * Math.min(1, (1500 / sx.length) ** 0.35);
  const alpha = strong.matches && model.fill_alpha.value > 0.5 ? 1 : model.fill_alpha.value;
  context.fillStyle = model.fill_color.value;
  if (isCanvas(context) && sx.length > SINGLE) return setPixels(context, this, radius, alpha);
  context.globalAlpha = alpha;
  for (let i = 0; i < sx.length; i++) {
    if (Number.isNaN(sx[i] + sy[i])) continue;
    context.beginPath();
    context.arc(sx[i], sy[i], radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

/** @type {(context: object) => boolean} and no SVG, which BokehJS paints by the same words */
export const isCanvas = (context) => context instanceof CanvasRenderingContext2D;

/** @type {(context: CanvasRenderingContext2D, view: any, radius: number, alpha: number) => void} */
function setPixels(context, view, radius, alpha) {
  const { sx, sy } = view;
  const own = context.getTransform();
  const { a: density, e, f } = own;
  const { side, prints } = stencil(density * radius, alpha);
  const { left, top, wide, high } = box(view, own, side, context.canvas);
  if (wide <= 0 || high <= 0) return;
  const image = blank(wide, high, context.fillStyle);
  const { data } = image;
  for (let i = 0; i < sx.length; i++) {
    const across = Math.round(PLACES * (density * sx[i] + e)) - PLACES * left;
    const down = Math.round(PLACES * (density * sy[i] + f)) - PLACES * top;
    const column = Math.floor(across / PLACES) - side / 2;
    const row = Math.floor(down / PLACES) - side / 2;
    if (!(column >= 0 && row >= 0 && column + side <= wide && row + side <= high)) continue; // nor NaN
    const { shares, rows } = prints[PLACES * (down & (PLACES - 1)) + (across & (PLACES - 1))];
    for (let y = 0; y < side; y++) {
      const first = rows[2 * y];
      const end = rows[2 * y + 1];
      let at = 4 * ((row + y) * wide + column + first) + 3;
      for (let k = y * side + first; k < y * side + end; k++, at += 4) data[at] += (255 - data[at]) * shares[k];
    }
  }
  const sheet = sheetOf(view, wide, high);
  sheet.putImageData(image, 0, 0);
  context.resetTransform();
  context.drawImage(sheet.canvas, 0, 0, wide, high, left, top, wide, high);
  context.setTransform(own);
}

/**
 * Where the dots are: whole pixels, with a margin, so that none is cut within the canvas.
 * @type {(view: any, own: DOMMatrix, side: number, canvas: { width: number, height: number }) => Box}
 */
function box({ sx, sy }, { a: density, e, f }, side, { width, height }) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < sx.length; i++) {
    if (Number.isNaN(sx[i] + sy[i])) continue;
    left = Math.min(left, sx[i]);
    right = Math.max(right, sx[i]);
    top = Math.min(top, sy[i]);
    bottom = Math.max(bottom, sy[i]);
  }
  const first = (/** @type {number} */ least, /** @type {number} */ shift) => Math.floor(Math.max(0, density * least + shift)) - side;
  const last = (/** @type {number} */ most, /** @type {number} */ shift, /** @type {number} */ end) => Math.ceil(Math.min(end, density * most + shift)) + side;
  const [x, y] = [first(left, e), first(top, f)];
  return { left: x, top: y, wide: last(right, e, width) - x, high: last(bottom, f, height) - y };
}

/** @type {Map<string, Stencil>} */
const stencils = new Map();

/** @type {(radius: number, alpha: number) => Stencil} in steps of a radius that nobody sees, for while dots are added one would be made each frame */
function stencil(radius, alpha) {
  const steps = Math.round(32 * radius);
  const key = `${steps} ${alpha}`;
  const known = stencils.get(key) ?? stencilOf(steps / 32, alpha);
  stencils.set(key, known);
  return known;
}

/** @type {(radius: number, alpha: number) => Stencil} */
function stencilOf(radius, alpha) {
  const side = 2 * Math.ceil(radius + 1);
  const prints = Array.from({ length: PLACES ** 2 }, (_, k) => {
    const [right, down] = [side / 2 + (k % PLACES) / PLACES, side / 2 + Math.floor(k / PLACES) / PLACES];
    return printOf(side, Float32Array.from({ length: side ** 2 }, (_, i) => alpha * covered(i % side - right, Math.floor(i / side) - down, radius)));
  });
  return { side, prints };
}

/** @type {(side: number, shares: Float32Array) => Print} */
function printOf(side, shares) {
  const rows = new Uint8Array(2 * side);
  for (let y = 0; y < side; y++) {
    const row = shares.subarray(y * side, (y + 1) * side);
    const first = Math.max(0, row.findIndex((share) => share > 0));
    rows.set([first, first + row.filter((share) => share > 0).length], 2 * y);
  }
  return { shares, rows };
}

/** @type {(left: number, top: number, radius: number) => number} how much of a pixel, from the dot's middle */
function covered(left, top, radius) {
  let count = 0;
  for (let k = 0; k < SAMPLES ** 2; k++) {
    const [x, y] = [left + (k % SAMPLES + 0.5) / SAMPLES, top + (Math.floor(k / SAMPLES) + 0.5) / SAMPLES];
    if (x * x + y * y <= radius * radius) count++;
  }
  return count / SAMPLES ** 2;
}

let pool = new Uint8ClampedArray(0);

/** @type {(wide: number, high: number, color: string | CanvasGradient | CanvasPattern) => ImageData} of a colour that nothing has yet */
function blank(wide, high, color) {
  const size = 4 * wide * high;
  if (pool.length < size) pool = new Uint8ClampedArray(size);
  const [red, green, blue] = [1, 3, 5].map((i) => parseInt(String(color).slice(i, i + 2), 16));
  const bytes = new Uint8Array([red, green, blue, 0]);
  new Uint32Array(pool.buffer, 0, wide * high).fill(new Uint32Array(bytes.buffer)[0]);
  return new ImageData(pool.subarray(0, size), wide, high);
}

/** @type {WeakMap<object, CanvasRenderingContext2D>} */
const sheets = new WeakMap();

/** @type {(view: object, wide: number, high: number) => CanvasRenderingContext2D} a canvas of a cloud's own: others may not be painted yet */
function sheetOf(view, wide, high) {
  const sheet = sheets.get(view) ?? /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  sheets.set(view, sheet);
  if (sheet.canvas.width < wide) sheet.canvas.width = wide;
  if (sheet.canvas.height < high) sheet.canvas.height = high;
  return sheet;
}
