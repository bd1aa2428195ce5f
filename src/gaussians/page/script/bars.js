// Bars, given by where each begins and how high it is, as one line around them.

/**
 * Up from a base and back to it; page/paths.py goes the same way. A bar of no height that is a number is missing.
 * @param {ArrayLike<number>} left
 * @param {ArrayLike<number>} top
 * @param {number} base
 */
export function contour(left, top, base) {
  /** @type {number[]} */
  const sx = [];
  /** @type {number[]} */
  const sy = [];
  const last = left.length - 1;
  for (let i = 0; i <= last; i++) {
    const end = i < last ? left[i + 1] : 2 * left[i] - left[i - 1]; // of one bar alone it is not known
    if (!Number.isFinite(left[i] + end + top[i])) {
      sx.push(Number.NaN);
      sy.push(Number.NaN);
      continue;
    }
    if (sx.at(-1) === left[i]) {
      sx.pop();
      sy.pop();
    } else {
      sx.push(left[i]);
      sy.push(base);
    }
    sx.push(left[i], end, end);
    sy.push(top[i], top[i], base);
  }
  return { sx, sy };
}
