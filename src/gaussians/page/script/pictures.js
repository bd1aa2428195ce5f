// Pictures of the planes in sight, with their captions and the names of their axes. They are for
// slides and for paper: light, whatever the page is, and as large as a projector's screen.

import { measure, write } from "./captions.js";
import { borders, color } from "./color.js";
import { figures, paintAll, views } from "./figure.js";
import { config, figure, one } from "./page.js";
import { columnOf, columns, inSight } from "./parts.js";

/** @typedef {"png" | "svg"} Kind */
/** @typedef {ReturnType<typeof measure>} Shown */

const WIDE = 1920; // pixels that a PNG has at least
const LINE = 22; // units for a line of a caption, or for the name of an axis

/** @returns {Promise<Blob>} */
export function png() {
  return new Promise((done) => picture("png").canvas.toBlob(done));
}

export function svg() {
  return new Blob([new XMLSerializer().serializeToString(drawing())], { type: "image/svg+xml" });
}

function drawing() {
  const { canvas, bbox } = picture("svg");
  const title = document.createElementNS(canvas.namespaceURI, "title");
  title.textContent = `${config.title}: ${one("#description").textContent}`;
  canvas.prepend(title);
  canvas.setAttribute("viewBox", `0 0 ${bbox.width} ${bbox.height}`);
  return canvas;
}

/**
 * BokehJS paints a canvas or an SVG with the same strokes.
 * @param {Kind} kind
 */
function picture(kind) {
  return sideBySide(() => inLight(() => {
    const { parts, width, height } = arranged(inSight().map(measure));
    return atDensity(kind === "svg" ? 1 : Math.ceil(Math.max(devicePixelRatio, WIDE / width)), () => {
      const { CanvasLayer } = Bokeh.require("core/util/canvas");
      const layer = new CanvasLayer(kind === "svg" ? "svg" : "canvas", true);
      layer.resize(width, height);
      layer.ctx.scale(layer.pixel_ratio, layer.pixel_ratio);
      layer.ctx.fillStyle = color("ground");
      layer.ctx.fillRect(0, 0, width, height);
      for (const { part, middle, top } of parts) compose(layer.ctx, part, middle, top, kind);
      return layer;
    });
  }));
}

/**
 * Planes of a column are below each other; the first ones of all columns are beside each other.
 * @param {Shown[]} parts
 */
function arranged(parts) {
  const stacks = columns.map((column) => parts.filter(({ name }) => columnOf(name) === column)).filter(({ length }) => length);
  const first = Math.max(...stacks.map(([{ lines }]) => lines.length));
  const placed = [];
  let left = LINE;
  let height = 0;
  for (const stack of stacks) {
    const width = Math.max(...stack.map((part) => part.width));
    let top = 0;
    for (const [i, part] of stack.entries()) {
      top += LINE * (i ? part.lines.length : first) - 8; // a plot has a border of its own
      placed.push({ part, middle: left + width / 2, top });
      top += part.plot.height + LINE;
    }
    height = Math.max(height, top);
    left += width + LINE;
  }
  return { parts: placed, width: left, height };
}

/**
 * A plane that lies behind another one is in the picture, too; meanwhile it is laid out as if it did not.
 * @template T
 * @param {() => T} draw
 */
function sideBySide(draw) {
  const behind = columns.filter((column) => column.classList.contains("behind"));
  const put = (/** @type {boolean} */ back) => {
    for (const column of behind) column.classList.toggle("behind", back);
    for (const view of Object.values(figures)) view.after_resize();
  };
  put(false);
  try {
    return draw();
  } finally {
    put(true);
  }
}

/**
 * The colours change for the picture only: no frame is painted on the screen in between.
 * @template T
 * @param {() => T} draw
 */
function inLight(draw) {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  const repaint = () => {
    paintAll({ silent: true });
    for (const { glyph, model, all_indices } of Object.values(views)) glyph.set_visuals(model.data_source, all_indices);
  };
  dataset.theme = "light";
  repaint();
  try {
    return draw();
  } finally {
    if (theme) dataset.theme = theme;
    else delete dataset.theme;
    repaint();
  }
}

/**
 * BokehJS knows no density but the screen's.
 * @template T
 * @param {number} density
 * @param {() => T} draw
 */
function atDensity(density, draw) {
  const own = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(window, "devicePixelRatio"));
  Object.defineProperty(window, "devicePixelRatio", { value: density, configurable: true });
  try {
    return draw();
  } finally {
    Object.defineProperty(window, "devicePixelRatio", own);
  }
}

/** @type {(context: CanvasRenderingContext2D, part: Shown, middle: number, top: number, kind: Kind) => void} */
function compose(context, { name, plot, font, lines }, middle, top, kind) {
  const { canvas } = figures[name].export(kind);
  context.drawImage(canvas, middle - plot.width / 2, top, plot.width, plot.height);
  context.font = font;
  for (const [i, line] of lines.entries()) write(context, line, middle, top + 8 - LINE * (lines.length - 1 - i));
  const [across, up] = config.planes[name].names;
  context.fillStyle = color("quiet");
  context.textAlign = "center";
  const { left, other } = borders(name);
  context.fillText(across, middle + (left - other) / 2, top + plot.height + 6);
  context.translate(middle - plot.width / 2, top + plot.height / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(up, 0, -4); // beside the axis' numbers
  context.rotate(Math.PI / 2);
  context.translate(plot.width / 2 - middle, -top - plot.height / 2);
}

// A printer has more dots than a screen, and paper another width: there the figure is a picture.
export function toPaper() {
  if (!figure.classList.contains("ready")) return;
  const drawn = drawing();
  addEventListener("afterprint", () => drawn.remove(), { once: true });
  figure.append(drawn);
}
