// Controls: sliders, fields, choices and ticks show the state and set it; buttons set several at once.

import { misfit } from "./address.js";
import { announce } from "./announce.js";
import { browser } from "./browser.js";
import { change, settle } from "./change.js";
import { moveTo } from "./glide.js";
import { listenToFinger } from "./fingers.js";
import "./locked.js"; // some are taken away
import { notice } from "./notice.js";
import { brief, plain } from "./numbers.js";
import { all, config, figure, one } from "./page.js";
import { onNumbers, readouts } from "./readouts.js";
import { home, state } from "./state.js";
import { startOf, walk } from "./steps.js";

/** @type {Input[]} */
const inputs = all("[data-key]");

let isBehind = false; // what is typed follows a drag as readouts do, for to lay it out takes long
/** @type {Input | null} */
let typing = null; // a field with a word that is not taken yet

/** @param {Element} [dragged] shows its value already */
export function mirror(dragged) {
  isBehind = Boolean(dragged);
  mirrorIn(isBehind ? inputs.filter((input) => input !== dragged && input.type !== "text") : inputs);
}

function catchUp() {
  if (isBehind) mirrorIn(inputs.filter((input) => input.type === "text" && input !== typing));
  isBehind = false;
}

/** @param {Input[]} some */
function mirrorIn(some) {
  for (const input of some) {
    if (input.ariaInvalid === "true") complain(input, "");
    const value = state[input.dataset.key];
    if (input.type === "radio") input.checked = input.value === value;
    else if (input.type === "checkbox") input.checked = value === 1;
    else {
      const text = input.type === "range" ? String(value) : brief(Number(value));
      if (input.value !== text) input.value = text; // setting it paints it again, even if equal
    }
  }
}

/**
 * What is wrong with a typed value stands under its field, over what is there: nothing moves.
 * @param {Input} input
 * @param {string} problem
 */
function complain(input, problem) {
  const parent = /** @type {HTMLElement} */ (input.parentElement);
  let place = parent.querySelector(".problem");
  input.setAttribute("aria-invalid", String(problem !== ""));
  if (!problem) return place?.remove();
  if (!place) {
    place = Object.assign(document.createElement("p"), { className: "problem", role: "alert" });
    parent.append(place);
  }
  place.textContent = problem;
  if (document.activeElement === input) place.scrollIntoView({ block: "nearest" }); // no hand is elsewhere
}

/** @param {Input} input */
function revert(input) {
  input.value = brief(Number(state[input.dataset.key]));
  complain(input, "");
}

/** @param {Input} input */
function typed(input) {
  const key = input.dataset.key;
  const { whole } = config.numbers[key]; // in which a comma may stand for thousands
  const text = whole ? input.value.trim() : plain(input.value);
  const problem = misfit(key, text, input.value);
  complain(input, problem);
  if (problem) return;
  change({ ...implied(key), [key]: Number(text) });
  settle();
}

/**
 * A dial that matters for one choice only makes that choice when it is turned.
 * @param {string} key
 */
export const implied = (key) => config.implied[key] ?? {};

/** @type {Record<string, (key: string) => void>} */
const actions = {
  reset: () => { announce("Reset"); notice([]); moveTo({ ...startOf(walk.at), seed: home.seed }); },
  resample: (key) => moveTo({ [key]: Math.floor(Math.random() * (config.numbers[key].high + 1)) }),
  clear: (key) => moveTo({ [key]: config.start[key] }),
  dismiss: () => {
    notice([]);
    figure.tabIndex = -1;
    figure.focus({ preventScroll: true }); // the button is gone, and a focus would be with it
  },
};

/** @param {Record<string, any>} data of the button that was pressed */
function press({ preset, action, sets, for: key }) {
  if (preset) {
    announce(preset);
    moveTo({ ...config.presets[preset] });
  }
  if (action) actions[action]?.(key);
  if (sets && browser.telling) browser.tell(); // readouts may be a moment behind
  if (sets) moveTo(Object.fromEntries(Object.entries(JSON.parse(sets)).map(([name, from]) => [name, Number(readouts[from])])));
}

export function listenToControls() {
  onNumbers(catchUp);
  const form = one("#controls");
  form.addEventListener("input", (/** @type {{ target: any }} */ { target }) => {
    if (target.type === "range") change({ ...implied(target.dataset.key), [target.dataset.key]: target.valueAsNumber }, target);
    if (target.type === "radio") moveTo({ [target.dataset.key]: target.value });
    if (target.type === "checkbox") moveTo({ [target.dataset.key]: Number(target.checked) });
    if (target.type === "text") typing = target;
  });
  for (const kind of ["focusout", "pointerdown"]) document.addEventListener(kind, () => { typing = null; });
  form.addEventListener("change", (/** @type {{ target: any }} */ { target }) => {
    if (target.type === "text") typed(target);
    else if (target.type === "range") settle();
  });
  form.addEventListener("keydown", (/** @type {{ key: string, target: any }} */ { key, target }) => {
    if (key === "Escape" && target.type === "text") revert(target);
  });
  document.addEventListener("click", (/** @type {{ target: any }} */ { target }) => {
    press(target.closest("button")?.dataset ?? {});
  });
  document.addEventListener("submit", (event) => event.preventDefault());
  inputs.filter(({ type }) => type === "range").forEach(listenToFinger);
}
