// What numpy answers: shown, or compared with what the browser has computed.

import { announce } from "./announce.js";
import { draw, renderers } from "./figure.js";
import { checked } from "./notice.js";
import { format } from "./numbers.js";
import { readouts, show } from "./readouts.js";

/**
 * Read what stage/engine.py has packed.
 * @param {ArrayBuffer} bytes
 * @returns {Answer}
 */
export function unpack(bytes) {
  const length = new DataView(bytes).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  let at = 4 + length;
  /** @param {number} count */
  const numbers = (count) => {
    const array = new Float64Array(bytes, at, count);
    at += array.byteLength;
    return array;
  };
  /** @type {Marks} */
  const marks = {};
  for (const [name, count] of Object.entries(head.marks)) marks[name] = { x: numbers(count), y: numbers(count) };
  const values = numbers(head.numbers.length);
  const readouts = { ...head.words, ...Object.fromEntries(head.numbers.map((/** @type {string} */ key, /** @type {number} */ i) => [key, values[i]])) };
  return { marks, readouts, problems: head.problems, state: head.state };
}

/** @param {Answer} answer */
export function take({ marks, readouts: numbers }) {
  draw(marks);
  show(numbers);
}

/** @param {Answer} answer */
export function check({ marks, readouts: numbers }) {
  let largest = 0;
  let where = "";
  /** @type {(name: string, a: number, b: number) => void} */
  const compare = (name, a, b) => {
    const gap = Number.isNaN(a) && Number.isNaN(b) ? 0 : Math.abs(a - b);
    if (gap <= largest || Number.isNaN(largest)) return; // nothing is farther from a number than NaN
    largest = gap;
    where = name;
  };
  for (const [name, { x, y }] of Object.entries(marks)) {
    if (!renderers[name]) continue; // a step has left its plane out
    const { data } = renderers[name].data_source;
    for (let i = 0; i < x.length; i++) {
      if (data.x[i] !== x[i]) compare(`${name}, point ${i + 1}`, data.x[i], x[i]);
      if (data.y[i] !== y[i]) compare(`${name}, point ${i + 1}`, data.y[i], y[i]);
    }
  }
  for (const [key, value] of Object.entries(numbers)) if (typeof value === "number") compare(key, Number(readouts[key] ?? NaN), value);
  if (largest < 1e-9) checked(`checked by numpy: largest difference ${format(largest, "e")}`);
  else {
    draw(marks);
    show(numbers);
    const found = `numpy differs by ${format(largest, "e")} in ${where}; shown is numpy’s`;
    checked(found);
    announce(found);
  }
}
