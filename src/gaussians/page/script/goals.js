// Goals: whether they are reached, by the rules of kit/goals.py.

import { readouts } from "./readouts.js";
import { state } from "./state.js";

/** @type {Record<Clause["relation"], (value: number, clause: { value: number, within: number }) => boolean>} */
const HOLDS = {
  "=": (value, clause) => Math.abs(value - clause.value) <= clause.within,
  "≠": (value, clause) => !(Math.abs(value - clause.value) <= clause.within),
  "<": (value, clause) => value < clause.value,
  ">": (value, clause) => value > clause.value,
  "≤": (value, clause) => value <= clause.value,
  "≥": (value, clause) => value >= clause.value,
};

/** @param {Clause[]} clauses */
export const isReached = (clauses) => clauses.every(isTrue);

/** @param {Clause} clause */
function isTrue({ name, relation, value, within, size }) {
  const now = Object.hasOwn(readouts, name) ? readouts[name] : state[name];
  if (typeof value === "string" || typeof now === "string") return (String(now) === String(value)) === (relation === "=");
  const number = now === null ? NaN : now;
  return HOLDS[relation](size ? Math.abs(number) : number, { value, within });
}
