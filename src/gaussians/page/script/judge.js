// Judging a prediction: near is not enough, for a slip may be nearer.

const ROUNDING = 1e-9; // further apart are no two ways to compute the same number

/**
 * @param {number} value what was predicted
 * @param {number} answer
 * @param {number[]} slips what those get who make a mistake that is known
 * @param {number | null} tolerance usually 1 % of the answer, at least .005
 * @returns {{ right: boolean, shows: boolean, nearest: number[] }} whether it is right, and shows it, for no
 *   mistake leads there; if it is wrong, the slips it is, by place
 */
export function judge(value, answer, slips, tolerance) {
  const within = tolerance ?? Math.max(Math.abs(answer) / 100, 0.005);
  const away = slips.map((slip) => Math.abs(value - slip));
  const least = Math.min(within, ...away.filter(Number.isFinite)) + ROUNDING;
  const right = Math.abs(value - answer) <= least;
  const nearest = [...away.keys()].filter((i) => !right && away[i] <= least);
  const shows = slips.every((slip) => !(Math.abs(slip - answer) <= ROUNDING));
  return { right, shows, nearest };
}
