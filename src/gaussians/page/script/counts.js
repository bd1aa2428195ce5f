// Counts in bins: from a seed the same, to the last one, as kit/counts.py's, which says how and why;
// tests/browser/test_both_languages.py compares them.

import { randomBits } from "./noise.js";
import { config } from "./page.js";

const SEEDS_APART = 0x51ed270b;

/**
 * @param {Sample} sample
 * @param {number} seed
 * @param {number} number which of the lesson's samples it is
 * @param {number[]} sizes
 * @returns {Float64Array[]} the counts of each size
 */
export function countsOf({ odds, people }, seed, number, sizes) {
  const bits = randomBits(seed + (number + 1) * SEEDS_APART);
  return odds ? drawCounts(odds, bits, sizes) : takeCounts(people ?? [], bits, sizes);
}

/** @type {(odds: number[], bits: (i: number) => number, sizes: number[]) => Float64Array[]} */
function drawCounts(odds, bits, sizes) {
  let i = 0;
  const uniform = () => ((bits(i++) >>> 6) * 2 ** 26 + (bits(i++) >>> 6) + 0.5) / 2 ** 52;
  let before = new Float64Array(odds.length + 1);
  return sizes.map((size, k) => {
    const counts = before.slice();
    let left = size - (sizes[k - 1] ?? 0);
    for (const [bin, chance] of odds.entries()) {
      const drawn = drawBinomial(left, chance, uniform());
      counts[bin] += drawn;
      left -= drawn;
    }
    counts[odds.length] += left;
    before = counts;
    return counts;
  });
}

/**
 * Inverts the binomial law, whose outcomes are lined up from the likeliest one up, then down.
 * @param {number} n
 * @param {number} chance
 * @param {number} uniform
 */
function drawBinomial(n, chance, uniform) {
  if (n === 0) return 0;
  const likeliest = Math.floor((n + 1) * chance);
  const reach = Math.floor(9 * Math.sqrt(n * chance * (1 - chance))) + 40;
  const up = outwards(n - likeliest + 1, likeliest, chance / (1 - chance), reach);
  const down = outwards(likeliest + 1, n - likeliest, (1 - chance) / chance, reach);
  const sought = uniform * (1 + up[reach - 1] + down[reach - 1]); // the likeliest number itself is 1
  if (sought < 1) return likeliest;
  if (sought - 1 < up[reach - 1]) return likeliest + 1 + firstAbove(up, sought - 1);
  return Math.max(0, likeliest - 1 - firstAbove(down, sought - 1 - up[reach - 1]));
}

/**
 * Adds up chances from the likeliest number's on, each the one before it times a ratio.
 * @type {(top: number, bottom: number, odds: number, reach: number) => Float64Array}
 */
function outwards(top, bottom, odds, reach) {
  const sums = new Float64Array(reach);
  for (let away = 1, term = 1, sum = 0; away <= reach; away++) {
    term *= (top - away) / (bottom + away) * odds;
    sum += term;
    sums[away - 1] = sum;
  }
  return sums;
}

/** @type {(sums: Float64Array, sought: number) => number} the last one, if none is */
function firstAbove(sums, sought) {
  let i = 0;
  while (sums[i] <= sought && i < sums.length - 1) i++;
  return i;
}

/** @type {(people: number[], bits: (i: number) => number, sizes: number[]) => Float64Array[]} */
function takeCounts(people, bits, sizes) {
  const everybody = people.flatMap((count, bin) => Array(count).fill(bin));
  const mixed = everybody.map((bin, i) => [bits(i), bin]).sort(([a], [b]) => a - b);
  return sizes.map((size) => {
    const counts = new Float64Array(people.length);
    for (const [, bin] of mixed.slice(0, size)) counts[bin] += 1;
    return counts;
  });
}

const latest = { seed: NaN, counts: /** @type {Record<string, Float64Array[]>} */ ({}) };

/** @param {number} seed */
export function counts(seed) {
  if (latest.seed === seed) return latest.counts;
  const samples = Object.entries(config.samples).map(([name, sample], number) =>
    [name, countsOf(sample, seed, number, config.sizes)]);
  return Object.assign(latest, { seed, counts: Object.fromEntries(samples) }).counts;
}
