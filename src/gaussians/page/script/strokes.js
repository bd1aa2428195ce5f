// A stroke as a hand draws it: of all places that it comes by, the corners are kept.

const STRAIGHT = 0.25; // steps of the grid: who is off a line by less goes along it
const STILL_HAND = 0.5; // and who moves by less has not moved

/** @typedef {{ corners: Place[], since: Place[] }} Line whose last corner still moves, and where it was since the one before */

/** @type {(at: Place) => Line} */
export const begun = (at) => ({ corners: [at], since: [] });

/** @type {(line: Line) => Place[]} on the grid */
export const placesOf = ({ corners }) => corners.map(([x, y]) => [Math.round(x), Math.round(y)]);

/**
 * @type {(line: Line, at: Place, most: number) => boolean} whether there is room: not for more than so many corners
 */
export function extend(line, at, most) {
  const { corners, since } = line;
  const [x, y] = corners[corners.length - 1];
  if (Math.hypot(at[0] - x, at[1] - y) < STILL_HAND) return true;
  since.push(at);
  if (corners.length > 1 && since.every((place) => away(place, corners[corners.length - 2], at) < STRAIGHT)) corners[corners.length - 1] = at;
  else if (corners.length < most) {
    corners.push(at);
    line.since = [at];
  } else return false;
  return true;
}

/** @param {Line} line whose last corner is taken back */
export function retract(line) {
  line.corners.pop();
  line.since = line.corners.slice(-1);
}

/** @type {(place: Place, from: Place, to: Place) => number} how far a place is from the way between two others */
function away([x, y], [a, b], [c, d]) {
  const [right, up] = [c - a, d - b];
  const length = right * right + up * up;
  const share = length > 0 ? Math.min(1, Math.max(0, ((x - a) * right + (y - b) * up) / length)) : 0;
  return Math.hypot(x - a - share * right, y - b - share * up);
}
