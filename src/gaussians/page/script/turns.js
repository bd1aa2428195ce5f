// Pictures of space that are turned by a drag of themselves, by a mouse, a finger or arrow keys.

import { change, settle, undo } from "./change.js";
import { WAYS } from "./drags.js";
import { plots } from "./figure.js";
import { onGrid } from "./handles.js";
import "./locked.js"; // some are taken away
import { all, config } from "./page.js";
import { pick } from "./picks.js";
import { placeOf } from "./places.js";
import { state } from "./state.js";

const TURN = 180; // degrees, by a drag from edge to edge
const STILL = 4; // pixels: a hand that moves less has tapped

export function listenToTurns() {
  /** @type {Handle[]} */
  const turners = all(".turner");
  for (const turner of turners) {
    listenToTurningHand(turner);
    listenToTurningKeys(turner);
  }
}

/**
 * Numbers after a turn by so many degrees; all the way round it begins anew, else it has an end.
 * @type {(turner: Handle, from: Values, right: number, down: number) => Values}
 */
function turned({ dataset }, from, right, down) {
  return Object.fromEntries([{ key: dataset.x, by: right }, { key: dataset.y, by: down }].map(({ key, by }) => {
    const { low, high } = config.numbers[key];
    const rounded = onGrid(key, Number(from[key]) + by);
    const isRound = high - low === 360 && (rounded < low || rounded > high);
    return [key, isRound ? rounded - 360 * Math.floor((rounded - low) / 360) : Math.min(high, Math.max(low, rounded))];
  }));
}

/** @param {Handle} turner */
function listenToTurningHand(turner) {
  /** @type {{ x: number, y: number, state: Values, moves: boolean, degree: number } | null} */
  let start = null;
  turner.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    turner.setPointerCapture(event.pointerId);
    start = { x: event.clientX, y: event.clientY, state: { ...state }, moves: false, degree: TURN / turner.clientWidth };
  });
  turner.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (!start) return;
    const { x, y, degree } = start;
    start.moves ||= Math.hypot(clientX - x, clientY - y) > STILL;
    if (start.moves) change(turned(turner, start.state, (clientX - x) * degree, (clientY - y) * degree), turner);
  });
  turner.addEventListener("pointerup", (event) => {
    if (start?.moves) settle();
    else if (start) tap(turner, event);
    start = null;
  });
  turner.addEventListener("pointercancel", () => {
    if (start) undo(start.state);
    start = null;
  });
}

/**
 * A tap means a dot, as one of a picture that does not turn.
 * @type {(turner: Handle, event: PointerEvent) => void}
 */
function tap(turner, event) {
  const plot = plots[turner.dataset.plane];
  if (plot) pick(plot, placeOf(turner, event));
}

/** @param {Handle} turner */
function listenToTurningKeys(turner) {
  turner.addEventListener("keydown", (event) => {
    if (!WAYS[event.key]) return;
    event.preventDefault();
    const { step } = config.numbers[turner.dataset.x];
    const [right, up] = WAYS[event.key].map((way) => way * step * (event.shiftKey ? 10 : 1));
    change(turned(turner, state, right, -up));
    settle();
  });
}
