"""Functions that JavaScript lacks, written before the steps that call them."""

from collections.abc import Iterable

# The series of DLMF 7.6.2, whose terms have one sign, so nothing cancels; and far out the continued
# fraction 7.9.1, for what is left of 1.
_ERF = """const erf = (x) => {
  if (!(Math.abs(x) < 6)) return Math.sign(x);
  let term = x, sum = x;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) sum += term *= 2 * x * x / n;
  return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
};
const erfc = (x) => {
  if (!(x > 1.5)) return 1 - erf(x);
  let rest = 0;
  for (let n = 100; n > 0; n--) rest = n / 2 / (x + rest);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + rest);
};"""

# The last bin that begins at or before x: as numpy has it, only the last one keeps its right edge.
_COUNT_IN = """const countIn = (counts, edges, x, weight) => {
  let first = 0, end = counts.length;
  if (!(x >= edges[0] && x <= edges[end])) return;
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if (x < edges[middle]) end = middle;
    else first = middle;
  }
  counts[first] += weight;
};"""

# A matrix (rows, count) by the transpose of another one (columns, count); four sums at a time, of
# two rows of each, for a sum waits for its own last term. Of an odd number one is made twice.
_PRODUCT_OF = """const productOf = (a, b, rows, count, columns) => {
  const made = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 2) for (let j = 0; j < columns; j += 2) {
    const below = Math.min(i + 1, rows - 1), beside = Math.min(j + 1, columns - 1);
    const one = count * i, two = count * below, three = count * j, four = count * beside;
    let s = 0, t = 0, u = 0, v = 0;
    for (let k = 0; k < count; k++) {
      const x = a[one + k], y = a[two + k], z = b[three + k], w = b[four + k];
      s += x * z;
      t += x * w;
      u += y * z;
      v += y * w;
    }
    made[columns * i + j] = s;
    made[columns * i + beside] = t;
    made[columns * below + j] = u;
    made[columns * below + beside] = v;
  }
  return made;
};"""

_FOR = {"erf": _ERF, "erfc": _ERF, "histogram": _COUNT_IN, "product": _PRODUCT_OF}


def library(steps: Iterable[str]) -> list[str]:
    """Return the functions that some steps need, each once."""
    return list(dict.fromkeys(_FOR[step] for step in sorted(steps) if step in _FOR))
