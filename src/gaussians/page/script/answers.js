// What numpy answers: shown, or compared with what the browser has computed.

import { announce } from "./announce.js";
import { draw, renderers } from "./figure.js";
import { checked } from "./notice.js";
import { format } from "./numbers.js";
import { readouts, show } from "./readouts.js";

/** @param {Answer} answer */
export function take({ marks = {}, readouts: numbers = {} }) {
  draw(marks);
  show(numbers);
}

/** @param {Answer} answer */
export function check({ marks = {}, readouts: numbers = {} }) {
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
    const { data } = renderers[name].data_source;
    for (let i = 0; i < x.length; i++) {
      if (data.x[i] !== x[i]) compare(`${name}, point ${i + 1}`, data.x[i], x[i]);
      if (data.y[i] !== y[i]) compare(`${name}, point ${i + 1}`, data.y[i], y[i]);
    }
  }
  for (const [key, value] of Object.entries(numbers)) if (typeof value === "number") compare(key, Number(readouts[key] ?? NaN), value);
  if (largest < 1e-9) checked(`checked by numpy: largest difference ${format(largest, "e")}`);
  else {
    take({ marks, readouts: numbers });
    const found = `numpy differs by ${format(largest, "e")} in ${where}; shown is numpy’s`;
    checked(found);
    announce(found);
  }
}
