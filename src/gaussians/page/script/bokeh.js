// BokehJS is the largest part of a page, and nobody needs it to read or to begin: it is loaded once
// the words and the first picture are painted. Until then its scripts wait in a <template>.

import { one } from "./page.js";

const PATIENCE = 1000; // ms: nothing is painted in a window that nobody sees

/** @param {number} ms */
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

// A page in a frame is seldom alone: the pictures of all of them come first. How long they take
// is told by how long this one took.
async function painted() {
  await Promise.race([nextFrame().then(nextFrame), pause(PATIENCE)]);
  if (window.parent !== window) await pause(2 * performance.now());
}

// A page is read to its end by then; scripts that are put into it run at once, or when they come.
export async function loadBokeh() {
  if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  await painted();
  /** @type {HTMLTemplateElement} */
  const late = /** @type {any} */ (one("template.late"));
  for (const script of late.content.querySelectorAll("script")) {
    const own = document.importNode(script, true);
    const come = new Promise((done) => {
      own.onload = own.onerror = done;
    });
    document.body.append(own);
    if (own.src) await come;
  }
  late.remove();
}
