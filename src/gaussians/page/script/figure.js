// The figure: BokehJS's models and views by name, and new points drawn into them; until they are
// there, into the first picture.

import { paint } from "./color.js";
import { dressPlot, dressShapes, seen } from "./emphasis.js";
import { place } from "./handles.js";
import { hasten } from "./hasten.js";
import { inSight } from "./parts.js";
import { sketch } from "./sketch.js";
import { isUpper, paintUpper } from "./upper.js";

/** @type {Record<string, any>} */
export const plots = {};
/** @type {Record<string, any>} */
export const renderers = {};
/** @type {Record<string, any>} */
export const figures = {}; // views of plots
/** @type {Record<string, any>} */
export const views = {}; // and of renderers

/**
 * A plane's models take points and colours, before they have views as well as after.
 * @param {any} plot
 */
export function adopt(plot) {
  plots[plot.name] = plot;
  for (const renderer of plot.renderers) renderers[renderer.name] = renderer;
  hasten(plot);
  paint(plot);
  dressPlot(plot);
}

/** @param {any} plot */
export function watch(plot) {
  const view = Bokeh.index.find_one(plot);
  figures[plot.name] = view;
  for (const renderer of plot.renderers) views[renderer.name] = view.views.get_one(renderer);
  view.el.tabIndex = -1; // it has no keys
}

/** @param {Marks} marks */
export function draw(marks) {
  sketch(marks);
  const moved = new Set(Object.keys(marks).filter((name) => bring(name, marks[name])).map((name) => views[name]));
  for (const view of Object.values(figures)) {
    /** @type {any[]} */
    const own = view.model.renderers.map((/** @type {Named} */ { name }) => views[name]);
    const changed = own.filter((mark) => moved.has(mark));
    if (changed.length === 0) continue;
    if (view.is_displayed && changed.every(({ model }) => isUpper(model))) paintUpper(view, own, moved);
    else {
      view.invalidate_painters(...changed);
      view.paint();
    }
  }
  place(marks);
}

/**
 * Columns of as many points are written where they are; BokehJS would copy and index them anew.
 * @type {(name: string, columns: Marks[string]) => boolean} whether the mark is another one now
 */
function bring(name, { x, y }) {
  if (!renderers[name]) return false; // its plane is not there yet
  const { data_source: source } = renderers[name];
  const glyph = views[name]?.glyph;
  if (!glyph || x.length !== source.data.x.length) {
    source.setv({ data: { ...source.data, x, y } }, { silent: true });
    views[name]?.set_data();
    return true;
  }
  if (isSame(x, glyph.x) && isSame(y, glyph.y)) return false;
  for (const columns of [source.data, glyph]) {
    columns.x.set(x);
    columns.y.set(y);
  }
  return true;
}

/** @type {(a: Float64Array, b: Float64Array) => boolean} */
function isSame(a, b) {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && !(Number.isNaN(a[i]) && Number.isNaN(b[i]))) return false;
  return true;
}

/** @returns {Marks} a copy of what is seen now */
export function snapshot() {
  /** @type {any[]} */
  const seen = inSight().flatMap((key) => plots[key]?.renderers ?? []);
  return Object.fromEntries(seen.map(({ name, data_source: { data: { x, y } } }) => [name, { x: Float64Array.from(x), y: Float64Array.from(y) }]));
}

/** @param {object} [how] */
export function paintAll(how) {
  for (const plot of Object.values(plots)) paint(plot, how);
}

/** @param {Set<string> | null} names of marks that are shown, and no others; null for all */
export function reveal(names) {
  seen.shown = names;
  dressAll();
}

/** @param {Set<string> | null} names of marks that stay as they are, while all others are faint; null for all */
export function emphasize(names) {
  seen.plain = names;
  dressAll();
}

function dressAll() {
  dressShapes();
  for (const plot of Object.values(plots)) dressPlot(plot);
}
