// Images: shades of one colour that fill a plane, painted cell by cell onto a small sheet, which the
// browser scales smoothly. Among the marks they are points, too: of each cell its shade, and its row.

import { isCanvas } from "./dots.js";

/** @typedef {{ x: ArrayLike<number>, y: ArrayLike<number> }} Cells */

/** @type {WeakMap<object, HTMLCanvasElement>} */
const papers = new WeakMap();

/**
 * BokehJS would look up a colour for each cell; circles, which are never painted, stand for them.
 * @this {any} the view of a glyph
 * @param {CanvasRenderingContext2D} context
 */
export function paintImage(context) {
  const { model, renderer } = this;
  const { left, top, width, height } = renderer.plot_view.frame.bbox;
  const paper = shade(this, model.fill_color.value, model.fill_alpha.value, papers.get(this));
  papers.set(this, paper);
  if (isCanvas(context)) return context.drawImage(paper, left, top, width, height);
  const whole = Object.assign(new Image(), { src: paper.toDataURL() }); // BokehJS would enlarge a canvas by squares
  context.drawImage(whole, 0, 0, whole.width, whole.height, left, top, width, height);
}

/**
 * Row 0 is at the bottom; what is no number is nothing.
 * @type {(cells: Cells, color: string, alpha: number, paper?: HTMLCanvasElement) => HTMLCanvasElement}
 */
export function shade({ x, y }, color, alpha, paper = document.createElement("canvas")) {
  const { wide, high } = size({ x, y });
  Object.assign(paper, { width: wide, height: high }); // which empties it
  const context = /** @type {CanvasRenderingContext2D} */ (paper.getContext("2d"));
  const image = new ImageData(wide, high);
  for (let row = 0; row < high; row++) {
    const below = (high - 1 - row) * wide;
    for (let column = 0; column < wide; column++) image.data[4 * (below + column) + 3] = 255 * alpha * Math.min(1, x[row * wide + column]);
  }
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = "source-in";
  context.fillStyle = color;
  context.fillRect(0, 0, wide, high);
  return paper;
}

/** @type {(cells: Cells, right: number, up: number) => number} at a place, by shares of the plane */
export function shadeAt({ x, y }, right, up) {
  const { wide, high } = size({ x, y });
  return x[Math.floor(up * high) * wide + Math.floor(right * wide)] ?? 0;
}

/** @param {Cells} cells */
function size({ x, y }) {
  const high = Math.max(1, Math.round(y[y.length - 1]) + 1); // which is on its way where points glide
  return { wide: Math.max(1, Math.floor(x.length / high)), high };
}
