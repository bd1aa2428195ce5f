// The page as it was written: its elements, and what Python told it of the lesson.

/**
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {E[]}
 */
export const all = (selector, within = document) => [...within.querySelectorAll(/** @type {any} */ (selector))];

/**
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {E} which every page has
 */
export const one = (selector, within = document) => /** @type {any} */ (within.querySelector(selector));

/** @type {Config} */
export const config = JSON.parse(one("#config").textContent);
export const recorded = window.recordedScene; // not there where Python computes every frame
export const isFile = document.documentElement.classList.contains("file"); // which nobody wrote for its address
export const isFront = document.documentElement.classList.contains("cover"); // and no lesson
export const figure = one("#figure");
