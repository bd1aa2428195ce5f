// Noise: from a seed the same draws as kit/noise.py's; tests/browser/test_both_languages.py compares
// them.

import { config } from "./page.js";

/** @param {number} bits */
function mix(bits) {
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * @param {number} seed
 * @returns {(i: number) => number} the random numbers of 32 bits of a seed
 */
export function randomBits(seed) {
  const start = mix((seed + 0x9e3779b9) >>> 0);
  return (i) => mix((start + i) >>> 0);
}

const last = { seed: NaN, columns: /** @type {Float64Array[]} */ ([]) };

/** @param {number} seed */
export function noise(seed) {
  if (last.seed === seed) return last.columns;
  const bits = randomBits(seed);
  /** @param {number} i */
  const uniform = (i) => (bits(i) + 0.5) / 2 ** 32;
  const columns = [new Float64Array(config.most), new Float64Array(config.most)];
  for (let i = 0; i < config.most; i++) {
    const length = Math.sqrt(-2 * Math.log(uniform(2 * i)));
    const angle = 2 * Math.PI * uniform(2 * i + 1);
    columns[0][i] = length * Math.cos(angle);
    columns[1][i] = length * Math.sin(angle);
  }
  Object.assign(last, { seed, columns });
  return columns;
}
