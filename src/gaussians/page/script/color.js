// Colours: the style sheet has them, and hands them to canvases.

import { figure } from "./page.js";

/** @param {string} name */
export const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export let ground = ""; // as lines need it at each frame

// A policy may forbid a page's styles, those in attributes alone as well.
export const isStyled = () => Boolean(color("ground") && getComputedStyle(figure).getPropertyValue("--border"));

/**
 * A canvas does not know the page's colours, so they are handed on, at each change of theme.
 * @param {any} plot
 * @param {object} [how] options of BokehJS
 */
export function paint(plot, how = { sync: false }) {
  ground = color("ground");
  for (const axis of [...plot.left, ...plot.below]) axis.setv({ major_label_text_color: color("quiet") }, how);
  for (const grid of plot.center) grid.setv({ grid_line_color: color("rule") }, how);
  for (const { glyph, tags: [role] } of plot.renderers) {
    const colors = { line_color: role, fill_color: role, text_color: role, background_fill_color: "ground" };
    const own = Object.entries(colors).filter(([key]) => glyph[key]?.value != null);
    glyph.setv(Object.fromEntries(own.map(([key, name]) => [key, { value: color(name) }])), how);
  }
}
