// Noise: from a seed the same draws as kit/noise.py's; tests/browser/test_both_languages.py compares
// them.

const PARTS_APART = 0x9e3779b9;

/** @param {number} bits */
function mix(bits) {
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * @param {number} seed
 * @param {number} [first]
 * @returns {(i: number) => number} the random numbers of 32 bits of a seed, from the first one on
 */
export function randomBits(seed, first = 0) {
  const start = mix((seed + 0x9e3779b9) >>> 0) + first;
  return (i) => mix((start + i) >>> 0);
}

/**
 * @param {number} seed
 * @param {NoiseShape} shape
 * @returns {Float64Array} the numbers of a noise, row by row
 */
export function noise(seed, [rows, columns, part]) {
  const bits = randomBits(seed, part * PARTS_APART);
  /** @param {number} i */
  const uniform = (i) => (bits(i) + 0.5) / 2 ** 32;
  const numbers = new Float64Array(rows * columns);
  for (let row = 0, i = 0, k = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += 2, i += 2) {
      const length = Math.sqrt(-2 * Math.log(uniform(i)));
      const angle = 2 * Math.PI * uniform(i + 1);
      numbers[k++] = length * Math.cos(angle);
      if (column + 1 < columns) numbers[k++] = length * Math.sin(angle);
    }
  }
  return numbers;
}

/** @type {Map<string, { seed: number, numbers: Float64Array }>} */
const latestNoise = new Map();

/** @type {(seed: number, shapes: Record<string, NoiseShape>) => Record<string, Float64Array>} */
export function noises(seed, shapes) {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => {
    const last = latestNoise.get(name);
    const now = last?.seed === seed ? last : { seed, numbers: noise(seed, shape) };
    latestNoise.set(name, now);
    return [name, now.numbers];
  }));
}
