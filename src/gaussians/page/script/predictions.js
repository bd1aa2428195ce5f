// Predictions: while one is made, the page keeps the answer to itself.

import { brief, plain } from "./numbers.js";
import { all, config, one } from "./page.js";
import { concealed, readouts, show } from "./readouts.js";

/** @typedef {Prediction & { form: HTMLElement, input: HTMLInputElement }} Card */

/** @type {Card[]} */
const predictions = all(".prediction").map((form, i) => ({ ...config.predictions[i], form, input: one("input", form) }));

/**
 * @param {Card} card
 * @param {boolean} yes
 */
function conceal({ answer, hides }, yes) {
  for (const key of [answer, ...hides]) {
    if (yes) concealed.add(key);
    else concealed.delete(key);
  }
  show({});
}

/** @param {Card} card */
function forget(card) {
  const { form, input } = card;
  if (!form.dataset.state) return;
  delete form.dataset.state;
  input.value = "";
  one(".feedback", form).textContent = "";
  one(".formula", form).hidden = true;
  conceal(card, false);
}

/** Another state is another question. */
export const forgetAll = () => predictions.forEach(forget);

/**
 * @param {Card} card
 * @param {number} value
 */
function judge({ answer, tolerance, hints }, value) {
  /** @param {string} key */
  const near = (key) => Math.abs(value - Number(readouts[key])) <= tolerance;
  if (!Number.isFinite(value)) return { text: "Type a number, such as 0.5." };
  if (near(answer)) return { right: true, text: `Right: ${brief(Number(readouts[answer]))}.` };
  const slip = Object.keys(hints).find(near);
  return { text: slip ? `Not yet. ${hints[slip]}` : "Not yet. Look at the figure and try again, or reveal the answer." };
}

/** @param {Card} card */
function listenToPrediction(card) {
  const { form, input } = card;
  /** @type {(text: string, stage: string) => void} */
  const say = (text, stage) => {
    one(".feedback", form).textContent = text;
    one(".formula", form).hidden = stage === "open";
    form.dataset.state = stage;
    conceal(card, stage === "open");
  };
  input.addEventListener("focus", () => { if (!form.dataset.state) say("", "open"); });
  input.addEventListener("blur", () => { if (!input.value) forget(card); });
  form.addEventListener("submit", () => {
    const { right, text } = judge(card, plain(input.value) === "" ? NaN : Number(plain(input.value)));
    say(text, right ? "right" : "open");
  });
  one(".reveal", form).addEventListener("click", () => say(`It is ${brief(Number(readouts[card.answer]))}.`, "revealed"));
}

export const listenToPredictions = () => predictions.forEach(listenToPrediction);
