// Share: the present state as a link, a program, a picture or a table.

import { plots } from "./figure.js";
import { address, hasAddress } from "./link.js";
import { listenToMenu } from "./menu.js";
import { written } from "./numbers.js";
import { config, figure, isFront, one } from "./page.js";
import { inSight } from "./parts.js";
import { png, svg } from "./pictures.js";
import { state } from "./state.js";

/** @type {HTMLDetailsElement} */
const menu = one("#share");

/** @type {Record<string, () => string>} */
const copies = {
  link: () => address({ embed: null }),
  frame,
  python: () => config.code.replace(/\$(\w+)/g, (_, key) => written(state[key])),
};

function frame() {
  const element = document.createElement("iframe");
  for (const [name, value] of Object.entries({
    src: address({ embed: "1" }), title: config.title, loading: "lazy", allow: "clipboard-write",
    width: "100%", height: String(embeddedHeight()), style: `border: 0${scheme()}`,
  })) element.setAttribute(name, value);
  return element.outerHTML;
}

/** @type {Record<string, () => Blob | Promise<Blob>>} */
const downloads = { png, svg, csv };

// A browser lets the page around a frame show through if both have one colour scheme.
function scheme() {
  const { theme } = document.documentElement.dataset;
  return theme ? `; color-scheme: ${theme}` : "";
}

function embeddedHeight() {
  const story = document.getElementById("story");
  return one("main").offsetHeight - (story?.offsetHeight ?? 0);
}

/**
 * An empty row is between the pieces of a line; an image has no points.
 * @param {any} renderer
 */
function rows({ name, glyph, data_source: { data: { x, y } } }) {
  if (glyph.type === "Circle") return [];
  const places = Array.from(x, (across, i) => [across, y[i]]);
  const seen = places.filter((place) => place.every(Number.isFinite));
  const kept = glyph.type === "Line" && seen.length ? places : seen;
  return kept.map((place) => `${name},${place.map((value) => (Number.isFinite(value) ? value : ""))}\n`);
}

function csv() {
  return new Blob(["mark,x,y\n", ...inSight().flatMap((name) => plots[name].renderers).flatMap(rows)], { type: "text/csv" });
}

/** @type {(button: HTMLElement, text: string) => void} */
function tell(button, text) {
  const status = one("[role=status]", menu);
  button.dataset.name ??= button.textContent;
  button.textContent = text;
  status.textContent = text;
  setTimeout(() => {
    button.textContent = button.dataset.name ?? "";
    status.textContent = ""; // or the same text would not be said again
  }, 2000);
}

/** @param {Data} button */
async function copy(button) {
  if (button.dataset.copy !== "python" && !hasAddress) return tell(button, "This page has no address to copy");
  const text = copies[button.dataset.copy]();
  try {
    await navigator.clipboard.writeText(text); // not there without https, and it may be refused
    offer("");
    tell(button, "Copied");
  } catch {
    offer(text);
  }
}

/** @param {string} text */
function offer(text) {
  /** @type {HTMLTextAreaElement} */
  const field = one("textarea", menu);
  one("label", menu).hidden = !text;
  field.value = text;
  if (!text) return;
  field.focus();
  field.select();
}

/** @param {Data} button */
async function download(button) {
  if (!figure.classList.contains("ready")) return;
  const kind = button.dataset.download;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await downloads[kind]());
  link.download = `gaussians-${config.key}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // a browser may still be reading it
  if (maySave()) tell(button, "Saved");
  else advise("If no file was saved, this frame may not save any. Open the lesson in a tab of its own.");
}

// A sandboxed frame is not told whether it may save a file, and saving nothing is no error.
function maySave() {
  const frame = /** @type {HTMLIFrameElement | null} */ (window.frameElement); // of the same origin
  const sandbox = frame?.sandbox;
  const free = !sandbox?.length || sandbox.contains("allow-downloads");
  return window.parent === window || (window.origin !== "null" && free);
}

/** @param {string} text */
function advise(text) {
  one(".advice", menu).textContent = text;
}

export function listenToShare() {
  if (isFront) return; // it has a picture, and no state to share
  menu.addEventListener("click", (/** @type {{ target: any }} */ { target }) => {
    advise("");
    if (target.dataset.copy) copy(target);
    if (target.dataset.download) download(target);
  });
  // Told a while after: a menu that has opened may already offer something.
  menu.addEventListener("toggle", () => {
    if (menu.open) return;
    offer("");
    advise("");
  });
  listenToMenu(menu);
}
