// A data set drawn by hand: from a text the same points, to the last digit, as kit/drawing.py's, which
// says how; tests/browser/test_both_languages.py compares them.

export const MOST_POINTS = 200;
export const MOST_STROKES = 12;
export const SIDE = 63; // steps of the grid from edge to edge
const LONGEST_DRAWING = 2 * MOST_POINTS + MOST_STROKES - 1; // characters
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const WRITTEN = /^(?:[\w-]{2})+(?:\.(?:[\w-]{2})+)*$/;
const TOO_MUCH = `has at most ${MOST_POINTS} points, in at most ${MOST_STROKES} strokes`;

/**
 * What is wrong with a text as a drawing, as the end of a sentence; nothing if it is one.
 * @param {string} text
 */
export function misdrawn(text) {
  if (text.length > LONGEST_DRAWING || text.split(".").length > MOST_STROKES) return TOO_MUCH;
  if (text === "") return "has one point at least";
  if (!WRITTEN.test(text)) return "cannot be read";
  return text.replaceAll(".", "").length > 2 * MOST_POINTS ? TOO_MUCH : "";
}

/** @type {(text: string) => Place[][]} a pen that rests makes no other point */
export const strokesOf = (text) => text.split(".").map((stroke) => {
  const points = Array.from({ length: stroke.length / 2 }, (_, i) => /** @type {Place} */ ([
    LETTERS.indexOf(stroke[2 * i]), LETTERS.indexOf(stroke[2 * i + 1])]));
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
});

/**
 * What of a drawing there is; page/opening.py says the same.
 * @param {string} text
 */
export function roomIn(text) {
  const strokes = strokesOf(text);
  const points = strokes.flat().length;
  const undo = strokes.length > 1 ? "undo a stroke, or " : "";
  if (points >= MOST_POINTS) return `${MOST_POINTS} of ${MOST_POINTS} points: ${undo}draw anew`;
  if (strokes.length >= MOST_STROKES) return `${MOST_STROKES} of ${MOST_STROKES} strokes: undo one, or draw anew`;
  return `${points} of ${MOST_POINTS} points`;
}

/** @type {(strokes: Place[][]) => string} */
export const textOf = (strokes) => strokes.map((points) => points.flat().map((place) => LETTERS[place]).join("")).join(".");

/** @type {(text: string, count: number) => Float64Array[]} columns */
export function pointsAlong(text, count) {
  const strokes = strokesOf(text);
  let total = 0;
  const ends = strokes.map((stroke) => {
    total += 1 + (endsOf(stroke).at(-1) ?? 0);
    return total;
  });
  /** @type {Place[]} */
  const points = [];
  for (const [i, stroke] of strokes.entries()) {
    const until = i + 1 + Math.floor((count - strokes.length) * (ends[i] / total));
    points.push(...evenly(stroke, until - points.length));
  }
  return [0, 1].map((axis) => Float64Array.from(points, (point) => (2 * point[axis] - SIDE) / SIDE));
}

/** @type {(stroke: Place[]) => number[]} how long a stroke is up to each of its points */
function endsOf(stroke) {
  let length = 0;
  return stroke.map(([x, y], i) => {
    const [a, b] = stroke[Math.max(0, i - 1)];
    length += Math.sqrt((x - a) * (x - a) + (y - b) * (y - b));
    return length;
  });
}

/** @type {(stroke: Place[], count: number) => Place[]} points, each in the middle of its part */
function evenly(stroke, count) {
  const ends = endsOf(stroke);
  const last = stroke.length - 1;
  let at = 0;
  return Array.from({ length: count }, (_, number) => {
    const sought = ends[last] * ((number + 0.5) / count);
    while (at < last - 1 && ends[at + 1] <= sought) at++;
    const [a, b] = stroke[at];
    const [x, y] = stroke[Math.min(at + 1, last)];
    const share = last > 0 ? (sought - ends[at]) / (ends[at + 1] - ends[at]) : 0;
    return [a + (x - a) * share, b + (y - b) * share];
  });
}

/** @type {Map<string, { text: string, columns: Float64Array[] }>} */
const latestDrawn = new Map();

/** @type {(values: Values, drawings: Recorded["drawings"]) => Record<string, Float64Array[]>} the arrays that a scene has of drawings */
export function drawnIn(values, drawings) {
  return Object.fromEntries(Object.entries(drawings).map(([name, [key, count]]) => {
    const text = String(values[key]);
    const last = latestDrawn.get(name);
    const now = last?.text === text ? last : { text, columns: pointsAlong(text, count) };
    latestDrawn.set(name, now);
    return [name, now.columns];
  }));
}
