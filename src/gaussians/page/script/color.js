// Colours: the style sheet has them, and hands them to canvases.

import { config, figure, one } from "./page.js";
import { planes } from "./parts.js";

/** @param {string} name */
export const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export const strong = matchMedia("(prefers-contrast: more)");
export let ground = ""; // as lines need it at each frame

// A policy may forbid a page's styles, those in attributes alone as well.
export const isStyled = () => Boolean(color("ground") && getComputedStyle(figure).getPropertyValue("--styled"));

/** @param {string} name of a size that the style sheet has in rem, as the browser's font size goes */
export const pixels = (name) => parseFloat(color(name)) * rem();

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** @param {string} plane whose numbers are in its borders: on the left, and on the other sides */
export const borders = (plane) => ({ left: Math.round(config.planes[plane].margin * rem()), other: Math.round(pixels("border")) });

/**
 * Names grow with their plane, up to a limit; style/figure.css says the same of the first picture.
 * @param {any} plot
 */
function nameSize(plot) {
  const { clientWidth: width } = one(".canvas", planes[Object.keys(config.planes).indexOf(plot.name)]);
  return Math.max(pixels("name"), Math.min(pixels("name") * 1.4, width * 0.028));
}

/**
 * A canvas does not know the page's colours, so they are handed on, at each change of theme.
 * @param {any} plot
 * @param {object} [how] options of BokehJS
 */
export function paint(plot, how = { sync: false }) {
  ground = color("ground");
  const { left, other } = borders(plot.name);
  if (plot.min_border !== other || plot.min_border_left !== left) plot.setv({ min_border: other, min_border_left: left }, how);
  const [number, size] = [pixels("number"), nameSize(plot)].map((size) => `${size.toFixed(2)}px`);
  for (const axis of [...plot.left, ...plot.below]) axis.setv({ major_label_text_color: color("quiet"), major_label_text_font_size: number }, how);
  for (const line of plot.center) line.setv(line.type === "Span" ? { line_color: color("edge") } : { grid_line_color: color("rule") }, how);
  for (const { glyph, tags: [role] } of plot.renderers) {
    const colors = { line_color: role, fill_color: role, text_color: role, background_fill_color: "ground" };
    const own = Object.entries(colors).filter(([key]) => glyph[key]?.value != null);
    glyph.setv(Object.fromEntries(own.map(([key, name]) => [key, { value: color(name) }])), how);
    if (glyph.type === "Text") glyph.setv({ text_font_size: { value: size } }, how);
  }
}
