// The course: what was visited, which only this browser knows, and where to go on.

import { listenToMenu } from "./menu.js";
import { all, config, isFront, one } from "./page.js";
import { asked } from "./state.js";

const KEY = "gaussians.visited";

/** @returns {string[]} keys of lessons; none where nothing can be kept, in a sandboxed frame for example */
function visited() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** @param {string[]} lessons */
function keep(lessons) {
  try {
    localStorage.setItem(KEY, JSON.stringify(lessons));
  } catch {} // then the course has no marks
}

function mark() {
  const known = new Set(visited());
  /** @type {(HTMLAnchorElement & Has<"lesson">)[]} */
  const links = all("[data-lesson]");
  for (const link of links) one(".visited", link).hidden = !known.has(link.dataset.lesson);
  if (isFront) goOn(links, known);
}

/** @type {(links: (HTMLAnchorElement & Has<"lesson">)[], known: Set<string>) => void} */
function goOn(links, known) {
  const left = links.filter(({ dataset }) => !known.has(dataset.lesson));
  const isAny = left.length < links.length;
  const [next] = left.length ? left : links;
  const onward = /** @type {HTMLAnchorElement} */ (one("#onward"));
  onward.href = next.href;
  one("span", onward).textContent = isAny && left.length ? "Go on with" : "Start with";
  one("b", onward).textContent = one("b", next).textContent;
  one("#remembered").hidden = !isAny;
}

/** Whoever chose a theme for this page has it in the next one, too. */
function keepTheme() {
  const { theme } = asked.page;
  if (!theme) return;
  /** @type {HTMLAnchorElement[]} */
  const links = all("nav a, #onward");
  for (const link of links) {
    const url = new URL(link.href);
    url.searchParams.set("theme", theme);
    link.href = url.href;
  }
}

export function followCourse() {
  /** @type {HTMLDetailsElement | null} */
  const contents = document.querySelector("#contents");
  if (contents) listenToMenu(contents);
  else if (!isFront) return; // a lesson on its own
  keepTheme();
  if (contents && asked.page.embed !== "1") keep([...new Set([...visited(), config.key])]);
  mark();
  addEventListener("pageshow", mark); // after a step back, too
  document.querySelector("#remembered button")?.addEventListener("click", () => { keep([]); mark(); });
}
