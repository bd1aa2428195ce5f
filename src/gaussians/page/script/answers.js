// What numpy answers: shown, or compared with what the browser has computed.

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
  /** @type {(a: number, b: number) => void} */
  const compare = (a, b) => {
    if (!(Number.isNaN(a) && Number.isNaN(b))) largest = Math.max(largest, Math.abs(a - b)); // may be NaN
  };
  for (const [name, { x, y }] of Object.entries(marks)) {
    const { data } = renderers[name].data_source;
    for (let i = 0; i < x.length; i++) {
      compare(data.x[i], x[i]);
      compare(data.y[i], y[i]);
    }
  }
  for (const [key, value] of Object.entries(numbers)) if (typeof value === "number") compare(Number(readouts[key]), value);
  if (largest < 1e-9) checked(`checked by numpy: largest difference ${format(largest, "e")}`);
  else {
    take({ marks, readouts: numbers });
    checked(`numpy differs by ${format(largest, "e")}; shown is numpy’s`);
  }
}
