// BokehJS is the largest part of a page, and nobody needs it to read or to begin: it is loaded once
// the words and the first picture are painted. Until then its scripts wait in a <template>.

import { one } from "./page.js";

const PATIENCE = 1000; // ms: nothing is painted in a window that nobody sees

// What a server has thought before is no work of this page.
function arrival() {
  const [own] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return own?.responseStart ?? 0;
}

/** @param {number} ms */
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

// A page in a frame is seldom alone: the pictures of all of them come first. How long they take
// is told by how long this one took.
async function painted() {
  await Promise.race([nextFrame().then(nextFrame), pause(PATIENCE)]);
  if (window.parent !== window) await pause(2 * (performance.now() - arrival()));
}

// A hand that is on would have to wait while BokehJS starts: so BokehJS waits until it is off.
let isHeld = false;
/** @param {Event} event */
const feel = (event) => {
  isHeld = /** @type {PointerEvent} */ (event).buttons > 0;
};
const TOUCHES = ["pointerdown", "pointermove", "pointerup", "pointercancel"];
for (const kind of TOUCHES) addEventListener(kind, feel, true);

/** @param {string} address */
function fetched(address) {
  const link = Object.assign(document.createElement("link"), { rel: "preload", as: "script", href: address });
  const come = new Promise((done) => {
    link.onload = link.onerror = done;
  });
  document.head.append(link);
  return come;
}

/** @param {HTMLScriptElement} script that is in no page yet */
function run(script) {
  const own = document.importNode(script, true);
  const done = new Promise((ready) => {
    own.onload = own.onerror = ready;
  });
  document.body.append(own);
  return own.src ? done : undefined;
}

// A page is read to its end by then; scripts that are put into it run at once, or when they come.
export async function loadBokeh() {
  if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  await painted();
  /** @type {HTMLTemplateElement} */
  const late = /** @type {any} */ (one("template.late"));
  for (const script of late.content.querySelectorAll("script")) {
    const address = script.getAttribute("src");
    if (address) await fetched(address);
    while (isHeld) await pause(50);
    await run(script);
  }
  late.remove();
  for (const kind of TOUCHES) removeEventListener(kind, feel, true);
}
