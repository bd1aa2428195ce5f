// Judging a prediction: near is not enough, for a slip may be nearer.

const ROUNDING = 1e-9; // further apart are no two ways to compute the same number

/**
 * @param {number} value what was predicted
 * @param {number} answer
 * @param {number[]} slips what those get who make a mistake that is known
 * @param {number | null} tolerance usually 1 % of the answer, or of a slip, at least .005
 * @returns {{ right: boolean, shows: boolean, nearest: number[] }} whether it is right, and shows it, for no
 *   mistake leads there; if it is wrong, the slips it is, by place
 */
export function judge(value, answer, slips, tolerance) {
  /** @param {number} number */
  const within = (number) => (tolerance ?? Math.max(Math.abs(number) / 100, 0.005)) + ROUNDING;
  const away = slips.map((slip) => Math.abs(value - slip));
  const least = Math.min(...away.filter(Number.isFinite)) + ROUNDING;
  const right = Math.abs(value - answer) <= Math.min(within(answer), least);
  const nearest = [...away.keys()].filter((i) => !right && away[i] <= Math.min(within(slips[i]), least));
  const shows = slips.every((slip) => !(Math.abs(slip - answer) <= ROUNDING));
  return { right, shows, nearest };
}
