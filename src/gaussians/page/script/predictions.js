// Predictions: an answer, and what tells it, is a “?” until it is found or revealed, and again while
// it is predicted anew. Who walks past the step that asks has asked to be told.

import { calculate } from "./expressions.js";
import { judge } from "./judge.js";
import { brief } from "./numbers.js";
import { all, config, one } from "./page.js";
import { conceal, describe, readouts } from "./readouts.js";
import { walk } from "./steps.js";

const UNREADABLE = "Type a number, such as 0.5, or a calculation, such as sqrt(0.36).";
const WRONG = "Not yet. Look at the figure and try again, or reveal the answer.";

/**
 * A form with its question; its data-state is "open" while an answer is looked for, and "known" once
 * it is there; "lucky" if a mistake would have led there as well, so that it is asked again. A card is
 * known if it was in this state or in one before.
 * @typedef {Prediction & { form: HTMLElement, input: HTMLInputElement, hints: Hint[], step: number, known: boolean, secret: boolean }} Card
 */

/** @type {Card[]} */
const cards = config.predictions.flatMap((prediction, i) => {
  /** @type {HTMLInputElement | null} */
  const input = document.querySelector(`#prediction${i}`);
  if (!input?.form) return [];
  const step = config.steps.map(({ predicts }) => predicts.includes(prediction.answer)).lastIndexOf(true) + 1; // 0 if none asks
  return { ...prediction, input, form: input.form, hints: all(".hint", input.form), step, known: false, secret: false };
});

/** @param {Card} card */
const isPast = ({ step }) => step > 0 && walk.at > step;

/** @param {Card} card */
function isSecret(card) {
  const { form, known } = card;
  if (form.hidden || isPast(card) || form.dataset.state === "lucky") return false;
  return !known || form.dataset.state === "open";
}

function keepSecrets() {
  for (const card of cards) card.secret = isSecret(card);
  conceal(cards.filter(({ secret }) => secret).flatMap(({ answer, hides }) => [answer, ...hides]));
}

/**
 * @param {Card} card
 * @param {string} stage
 * @param {(string | Node)[]} words
 */
function turn(card, stage, ...words) {
  const { form } = card;
  one(".feedback", form).replaceChildren(...words);
  one(".formula", form).hidden = !["known", "lucky"].includes(stage);
  form.dataset.state = stage;
  card.known ||= stage === "known";
}

/** @type {typeof turn} */
function say(...what) {
  turn(...what);
  queue();
  keepSecrets();
  describe();
}

/** Another state is another question, and some are asked for some choices only. */
export function askAnew() {
  for (const card of cards) {
    if (!card.form.dataset.state) continue;
    card.input.value = "";
    turn(card, "");
  }
  keepNewSecrets();
}

function keepNewSecrets() {
  if (cards.some((card) => card.secret !== isSecret(card))) keepSecrets();
}

/** @param {Card} card */
function grade(card) {
  const { answer, hints, tolerance } = card;
  const value = calculate(card.input.value);
  if (!Number.isFinite(value)) return say(card, "open", UNREADABLE);
  const slips = hints.map(({ dataset }) => Number(readouts[dataset.slip] ?? NaN)); // null is nothing
  const { right, shows, nearest } = judge(value, Number(readouts[answer]), slips, tolerance);
  if (right && (shows || card.known)) return say(card, "known", `Right: ${shown(card)}.`);
  if (right) return say(card, "lucky", `Right: ${shown(card)}. Here a mistake would give that too: change the state and try again.`);
  if (nearest.length === 0) return say(card, "open", WRONG);
  const words = nearest.flatMap((i, before) => [before ? " Or: " : "Not yet. ", ...hints[i].cloneNode(true).childNodes]);
  say(card, "open", ...words);
}

/** @param {Card} card an answer that may be a little off is not told more exactly than that */
function shown({ answer, tolerance }) {
  const digits = tolerance ? Math.max(0, -Math.floor(Math.log10(tolerance))) : 4;
  return brief(Number(Number(readouts[answer]).toFixed(digits)));
}

/** @param {Card} card */
function listenToPrediction(card) {
  const { form, input } = card;
  input.addEventListener("focus", () => { if (!form.dataset.state) say(card, "open"); });
  input.addEventListener("input", () => { if (form.dataset.state !== "open") say(card, "open"); });
  input.addEventListener("blur", () => { if (!input.value && form.dataset.state === "open") say(card, ""); });
  form.addEventListener("submit", () => grade(card));
  one(".reveal", form).addEventListener("click", () => say(card, "known", `It is ${shown(card)}.`));
}

/** @type {string[] | null} what the step asks; null in free play */
let here = null;

/**
 * A prediction that a step asks stands in the walk; those of other steps wait for theirs.
 * @param {string[] | null} answers null in free play
 */
export function ask(answers) {
  here = answers;
  const home = (/** @type {Card} */ card) => one(isHere(card) ? "#walk .asked" : "#predictions");
  if (cards.some((card) => card.form.parentElement !== home(card))) for (const card of cards) home(card).append(card.form); // in their order
  queue();
  keepNewSecrets();
}

const isHere = (/** @type {Card} */ { answer }) => here?.includes(answer) === true;

/** Of a step that asks several, each waits until the ones before it are known. */
function queue() {
  const asked = config.steps.flatMap(({ predicts }) => predicts);
  const next = cards.findIndex((card) => isHere(card) && !card.known);
  for (const [i, card] of cards.entries()) {
    const waits = isHere(card) ? next >= 0 && i > next : asked.includes(card.answer);
    card.form.classList.toggle("aside", here !== null && waits);
  }
}

export const listenToPredictions = () => cards.forEach(listenToPrediction);
