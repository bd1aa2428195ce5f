// Pens: strokes go into a drawing one after the other; of which two buttons take away.

import { announce } from "./announce.js";
import { change, settle } from "./change.js";
import { MOST_POINTS, MOST_STROKES, roomIn, strokesOf, textOf } from "./drawing.js";
import "./locked.js"; // some are taken away
import { all, one } from "./page.js";
import { state } from "./state.js";
import { begun, extend, placesOf } from "./strokes.js";

/** @typedef {import("./strokes.js").Line} Line */
/** @typedef {{ before: Values, others: Place[][], line: Line, text: string, isFull: boolean }} Stroke that is being drawn */

/** @type {Drawn[]} */
const penControls = all(".pen");
const anew = new Set(); // drawings that the next stroke replaces

export function showPens() {
  for (const control of penControls) {
    const { draws } = control.dataset;
    const text = String(state[draws]);
    one("[data-pen=anew]", control).setAttribute("aria-pressed", String(anew.has(draws)));
    one("[data-pen=undo]", control).ariaDisabled = text.includes(".") ? null : "true"; // and keeps the focus
    const room = one(".room", control);
    if (room.textContent !== roomIn(text)) room.textContent = roomIn(text);
  }
}

/** @param {string} key */
export function undoStroke(key) {
  const strokes = strokesOf(String(state[key]));
  if (strokes.length === 1) return;
  change({ [key]: textOf(strokes.slice(0, -1)) });
  settle();
}

/** @type {(pad: Drawn, at: Place) => Stroke | null} */
export function beginStroke(pad, at) {
  const { draws } = pad.dataset;
  const others = anew.has(draws) ? [] : strokesOf(String(state[draws]));
  if (others.length >= MOST_STROKES || others.flat().length >= MOST_POINTS) {
    announce(roomIn(textOf(others)));
    return null;
  }
  const stroke = { before: { ...state }, others, line: begun(at), text: "", isFull: false };
  putStroke(pad, stroke);
  return stroke;
}

/** @type {(pad: Drawn, stroke: Stroke) => void} */
export function putStroke(pad, stroke) {
  stroke.text = textOf([...stroke.others, placesOf(stroke.line)]);
  anew.delete(pad.dataset.draws);
  change({ [pad.dataset.draws]: stroke.text }, pad);
}

/** @type {(pad: Drawn, stroke: Stroke, at: Place) => void} a stroke too long for what is left ends there */
export function goOnWith(pad, stroke, at) {
  if (stroke.isFull) return;
  stroke.isFull = !extend(stroke.line, at, MOST_POINTS - stroke.others.flat().length);
  if (stroke.isFull) announce(roomIn(stroke.text));
  else putStroke(pad, stroke);
}

export function listenToPens() {
  for (const control of penControls) {
    const { draws } = control.dataset;
    one("[data-pen=undo]", control).addEventListener("click", () => undoStroke(draws));
    one("[data-pen=anew]", control).addEventListener("click", () => {
      if (!anew.delete(draws)) anew.add(draws);
      if (anew.has(draws)) announce("The next stroke replaces the drawing");
      showPens();
    });
  }
}
