// Planes are shown as soon as BokehJS has them.

import { adopt, plots, watch } from "./figure.js";
import { browser } from "./browser.js";
import { isStyled } from "./color.js";
import { config, figure, one, recorded } from "./page.js";
import { inSight } from "./parts.js";
import { listenToTaps } from "./picks.js";
import { python } from "./python.js";
import { leave } from "./sketch.js";
import { state } from "./state.js";
import { warm } from "./warm.js";

// By the address of a file, or by a hand before the figure was there.
export const isMoved = () => JSON.stringify(state) !== JSON.stringify(config.asked.state);

// Planes are built once they are shown, each with its points already.
export async function build() {
  const missing = inSight().filter((key) => !plots[key]);
  if (missing.length === 0 || !window.Bokeh || !window.axes || !isStyled()) return;
  const { Document } = Bokeh.require("document");
  for (const key of missing) adopt(Document.from_json(window.axes[key]).get_model_by_name(key));
  await bringPoints();
  for (const key of missing) {
    await Bokeh.embed.add_document_standalone(plots[key].document, one(`[data-root-id="${key}"]`));
    watch(plots[key]);
    listenToTaps(plots[key]);
    leave(key);
  }
  figure.classList.add("movable", "ready");
  warm();
  if (python.stale) python.ask();
}

async function bringPoints() {
  if (recorded) {
    browser.still = "";
    browser.compute();
  } else {
    python.ask();
    await new Promise((done) => python.settle(() => done(undefined)));
  }
}
