// A lesson as a component of Panel: what a reader changes in the frame is told to Python, and what
// Python changes to the frame.
//
// Each state has a mark. A state of Python's has the mark of the last one that it had heard of, so
// what it changed is known, and a hand that has dragged on meanwhile is not drawn back.

import { unpackInto } from "./packed.js";

/** @param {{ model: any }} component */
export function render({ model }) {
  const gone = new AbortController();
  const place = document.createElement("div");
  const lesson = { title: model.title, height: model.start_height, packed: () => model.page };
  const frame = unpackInto(place, lesson, gone.signal);

  const own = Math.random().toString(36).slice(2); // other windows may show the same component
  let count = 0;
  /** @type {Map<string, Values>} */
  const known = new Map([[model.state.mark, model.state.values]]); // by mark
  let latest = model.state.mark;

  /** @param {Values} values */
  function tellPython(values) {
    count += 1;
    latest = `${own} ${count}`;
    known.set(latest, values);
    model.state = { mark: latest, values };
  }

  /** @param {Values} state */
  const tellPage = (state) => frame.contentWindow?.postMessage({ gaussians: "state", state }, "*");

  function hearPython() {
    const { mark, values } = model.state;
    const before = known.get(mark);
    const changed = Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== before?.[key]));
    forgetBefore(mark);
    known.set(mark, values);
    if (Object.keys(changed).length === 0) return;
    tellPage(changed);
    if (before && mark !== latest) tellPython({ ...known.get(latest), ...changed }); // messages have crossed
  }

  /** @param {string} mark */
  function forgetBefore(mark) {
    for (const older of known.keys()) {
      if (older === mark || older === latest) break;
      known.delete(older);
    }
  }

  model.on("state", hearPython);
  model.on("remove", () => gone.abort());
  frame.addEventListener("load", () => tellPage(model.state.values)); // it may have been moved, and starts anew
  window.addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || data?.gaussians !== "state") return;
    if (JSON.stringify(data.state) !== JSON.stringify(known.get(latest))) tellPython(data.state);
  }, { signal: gone.signal });
  return place;
}
