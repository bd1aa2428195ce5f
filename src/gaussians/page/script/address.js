// The parser of addresses, for pages that no server answers. Others are told what theirs says, for
// Python has read it (page/address.py, by the rules of kit/accept.py); both parsers are tested with
// one table of cases, tests/page/addresses.json.

import { misdrawn } from "./drawing.js";
import { minus } from "./numbers.js";
import { config, isFile } from "./page.js";

/** @type {Map<string, Parameter>} */
const parameters = new Map(Object.entries({ ...config.numbers, ...config.choices, ...config.drawings }));
const pageKeys = new Map(Object.entries(config.keys));
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const LONGEST = 40; // characters of a number, and of what a message repeats

/** @param {string} raw */
function shorten(raw) {
  const text = [...raw.replace(/[ \t\n\r\f\v]+/g, " ").replace(/^ | $/g, "")];
  return text.length <= LONGEST ? text.join("") : `${text.slice(0, LONGEST - 1).join("")}…`;
}

/** @param {string} name */
const nothingCalled = (name) => `There is nothing called “${shorten(name)}” here; it was not used.`;

/** @type {(label: string, expected: string, text: string) => string} */
const notUsed = (label, expected, text) => `${label} ${expected}; “${shorten(text)}” was not used.`;

/**
 * What is wrong with a text as the value of a parameter, in words; nothing if it will do.
 * @param {string} key
 * @param {string} text
 * @param {string} [given] what the message repeats
 */
export function misfit(key, text, given = text) {
  const parameter = parameters.get(key);
  if (!parameter) return nothingCalled(key);
  const { label } = parameter;
  if ("values" in parameter) {
    return parameter.values.includes(text) ? "" : notUsed(label, `is one of ${parameter.values.join(", ")}`, given);
  }
  if (!("low" in parameter)) {
    const problem = misdrawn(text);
    return problem && notUsed(label, problem, given);
  }
  const { low, high, whole } = parameter;
  const value = Number(text);
  const range = `goes from ${minus(String(low))} to ${minus(String(high))}`;
  if (!NUMBER.test(text) || text.length > LONGEST || value < low || value > high) return notUsed(label, range, given);
  return !whole || Number.isInteger(value) ? "" : notUsed(label, `is a whole number and ${range}`, given);
}

/** @param {string} search */
export function readAddress(search) {
  const query = new URLSearchParams(search);
  /** @type {Asked} */
  const found = { state: {}, page: { ...config.asked.page }, hidden: [], step: 0, problems: [] };
  const { page, hidden, problems } = found;
  /** @type {Values} */
  const state = {};
  const asksState = [...query.keys()].some((key) => parameters.has(key)); // a wrong value does, too
  for (const key of new Set(query.keys())) {
    const [text, ...more] = query.getAll(key);
    if (key === "hide") {
      const list = query.getAll(key).join(",");
      const names = new Set(list.split(",").map((name) => name.replace(/^ +| +$/g, "")).filter(Boolean));
      page[key] = list;
      for (const name of names) {
        if (parameters.has(name)) hidden.push(name);
        else problems.push(nothingCalled(name));
      }
    } else if (more.length) problems.push(`“${shorten(key)}” is given more than once; it was not used.`);
    else if (pageKeys.has(key)) {
      const values = pageKeys.get(key) ?? [];
      if (values.includes(text)) page[key] = text;
      else problems.push(notUsed(key, `is one of ${values.join(", ")}`, text));
    } else {
      const problem = misfit(key, text);
      if (problem) problems.push(problem);
      else state[key] = Object.hasOwn(config.numbers, key) ? Number(text) : text;
    }
  }
  const { step = asksState ? 0 : defaultStep(), ...others } = page;
  found.page = others;
  found.step = config.steps.length && page.steps !== "0" ? Number(step) : 0;
  found.state = { ...startAt(found.step, hidden), ...state };
  return found;
}

// A page in a notebook was given a state, and no address.
const defaultStep = () => (isFile ? config.asked.step : 1);

/**
 * What an address with a step and nothing else stands for; what is hidden is locked, so no step sets it.
 * @type {(step: number, hidden: string[]) => Values}
 */
export const stateAt = (step, hidden) => ({ ...config.start, ...without(config.steps[step - 1]?.state ?? {}, hidden) });

/** @type {(values: Values, keys: string[]) => Values} */
export const without = (values, keys) => Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));

/** @type {(step: number, hidden: string[]) => Values} */
const startAt = (step, hidden) => (isFile && step === 0 && config.asked.step === 0 ? config.asked.state : stateAt(step, hidden));

/** @param {string[]} problems */
export const abridge = (problems) => (problems.length <= config.mostProblems ? problems
  : [...problems.slice(0, config.mostProblems - 1), `${problems.length - config.mostProblems + 1} more were not used either.`]);
