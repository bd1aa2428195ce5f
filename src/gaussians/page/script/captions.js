// Captions, for pictures: what HTML and CSS show above a plane, painted.

import { figures } from "./figure.js";
import { config } from "./page.js";
import { planes } from "./parts.js";

/** @typedef {{ long: number, dash: number[], thick: number }} Key a dot has no length */
/** @typedef {{ text: string, key: Key | null, ink: string, width: number }} Item */
/** @typedef {{ items: Item[], width: number }} Line */

const GAP = 14; // between the parts of a line
/** @type {Record<string, number[]>} */
const DASHES = { solid: [], dashed: [6, 4], dotted: [2, 3] };
const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/**
 * A plane and the words above it, in lines as wide as it is.
 * @param {string} name
 */
export function measure(name) {
  const plot = figures[name].bbox;
  const plane = planes[Object.keys(config.planes).indexOf(name)];
  const nodes = [...plane.querySelector(".caption")?.childNodes ?? []].filter((node) => words(node) && !isHidden(node));
  const font = `15px ${getComputedStyle(plane).fontFamily}`;
  ruler.font = font;
  const items = nodes.map(item);
  const width = Math.ceil(Math.max(plot.width, ...items.map((one) => one.width)));
  return { name, plot, font, width, lines: inLines(items, width) };
}

/** @param {ChildNode} node a key of what the step does not draw */
const isHidden = (node) => node instanceof HTMLElement && node.hidden;

/**
 * Words, with a piece of line before them if they tell what it stands for.
 * @param {ChildNode} node
 * @returns {Item}
 */
function item(node) {
  const element = /** @type {Element} */ (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
  const { content, width: long, borderTopStyle: dash, borderTopWidth: thick } = getComputedStyle(element, "::before");
  const text = words(node);
  const key = content === "none" ? null : { long: parseFloat(long), dash: DASHES[dash], thick: parseFloat(thick) };
  return { text, key, ink: getComputedStyle(element).color, width: ruler.measureText(text).width + (key ? 2 * GAP : 0) };
}

/** @type {(node: ChildNode) => string} */
const words = ({ textContent }) => (textContent ?? "").trim().replace(/\s+/g, " ");

/**
 * @param {Item[]} items
 * @param {number} most
 */
function inLines(items, most) {
  /** @type {Line[]} */
  const lines = [];
  for (const one of items) {
    const line = lines.at(-1);
    if (line && line.width + GAP + one.width <= most) {
      line.items.push(one);
      line.width += GAP + one.width;
    } else lines.push({ items: [one], width: one.width });
  }
  return lines;
}

/** @type {(context: CanvasRenderingContext2D, line: Line, middle: number, base: number) => void} */
export function write(context, { items, width }, middle, base) {
  let left = middle - width / 2;
  context.textAlign = "left";
  for (const { text, key, ink, width: wide } of items) {
    context.fillStyle = context.strokeStyle = ink;
    if (key) rule(context, key, left, base - 5);
    context.fillText(text, left + (key ? 2 * GAP : 0), base);
    left += wide + GAP;
  }
}

/** @type {(context: CanvasRenderingContext2D, key: Key, left: number, height: number) => void} */
function rule(context, { long, dash, thick }, left, height) {
  context.beginPath();
  if (!long) {
    context.arc(left + 11, height, thick, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.lineWidth = thick;
  context.setLineDash(dash);
  context.moveTo(left, height);
  context.lineTo(left + long, height);
  context.stroke();
}
