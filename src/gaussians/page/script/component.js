// A lesson as a component of Panel: what a reader changes in the frame is told to Python, and what
// Python changes to the frame.
//
// Only what differs is said. Whatever is told to Python has a mark, and a state of Python's has that of
// the last that it had heard: so what it changed is known, and a hand that has gone on is not drawn back.

import { differing } from "./differing.js";
import { unpackInto } from "./packed.js";

/** @param {{ model: any }} component */
export function render({ model }) {
  const gone = new AbortController();
  const place = document.createElement("div");
  const lesson = { title: model.title, height: model.start_height, packed: () => model.page };
  const frame = unpackInto(place, lesson, gone.signal);

  const own = Math.random().toString(36).slice(2); // other windows may show the same component
  let count = 0;
  let latest = model.state.mark;
  /** @type {Map<string, Values>} */
  const known = new Map([[latest, model.state.values]]); // to both, by mark

  /** @param {Values} changed */
  function tellPython(changed) {
    if (Object.keys(changed).length === 0) return;
    const values = { ...known.get(latest), ...changed };
    count += 1;
    latest = `${own} ${count}`;
    known.set(latest, values);
    model.send_msg({ mark: latest, changed });
  }

  /** @param {Values} state */
  const tellPage = (state) => frame.contentWindow?.postMessage({ gaussians: "state", state }, "*");

  function hearPython() {
    const { mark, values } = model.state;
    const now = known.get(latest) ?? {};
    const before = known.get(mark) ?? now;
    const changed = differing(values, before);
    const since = differing(now, before); // by a hand, unknown to Python
    for (const older of known.keys()) {
      if (older === mark || !known.has(mark)) break;
      known.delete(older);
    }
    for (const [newer, state] of known) known.set(newer, { ...state, ...changed });
    if (Object.keys(changed).length === 0) return;
    tellPage(changed);
    tellPython(Object.fromEntries(Object.entries(changed).filter(([key]) => key in since))); // messages have crossed
  }

  model.on("state", hearPython);
  model.on("remove", () => gone.abort());
  frame.addEventListener("load", () => tellPage(model.state.values)); // it may have been moved, and starts anew
  window.addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || data?.gaussians !== "state") return;
    tellPython(differing(data.changed, known.get(latest) ?? {}));
  }, { signal: gone.signal });
  return place;
}
