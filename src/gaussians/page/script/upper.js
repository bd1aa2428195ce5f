// The upper canvas of a plane, painted anew in each frame of a drag, and nothing else: BokehJS would
// look what has changed, and tell all that might want to know that it was painted. What lies behind
// all that moves, frame after frame, is kept as a picture.

/** @typedef {{ args: [number, number, number, number] }} Part of a canvas, as BokehJS has it */
/** @typedef {{ count: number, picture: HTMLCanvasElement | null }} Still how many marks have not moved; they themselves, once that was so twice */

/** @type {WeakMap<object, Still>} by views of plots */
const still = new WeakMap();

/** @param {any} renderer */
export const isUpper = ({ level }) => level === "overlay";

/**
 * @param {any} plot its view
 * @param {any[]} marks views of its renderers, back to front
 * @param {Set<any>} moved since they were painted
 */
export function paintUpper(plot, marks, moved) {
  const { canvas_view: { overlays }, frame: { bbox } } = plot;
  const upper = marks.filter(({ model }) => isUpper(model) && model.visible);
  const behind = upper.slice(0, Math.max(0, upper.findIndex((mark) => moved.has(mark))));
  const context = overlays.prepare();
  const picture = pictureOf(plot, behind, context, bbox);
  if (picture) lay(picture, context);
  paintMarks(context, bbox, upper.slice(picture ? behind.length : 0));
  overlays.finish();
}

/**
 * Marks look otherwise, or are painted elsewhere: no picture shows that.
 * @param {object} plot its view
 */
export const forget = (plot) => still.delete(plot);

/** @type {(plot: object, marks: any[], like: CanvasRenderingContext2D, bbox: Part) => HTMLCanvasElement | null} */
function pictureOf(plot, marks, like, bbox) {
  const count = marks.length;
  const known = still.get(plot);
  const picture = known?.count === count && count ? known.picture ?? pictured(marks, like, bbox) : null;
  still.set(plot, { count, picture });
  return picture;
}

/** @type {(marks: any[], like: CanvasRenderingContext2D, bbox: Part) => HTMLCanvasElement} */
function pictured(marks, like, bbox) {
  const { width, height } = like.canvas;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.setTransform(like.getTransform());
  paintMarks(context, bbox, marks);
  return canvas;
}

/** @type {(picture: HTMLCanvasElement, context: CanvasRenderingContext2D) => void} pixel by pixel */
function lay(picture, context) {
  const own = context.getTransform();
  context.resetTransform();
  context.drawImage(picture, 0, 0);
  context.setTransform(own);
}

/** @type {(context: CanvasRenderingContext2D, bbox: Part, marks: any[]) => void} */
function paintMarks(context, bbox, marks) {
  context.save();
  context.beginPath();
  context.rect(...bbox.args);
  context.clip();
  for (const mark of marks) {
    context.save();
    paintMark(mark, context);
    context.restore();
  }
  context.restore();
}

/** @type {(mark: any, context: CanvasRenderingContext2D) => void} */
export function paintMark({ glyph, coordinates: { x_scale: across, y_scale: down } }, context) {
  glyph.sx = onScreen(glyph.x, across, glyph.sx);
  glyph.sy = onScreen(glyph.y, down, glyph.sy);
  glyph.paint(context);
}

/**
 * All scales are linear. BokehJS would make new arrays, and an index of radii for images.
 * @type {(values: Float64Array, scale: { compute: (value: number) => number }, places?: Float64Array) => Float64Array}
 */
function onScreen(values, scale, places) {
  const start = scale.compute(0);
  const unit = scale.compute(1) - start;
  const found = places?.length === values.length ? places : new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) found[i] = start + unit * values[i];
  return found;
}
