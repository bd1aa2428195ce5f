// In a frame: the page around it hears how high this one is, and may say which theme it has, and
// which state. Once it has said a state, and be it {}, it hears of what the reader changes as well.

import { abridge, misfit } from "./address.js";
import { change, settle } from "./change.js";
import { differing } from "./differing.js";
import { paintAll } from "./figure.js";
import { finish } from "./glide.js";
import { notice } from "./notice.js";
import { config } from "./page.js";
import { follow, state } from "./state.js";

const APART = 100; // ms, at least, between two states that are told

/** @type {Values | null} */
let known = null; // to the page around, once it has asked
let telling = 0;

/** @param {Record<string, unknown>} message */
const post = (message) => window.parent.postMessage(message, "*"); // no secret

function tellHeight() {
  const { height } = document.documentElement.getBoundingClientRect();
  post({ gaussians: "height", height: Math.ceil(height) });
}

function tellState() {
  telling = 0;
  const changed = differing(state, known ?? {});
  if (Object.keys(changed).length === 0) return;
  known = { ...state };
  post({ gaussians: "state", state: known, changed });
}

function tellSoon() {
  if (!telling) telling = setTimeout(tellState, APART);
}

/** @type {Record<string, (data: any) => void>} */
const heard = {
  theme({ theme }) {
    if (!["light", "dark"].includes(theme)) return;
    document.documentElement.dataset.theme = theme;
    paintAll();
  },
  state({ state: values }) {
    if (!known) follow(tellSoon);
    const { good, problems } = sift(values);
    if (problems.length) notice(abridge(problems));
    setTo(good);
    if (!known) tellState();
    else known = { ...known, ...good };
  },
};

/**
 * Values from outside are refused by the rules for addresses, in the same words.
 * @param {unknown} values
 */
function sift(values) {
  /** @type {Values} */
  const good = {};
  const problems = [];
  for (const [key, value] of Object.entries(values && typeof values === "object" ? values : {})) {
    const text = value && typeof value === "object" ? "" : String(value);
    const problem = misfit(key, text);
    if (problem) problems.push(problem);
    else good[key] = Object.hasOwn(config.numbers, key) ? Number(text) : text;
  }
  return { good, problems };
}

/** @param {Values} values */
function setTo(values) {
  const changed = differing(values, state);
  if (Object.keys(changed).length === 0) return;
  finish();
  change(changed);
  settle();
}

/** @param {MessageEvent} event */
function hear({ source, data }) {
  if (source === window.parent && Object.hasOwn(heard, data?.gaussians)) heard[data.gaussians](data);
}

export function talkToParent() {
  if (window.parent === window) return;
  new ResizeObserver(tellHeight).observe(document.documentElement);
  addEventListener("message", hear);
}
