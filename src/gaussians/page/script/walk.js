// The walk: going to a step shows its words, moves to its state, and puts in front what it is about.

import { announce } from "./announce.js";
import { settle } from "./change.js";
import { engine } from "./engine.js";
import { reveal } from "./figure.js";
import { isMoving, moveTo } from "./glide.js";
import { isReached } from "./goals.js";
import { handles } from "./handles.js";
import { all, config, figure, one } from "./page.js";
import { leaveOut, planes, putInFront } from "./parts.js";
import { placers } from "./places.js";
import { halt } from "./play.js";
import { ask } from "./predictions.js";
import { onNumbers } from "./readouts.js";
import { startOf, stepAt, walk } from "./steps.js";
import { matchLegends } from "./symbols.js";

const lastStep = config.steps.length;
const articles = all("#walk [data-step]");
/** @type {HTMLFormElement} */
const panel = one("#controls");

/** @param {number} number */
function go(number) {
  halt();
  walk.at = number;
  arrange();
  if (number > 0) moveTo(startOf(number));
  else {
    figure.ariaBusy = "true";
    settle(); // free play goes on from where the hand is
  }
}

export function arrange() {
  const step = stepAt(walk.at);
  document.documentElement.classList.toggle("walking", walk.at > 0);
  for (const article of articles) article.classList.toggle("present", article.dataset.step === String(walk.at));
  for (const button of all("[data-go]")) {
    const here = button.dataset.go === String(walk.at);
    if (here) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  }
  const back = document.querySelector("[data-go=back]");
  if (back) back.ariaDisabled = String(walk.at <= 1); // and keeps the focus
  const count = document.querySelector("#walk .count");
  if (count) count.textContent = `${walk.at} of ${lastStep}`;
  putAside(step);
  showMarks(step);
  ask(step?.predicts ?? null);
}

/** @param {Step | undefined} step */
function putAside(step) {
  const aside = (/** @type {Element} */ element, /** @type {boolean} */ is) => element.classList.toggle("aside", is);
  for (const control of all("[data-control]", panel)) aside(control, step?.controls.includes(control.dataset.control ?? "") === false);
  for (const pad of all(".pad")) aside(pad, step?.controls.includes(pad.dataset.draws ?? "") === false);
  for (const preset of all("[data-preset]", panel)) aside(preset, step?.presets.includes(preset.dataset.preset ?? "") === false);
  for (const group of all("fieldset, .presets", panel)) {
    aside(group, step !== undefined && !group.querySelector("[data-control]:not(.aside), [data-preset]:not(.aside)"));
  }
}

/**
 * Marks that a step does not name are not drawn, and a plane without any is not there.
 * @param {Step | undefined} step
 */
function showMarks(step) {
  const shown = step?.marks.length ? new Set(step.marks) : null;
  const empty = Object.values(config.planes).map(({ marks }) => shown !== null && !marks.some((mark) => shown.has(mark)));
  leaveOut([
    ...planes.filter((_, i) => empty[i]),
    ...[...handles, ...placers].filter(({ dataset: { mark } }) => shown && !shown.has(mark)),
  ]);
  reveal(shown);
  matchLegends(shown);
  if (step?.plane) putInFront(step.plane);
}

function tick() {
  const step = stepAt(walk.at);
  if (!step || isMoving() || engine.isBehind()) return;
  const items = all(".goals li", articles[walk.at - 1]);
  for (const [i, goal] of step.goals.entries()) {
    if (items[i].classList.contains("reached") || !isReached(goal)) continue;
    items[i].classList.add("reached");
    announce(`Done: ${items[i].textContent?.trim()}`);
  }
}

function wordsOfStep() {
  const [title, ...others] = /** @type {Element} */ (articles[walk.at - 1].cloneNode(true)).children;
  one(".number", title).remove();
  const words = others.map((part) => {
    for (const hidden of all("[hidden]", part)) hidden.remove();
    return part.matches("[hidden]") ? "" : part.textContent;
  });
  return `Step ${walk.at} of ${lastStep}: ${title.textContent}. ${words.join(" ")}`.replace(/\s+/g, " ").replaceAll("?.", "?").trim();
}

const sayStep = () => announce(() => (walk.at > 0 ? wordsOfStep() : "Free play: all controls."));

export function listenToWalk() {
  if (articles.length === 0) return;
  for (const button of all("[data-go]")) {
    button.addEventListener("click", () => {
      const { go: to } = button.dataset;
      if (button.ariaDisabled === "true") return;
      go(to === "next" ? (walk.at + 1) % (lastStep + 1) : to === "back" ? walk.at - 1 : Number(to));
      if (!button.checkVisibility()) one("#walk li:last-child > [data-go]").focus({ preventScroll: true }); // or it would be nowhere
      sayStep();
    });
  }
  const more = one("[data-action=more]", panel);
  more.addEventListener("click", () => more.setAttribute("aria-expanded", String(panel.classList.toggle("open"))));
  onNumbers(tick);
}
