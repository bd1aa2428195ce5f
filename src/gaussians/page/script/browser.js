// Browser engine: the recorded scene, computed and painted within one frame.

const recorded = window.recordedScene;
const fixed = Object.fromEntries(Object.entries(config.fixed).map(([name, columns]) =>
  [name, columns.map((column) => Float64Array.from(column, (value) => value ?? NaN))]));

const browser = {
  frame: 0,
  telling: 0,
  numbers: {},
  still: "", // what noise and choices were drawn last: only they change what no slider moves

  change() {
    checked("");
    this.frame ||= requestAnimationFrame(() => this.compute());
  },

  compute() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { still, move } = recorded(state);
    const arrays = { ...fixed, noise: noise(state.seed) };
    const marks = {};
    const numbers = {};
    const out = (name, count) => {
      const { x, y } = marks[name] ??= sized(renderers[name]?.data_source.data, count);
      return [x, y];
    };
    if (this.still !== choices(state)) still(state, arrays, out, numbers);
    this.still = choices(state);
    move(state, arrays, out, numbers);
    draw(marks);
    Object.assign(this.numbers, numbers);
    this.telling ||= setTimeout(() => this.tell(), 100);
  },

  // Nobody reads sixty numbers a second, and to lay out equations takes longer than to paint.
  tell() {
    clearTimeout(this.telling);
    this.telling = 0;
    show(this.numbers);
    this.numbers = {};
  },

  settle(then) {
    if (this.frame) this.compute();
    if (this.telling) this.tell();
    then();
    python.ask(); // numpy has the last word, once the hand is off
  },
};

const choices = (values) => JSON.stringify(config.still.map((key) => values[key]));

const sized = (columns, count) => (columns?.x.length === count ? columns
  : { x: new Float64Array(count), y: new Float64Array(count) });

function check({ marks = {}, readouts: numbers = {} }) {
  let largest = 0;
  const compare = (a, b) => {
    if (!(Number.isNaN(a) && Number.isNaN(b))) largest = Math.max(largest, Math.abs(a - b)); // may be NaN
  };
  for (const [name, columns] of Object.entries(marks)) {
    for (const key of ["x", "y"]) columns[key].forEach((value, i) => compare(renderers[name].data_source.data[key][i], value));
  }
  for (const [key, value] of Object.entries(numbers)) if (typeof value === "number") compare(Number(readouts[key]), value);
  if (largest < 1e-9) checked(`checked by numpy: largest difference ${format(largest, "e")}`);
  else {
    take({ marks, readouts: numbers });
    checked(`numpy differs by ${format(largest, "e")}; shown is numpy’s`);
  }
}

function checked(text) {
  const place = document.getElementById("checked");
  if (place.textContent !== text) place.textContent = text;
}
