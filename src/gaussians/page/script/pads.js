// Pads: sheets on planes' pictures, to draw on by a mouse, a finger or keys.

import { announce } from "./announce.js";
import { settle, undo } from "./change.js";
import { WAYS } from "./drags.js";
import { SIDE } from "./drawing.js";
import { format } from "./numbers.js";
import { all } from "./page.js";
import { beginStroke, goOnWith, putStroke, undoStroke } from "./pens.js";
import { state } from "./state.js";
import { retract, placesOf } from "./strokes.js";

/** @typedef {import("./pens.js").Stroke} Stroke */

/** @type {(pad: Pad, place: Place) => void} */
function showNib(pad, [x, y]) {
  pad.style.setProperty("--across", String(x / SIDE));
  pad.style.setProperty("--upward", String(y / SIDE));
}

/** @param {Pad} pad */
function listenToDrawingHand(pad) {
  /** @type {Stroke | null} */
  let stroke = null;
  let box = pad.getBoundingClientRect();
  /** @param {number} share */
  const within = (share) => SIDE * Math.min(1, Math.max(0, share));
  /** @type {(event: PointerEvent) => Place} */
  const placeOf = ({ clientX, clientY }) => [within((clientX - box.left) / box.width), within((box.bottom - clientY) / box.height)];
  const takeBack = () => {
    if (stroke) undo(stroke.before);
    stroke = null;
  };
  pad.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || stroke) return;
    pad.setPointerCapture(event.pointerId);
    box = pad.getBoundingClientRect();
    stroke = beginStroke(pad, placeOf(event));
  });
  pad.addEventListener("pointermove", (event) => {
    if (!stroke) return;
    const moves = event.getCoalescedEvents?.() ?? []; // not there without https
    for (const each of moves.length ? moves : [event]) goOnWith(pad, stroke, placeOf(each));
  });
  pad.addEventListener("pointerup", () => {
    if (stroke) settle();
    stroke = null;
  });
  pad.addEventListener("pointercancel", takeBack);
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") takeBack(); });
}

/** @param {Pad} pad */
function listenToDrawingKeys(pad) {
  const { draws, sheet } = pad.dataset;
  /** @type {Place} */
  let at = [32, 32];
  /** @type {Stroke | null} */
  let stroke = null; // while the pen is down
  const say = () => {
    const [x, y] = at.map((place) => format(Number(sheet) * (2 * place / SIDE - 1), "1"));
    announce(`Pen ${stroke ? "down" : "up"} at ${x}, ${y}`);
  };
  const lift = () => {
    if (stroke) settle();
    stroke = null;
    pad.classList.remove("down");
  };
  const press = () => {
    stroke = beginStroke(pad, at);
    pad.classList.toggle("down", stroke !== null);
    if (stroke) say();
  };
  /** @param {Stroke} drawn */
  const takeAllBack = ({ before }) => {
    lift();
    undo(before);
  };
  /** @param {Stroke} drawn */
  const takeBack = (drawn) => {
    retract(drawn.line);
    if (drawn.line.corners.length === 0) return takeAllBack(drawn);
    [at] = placesOf(drawn.line).slice(-1);
    say();
    putStroke(pad, drawn);
  };
  /** @type {(right: number, up: number) => void} */
  const move = (right, up) => {
    /** @type {(place: number) => number} */
    const within = (place) => Math.min(SIDE, Math.max(0, place));
    at = [within(at[0] + right), within(at[1] + up)];
    say();
    if (stroke) goOnWith(pad, stroke, at);
    if (stroke?.isFull) lift();
  };
  pad.addEventListener("keydown", (event) => {
    const { key, shiftKey } = event;
    if (stroke && state[draws] !== stroke.text) lift(); // something else has changed it
    if (WAYS[key]) {
      const [right, up] = WAYS[key].map((way) => way * (shiftKey ? 5 : 1));
      move(right, up);
    } else if (key === " ") stroke ? lift() : press();
    else if (key === "Backspace") stroke ? takeBack(stroke) : undoStroke(draws);
    else if (key === "Escape" && stroke) takeAllBack(stroke);
    else return;
    event.preventDefault();
    showNib(pad, at);
    if (stroke) settle();
  });
  pad.addEventListener("blur", lift);
  pad.addEventListener("pointerdown", lift, { capture: true });
}

export function listenToPads() {
  /** @type {Pad[]} */
  const pads = all(".pad");
  for (const pad of pads) {
    listenToDrawingHand(pad);
    listenToDrawingKeys(pad);
  }
}
